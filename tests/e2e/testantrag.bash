# What the tests of sending and receiving share: a profile, keys, an active Zustellpunkt.
# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash

# prepare_office [SANDBOX-OPTION...]: keys, a running sandbox and a profile, in German.
# Keys are made once per build folder.
prepare_office()
{
    local cache=$E2E_BUILD/e2e-cache/authority-keys
    (
        flock 9
        [ -d "$cache" ] || p12-to-jwk --new-test-key --env test --out-dir "$cache" >/dev/null
    ) 9>"$E2E_BUILD/authority-keys.lock"
    mkdir -p keys
    cp -a "$cache" keys/test
    start_sandbox "$@"
    cp "$E2E_ROOT"/scripts/examples/data/* .
    export ANB_PROFILE=./musterstadt.toml ANB_LANG=de
}

# prepare_authority [SANDBOX-OPTION...]: the same with an active Zustellpunkt; sets $id to it.
prepare_authority()
{
    prepare_office "$@"
    fitconnect-destination -q --env test create hzl --json -o zustellpunkt.json 2>/dev/null
    id=$(jq -r .destination.destinationId zustellpunkt.json)
    fitconnect-destination -q --env test activate "$id" >/dev/null 2>&1 || broken "the Zustellpunkt is active"
}

# send_example [OPTION...]: sends the example to the Zustellpunkt and sets $submission and $case.
send_example()
{
    run send-testantrag --env test --to "$id" --service hzl --data testantrag-hzl.xml "$@"
    read_ids
}

# read_ids: from the sending that the last call had not seen, or else from the newest.
read_ids()
{
    send-testantrag list --json >"$E2E_TMP/list.json" 2>/dev/null
    jq --arg seen "${seen_submissions-}" '
        .sendings | map(select(.submission_id as $id | $seen | contains($id) | not)) + . | first
    ' "$E2E_TMP/list.json" >"$E2E_TMP/newest.json"
    seen_submissions=$(jq -r '.sendings[].submission_id' "$E2E_TMP/list.json")
    submission=$(jq -r .submission_id "$E2E_TMP/newest.json")
    # shellcheck disable=SC2034 # for the scripts
    case=$(jq -r .case_id "$E2E_TMP/newest.json")
}

# submissions STATE: how many submissions the sandbox has in this state.
submissions()
{
    cat sandbox/test/submissions/*/submission.json 2>/dev/null |
        jq -s --arg state "$1" '[.[] | select(.state == $state)] | length'
}

# prepare_osci [SANDBOX-OPTION...]: a running sandbox and a profile, in German.
prepare_osci()
{
    start_sandbox "$@"
    cp "$E2E_ROOT"/scripts/examples/data/* .
    export ANB_PROFILE=./musterstadt.toml ANB_LANG=de
}

# osci_example [OPTION...]: sends the example into the authority's postbox.
osci_example()
{
    run send-testantrag --env test --via osci --to soa:05999000 --service hzl \
        --data testantrag-hzl.xml "$@"
}

# newest MEMBER: of the newest sending.
newest()
{
    send-testantrag list --json 2>/dev/null | jq -r ".sendings[0].$1"
}

# deliveries [ENV]: how many messages the Intermediär keeps.
deliveries()
{
    find "sandbox/${1:-test}/osci/deliveries" -name delivery.json 2>/dev/null | wc -l
}

# osci_requests: how many orders came to an Intermediär.
osci_requests()
{
    grep -c '"path":"[^"]*/osci"' sandbox/requests.jsonl
}
