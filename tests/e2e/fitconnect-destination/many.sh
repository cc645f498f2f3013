# A data centre: every municipality in one run, one line for each Zustellpunkt.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
. "$E2E_SOURCE/destination.bash"
need jq
need_python jsonschema
prepare_office
day=$(settled_day)
mkdir profiles
for name in a b c; do
    mkdir "profiles/$name"
    for file in verschluesselung signatur; do
        jq --arg kid "schluessel-$name-$file" '.kid = $kid' "keys/test/$file.oeffentlich.jwk.json" \
            >"profiles/$name/$file.oeffentlich.jwk.json"
    done
    sed "s|keys/test|$name|" musterstadt.toml >"profiles/$name.toml"
    new=$(fitconnect-destination -q --env test create hzl --profile "profiles/$name.toml" --json 2>/dev/null |
        jq -r .destination.destinationId)
    sed -i "/^schema_uri/a destination_test = \"$new\"" "profiles/$name.toml"
    fitconnect-destination -q --env test activate "$new" >/dev/null 2>&1
done
fitconnect-destination -q --env test set-schema --service hzl xsozialbasis_2.4.0 --profile profiles/a.toml >/dev/null 2>&1
# d has no login of its own that the service would take.
sed 's/destination_test = ".*/destination_test = "3fa85f64-5717-4562-b3fc-2c963f66afa6"/' profiles/c.toml >profiles/d.toml
printf 'wrong' >profiles/wrong.secret
chmod 600 profiles/wrong.secret
printf 'fitconnect_client_id = "5c1f6a8e-0b6d-4f0e-9a55-2a1f0c5f7c11"\nfitconnect_secret_file = "wrong.secret"\n' >>profiles/d.toml

# As the guide of user journeys counts.
count()
{
    jq -s -c 'group_by(.result) | map({(.[0].result): length}) | add' "$E2E_LAST/stdout"
}
change=(--from xsozialbasis_2.3.1 --to xsozialbasis_2.4.0)
run fitconnect-destination --env test set-schema --profiles profiles "${change[@]}" --dry-run --jsonl
expect_code 77
expect_equal "$(count)" '{"already_set":1,"needs_login":1,"would_change":2}' 'the results of a dry run'
for name in a b c d; do
    run fitconnect-destination --profile "profiles/$name.toml" --env test set-schema --all-services \
        "${change[@]}" --dry-run --jsonl
    cat "$E2E_LAST/stdout" >>all.jsonl
done
cp all.jsonl "$E2E_LAST/stdout"
expect_equal "$(count)" '{"already_set":1,"needs_login":1,"would_change":2}' 'the results, one call each'
run fitconnect-destination --env test set-schema --profiles profiles "${change[@]}" --undo-file undo --jsonl
expect_code 77
expect_equal "$(count)" '{"already_set":1,"changed":2,"needs_login":1}' 'the results'
expect_equal "$(find undo -name '*.json' | wc -l)" 2 'undo files'
run fitconnect-destination --env test set-schema --profiles profiles "${change[@]}" --json
expect_code 77
expect_json '[.subjects[].result] | map(select(. == "already_set")) | length == 3'
expect_json '.findings[0].code == "ANB-N401"'

# Checks: one line each; a Zustellpunkt without an answer does not hide the others.
rm profiles/d.toml
run fitconnect-destination --env test check --profiles profiles --at "$day" -q
expect_code 1
expect_match stdout '^a/hzl: WARNUNG, noch [0-9]+ Tage$'
expect_equal "$(grep -c hzl: "$E2E_LAST/stdout")" 3 'lines'
sed -i '/^destination_test/d' profiles/b.toml
sed 's/destination_test = ".*/destination_test = "3fa85f64-5717-4562-b3fc-2c963f66afa6"/' profiles/c.toml >profiles/d.toml
run fitconnect-destination --env test check --profiles profiles --at "$day" --jsonl
expect_code 66
expect_equal "$(count)" '{"failed":1,"warning":2}' 'the results of a check'
run fitconnect-destination --env test check --profiles profiles --at "$day" --json
expect_schema fitconnect-destination
expect_json '[.subjects[] | select(.result == "failed") | .label] == ["Zustellpunkt TEST d/hzl"]'
run fitconnect-destination --env test check --profiles profiles --format junit --at "$day"
expect_equal "$(grep -o 'name="Zustellpunkt TEST [^"]*"' "$E2E_LAST/stdout" | sort | uniq -d | wc -l)" 0 'repeated names'
expect_contains stdout 'name="Zustellpunkt TEST d/hzl"'
run fitconnect-destination --env test check --profiles absent
expect_code 78
run fitconnect-destination --env test check --all --profile profiles/b.toml
expect_code 64
expect_contains stderr 'ANB-F327'

# In production the confirmation of several holds for exactly these.
p12-to-jwk sandbox/pki/musterstadt-prod.p12 --env prod --out-dir keys/prod \
    --password-file sandbox/pki/musterstadt-prod.password >/dev/null 2>&1
printf '\n[env.prod]\nkeys = "keys/prod"\n' >>musterstadt.toml
prod=$(fitconnect-destination -q --env prod create hzl --confirm 99123456 --json 2>/dev/null |
    jq -r .destination.destinationId)
cp musterstadt.toml office.toml
sed -i "/^schema_uri/a destination_prod = \"$prod\"" office.toml
all=(set-schema --all-services xsozialbasis_2.4.0 --profile ./office.toml)
run fitconnect-destination --env prod "${all[@]}" --no-input
expect_code 64
run fitconnect-destination --env prod "${all[@]}" --dry-run
expect_code 0
expect_contains stderr "Zum Ausführen: --confirm ${prod:0:8}"
run fitconnect-destination --env prod "${all[@]}" --confirm "${prod:0:8}"
expect_code 0

finish
