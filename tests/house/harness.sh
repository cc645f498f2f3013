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

# planted LINE...: runs a test of these lines, which end well.
planted()
{
    mkdir -p build/bin
    printf '%s\n' '. "$E2E_SOURCE/lib.bash"' 'printf Kanarienvogel-4711 >a.password' "$@" \
        'expect_file a.password' finish >planted.sh
    run "$E2E_SOURCE/run" --build build planted.sh
    rm -rf build
}
# leaks PLACE ORIGIN LINE...: such a test fails, because a secret of the file ORIGIN stands in PLACE.
leaks()
{
    planted "${@:3}"
    expect_code 1
    expect_contains stderr "$1 holds a secret of work/$2"
}
jwk='{"kty": "RSA", "n": "oeffentlich-oeffentlich", "d": "privat-privat-privat"}'

leaks spoken a.password 'run cat a.password'
leaks spoken a.password 'run bash -c "cat a.password >&2"'
leaks home/state/journal a.password 'printf "user:%s" "$(cat a.password)" | base64 >"$XDG_STATE_HOME/journal"'
leaks home/cache/token a.secret 'printf "geheim geheim\n" >a.secret; cp a.secret "$XDG_CACHE_HOME/token"'
leaks work/beleg.json a.privat.jwk.json "echo '$jwk' >a.privat.jwk.json; jq '{alg, d}' a.privat.jwk.json >beleg.json"
for algorithm in 'rsa:2048' 'ec -pkeyopt ec_paramgen_curve:P-256'; do
    key="openssl req -x509 -newkey $algorithm -nodes -subj /CN=a -keyout a.key -out a.cer 2>/dev/null"
    leaks work/log a.key "$key" 'openssl pkey -in a.key -text -noout | tr -d ": \n" >log'
    planted "$key" 'openssl pkey -in a.key -pubout >log'
    expect_code 0
done
leaks work/log a.key 'openssl genrsa -out a.key 2048 2>/dev/null; tail -n 3 a.key >log'
leaks work/log a.key 'openssl genrsa 2048 2>/dev/null | openssl pkey -outform DER -out a.key' \
    'openssl pkey -in a.key | tail -n 3 >log'
planted "echo '$jwk' >a.privat.jwk.json; jq '{n}' a.privat.jwk.json >beleg.json" 'cp a.password b.password' \
    'holds_secrets kopie; cp a.password kopie'
expect_code 0
expect_empty stderr

finish
