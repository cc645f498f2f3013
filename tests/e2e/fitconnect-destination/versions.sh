# Another version of the data schema: short names, unknown versions, dates, failures.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
. "$E2E_SOURCE/destination.bash"
need jq
prepare_office
create_destination
sed "/^schema_uri/a destination_test = \"$id\"" musterstadt.toml >profile.toml
export ANB_PROFILE=./profile.toml
schema()
{
    run fitconnect-destination --env test set-schema "$@"
}
offered()
{
    fitconnect-destination -q --env test show "$id" --json 2>/dev/null |
        jq -r '[.destination.publicServices[].submissionSchemas[].schemaUri] | join(" ")'
}
prefix=urn:xoev-de:d-nrw:standard:xsozialbasis

schema --service hzl xsozialbasis_2.4.0 --dry-run
expect_code 0
expect_contains stdout "+ ${prefix}_2.4.0"
expect_contains stdout 'Nichts geändert (--dry-run).'
expect_equal "$(offered)" "${prefix}_2.3.1" 'schemaUri after a dry run'
schema --service hzl xsozialbasis_2.4.0 --undo-file undo.json --json
expect_code 0
expect_json '.changed and .subjects[0].result == "changed" and (.changes | length) == 1'
expect_equal "$(offered)" "${prefix}_2.4.0" schemaUri
schema "$id" "${prefix}_2.4.0"
expect_code 0
expect_contains stdout 'Bereits gesetzt.'
schema "$id" --from xsozialbasis_2.4.0 --to xsozialbasis_2.5.0 --undo-file undo.json
expect_code 73
expect_equal "$(offered)" "${prefix}_2.4.0" 'schemaUri when the undo file exists'
run fitconnect-destination --env test apply undo.json
expect_code 0
expect_contains stdout 'ist wieder auf dem gesicherten Stand.'
run fitconnect-destination --env test apply undo.json
expect_code 0
expect_contains stdout 'ist bereits auf dem gesicherten Stand.'

# A typing error must not switch off a service.
schema "$id" xsozialbasis_2.13.1
expect_code 64
expect_contains stderr 'ANB-F226'
schema "$id" xsozialbassi_2.3.1
expect_code 64
expect_contains stderr 'ANB-F225'
schema "$id" xsozialbasis_2.3.1 --at 2026-10-31
expect_code 64
expect_contains stderr 'ANB-F227'
schema "$id" xsozialbasis_2.13.1 --accept-unknown-version
expect_code 0
schema "$id" --from xsozialbasis_2.3.1 --to xsozialbasis_2.4.0
expect_code 66
expect_contains stderr 'ANB-F229'
schema "$id"
expect_code 64
expect_contains stderr 'ANB-F276'
schema xsozialbasis_2.3.1
expect_code 64

# A list of one's own.
mkdir -p "$XDG_CONFIG_HOME/anbindung"
cat >"$XDG_CONFIG_HOME/anbindung/schema-versions.json" <<END
{"standards": [{"standard": "$prefix", "versions": [
  {"version": "2.3.1"}, {"version": "3.0.0", "since": "2026-05-01"}]}]}
END
run fitconnect-destination --env test check "$id" --json
expect_json '.findings | map(select(.code == "ANB-F220"))[0].expected | endswith("_3.0.0")'
schema "$id" xsozialbasis_3.0.0
expect_code 0
printf '{' >"$XDG_CONFIG_HOME/anbindung/schema-versions.json"
schema "$id" xsozialbasis_3.0.0
expect_code 65
rm "$XDG_CONFIG_HOME/anbindung/schema-versions.json"

# Some weeks before 1 May and 1 November a new version is announced.
schema "$id" xsozialbasis_2.3.1
run fitconnect-destination --env test check "$id" --at 2027-03-19 --json
expect_json '.findings | map(.code) | contains(["ANB-F221"]) | not'
for day in 2027-03-21 2027-10-31; do
    run fitconnect-destination --env test check "$id" --at "$day" --json
    expect_json '.findings | map(select(.code == "ANB-F221"))[0].severity == "warning"'
done

finish
