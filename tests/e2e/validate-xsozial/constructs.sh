# Constructs of XML Schema that standards use seldom: verdict, code and place of small documents.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
need jq

# schema CONTENT [FILE]: a file of the schemas that the next documents are judged by.
schema()
{
    [ $# -gt 1 ] || rm -rf schemas
    mkdir -p schemas
    printf '%s\n' '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t"' \
        'targetNamespace="urn:t" elementFormDefault="qualified">' "$1" '</xs:schema>' >"schemas/${2:-s}.xsd"
}

# judge CONTENT [FINDING...]: of the document <a>CONTENT</a>, each "CODE LINE PATH"; none: valid.
judge()
{
    printf '<a xmlns="urn:t" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">%s</a>\n' "$1" >document.xml
    shift
    local expected
    expected=$(jq -cn '$ARGS.positional' --args "$@")
    run validate-xsozial --schema-dir schemas --json document.xml
    expect_code $(($# > 0 ? 2 : 0))
    expect_json "[.findings[] | \"\\(.code) \\(.line) \\(.path)\"] == $expected"
}

# inside PARTICLES: the element a with these in its sequence.
inside()
{
    printf '<xs:element name="a"><xs:complexType><xs:sequence>%s</xs:sequence></xs:complexType>%s</xs:element>' \
        "$1" "${2:-}"
}

# Attributes of another namespace, whatever they are called.
marked='<xs:element name="b" minOccurs="0" maxOccurs="9"><xs:complexType><xs:attribute ref="t:kennung"/>
    <xs:attribute ref="t:zu"/><xs:attribute name="r" type="xs:IDREF"/></xs:complexType></xs:element>'
schema "<xs:attribute name='kennung' type='xs:ID'/><xs:attribute name='zu' type='xs:IDREF'/>$(inside "$marked")"
judge '<b xmlns:t="urn:t" t:kennung="k"/><b xmlns:t="urn:t" r="k" t:zu="k"/>'
judge '<b xmlns:t="urn:t" t:kennung="k"/>
<b xmlns:t="urn:t" t:kennung="k"/>' 'ANB-V140 2 /a/b[2]/@kennung'
judge '<b xmlns:t="urn:t" t:zu="k"/>' 'ANB-V141 1 /a/b/@zu'
expect_json '.findings[0].element == "b/@zu"'
judge '<b r="1k"/>' 'ANB-V120 1 /a/b'

# Behind a wildcard: what it skips nobody looks at; what it takes as it comes is looked up.
global='<xs:element name="g"><xs:complexType><xs:sequence><xs:any processContents="lax" minOccurs="0"/></xs:sequence>
    <xs:attribute name="i" type="xs:ID"/><xs:attribute name="r" type="xs:IDREF"/></xs:complexType></xs:element>'
schema "$global$(inside '<xs:any processContents="skip" maxOccurs="9"/>')"
judge '<g i="k"/><g i="k" r="x"/><u><g i="k"/></u>'
schema "$global$(inside '<xs:any processContents="lax" maxOccurs="9"/>')"
judge '<g i="k"/><g i="k"/>' 'ANB-V140 1 /a/g[2]/@i'
judge '<u><g i="k"/></u><g i="k"/>' 'ANB-V140 1 /a/g/@i'
judge '<g r="k"/>' 'ANB-V141 1 /a/g/@r'
schema "$global$(inside '<xs:any processContents="strict" maxOccurs="9"/>')"
judge '<u/>' 'ANB-V146 1 /a/u'
schema "$global<xs:element name='a'/>"
judge '<u/><g i="k"/><g i="k"/>' 'ANB-V140 1 /a/g[2]/@i'

# Base64 that the schema says more about.
schema "$(inside '<xs:element name="b" type="xs:base64Binary" fixed="QUJD"/>')"
judge '<b>QUJD</b>'
judge '<b>QUJE</b>' 'ANB-V136 1 /a/b'
schema "$(inside '<xs:element name="b" type="xs:base64Binary" nillable="true"/>')"
judge '<b xsi:nil="true"/>'
judge '<b xsi:nil="true">QUJD</b>' 'ANB-V144 1 /a/b'
judge '<b xsi:nil="false">QUJD</b>'
schema "$(inside '<xs:element name="b" type="xs:base64Binary" maxOccurs="9"/>' \
    '<xs:unique name="einmalig"><xs:selector xpath="t:b"/><xs:field xpath="."/></xs:unique>')"
judge '<b>QUJD</b><b>QUJE</b>'
judge '<b>QUJD</b>
<b>QUJD</b>' 'ANB-V142 2 /a/b[2]'
short='<xs:simpleType name="S"><xs:restriction base="xs:base64Binary"><xs:maxLength value="3"/></xs:restriction></xs:simpleType>
    <xs:complexType name="A"><xs:simpleContent><xs:extension base="xs:base64Binary"/></xs:simpleContent></xs:complexType>
    <xs:complexType name="K"><xs:simpleContent><xs:restriction base="t:A"><xs:maxLength value="3"/></xs:restriction>
    </xs:simpleContent></xs:complexType>'
schema "$short$(inside '<xs:element name="b" type="t:S"/><xs:element name="c" type="t:K"/>')"
judge '<b>QUJD</b><c>QUJD</c>'
judge '<b>QUJDREVG</b><c>QUJDREVG</c>' 'ANB-V130 1 /a/b' 'ANB-V130 1 /a/c'
judge '<b>%QU§D</b><c>QUJ</c>' 'ANB-V120 1 /a/b' 'ANB-V120 1 /a/c'
schema "<xs:element name='a'><xs:complexType><xs:attribute name='m' type='xs:base64Binary'/></xs:complexType></xs:element>"
printf '<a xmlns="urn:t" m="QU JD"/>' >document.xml
run validate-xsozial --schema-dir schemas document.xml
expect_code 0
printf '<a xmlns="urn:t" m="%%QUJD"/>' >document.xml
run validate-xsozial --schema-dir schemas --json document.xml
expect_code 2
expect_json '[.findings[] | "\(.code) \(.element)"] == ["ANB-V120 a/@m"]'

# Keys name themselves and the value.
schema "$(inside '<xs:element name="b" type="xs:int" maxOccurs="9"/><xs:element name="c" type="xs:int"/>' \
    '<xs:key name="nummer"><xs:selector xpath="t:b"/><xs:field xpath="."/></xs:key>
     <xs:keyref name="verweis" refer="t:nummer"><xs:selector xpath="t:c"/><xs:field xpath="."/></xs:keyref>')"
judge '<b>1</b><c>1</c>'
judge '<b>1</b>
<c>2</c>' 'ANB-V142 1 /a//c'
run validate-xsozial --lang de --schema-dir schemas document.xml
expect_contains stderr 'c: ein Schlüssel des Schemas (key, unique, keyref) ist verletzt: verweis.'
expect_contains stderr "Wert: '2'"

# The schemas of one namespace: in several files, some without a namespace, some declared twice.
schema "<xs:include schemaLocation='c.xsd'/><xs:element name='a' type='t:T'/>"
plain='<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
printf '%s' "$plain" '<xs:include schemaLocation="d.xsd"/><xs:complexType name="T"><xs:sequence>' \
    '<xs:element name="b" type="K" form="qualified"/></xs:sequence></xs:complexType></xs:schema>' >schemas/c.xsd
printf '%s' "$plain" '<xs:simpleType name="K"><xs:restriction base="xs:string"><xs:maxLength value="3"/>' \
    '</xs:restriction></xs:simpleType></xs:schema>' >schemas/d.xsd
judge '<b>kurz</b>' 'ANB-V130 1 /a/b'
judge '<b>ab</b>'
schema '<xs:element name="a" type="xs:int"/>'
schema '<xs:element name="a" type="xs:int"/><xs:element name="c" type="xs:int"/>' t
judge 1
printf '<c xmlns="urn:t">x</c>' >document.xml
run validate-xsozial --schema-dir schemas --json document.xml
expect_json '[.findings[].code] == ["ANB-V120"]'
schema "$(inside '<xs:element id="x1" name="b" type="xs:int" minOccurs="0" maxOccurs="3"/>')"
judge '<b>1</b><b>2</b>'

# Circles end with what is wrong.
schema '<xs:element name="y" substitutionGroup="t:a"/><xs:element name="a" substitutionGroup="t:y"/>'
printf '<a xmlns="urn:t"/>' >document.xml
run validate-xsozial --schema-dir schemas document.xml
expect_code 65
expect_contains stderr ANB-V304
schema '<xs:element name="a"><xs:complexType><xs:attribute ref="t:fehlt"/></xs:complexType></xs:element>'
run validate-xsozial --schema-dir schemas document.xml
expect_code 65
expect_contains stderr urn:t
expect_missing stderr n:0
schema '<xs:redefine schemaLocation="t.xsd"/><xs:element name="a"/>'
run validate-xsozial --schema-dir schemas document.xml
expect_code 65
expect_contains stderr xs:redefine

# Values as they stand, where they begin, however long they are.
schema "$(inside '<xs:element name="b" type="xs:int" maxOccurs="9"/>')"
judge '<b>
<!-- eins
     zwei -->
  drei</b><b>&#10;&#10;vier</b>
<b><![CDATA[
 fünf]]></b>' 'ANB-V120 4 /a/b' 'ANB-V120 4 /a/b[2]' 'ANB-V120 6 /a/b[3]'
expect_json '[.findings[].column] == [3, 24, 2]'
judge "<b>$(printf 'x%.0s' {1..70000})</b>" 'ANB-V120 1 /a/b'
finish
