# Every output form of a good, a faulty and a missing document; the JSON is valid against the schema
# that is published with the tool.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/validation.bash"
need jq xmllint
need_python jsonschema
install_example
sed 's/1964-08-12/12.08.1964/' testantrag-hzl.xml >fault.xml
documents="testantrag-hzl.xml fault.xml missing.xml"

# shellcheck disable=SC2086 # several documents
for form in json jsonl junit html md gitlab; do
    run validate-xsozial --format $form $documents
    expect_code 2
    expect_equal "$((E2E_CODE == 2))" 1 "the worst decides with $form"
    cp "$E2E_LAST/stdout" "out.$form"
done
run validate-xsozial --json testantrag-hzl.xml fault.xml missing.xml
expect_schema validate-xsozial
expect_json '[.subjects[].id] == ["file:testantrag-hzl.xml", "file:fault.xml", "file:missing.xml"]'
expect_json '.subjects[0] | .schema_valid == "true" and .standard == "urn:xoev-de:example:standard:xsozialbasis_2.3.1" and .elements == '"$(xmllint --xpath 'count(//*)' testantrag-hzl.xml)"' and .message_uuid == "6f1c9a52-3c1d-4e5f-8a9b-0c1d2e3f4a5b"'
expect_json '.subjects[1] | .schema_valid == "false" and .schema_errors == 1'
expect_json '.findings[0] | .line == 23 and .column == 23 and .rule == "xsd:type"'
expect_json '[.unchecked[].element] | contains(["business_rules", "code_lists"])'
run validate-xsozial package list --json
expect_schema validate-xsozial
run validate-xsozial package show listen xsozialbasis_2.3.1 --json
expect_schema validate-xsozial
expect_json '.packages[0].code_lists | length == 3'
run validate-xsozial package verify --json
expect_schema validate-xsozial

run jq -s -e '[.[] | select(.type == "finding") | .code] == ["ANB-V121", "ANB-G201"]' out.jsonl
expect_code 0
run xmllint --noout out.junit
expect_code 0
expect_contains out.junit 'tests="3" failures="1" errors="1"'
expect_contains out.html 'ANB-V121'
expect_contains out.md 'ANB-V121'
expect_json '.[0] | .check_name == "ANB-V121" and .location.path == "fault.xml" and .location.lines.begin == 23 and .severity == "major" and (.fingerprint | test("^[0-9a-f]{16}$"))' out.gitlab
expect_json 'map(.fingerprint) | unique | length == 2' out.gitlab
run validate-xsozial --format gitlab -o again.json testantrag-hzl.xml fault.xml missing.xml
expect_same again.json out.gitlab
run validate-xsozial --format gitlab testantrag-hzl.xml
expect_code 0
expect_json '. == []'

# Folders: files ending in .xml, deeper ones with -r, in the order of their names.
mkdir -p ordner/tief
cp testantrag-hzl.xml ordner/b.xml
cp testantrag-hzl.xml ordner/a.XML
cp fault.xml ordner/tief/c.xml
cp fault.xml ordner/kein.txt
run validate-xsozial --json ordner
expect_code 0
expect_json '[.subjects[].id] == ["file:ordner/a.XML", "file:ordner/b.xml"]'
run validate-xsozial --json -r ordner
expect_code 2
run validate-xsozial --jobs 2 -q ordner
expect_code 0

# Threads that begin at once do not wait for each other forever. One call in 400 did; ANB_LONG=1
# would have seen it nearly always. A second thread begins from the ninth document on.
mkdir viele
for ((copy = 1; copy <= 20; ++copy)); do
    cp testantrag-hzl.xml viele/$copy.xml
done
calls=200
[ -n "${ANB_LONG-}" ] && calls=2500
for ((call = 1; call <= calls; ++call)); do
    run timeout 60 validate-xsozial --jobs 2 -q viele
    [ "$E2E_CODE" -eq 0 ] || break
done
expect_code 0

# Rules of an office for test data.
jq '.marks = ["erika"] | .rules |= map(select(.kind == "name") | .allowed = ["Mustermann"])' \
    "$E2E_ROOT/lib/xoev/testdata-rules.json" >eigene.json
run validate-xsozial --testdata --testdata-rules eigene.json --json testantrag-hzl.xml
expect_code 2
expect_json '[.findings[] | [.code, .line]] == [["ANB-V170", 39]]'
echo '{"date": "2026", "rules": [{"kind": "farbe", "elements": []}]}' >falsch.json
run validate-xsozial --testdata --testdata-rules falsch.json testantrag-hzl.xml
expect_code 78
expect_contains stderr ANB-V340

# Wrong calls.
run validate-xsozial --filter testantrag-hzl.xml fault.xml
expect_code 64
run validate-xsozial --schema-version 1 --schema-uri urn:x:y_1 testantrag-hzl.xml
expect_code 64
run validate-xsozial package
expect_code 64
run validate-xsozial package add
expect_code 64
run validate-xsozial --max-findings -1 testantrag-hzl.xml
expect_code 64

finish
