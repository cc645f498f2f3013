# A change in production needs the beginning of its own target's id; with anything else no changing
# request is sent.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
prepare_authority
test_id=$id
p12-to-jwk sandbox/pki/musterstadt-prod.p12 --env prod --out-dir keys/prod \
    --password-file sandbox/pki/musterstadt-prod.password >/dev/null 2>&1
printf '\n[env.prod]\nkeys = "keys/prod"\n' >>musterstadt.toml

# changes: how many requests to production could have changed something.
changes()
{
    jq -s '[.[] | select((.path | startswith("/prod/")) and .method != "GET" and
        (.path | endswith("/token") | not))] | length' sandbox/requests.jsonl
}

# refused COMMAND...: neither without a confirmation nor with one of something else.
refused()
{
    local before wrong
    before=$(changes)
    run "$@" --no-input
    expect_code 64
    expect_contains stderr ANB-G121
    for wrong in yes ja prod '' "${good:0:7}" "${test_id:0:8}" 12345678 "${good:0:7}x" "$good "; do
        run "$@" --no-input --confirm "$wrong"
        expect_code 64
        expect_contains stderr ANB-G12
    done
    ANB_CONFIRM=$good ANB_ENV=prod run "$@" --no-input
    expect_code 64
    expect_equal "$(changes)" "$before" "changing requests of $*"
}

good=99123456
refused fitconnect-destination --env prod create hzl
run fitconnect-destination --env prod create hzl --confirm "$good" --json
expect_code 0
id=$(jq -r .destination.destinationId "$E2E_LAST/stdout")

good=${id:0:8}
refused fitconnect-destination --env prod activate "$id"
run fitconnect-destination --env prod activate "$id" --confirm "$good"
expect_code 0

refused send-testantrag --env prod --to "$id" --service hzl --data testantrag-hzl.xml --final-test
run send-testantrag --env prod --to "$id" --service hzl --data testantrag-hzl.xml --final-test \
    --confirm "$good"
expect_code 1
read_ids

# shellcheck disable=SC2154 # set by read_ids
good=${case:0:8}
refused receive-testantrag --env prod fetch "$case" -o eingang --accept
run receive-testantrag --env prod fetch "$case" -o eingang --accept --confirm "$good"
expect_code 0
expect_equal "$([ "$(changes)" -ge 4 ] && echo some)" some "changing requests in all: $(changes)"
finish
