# Killed at any moment, a sending goes on and is submitted once.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
printf '* */submission-api/* delay=40ms\n' >fault
prepare_authority --fault "$PWD/fault"

for delay in 0.1 0.25 0.4 0.6; do
    rm -rf "$XDG_STATE_HOME/anbindung"
    before=$(submissions submitted)
    timeout -s KILL "$delay" send-testantrag --env test --to "$id" --service hzl \
        --data testantrag-hzl.xml --attach nachweis.pdf >/dev/null 2>&1
    read_ids
    if [ "$(jq '.sendings | length' "$E2E_TMP/list.json")" -eq 0 ]; then
        expect_equal "$(submissions submitted)" "$before" "submitted when nothing was prepared"
        continue
    fi
    run send-testantrag resume "$(jq -r '.sendings[0].id' "$E2E_TMP/list.json")"
    expect_code 1
    expect_equal "$(submissions submitted)" $((before + 1)) "submitted after a kill at $delay s"
done
finish
