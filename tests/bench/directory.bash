# Section 6 of scripts/bench: dvdv-lookup over many organisations, in batches and one by one, against
# the sandbox. SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash disable=SC2154
#
# Uses $build, $work, $runs, timed, median, ratio and peak of scripts/bench.

lookup() { "$build/bin/dvdv-lookup" --env test --environments "$work/environments.toml" "$@"; }

all_at_once() { lookup check --profiles "$work/many/profiles" --no-probe --jsonl; }

each_alone()
{
    local profile
    for profile in "$work"/many/profiles/gemeinde-000*.toml; do
        lookup check --profile "$profile" --all --no-probe --jsonl || [ $? -le 2 ] || return
    done
}

# started [OPTION...]: starts the sandbox; its process is $sandbox.
started()
{
    rm -f "$work/environments.toml"
    "$build/bin/anbindung-sandbox" --port 0 --state "$work/sandbox" --env-file "$work/environments.toml" \
        --stop-with-parent "$@" >"$work/sandbox.out" 2>&1 &
    sandbox=$!
    until [ -s "$work/environments.toml" ]; do
        kill -0 "$sandbox"
        sleep 0.2
    done
}

stop_it()
{
    kill "$sandbox"
    wait "$sandbox" || true
}

# requests COMMAND...: how many the sandbox saw.
requests()
{
    local log=$work/sandbox/requests.jsonl before
    touch "$log"
    before=$(wc -l <"$log")
    "$@" >/dev/null 2>&1 || [ $? -le 2 ]
    echo $(($(wc -l <"$log") - before))
}

directory()
{
    local count=1000 few=10 rounds=$(((runs + 4) / 5)) run sandbox batch alone in_batch in_turn
    started
    stop_it
    python3 tests/support/dvdv_many.py "$work/many" $count "$work/sandbox/pki"
    started --directory "$work/many/directory"
    requests all_at_once >/dev/null # the sandbox reads its files
    for ((run = 0; run < rounds; run++)); do
        timed "$work/dvdv.batch" tolerant all_at_once
        timed "$work/dvdv.alone" each_alone
    done
    batch=$(median "$work/dvdv.batch")
    alone=$(awk -v t="$(median "$work/dvdv.alone")" -v n=$count -v f=$few 'BEGIN { print t * n / f }')
    in_batch=$(requests all_at_once)
    in_turn=$(($(requests each_alone) * count / few))
    echo "6. $count organisations with 3 services each, two servers, median of $rounds runs"
    printf '   %-44s %9.1f ms   %6d requests\n' "one call, in batches" "$batch" "$in_batch"
    printf '   %-44s %9.1f ms   %6d requests   ratio %s\n' "one call each, from $few organisations" \
        "$alone" "$in_turn" "$(ratio "$alone" "$batch")"
    echo "   peak memory: $(peak "$build/bin/dvdv-lookup" --env test --environments "$work/environments.toml" \
        check --profiles "$work/many/profiles" --no-probe --jsonl 2>/dev/null) KiB"
    stop_it
}

# tolerant COMMAND...: 2 is an answer too; one entry of the many is missing.
tolerant() { "$@" || [ $? -le 2 ]; }
