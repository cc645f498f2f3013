# Each tool prints its completions; every option of --help is among them.
. "$E2E_SOURCE/lib.bash"
tool=$1

options=$("$tool" --help | grep -oE -e '(^|[ ,])--[a-z][a-z-]*' | grep -oE -e '--[a-z-]+' | sort -u)
for shell in bash zsh fish powershell; do
    run "$tool" --completion "$shell"
    expect_code 0
    expect_empty stderr
    cp "$E2E_LAST/stdout" "$shell"
    for option in $options; do
        # fish spells long options without dashes.
        [ "$shell" != fish ] || option=${option#--}
        expect_contains "$shell" "$option"
    done
done

run bash -n bash
expect_code 0

# Bash itself completes with it.
cat >ask <<END
. ./bash
COMP_WORDS=($tool --versi) COMP_CWORD=1 COMP_LINE="$tool --versi" COMP_POINT=100
\$(complete -p $tool | sed 's/.*-F \([^ ]*\) .*/\1/') $tool --versi $tool
printf '%s\n' "\${COMPREPLY[@]}"
END
run bash ask
expect_contains stdout "--version"

run "$tool" --completion no-such-shell
expect_code 64
expect_empty stdout

finish
