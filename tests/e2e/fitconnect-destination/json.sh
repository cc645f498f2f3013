# Every JSON document is valid against the published schema, judged by an independent validator.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
need_python jsonschema
prepare_office

# valid CODE ARGUMENT...: the document of this call ends with CODE and fits the schema.
valid()
{
    run fitconnect-destination --env test --json "${@:2}"
    expect_code "$1"
    cp "$E2E_LAST/stdout" document.json
    expect_schema fitconnect-destination
}

valid 1 route --service hzl
valid 0 create hzl --dry-run
valid 0 create hzl
id=$(jq -r .destination.destinationId document.json)
valid 0 create hzl
valid 2 check "$id"
valid 0 activate "$id"
valid 0 activate "$id"
valid 0 check "$id" --fail-on error
valid 0 show "$id"
valid 0 route --service hzl
valid 66 show 3fa85f64-5717-4562-b3fc-2c963f66afa6
valid 64 route
{ cat musterstadt.toml; echo '[leistung.zwei]'; } >two.toml
sed -i "/^\[leistung/a destination_test = \"$id\"" two.toml
valid 0 show --all --profile ./two.toml
valid 0 check --all --profile ./two.toml --fail-on error
valid 0 worksheet hzl
valid 0 set-schema "$id" xsozialbasis_2.4.0 --dry-run
valid 0 set-schema "$id" xsozialbasis_2.4.0 --undo-file undo.json
valid 0 set-schema --all-services --to xsozialbasis_2.4.0 --profile ./two.toml
valid 64 set-schema "$id" xsozialbasis_9.0
valid 0 apply undo.json
valid 0 addressing "$id"
valid 0 rotate-key "$id" --new keys/test/verschluesselung.oeffentlich.jwk.json
jq '.kid = "another-key"' keys/test/verschluesselung.oeffentlich.jwk.json >new.json
valid 0 rotate-key "$id" --new new.json --dry-run
valid 0 rotate-key "$id" --new new.json --receiver-ready
valid 0 deactivate "$id"
sed "/^schema_uri/a destination_test = \"$id\"" musterstadt.toml >by.toml
valid 2 route --service hzl --profile ./by.toml --support-mail
run fitconnect-destination diff --env test "$id" --env test "$id" --json
expect_code 0
expect_schema fitconnect-destination

finish
