# Every request that the sandbox takes as good at its DVDV servers, and every answer, is valid against
# the official description of the Directory API, apart from the named deviations of real servers; and
# what the sandbox refuses, the validator refuses too. The validator is one that nobody here wrote.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/dvdv.bash"
need curl jq openssl
need_node openapi-request-validator openapi-response-validator js-yaml
document=dvdv/dvdv2-directory-api-v2.15.0.mock-standalone.openapi.yaml
need_reference "$document"
deviations=$E2E_ROOT/tests/witness/directory.deviations.js

# judged EXCHANGES [DEVIATIONS [WITHOUT]]
judged()
{
    run node "$E2E_ROOT/tests/witness/openapi_witness.js" "$REFERENCE/$document" /test/dvdv "$@"
}

# A second organization whose service has ended, and a service without a WSDL.
mkdir -p sandbox directory/test
start_sandbox
cp "$pki"/*-test*.cer directory/test
stop_sandbox
cat >directory/test/musterstadt.json <<'END'
{"nameDe": "Stadt Musterstadt, Sozialamt", "category": "Sozialamt", "organizationKeys": ["soa:05999000"],
 "postalAddress": "Rathausplatz 1\n99999 Musterstadt", "locationStateId": 5,
 "clientCertificates": [{"file": "dvdv-client-test.cer"}],
 "services": [
  {"nameDe": "Antrag", "serviceSpecificationType": "WSDL_OSCI", "validFrom": "2025-01-01",
   "serviceSpecificationUri": "http://www.osci.de/beispiel/1/antrag.wsdl",
   "serviceSpecificationDocument": "<definitions/>",
   "serviceElements": [
    {"serviceElementName": "InternetIntermediär", "serviceElementType": "OSCI_INTERMEDIARY", "required": true,
     "serviceElementUri": "https://intermediaer.invalid/osci",
     "cipherCertificate": {"file": "intermediaer-test-cipher.cer"},
     "signatureCertificate": {"file": "intermediaer-test-signature.cer"}},
    {"serviceElementName": "InternetEmpfänger", "serviceElementType": "OSCI_ADDRESSEE", "required": true,
     "cipherCertificate": {"file": "musterstadt-osci-test.cer", "revocationReason": "SUPERSEDED",
      "revocationDate": "2026-01-01"}}]},
  {"nameDe": "Rückkanal", "serviceSpecificationType": "MANUAL", "validTo": "2025-12-31T22:59:59.000Z",
   "serviceSpecificationUri": "http://www.osci.de/beispiel/1/rückkanal.wsdl",
   "serviceElements": [{"customServiceElementType": "FAX", "serviceElementText": "0123 456"}]}]}
END
cat >directory/test/beispielstadt.json <<'END'
{"organization": {"nameDe": "Beispielstadt", "category": "Archiv", "organizationKeys": ["arc:05998000"]},
 "representatives": [{"nameDe": "Beispielkreis", "category": "Archiv", "organizationKeys": ["arc:05998"]}]}
END
start_sandbox --directory directory --record "$PWD/record"
find_address
token=$(access_token test)
base=test/dvdv/extern/standaloneauth/directory/v2
own=$(fingerprint "$pki/dvdv-client-test.cer")
addressee=$(fingerprint "$pki/musterstadt-osci-test.cer")
antrag='"organizationKey":"soa:05999000","serviceSpecificationUri":"http://www.osci.de/beispiel/1/antrag.wsdl"'

# good STATUS FUNCTION [JSON]: asked alone, and where there is a batch also in one.
good()
{
    run ask "$base/$2" "${3-}"
    expect_match stdout "^$1\$"
    case $2 in
    findauthoritydescriptions | findCertificateByFingerprint | version | categories | intermediaries) ;;
    *)
        run ask "$base/batch/$2" "" -H 'Content-Type: application/json' -d "[$3, $3]"
        expect_match stdout '^200$'
        ;;
    esac
}
good 200 version
good 200 categories
good 200 intermediaries
good 200 findauthoritydescription '{"category":"Sozialamt","organizationKey":"soa:05999000"}'
good 200 findauthoritydescription '{"category":"Archiv","organizationKey":"arc:05998000"}'
good 404 findauthoritydescription '{"category":"Meldebehörde","organizationKey":"soa:05999000"}'
good 200 findauthoritydescriptions '{"organizationKey":"soa:05999000"}'
good 200 findcategories "{\"fingerPrint\":\"$own\",\"organizationKey\":\"soa:05999000\"}"
good 200 findCertificateByFingerprint "{\"fingerPrint\":\"$addressee\"}"
good 404 findCertificateByFingerprint "{\"fingerPrint\":\"$(printf '0%.0s' {1..40})\"}"
good 200 findOrganizationsByServiceElement \
    "{\"serviceElementType\":\"OSCI_ADDRESSEE\",\"parameterType\":\"CIPHER_CERTIFICATE\",\"parameterValue\":\"$addressee\"}"
good 200 findOrganizationsByServiceElement \
    '{"customServiceElementType":"FAX","parameterType":"URI","parameterValue":"x","unknown":true}'
good 200 findservicedescription "{$antrag}"
good 204 findservicedescription \
    '{"organizationKey":"soa:05999000","serviceSpecificationUri":"http://www.osci.de/beispiel/1/rückkanal.wsdl"}'
good 404 findservicedescription '{"organizationKey":"soa:05999000","serviceSpecificationUri":"urn:nothing"}'
good 200 findServiceSpecificationUrisByCategory '{"category":"Sozialamt"}'
good 200 verifycategory "{\"fingerPrint\":\"$own\",\"category\":\"Sozialamt\"}"
run log_in test dvdv x.y.z
expect_json '.status == 401'
secret=$token
token=
good 401 version
good 401 findauthoritydescriptions '{"organizationKey":"soa:05999000"}'

exchanges=record/exchanges.jsonl
expect_missing "$exchanges" "$secret"
judged "$exchanges" "$deviations"
expect_code 0
expect_empty stderr
operations=$(grep -c "^  '\?/.*:\$" "$REFERENCE/$document")
expect_equal "$(cut -d' ' -f2 "$E2E_LAST/stdout" | sort -u | wc -l)" "$operations" "operations asked"
cp "$exchanges" good

# Every deviation is needed, and without them the answers are not valid.
for name in $(node -p "require('$deviations').map(one => one.name).join(' ')"); do
    judged good "$deviations" "$name"
    expect_code 1
    expect_contains stderr response:
done
judged good
expect_code 1

# Broken exchanges are noticed.
noticed()
{
    jq -c "$2" good >broken
    cmp -s good broken && echo "nothing was broken: $2" >&2
    judged broken "$deviations"
    expect_code 1
    expect_contains stderr "$1"
}
at() { printf 'if (.path | endswith("/v2/%s")) and .status == %s then %s else . end' "$1" "$2" "$3"; }
answer() { printf '.response_body |= (fromjson | %s | tojson)' "$1"; }
noticed 'serviceElementType must be equal' "$(at findservicedescription 200 "$(answer '.serviceElements[0].serviceElementType = "POSTBOX"')")"
noticed 'fingerprint must NOT have fewer' "$(at findCertificateByFingerprint 200 "$(answer '.fingerprint = "abc"')")"
noticed 'validFrom must match format' "$(at findCertificateByFingerprint 200 "$(answer '.validFrom |= sub("T"; " ")')")"
noticed "must have required property 'verifyCategory'" "$(at verifycategory 200 "$(answer 'del(.verifyCategory)')")"
noticed 'must be array' "$(at findcategories 200 "$(answer '.[0]')")"
noticed 'must be array' "$(at batch/findservicedescription 200 "$(answer '.[0]')")"
noticed 'access_token must be string' "$(printf 'if (.path | endswith("token")) and .status == 200 then %s else . end' "$(answer '.access_token = 1')")"
noticed 'in place of application/json;charset=utf-8' "$(at version 200 '.response_headers["content-type"] = "text/plain"')"
noticed 'a body where none is described' "$(at findservicedescription 204 '.response_body = "{}"')"
noticed 'the status 500 is not described' "$(at version 200 '.status = 500')"
noticed 'no such operation' "$(at version 200 '.path |= sub("v2"; "v1")')"
noticed 'category is needed' "$(at findServiceSpecificationUrisByCategory 200 '.query.request_json = "{}"')"
noticed 'request_json is no JSON' "$(at verifycategory 200 '.query.request_json = "{"')"

# What the validator refuses, the sandbox refuses: with a problem that the document describes.
token=$(access_token test)
: >"$exchanges"
long=$(printf 'x%.0s' {1..256})
bad() # FUNCTION JSON
{
    run ask "$base/$1" "$2"
    expect_match stdout '^400$'
    expect_match stdout '"problems/type/(INPUT|SERVICE)_VALIDATION"'
}
bad findauthoritydescription '{"category":"Sozialamt"'
bad findauthoritydescription '[]'
bad findauthoritydescription '{"category":"Sozialamt"}'
bad findauthoritydescription '{"category":7,"organizationKey":"soa:05999000"}'
bad findauthoritydescription '{"category":null,"organizationKey":"soa:05999000"}'
bad findauthoritydescription "{\"category\":\"$long\",\"organizationKey\":\"soa:05999000\"}"
bad findauthoritydescriptions '{"organizationKey":"soa:1"}'
bad findauthoritydescriptions "{\"organizationKey\":\"$long\"}"
bad findcategories '{"fingerPrint":"abc","organizationKey":"soa:05999000"}'
bad findCertificateByFingerprint '{"fingerPrint":"11:51:43:a1:b5:fc:8b:b7:0a:3a:a9:b1:0f:66:73:22"}'
bad findOrganizationsByServiceElement \
    '{"serviceElementType":"Irrtum","parameterType":"Hier ist ein","parameterValue":"Fehler im Request"}'
bad findOrganizationsByServiceElement '{"serviceElementType":"TEXT","parameterValue":"x"}'
bad findservicedescription '{"organizationKey":"soa:05999000","serviceSpecificationUri":"urn:x"}'
bad findservicedescription '{"organizationKey":"soa:05999000"}'
bad findServiceSpecificationUrisByCategory '{}'
bad verifycategory "{\"fingerPrint\":\"$own\"}"
batch() # JSON
{
    printf %s "$1" >batch.json
    run ask "$base/batch/findservicedescription" "" -H 'Content-Type: application/json' -d @batch.json
    expect_match stdout '^400$'
    expect_match stdout '"problems/type/(INPUT|SERVICE)_VALIDATION"'
}
batch '{'
batch "{$antrag}"
batch "[{$antrag}, {\"organizationKey\": \"soa:05999000\"}]"
batch "[$(printf "{$antrag},%.0s" {1..200}){$antrag}]"
judged "$exchanges" "$deviations"
expect_code 1
expect_missing stderr response:
expect_equal "$(grep -c 'request is wrong$' "$E2E_LAST/stdout")" "$(wc -l <"$exchanges")" \
    "requests that the validator refuses too"

finish
