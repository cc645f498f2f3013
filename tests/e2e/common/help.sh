# --help and --version answer on stdout, say nothing on stderr and end with 0, in both languages.
. "$E2E_SOURCE/lib.bash"
tool=$1

for option in --help -h; do
    run "$tool" "$option"
    expect_code 0
    expect_empty stderr
    expect_contains stdout "EXIT STATUS"
    expect_match stdout "^$tool – "
done
# Examples come first; each begins with the tool's name or stands behind a pipe.
expect_equal "$(sed -n 3p "$E2E_LAST/stdout")" EXAMPLES "the first heading of the help"
expect_missing stdout $'\e['

for option in --version -V; do
    run "$tool" "$option"
    expect_code 0
    expect_empty stderr
    expect_match stdout "^$tool [0-9]+\.[0-9]+\.[0-9]+ "
done

run "$tool" --lang de --help
expect_code 0
expect_contains stdout BEISPIELE
cp "$E2E_LAST/stdout" german
run env LC_ALL=de_DE.UTF-8 "$tool" --help
expect_same stdout german
run env LC_ALL=de_DE.UTF-8 ANB_LANG=en "$tool" --help
expect_contains stdout EXAMPLES

# Every command has a help of its own.
"$tool" --describe-options | sed -n "s/^## $tool //p" >commands
while read -r command; do
    # shellcheck disable=SC2086 # a command may be of several words
    run "$tool" $command --help
    expect_code 0
    expect_empty stderr
    expect_match stdout "^$tool $command – "
done <commands

run "$tool" --explain ANB-G102
expect_code 0
expect_empty stderr
expect_contains stdout ANB-G102
run "$tool" --explain ANB-Z999
expect_code 64
expect_empty stdout

finish
