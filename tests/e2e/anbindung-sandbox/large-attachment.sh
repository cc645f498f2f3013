# An attachment of 200 MB is taken, kept and given back with the memory of a small one; one that is
# too large is refused with 413.
. "$E2E_SOURCE/lib.bash"
need curl jq

start_sandbox
base=$(head -1 "$E2E_TMP/sandbox.out")/test
cat >curlrc <<END
cacert = "$PWD/sandbox/pki/tls-root.pem"
silent
END
token() {
    curl -K curlrc -d grant_type=client_credentials -d "client_id=$(cat "sandbox/test/clients/$1.id")" \
        --data-urlencode "client_secret@sandbox/test/clients/$1.secret" "$base/auth/token" |
        jq -r .access_token
}
as() { # ROLE CURL-ARGUMENT...
    local role=$1
    shift
    curl -K curlrc -H "Authorization: Bearer $(token "$role")" "$@"
}

run p12-to-jwk --new-test-key --env test --out-dir keys
expect_code 0
encryption=keys/verschluesselung.oeffentlich.jwk.json
signature=keys/signatur.oeffentlich.jwk.json
jq -n --slurpfile e "$encryption" --slurpfile s "$signature" '{
    name: "Groß", contactInformation: {legalName: "Stadt Musterstadt", email: "ozg@musterstadt.example"},
    services: [{identifier: "urn:de:fim:leika:leistung:99123456760610", regions: ["DE05999"],
        submissionSchemas: [{schemaUri: "urn:test", mimeType: "application/xml"}]}],
    metadataVersions: ["2.1.0"], encryptionKid: $e[0].kid,
    encryptionPublicKey: $e[0], signingPublicKey: $s[0]}' >destination.json
run as subscriber --json @destination.json "$base/destination-api/v1/destinations"
expect_json '.status == "created"'
destination=$(jq -r .destinationId "$E2E_LAST/stdout")
run as subscriber -X PATCH -H "Content-Type: application/merge-patch+json" -d '{"status":"active"}' \
    "$base/destination-api/v1/destinations/$destination"
expect_json '.status == "active"'

attachment=11111111-2222-4333-8444-555555555555
jq -n --arg d "$destination" --arg a $attachment '{destinationId: $d, announcedAttachments: [$a],
    publicService: {name: "Test", identifier: "urn:de:fim:leika:leistung:99123456760610"}}' >create.json
run as sender --json @create.json "$base/submission-api/v2/submissions"
submission=$(jq -r .submissionId "$E2E_LAST/stdout")
url=$base/submission-api/v2/submissions/$submission

# jwe CTY SIZE: has the form of a JWE; the sandbox cannot decrypt any.
jwe() {
    jq -cnj --arg k "$(jq -r .kid "$encryption")" --arg c "$1" \
        '{alg: "RSA-OAEP-256", enc: "A256GCM", kid: $k, cty: $c}' | basenc --base64url -w0 | tr -d =
    printf '.%683s.%16s.' "" "" | tr ' ' A
    head -c "$2" /dev/zero | tr '\0' B
    printf '.%22s' "" | tr ' ' C
}
jwe application/pdf 200000000 >attachment.jwe
run as sender -o /dev/null -w '%{http_code}' -H "Content-Type: application/jose" -T attachment.jwe \
    "$url/attachments/$attachment"
expect_contains stdout 204
jwe application/json 100 | jq -Rs --arg d "$(jwe application/xml 100)" \
    '{encryptedMetadata: ., encryptedData: $d}' >submit.json
run as sender -X PUT --json @submit.json "$url"
expect_json ".submissionId == \"$submission\""
run as subscriber -o download "$url/attachments/$attachment"
expect_same download attachment.jwe
peak=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\) kB/\1/p' "/proc/$E2E_SANDBOX_PID/status")
expect_memory anbindung-sandbox "$peak" 60000 'a peak under 60 MB'

run as sender --json @create.json "$base/submission-api/v2/submissions"
url=$base/submission-api/v2/submissions/$(jq -r .submissionId "$E2E_LAST/stdout")
truncate -s 500000001 huge
run as sender -o /dev/null -w '%{http_code}' -H "Content-Type: application/jose" -T huge \
    "$url/attachments/$attachment"
expect_contains stdout 413

finish
