# Killed at any system call, a fetch over OSCI loses no message and stores none twice: what was
# received is stored by the next run, what was not is handed out again. The calls come from a trace
# of a whole fetch; ANB_LONG=1 takes all of them in place of a sample.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
. "$E2E_SOURCE/postbox.bash"
. "$E2E_SOURCE/killing.bash"
need jq strace
export ASAN_OPTIONS=detect_leaks=0
prepare_osci
fetch=("${receive[@]}" fetch --all -o eingang)

# stock: two messages in the postbox, nothing in the folder
stock()
{
    rm -rf eingang
    drop_message --attach nachweis.pdf
    first=$message
    drop_message
    before=$(acknowledged)
}

# expect_complete WHAT: both messages are here once, and acknowledged
expect_complete()
{
    expect_equal "$(parts "eingang/$first")" 4 "parts of the first after $1"
    expect_equal "$(parts "eingang/$message")" 3 "parts of the second after $1"
    expect_equal "$(find eingang -mindepth 1 -maxdepth 1 | wc -l)" 3 "folders after $1"
    expect_equal "$(find eingang/.incoming -type f | wc -l)" 0 "files among the incoming after $1"
    expect_equal "$(acknowledged)" $((before + 2)) "acknowledged after $1"
}

# lost: messages that are acknowledged and neither stored nor among the incoming
lost()
{
    local here
    here=$(find eingang -name manifest.json -o -name '*.mime' 2>/dev/null | wc -l)
    echo $(($(acknowledged) - before > here ? $(acknowledged) - before - here : 0))
}

stock
trace_calls "${fetch[@]}"
expect_complete 'a whole run'
choose_points 18 8 'sendto|sendmsg'

while read -r call number; do
    stock
    kill_at "$call" "$number" "${fetch[@]}"
    expect_equal "$(lost)" 0 "messages lost by $call $number"
    run "${fetch[@]}"
    expect_code 0
    expect_complete "$call $number"
done <chosen
echo "$(wc -l <chosen) of $(wc -l <all) points"
finish
