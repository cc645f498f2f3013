# What the tests of a watch share: it runs in the background, its lines go to the file `watch`.
# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash

# watch_with COMMAND...: begins
watch_with()
{
    env --default-signal=INT "$@" >>watch 2>>watch.err &
    watch_pid=$!
    E2E_PIDS+=("$watch_pid")
}

# told FILTER: how many lines tell of a case that fulfils it
told()
{
    jq -s "[.[] | select(.type == \"event\" and .event == \"case\") | select($1)] | length" watch
}

# has_told FILTER N: at least so many
has_told()
{
    [ "$(told "$1")" -ge "$2" ]
}

# ended CODE SIGNAL: stops the watch
ended()
{
    kill "-$2" "$watch_pid"
    E2E_CODE=0
    wait "$watch_pid" || E2E_CODE=$?
    expect_code "$1"
}
