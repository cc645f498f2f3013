# The helpers of the end-to-end tests notice what they are there to notice.
. "$E2E_SOURCE/lib.bash"

# complaint COMMAND...: runs one expectation alone; succeeds when it found something broken.
complaint()
{
    (
        E2E_BROKEN=0
        "$@" 2>/dev/null
        trap - EXIT
        [ "$E2E_BROKEN" -gt 0 ]
    )
    E2E_EXPECTED=$((E2E_EXPECTED + 1))
}

run bash -c 'echo "{\"a\": 1}"; echo oops >&2; exit 3'
expect_code 3
expect_contains stdout '"a"'
expect_match stderr '^o+ps$'
expect_json '.a == 1'
expect_missing stdout oops
expect_missing no-such-file
for expectation in "expect_code 0" "expect_empty stdout" "expect_empty stderr" \
    "expect_contains stdout oops" "expect_match stdout ^x" "expect_json .b" \
    "expect_missing stderr oops" "expect_missing ." "expect_file no-such-file" \
    "expect_mode . 123" "expect_same stdout stderr" "expect_equal 1 2 it" \
    "expect_golden stdout no-such-golden"; do
    # shellcheck disable=SC2086 # words of the expectation
    complaint $expectation || broken "'$expectation' complains"
done

run bash -c 'echo "Environment: TEST" >&2'
expect_empty stderr
expect_equal "$(command -v env)" /usr/bin/env "the first env in PATH"
expect_equal "$TZ $LC_ALL" "UTC C.UTF-8" "the locale"

finish
