# Killed at any system call, a package that is replaced is there as it was or as it becomes, ready to be
# used; so is one that comes anew, or it is not there. Those who come at the same time wait for each
# other. ANB_LONG=1 takes every call in place of a sample.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/killing.bash"
need strace jq
export ASAN_OPTIONS=detect_leaks=0
watched=%file,write,fsync,close,flock
schema=$TESTDATA/schema
store=$XDG_DATA_HOME/anbindung/schemas
document=$schema/nachrichten/testantrag-hzl.xml
for folder in old new; do
    cp -r "$schema" "$folder"
done
chmod -R u+w new
echo '<!-- -->' >>new/xsozial-basis/xsozial-basis.xsd
cp -r new/xsozial-basis extra
sed -i 's/Version_2_3_1/Version_2_4_0/g; s/2\.3\.1/2.4.0/g' extra/*.xsd

# usable WHEN: whatever is installed is whole and ready.
usable()
{
    run validate-xsozial "$document"
    expect_equal "$E2E_CODE" 0 "a document is valid $1"
    run validate-xsozial package verify
    expect_equal "$((E2E_CODE < 2))" 1 "packages are whole $1"
}

run validate-xsozial package add old
cp -r "$XDG_DATA_HOME" installed
trace_calls validate-xsozial package add new
choose_points 40 15
while read -r call number; do
    rm -rf "$XDG_DATA_HOME"
    cp -rp installed "$XDG_DATA_HOME"
    kill_at "$call" "$number" validate-xsozial package add new
    usable "after a kill at $call $number"
    run validate-xsozial package add new
    expect_equal "$((E2E_CODE < 2))" 1 "the package is added after a kill at $call $number"
    expect_equal "$(ls -A "$store")" xsozialbasis_2.3.1 "what is left by a kill at $call $number"
    expect_same "$store/xsozialbasis_2.3.1/files/xsozial-basis/xsozial-basis.xsd" \
        new/xsozial-basis/xsozial-basis.xsd
done <chosen

# The first one, and one that completes another.
choose_points 20 5
while read -r call number; do
    rm -rf "$XDG_DATA_HOME"
    run validate-xsozial package add old/xsozial-basis old/listen
    kill_at "$call" "$number" validate-xsozial package add old/bausteine
    run validate-xsozial package list --json
    if jq -e '[.packages[].id] | index("bausteine")' "$E2E_LAST/stdout" >/dev/null; then
        usable "after a kill at $call $number"
    fi
done <chosen

# Where folders cannot be exchanged, the next one puts back what had to make way.
most=$(awk '$1 == "rename" && $2 > most { most = $2 } END { print most }' all)
for number in $((most - 1)) "$most" $((most + 1)) $((most + 2)); do
    rm -rf "$XDG_DATA_HOME"
    cp -rp installed "$XDG_DATA_HOME"
    strace -f -qq -o /dev/null -e inject=renameat2:error=EINVAL -e "inject=rename:signal=SIGKILL:when=$number" \
        validate-xsozial package add new >/dev/null 2>&1
    [ -e "$store/xsozialbasis_2.3.1" ] || echo aside >>aside
    run validate-xsozial package add extra
    usable "when folders cannot be exchanged ($number)"
done
expect_file aside
rm -rf "$XDG_DATA_HOME"
cp -rp installed "$XDG_DATA_HOME"
strace -f -qq -o /dev/null -e inject=renameat2:error=EINVAL validate-xsozial package add new >/dev/null 2>&1
usable 'when folders cannot be exchanged'
expect_equal "$(ls -A "$store")" xsozialbasis_2.3.1 'what is left without an exchange'

# At the same time.
rm -rf "$XDG_DATA_HOME"
for each in 1 2 3 4; do
    validate-xsozial package add "$([ $((each % 2)) -eq 0 ] && echo old || echo new)" >"add-$each" 2>&1 &
    E2E_PIDS+=($!)
done
for pid in "${E2E_PIDS[@]}"; do
    wait "$pid"
    expect_equal $? 0 'the code of one of several that install the same'
done
usable 'when several install at the same time'
expect_equal "$(ls -A "$store")" xsozialbasis_2.3.1 'what is left by several'

finish
