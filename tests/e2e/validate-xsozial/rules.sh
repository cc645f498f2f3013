# Business rules in Schematron: checked when the schema is kept, said when not.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/validation.bash"
need jq
run validate-xsozial package add "$TESTDATA/schema/bausteine" "$TESTDATA/schema/listen"
cp -r "$TESTDATA/schema/xsozial-basis" standard
cp "$TESTDATA/schema/regeln/xsozial-basis.sch" standard
run validate-xsozial package add standard
expect_code 0
expect_contains stdout '1 rule file'
cp "$TESTDATA/schema/nachrichten/testantrag-hzl.xml" .

run validate-xsozial testantrag-hzl.xml
expect_code 0
expect_contains stdout 'business rules'
expect_missing stdout 'Not checked: business rules'
sed 's/<code>01<.code><name>.*<.name>/<code>04<\/code>/; /begruendung/d' testantrag-hzl.xml >grund.xml
run validate-xsozial --json grund.xml
expect_code 2
expect_json '[.findings[] | [.code, .line, .path]] == [["ANB-V180", 49, "/xsb:antrag.hzl.0101/xsb:leistung"]]'
expect_json '.findings[0].text | contains("XSB-0001-GRUND: XSB-0001 Bildung und Teilhabe braucht eine Begründung.")'
expect_json '.subjects[0] | .schema_valid == "true" and .rule_errors == 1 and .business_rules == "checked"'
sed 's/erika.mustermann@musterstadt.example/erika/' testantrag-hzl.xml >mail.xml
run validate-xsozial mail.xml
expect_code 1
expect_contains stderr 'WARNING ANB-V180'
run validate-xsozial --filter grund.xml
expect_code 2
expect_empty stdout
run bash -c 'validate-xsozial --filter - <testantrag-hzl.xml'
expect_code 0
expect_same stdout testantrag-hzl.xml

# Warnings never crowd an error out, however few findings are shown.
/usr/bin/python3 - <<'END'
text = open("grund.xml", encoding="utf-8").read()
begin, end = text.index('  <xsb:person id="p2">'), text.index("  <xsb:vertretung>")
person = text[text.index('  <xsb:person id="p1">'):begin].replace("erika.mustermann@musterstadt.example", "erika")
more = "".join(person.replace('id="p1"', f'id="q{i}"') for i in range(5))
open("viele.xml", "w", encoding="utf-8").write(text[:end] + more + text[end:])
END
run validate-xsozial --max-findings 3 --filter viele.xml
expect_code 2
expect_empty stdout

# Not before the schema is kept, and not of a document that no tree can be made of.
sed 's/1964-08-12/x/' grund.xml >beides.xml
run validate-xsozial --json beides.xml
expect_code 2
expect_json '[.findings[].code] == ["ANB-V120"]'
expect_json '.subjects[0].business_rules == "other_errors"'
/usr/bin/python3 - <<'END'
text = open("testantrag-hzl.xml", encoding="utf-8").read()
open("gross.xml", "w", encoding="utf-8").write(text.replace("VGVz", "QUJD" * 9_000_000 + "VGVz"))
END
run validate-xsozial --json gross.xml
expect_code 0
expect_json '[.unchecked[] | select(.element == "business_rules").reason] == ["document_too_large"]'

# A file that uses more is refused by the construct's name, and stated as not checked.
sed 's/<sch:pattern>/<sch:let name="a" value="1"\/><sch:pattern>/' "$TESTDATA/schema/regeln/xsozial-basis.sch" >standard/xsozial-basis.sch
run validate-xsozial package add standard
expect_contains stdout replaced
run validate-xsozial grund.xml
expect_code 0
expect_contains stderr 'NOTE ANB-V182: Business rules in xsozial-basis.sch not checked: sch:let is not supported.'
expect_contains stdout 'Not checked: business rules (unsupported expression)'
echo '<a/>' >standard/xsozial-basis.sch
run validate-xsozial package add standard
run validate-xsozial grund.xml
expect_code 0
expect_contains stderr ANB-V183

# The published rules of the reference, with the samples of their standards.
if [ -e "$REFERENCE/xoev" ]; then
    export XDG_DATA_HOME=$HOME/reference
    xoev=$REFERENCE/xoev
    run validate-xsozial package add "$xoev/framework" "$xoev/xbildung-1.2" "$xoev/xhochschule-1.2" \
        "$xoev/xberufsbildung-0.6" "$xoev/xbau-kernmodul-1.3.0"
    expect_code 0
    run validate-xsozial --json "$xoev/xhochschule-1.2/instances" "$xoev/xberufsbildung-0.6/instances"
    expect_json '[.subjects[] | select(.schema_valid == "true") | .business_rules] | unique == ["checked"]'
fi

finish
