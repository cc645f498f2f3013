# A closed pipe ends the tool quietly; a full disk is an error of its own.
. "$E2E_SOURCE/lib.bash"
tool=$1

"$tool" --help 2>err | head -1 >first
expect_equal "$(wc -l <first)" 1 "the lines that head took"
expect_empty err

{ "$tool" --help 2>err; echo "$?" >code; } | true
expect_empty err
expect_equal "$(($(cat code) < 64 || $(cat code) >= 128))" 1 "the end is no error"

run bash -c "$tool --help >/dev/full"
expect_code 74
expect_contains stderr "$tool: ERROR ANB-"

# Colour never reaches a file, unless it is asked for.
run "$tool" --no-such-option
expect_missing stderr $'\e['
run env NO_COLOR=1 "$tool" --color auto --no-such-option
expect_missing stderr $'\e['

finish
