# Deactivation and its consequences, a saved state put back, short ids, two environments compared.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
. "$E2E_SOURCE/destination.bash"
need jq
prepare_office
create_destination

run fitconnect-destination --env test deactivate "$id"
expect_code 64
expect_contains stderr 'ANB-F202'
run fitconnect-destination --env test activate "${id:0:8}"
expect_code 0
run fitconnect-destination --env test deactivate "${id:0:13}..." --dry-run
expect_code 0
expect_contains stderr 'Antragsstellende können'
expect_contains stderr "Frühestens am $(date -d '+30 days' +%F)"
expect_contains stdout 'Nichts geändert (--dry-run).'
run fitconnect-destination --env test deactivate "$id" --undo-file undo.json --json
expect_code 0
expect_json '.changed and .destination.status == "inactive" and .retirement_possible_from != null'
run fitconnect-destination --env test deactivate "$id"
expect_code 0
expect_contains stdout 'ist bereits stillgelegt.'
run fitconnect-destination --env test apply undo.json
expect_code 0
expect_contains stdout '+ active'

# Undo files of another environment, or none at all.
run fitconnect-destination --env prod apply undo.json --confirm "${id:0:8}"
expect_code 78
expect_contains stderr 'ANB-G101'
printf '{}' >none.json
run fitconnect-destination --env test apply none.json
expect_code 65
run fitconnect-destination --env test apply absent.json
expect_code 66

# Ids that are too short, ambiguous or unknown.
run fitconnect-destination --env test show "${id:0:7}"
expect_code 64
expect_contains stderr 'ANB-F330'
run fitconnect-destination --env test show 00000000
expect_code 64
cat >two.toml <<END
[leistung.eins]
destination_test = "aaaaaaaa-0000-4000-8000-000000000001"
[leistung.zwei]
destination_test = "aaaaaaaa-0000-4000-8000-000000000002"
END
run fitconnect-destination --env test show aaaaaaaa --profile ./two.toml
expect_code 64
expect_contains stderr 'ANB-F329'

# Production beside test.
p12-to-jwk sandbox/pki/musterstadt-prod.p12 --env prod --out-dir keys/prod \
    --password-file sandbox/pki/musterstadt-prod.password >/dev/null 2>&1
printf '\n[env.prod]\nkeys = "keys/prod"\n' >>musterstadt.toml
fitconnect-destination -q --env prod create hzl --confirm 99123456 --json -o prod.json 2>/dev/null
prod=$(jq -r .destination.destinationId prod.json)
run fitconnect-destination diff --env test "$id" --env prod "${prod:0:8}"
expect_code 0
expect_contains stderr 'Umgebung: PRODUKTION'
expect_contains stdout 'Kein Unterschied'
run fitconnect-destination --env prod set-schema "$prod" xsozialbasis_2.4.0 --no-input
expect_code 64
expect_contains stderr 'ANB-G121'
run fitconnect-destination --env prod set-schema "$prod" xsozialbasis_2.4.0 --confirm "${prod:0:8}"
expect_code 0
run fitconnect-destination diff --env test "$id" --env prod "$prod" --json
expect_code 1
expect_json '.differences | length == 1 and (.[0].member | endswith("schemaUri"))'
expect_json '.findings[0].code == "ANB-F275"'
sed "/^schema_uri/a destination_test = \"$id\"\ndestination_prod = \"$prod\"" musterstadt.toml >both.toml
run fitconnect-destination diff --service hzl --env test --env prod --profile ./both.toml
expect_code 1
expect_match stdout "TEST ${id:0:8} +PRODUKTION ${prod:0:8}"
run fitconnect-destination --env test diff "$id" --env prod "$prod"
expect_code 1
run fitconnect-destination diff --env test "$id"
expect_code 64
expect_contains stderr 'ANB-F277'

# What the profile lacks is said in the worksheet.
run fitconnect-destination --env test worksheet hzl --keys keys/none
expect_code 2
expect_contains stderr 'ANB-F254'
run fitconnect-destination --env test worksheet nichts
expect_code 78
sed '/^ars/d' musterstadt.toml >bare.toml
run fitconnect-destination --env test worksheet hzl --profile ./bare.toml --json
expect_code 2
expect_json '.worksheet.publicServices[0].regions == [] and .findings[0].code == "ANB-F272"'

finish
