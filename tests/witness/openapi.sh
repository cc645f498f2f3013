# Every request and every answer of a journey with API v1 is valid against the official OpenAPI
# documents, judged by a validator that nobody here wrote.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
need_node openapi-request-validator openapi-response-validator js-yaml
need_reference fit-connect/submission-api-1.1.3.openapi.yaml
need_reference fit-connect/routing-api-2.0.0.openapi.yaml
prepare_authority --record "$PWD/record"

# Accepted with an attachment, rejected, looked up, found along the route.
send_example --api 1 --attach nachweis.pdf
expect_code 1
run receive-testantrag --env test --api 1 list
expect_code 0
run receive-testantrag --env test --api 1 fetch --all -o eingang --accept
expect_code 0
run send-testantrag --env test status "$case"
expect_code 0
send_example --api 1
run receive-testantrag --env test --api 1 fetch --all -o rejected --reject schema-violation
run send-testantrag --env test status "$case"
expect_code 2
run fitconnect-destination --env test --api 1 check "$id" --service hzl
run fitconnect-destination --env test route --ars 059990000000 --leika 99123456760610
expect_code 0
run fitconnect-destination --env test route --area Muster --leika 99123456760610

exchanges=record/exchanges.jsonl
expect_file "$exchanges"
expect_missing "$exchanges" "$(cat sandbox/test/clients/sender.secret)"

# judged DOCUMENT PREFIX [EXCHANGES]
judged()
{
    run node "$E2E_ROOT/tests/witness/openapi_witness.js" "$REFERENCE/fit-connect/$1" "$2" "${3:-$exchanges}"
}

judged submission-api-1.1.3.openapi.yaml /test/submission-api-v1
expect_code 0
expect_empty stderr
for operation in 'GET /v1/destinations/{destinationId} 200' \
    'GET /v1/destinations/{destinationId}/keys/{keyId} 200' 'POST /v1/submissions 201' \
    'PUT /v1/submissions/{submissionId}/attachments/{attachmentId} 204' \
    'PUT /v1/submissions/{submissionId} 202' 'GET /v1/cases/{caseId}/events 200' \
    'GET /v1/submissions 200' 'GET /v1/submissions/{submissionId} 200' \
    'GET /v1/submissions/{submissionId}/attachments/{attachmentId} 200' \
    'POST /v1/cases/{caseId}/events 204' 'GET /.well-known/jwks.json 200'; do
    expect_contains stdout "$operation"
done
judged routing-api-2.0.0.openapi.yaml /test/routing-api/v2
expect_code 0
expect_empty stderr
expect_contains stdout 'GET /routes 200'

# The validator notices what is wrong.
jq -c 'if .method == "POST" and (.path | endswith("/submissions"))
    then .body |= (fromjson | del(.destinationId) | tojson) else . end' "$exchanges" >broken
judged submission-api-1.1.3.openapi.yaml /test/submission-api-v1 broken
expect_code 1
expect_contains stderr destinationId
jq -c 'if .path | endswith("/routes") then .query.invented = "1" else . end' "$exchanges" >broken
judged routing-api-2.0.0.openapi.yaml /test/routing-api/v2 broken
expect_code 1

finish
