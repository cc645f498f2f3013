# Data are checked against their schema when a package for it is at hand; a package that cannot be
# used rejects nothing.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
prepare_office
sed -i 's/urn:xoev-de:d-nrw:/urn:xoev-de:example:/' musterstadt.toml
fitconnect-destination -q --env test create hzl --json -o zustellpunkt.json 2>/dev/null
id=$(jq -r .destination.destinationId zustellpunkt.json)
fitconnect-destination -q --env test activate "$id" >/dev/null 2>&1
schemas=(--schema-dir "$TESTDATA/schema/bausteine" --schema-dir "$TESTDATA/schema/listen"
    --schema-dir "$TESTDATA/schema/xsozial-basis")

# A document of another form than its schema.
send_example
bad=$case
run receive-testantrag --env test fetch "$bad" -o eingang --accept "${schemas[@]}"
expect_code 2
expect_contains stderr ANB-S614
expect_contains stderr ANB-V111
expect_contains stderr '--reject schema-violation'
expect_missing "eingang/$bad"
expect_equal "$(submissions submitted)" 1 'submissions without an answer'
if /usr/bin/python3 -c 'import jsonschema' 2>/dev/null; then
    run receive-testantrag --env test fetch "$bad" -o eingang --json "${schemas[@]}"
    expect_schema receive-testantrag
fi

# A valid one, with a package that is installed.
cp "$TESTDATA/schema/nachrichten/testantrag-hzl.xml" .
send_example
run receive-testantrag --env test fetch "$case" -o eingang --accept --json \
    --schema-dir "$TESTDATA/schema/xsozial-basis"
expect_code 66
expect_json '.findings[0].code == "ANB-V302"'
expect_missing "eingang/$case"
run receive-testantrag --env test fetch "$case" -o ohne --json
expect_code 0
expect_json '[.unchecked[] | select(.element == "schema")][0].reason == "not_installed"'
expect_json '.verified | index("data_schema") == null' "ohne/$case/manifest.json"
run validate-xsozial package add "$TESTDATA/schema/bausteine" "$TESTDATA/schema/listen" \
    "$TESTDATA/schema/xsozial-basis"
expect_code 0
run receive-testantrag --env test fetch "$case" -o eingang --accept --json
expect_code 0
expect_json '[.unchecked[] | select(.element == "schema")] == []'
expect_json '.verified | index("data_schema") and index("metadata_schema")' "eingang/$case/manifest.json"

# One faulty case does not keep the others; the reason is the one that was found.
send_example
run receive-testantrag --env test fetch --all -o eingang --accept --json
expect_code 2
expect_json '[.cases[] | select(.state == "accepted")] | length == 1'
run receive-testantrag --env test fetch "$bad" -o eingang --reject schema-violation@data --json
expect_code 0
expect_json '.cases[0].state == "rejected"'
run send-testantrag status "$bad"
expect_code 2
expect_contains stderr schema-violation
finish
