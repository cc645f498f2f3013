# Three hundred mutants with one fault each, of our own messages and those of the reference: exactly
# one finding in at least 95 of 100, and none called valid.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/validation.bash"
need jq
install_example
documents=("$TESTDATA/schema/nachrichten/testantrag-hzl.xml")
if [ -e "$REFERENCE/xoev" ]; then
    install_reference
    for document in "$REFERENCE"/xoev/*/instances/*.xml; do
        if validate-xsozial -q "$document" >/dev/null 2>&1; then
            documents+=("$document")
        fi
    done
    expect_equal "$((${#documents[@]} > 15))" 1 'more than 15 valid documents'
fi
run /usr/bin/python3 "$E2E_ROOT/tests/support/xml_mutants.py" mutants 300 "${documents[@]}"
expect_code 0
run validate-xsozial --json --max-findings 0 mutants
expect_code 2
jq '[.findings[] | select(.severity == "error")] | group_by(.subject) | map(length)' "$E2E_LAST/stdout" >counts
expect_equal "$(jq '[.subjects[] | select(.schema_valid == "true")] | length' "$E2E_LAST/stdout")" 0 'mutants called valid'
expect_equal "$(jq length counts)" 300 'mutants with findings'
expect_equal "$(jq 'map(select(. == 1)) | length >= 285' counts)" true '95 of 100 with exactly one finding'
jq -c 'map(select(. == 1)) | length' counts

finish
