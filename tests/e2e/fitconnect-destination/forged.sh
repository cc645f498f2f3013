# Addressing information with a wrong signature, a portal with foreign keys, and an answer that is
# too large: no route is shown.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
cat >fault <<'FAULT'
GET */routes nth=1 forge=signatures
GET */portal/.well-known/jwks.json nth=2 forge=keys
GET */routes nth=3 oversize=40000000
FAULT
prepare_authority --fault "$PWD/fault"

for _ in signature key; do
    run fitconnect-destination route --service hzl --json
    expect_code 76
    expect_json '.findings[0].code == "ANB-F301" and .route == null'
done
run fitconnect-destination route --service hzl
expect_code 65
expect_contains stderr ANB-N307
expect_empty stdout
run fitconnect-destination route --service hzl
expect_code 0

finish
