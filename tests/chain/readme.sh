# The transcripts of the README come out as they are written, "…" standing for anything.
. "$E2E_SOURCE/lib.bash"
need jq
start_sandbox
cp "$E2E_ROOT"/scripts/examples/data/* .
export ANB_LANG=de

# Takes the console blocks apart: file N.command, and N.expected with the lines below it.
awk '
    /^```console$/ { inside = 1; next }
    /^```$/ { inside = 0 }
    inside && /^\$ / {
        name = sprintf("%03d", ++count)
        print substr($0, 3) >(name ".command")
        printf "" >(name ".expected")
        next
    }
    inside { print >(name ".expected") }
' "$E2E_ROOT/README.md"

# fits EXPECTED ACTUAL: compares whole texts; the ellipsis matches any text, line breaks included.
fits()
{
    local pattern
    pattern=$(sed 's/[][*?\\]/\\&/g; s/…/*/g' "$1")
    # shellcheck disable=SC2053 # the right side is a pattern
    [[ $(cat "$2") == $pattern ]]
}

commands=(*.command)
expect_equal "$([ "${#commands[@]}" -gt 10 ] && echo yes)" yes "many commands in the README"
last=0
for file in "${commands[@]}"; do
    name=${file%.command}
    command=$(cat "$file")
    # In this shell, so that variables live on; $? is that of the command before.
    (exit "$last")
    eval "$command" >"$name.actual" 2>&1
    last=$?
    verdict=$(fits "$name.expected" "$name.actual" && echo "as written")
    [ -n "$verdict" ] || diff "$name.expected" "$name.actual"
    expect_equal "$verdict" "as written" "$command"
done

finish
