# The routing is asked, every answer verified and compared with the question.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
prepare_office

question=(--ars 059990000000 --leika 99123456760610)
run fitconnect-destination route "${question[@]}"
expect_code 1
expect_empty stdout
expect_contains stderr 'WARNUNG ANB-F310'
expect_contains stderr 'HINWEIS ANB-F312'
run fitconnect-destination route "${question[@]}" --json
expect_code 1
expect_json '.routes == [] and .route == null'

run fitconnect-destination --env test create hzl --json
id=$(jq -r .destination.destinationId "$E2E_LAST/stdout")
fitconnect-destination -q --env test activate "$id" >/dev/null

run fitconnect-destination route "${question[@]}"
expect_code 0
expect_empty stderr
expect_contains stdout 'Signatur geprüft'
expect_contains stdout "$id"
run fitconnect-destination route --service hzl --json
expect_code 0
expect_json '.route.verified and .route.destination_id == "'"$id"'"'
expect_json '.destination.status == "active"'

# By other names of the place the region cannot be compared, and that is said.
for place in '--ags 05999000' '--area Musterstadt'; do
    # shellcheck disable=SC2086 # two words
    run fitconnect-destination route $place --leika 99123456760610 --json
    expect_code 0
    expect_json '.route.destination_id == "'"$id"'"'
    expect_json '.unchecked | map(.element) | contains(["region"])'
done
run fitconnect-destination route --area 'Beispiel*' --leika 99123456760610
expect_code 64
expect_contains stderr 'ANB-F324'

# The hit is somebody else's.
sed '/^schema_uri/a destination_test = "3fa85f64-5717-4562-b3fc-2c963f66afa6"' \
    musterstadt.toml >other.toml
run fitconnect-destination route "${question[@]}" --profile ./other.toml
expect_code 2
expect_contains stderr 'ANB-F311'
run fitconnect-destination route "${question[@]}" --profile ./other.toml --json
expect_json '.route == null and (.routes | length) == 1'

# Wrong questions are answered before anything is sent.
wrong()
{
    local code=$1
    shift
    run fitconnect-destination route "$@"
    expect_code 64
    expect_contains stderr "$code"
}
wrong ANB-F320 --ars 05999000 --leika 99123456760610
wrong ANB-F321 --ars 0599 --leika 99123456760610
wrong ANB-F322 --ars 059990000000 --leika 99123
wrong ANB-F325 --ags 059990000000 --leika 99123456760610
wrong ANB-F326 --ars 059990000000
wrong ANB-F326 --ars 05 --ags 05 --leika 99123456760610

finish
