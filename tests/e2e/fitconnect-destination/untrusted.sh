# Addressing information whose signature does not hold ends with 76 and prints no route.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
# The answer's payload names another destination; then the portal's key set is that of production;
# then the delivery service answers about another Zustellpunkt.
cat >fault <<'FAULT'
GET */routes nth=1 replace="eyJzdWJtaXNzaW9uSG9zdCI6=>eyJzdWJtaXNzaW9uSG9zdCI7"
GET */routes nth=5 replace="eyJzdWJtaXNzaW9uSG9zdCI6=>eyJzdWJtaXNzaW9uSG9zdCI7"
GET */routes nth=6 replace="eyJzdWJtaXNzaW9uSG9zdCI6=>eyJzdWJtaXNzaW9uSG9zdCI7"
GET */portal/.well-known/jwks.json nth=1 replace="\"kid\":\"=>\"kid\":\"other-"
GET */submission-api/v2/destinations/* nth=1 replace="\"destinationId\":\"=>\"destinationId\":\"3fa85f64-5717-4562-b3fc-2c963f66afa6\",\"was\":\""
FAULT
prepare_authority --fault "$PWD/fault"

for reason in payload kid; do
    run fitconnect-destination route --service hzl --json
    expect_code 76
    expect_json '.findings[0].code == "ANB-F301" and .route == null'
    expect_contains stdout "($reason"
done
run fitconnect-destination route --service hzl
expect_code 76
expect_contains stderr 'ANB-F341'
run fitconnect-destination route --service hzl
expect_code 0

# A check and the addressing information look at the same signature.
run fitconnect-destination check "$id"
expect_code 76
expect_contains stderr 'ANB-F301'
run fitconnect-destination addressing "$id" --raw
expect_code 76
expect_empty stdout

finish
