# The Intermediär as curl sees it: a short text, faults for what is no message, and answers to
# messages that another implementation wrote.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
need curl openssl
need_reference osci/samples

cat >faults <<'END'
POST /prod/osci nth=2 reset=after
POST /prod/osci nth=3 osci_fault=9000
POST /prod/osci nth=4 status=503
END
start_sandbox --fault faults
address=$(cat sandbox/osci-address)

# post ENV FILE: the answer without carriage returns, as text
post()
{
    curl -s -H 'Content-Type: text/xml' -H 'charset: utf-8' --data-binary "@$2" "$address/$1/osci" | tr -d '\r'
}

run curl -s -w '%{http_code}' "$address/test/osci"
expect_contains stdout 'no answer to GET'
expect_match stdout '^200$'
run curl -s -w '%{http_code}' -o none "$address/test/auth/token"
expect_match stdout '^404$'
echo '<html></html>' >page.html
run post test page.html
expect_contains stdout '<osci:Code>9100</osci:Code>'
expect_contains stdout '<faultcode>soap:Client</faultcode>'
openssl verify -CAfile sandbox/pki/test-pki-root.pem sandbox/pki/absender-osci-test.pem >verified
expect_contains verified OK

samples=$REFERENCE/osci/samples
for kind in plain signed; do
    run post test "$samples/$kind/01_getMessageId_implicit.request.mime"
    expect_contains stdout '<osci:Code>0800</osci:Code>'
    expect_contains stdout '<osci:Code>3501</osci:Code>'
    expect_contains stdout '<osci:MessageId>'
    expect_contains stdout SupplierSignature
    run post test "$samples/$kind/02_initDialog.request.mime"
    expect_contains stdout 'ConversationId='
    run post test "$samples/$kind/04_storeDelivery.request.mime"
    expect_contains stdout '<osci:Code>9400</osci:Code>'
done
sed 's/LanguagesList="de"/LanguagesList="en"/' "$samples/signed/01_getMessageId_implicit.request.mime" >changed.mime
run post test changed.mime
expect_contains stdout '<osci:Code>9601</osci:Code>'
expect_contains stdout 'The signature of the order'
run post test "$samples/signed-encrypted/01_getMessageId_implicit.request.mime"
expect_contains stdout '<osci:Code>9200</osci:Code>'
expect_equal "$(find sandbox/test/osci/ids -type f | wc -l)" 2 'message ids handed out'

# Lost answers and faults on demand; the ids of a lost answer were handed out all the same.
number=$samples/plain/01_getMessageId_implicit.request.mime
run post prod "$number"
expect_contains stdout '<osci:MessageId>'
run post prod "$number"
expect_equal "$(cat "$E2E_LAST/stdout")" '' 'lost answer'
run post prod "$number"
expect_contains stdout '<osci:Code>9000</osci:Code>'
run curl -s -w '%{http_code}' -o none --data-binary "@$number" "$address/prod/osci"
expect_match stdout '^503$'
expect_equal "$(find sandbox/prod/osci/ids -type f | wc -l)" 2 'message ids handed out'
kill -9 "$E2E_SANDBOX_PID"
wait "$E2E_SANDBOX_PID" 2>/dev/null
start_sandbox
expect_equal "$(cat sandbox/osci-address)" "$address" 'address after a restart'
run post prod "$number"
expect_contains stdout '<osci:MessageId>'
expect_equal "$(find sandbox/prod/osci/ids -type f | wc -l)" 3 'message ids handed out'
finish
