# A wrong call ends with 64, prints one error with a hint to stderr and nothing to stdout.
. "$E2E_SOURCE/lib.bash"
tool=$1

run "$tool"
expect_code 64
expect_empty stdout
expect_contains stderr "$tool --help"
examples=$(grep -cE "^  .*\b$tool\b" "$E2E_LAST/stderr")
expect_equal "$((examples >= 3))" 1 "the short help shows an usage line and examples"

# refused ARGUMENT...: code 64, one error, nothing on stdout.
refused()
{
    run "$tool" "$@"
    expect_code 64
    expect_empty stdout
    expect_equal "$(grep -c "^$tool: ERROR ANB-" "$E2E_LAST/stderr")" 1 "the number of errors"
}

refused --no-such-option
expect_contains stderr --no-such-option
refused --verison
expect_contains stderr "--version"
refused --lan de
expect_contains stderr "--lang"
refused --lang fr
refused --format no-such-format
refused --json --jsonl
refused --at yesterday

run env LC_ALL=de_DE.UTF-8 "$tool" --verison
expect_code 64
expect_match stderr "^$tool: FEHLER ANB-G102: .*--version"
expect_contains stderr "Nächster Schritt:"

finish
