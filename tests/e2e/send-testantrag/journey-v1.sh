# The same journey over API v1, the destination named by the document of another tool.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
prepare_authority

fitconnect-destination -q --env test show "$id" --json >ziel.json 2>/dev/null
send-testantrag --env test --api 1 --to - --leika 99123456760610 --data testantrag-hzl.xml \
    --attach nachweis.pdf --json <ziel.json >gesendet.json 2>err
expect_json '.exit_code == 1 and (.findings | map(.code) | index("ANB-S310"))' gesendet.json
read_ids

run receive-testantrag --env test --api 1 fetch --all -o eingang --accept
expect_code 0
expect_same "eingang/$case/data.xml" testantrag-hzl.xml

# The journal knows the version of the API.
run send-testantrag status "$submission"
expect_code 0
expect_contains stdout "$case: angenommen"
finish
