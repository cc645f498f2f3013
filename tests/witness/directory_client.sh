# Every request of dvdv-lookup is valid against the official description of the Directory API, judged
# by a validator that nobody here wrote. SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
need_node openapi-request-validator openapi-response-validator js-yaml
document=dvdv/dvdv2-directory-api-v2.15.0.mock-standalone.openapi.yaml
need_reference "$document"
need_python cryptography
prepare_office
stop_sandbox
/usr/bin/python3 "$E2E_ROOT/tests/support/dvdv_many.py" many 3 "$PWD/sandbox/pki"
start_sandbox --record "$PWD/record"
pki=sandbox/pki
url=$(dvdv-lookup --env test show hzl --print intermediary-url 2>/dev/null)
for call in "show" "show hzl" "check hzl --no-probe" "check --profiles many/profiles --no-probe" \
    "uses-cert $pki/musterstadt-osci-test.cer" categories "categories Sozialamt" organizations \
    "organizations --category Sozialamt" "organizations --cert $pki/musterstadt-osci-test.cer" \
    "organizations --element OSCI_INTERMEDIARY --uri $url" whoami token \
    "show http://www.osci.de/beispiel/gibt-es-nicht"; do
    # shellcheck disable=SC2086 # words of a call
    run dvdv-lookup --env test $call
    expect_match stderr '^Umgebung: TEST'
done
# Both servers have the same description.
jq -c '.path |= sub("^/test/dvdv-replica/"; "/test/dvdv/")' record/exchanges.jsonl >exchanges.jsonl
exchanges=exchanges.jsonl
expect_file "$exchanges"
run node "$E2E_ROOT/tests/witness/openapi_witness.js" "$REFERENCE/$document" /test/dvdv "$exchanges" \
    "$E2E_ROOT/tests/witness/directory.deviations.js"
expect_code 0
expect_empty stderr
root=/extern/standaloneauth/directory/v2
for operation in "GET $root/findservicedescription 200" "GET $root/findauthoritydescriptions 200" \
    "GET $root/findauthoritydescription 200" "GET $root/findcategories 200" "GET $root/categories 200" \
    "GET $root/findOrganizationsByServiceElement 200" "GET $root/version 200" \
    "GET $root/findServiceSpecificationUrisByCategory 200" "POST $root/batch/findservicedescription 200" \
    "POST $root/batch/findauthoritydescription 200" "POST $root/batch/findOrganizationsByServiceElement 200"; do
    expect_contains stdout "$operation"
done

# The validator notices what is wrong.
jq -c 'if .path | endswith("/findservicedescription") then .query = {} else . end' "$exchanges" >broken
run node "$E2E_ROOT/tests/witness/openapi_witness.js" "$REFERENCE/$document" /test/dvdv broken \
    "$E2E_ROOT/tests/witness/directory.deviations.js"
expect_code 1

finish
