# The validation lines of the journeys A6 and B5: valid, test data only; through a pipe only what is
# valid goes on to be sent.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/validation.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
install_example

run validate-xsozial --lang de --testdata testantrag-hzl.xml
expect_code 0
expect_empty stderr
expect_equal "$(head -n 1 "$E2E_LAST/stdout")" \
    'testantrag-hzl.xml: gültig (XSozial-basis 2.3.1), nur Testdaten erkannt' 'line of journey A6'
expect_contains stdout 'Geprüft: XML, Schema, Verweise (ID/IDREF)'
expect_contains stdout 'Nicht geprüft: Geschäftsregeln'

# Byte by byte, and nothing at all when it is not valid.
run validate-xsozial --filter --testdata testantrag-hzl.xml
expect_code 0
expect_same stdout testantrag-hzl.xml
expect_contains stderr 'Not checked: business rules'
run bash -c 'validate-xsozial --filter --testdata - <testantrag-hzl.xml'
expect_code 0
expect_same stdout testantrag-hzl.xml
sed 's/1964-08-12/12.08.1964/' testantrag-hzl.xml >falsch.xml
sed 's/>Musterweg 17</>Am Eichenhain 17</' testantrag-hzl.xml >echt.xml
sed 's/<code>01<.code>/<code>99<\/code>/' testantrag-hzl.xml >code.xml
head -c 1000 testantrag-hzl.xml >halb.xml
for document in falsch echt code halb; do
    run validate-xsozial --filter --testdata "$document.xml"
    expect_code 2
    expect_empty stdout
done
run validate-xsozial --filter --schema-version 9.9 testantrag-hzl.xml
expect_code 2
expect_empty stdout
run validate-xsozial --filter --schema-dir /nonexistent testantrag-hzl.xml
expect_code 66
expect_empty stdout

# In front of a sending.
prepare_authority
cp "$TESTDATA/schema/nachrichten/testantrag-hzl.xml" .
send_pipe()
{
    run bash -c "set -o pipefail; validate-xsozial --filter --testdata $1 |
        send-testantrag --env test --to $id --service hzl --schema-uri '$schema' --data - --wait 1s"
}
schema=$(fitconnect-destination --env test show "$id" --json | jq -r '[.. | .schemaUri? // empty][0]')
before=$(find sandbox/test/submissions -mindepth 1 -maxdepth 1 2>/dev/null | wc -l)
for document in falsch echt code halb; do
    send_pipe "$document.xml"
    expect_equal "$(((E2E_CODE == 0) + (E2E_CODE == 1)))" 0 "success with an invalid document"
done
expect_equal "$(find sandbox/test/submissions -mindepth 1 -maxdepth 1 2>/dev/null | wc -l)" "$before" \
    'the number of submissions after invalid documents'
send_pipe testantrag-hzl.xml
expect_code 1
expect_equal "$(find sandbox/test/submissions -mindepth 1 -maxdepth 1 | wc -l)" $((before + 1)) \
    'the number of submissions after a valid document'

finish
