# Entries with one fault each are found and named, and good ones raise nothing.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
need jq
need_python cryptography

# The sandbox makes its keys first, since the entries register its client certificates.
start_sandbox
stop_sandbox
/usr/bin/python3 "$E2E_ROOT/tests/support/dvdv_entries.py" entries \
    "$PWD/sandbox/pki/dvdv-client-test.cer" "$PWD/sandbox/pki/dvdv-client-prod.cer" \
    "$(date -u +%Y-%m-%dT%H:%M:%SZ)" || broken "the entries are made"
start_sandbox --directory entries/directory

wrong=0
good=0
while IFS=$'\t' read -r name env profile code codes; do
    run dvdv-lookup --env "$env" check --profile "$profile" --all --no-probe --json \
        --trust test=entries/certificates/root-test.cer --trust prod=entries/certificates/root-prod.cer
    E2E_COMMAND="$name: $E2E_COMMAND"
    expect_code "$code"
    if [ "$codes" = - ]; then
        good=$((good + 1))
        expect_json '.result == "ok" and .findings == []'
        continue
    fi
    wrong=$((wrong + 1))
    expect_json '.result != "ok" and all(.findings[]; .responsible != null or .severity == "note")'
    for each in $codes; do
        expect_json "any(.findings[]; .code == \"$each\" and .severity != \"note\")"
    done
done <entries/cases.tsv
echo "$wrong wrong entries, $good good ones"
expect_equal "$((wrong >= 60))" 1 'at least 60 wrong entries'
expect_equal "$((good >= 20))" 1 'at least 20 good entries'

finish
