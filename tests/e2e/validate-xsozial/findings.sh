# One fault at a time: each gives exactly one finding with its code, its line and its path, in both
# languages, and the value of a document never reaches the log.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/validation.bash"
need jq
install_example
message=testantrag-hzl.xml

# fault CODE LINE PATH SED-EXPRESSION...
fault()
{
    local code=$1 line=$2 path=$3
    shift 3
    sed "$@" $message >fault.xml
    if cmp -s $message fault.xml; then
        broken "sed $* changes the message"
    fi
    run validate-xsozial --testdata --json fault.xml
    expect_code 2
    expect_json "[.findings[].code] == [\"$code\"]"
    expect_json ".findings[0].line == $line"
    expect_json ".findings[0].path == \"$path\""
    expect_json '.findings[0].text | length > 20'
    expect_json '.findings[0].text | contains("?") | not'
    run validate-xsozial --lang de --testdata fault.xml
    expect_code 2
    expect_contains stderr "FEHLER $code: fault.xml:$line:"
    expect_missing stderr '{http'
}

root=/xsb:antrag.hzl.0101
person=$root/xsb:person
fault ANB-V101 23 "$person/xsb:erfunden" '22a <xsb:erfunden/>'
fault ANB-V102 21 "$person/xsb:vorname" -e '21{h;d}' -e '22G'
fault ANB-V103 21 "$person/familienname" '21s/xsb:familienname/familienname/g'
fault ANB-V104 23 "$person/xsb:geburtsdatm" 's/geburtsdatum>1964-08-12<.xsb:geburtsdatum/geburtsdatm>1964-08-12<\/xsb:geburtsdatm/'
fault ANB-V105 28 "$person/xsb:anschrift" '28,29d'
fault ANB-V106 22 "$person/xsb:familienname[2]" '21p'
fault ANB-V110 4 /xsb:antrag.hzl.0102 's/antrag.hzl.0101/antrag.hzl.0102/'
fault ANB-V116 41 "${person}[2]/xsb:geschlecht" 's/geschlecht" listVersionID="1"/geschlecht" listVersionID="7"/'
fault ANB-V117 20 "$person" 's/<xsb:person id="p1">/<xsb:person idd="p1" id="p1">/'
fault ANB-V118 7 "$root/k:nachrichtenkopf/k:identifikation.nachricht/k:nachrichtenUUID" 's/6f1c9a52/6f1c9a5/'
fault ANB-V119 23 "$person/xsb:geburtsdatum" 's/1964-08-12//'
fault ANB-V120 23 "$person/xsb:geburtsdatum" 's/1964-08-12/1964-18-12/'
fault ANB-V121 23 "$person/xsb:geburtsdatum" 's/1964-08-12/12.08.1964/'
fault ANB-V122 34 "$person/xsb:einkommen" 's/451.20/1.451,20/'
fault ANB-V123 35 "$person/xsb:allein" 's/>false</>nein</'
fault ANB-V124 24 "$person/xsb:geschlecht/code" 's/<code>w</<code>W</'
fault ANB-V125 27 "$person/xsb:anschrift/xsb:postleitzahl" '27s/99999/9999/'
fault ANB-V126 22 "$person/xsb:vorname" 's/>Erika</>Muster漢</'
fault ANB-V127 22 "$person/xsb:vorname" 's/>Erika</>Muster-Maxi\xcc\x88</'
fault ANB-V128 33 "$person/xsb:identifikationsnummer" 's/01234567890/012345678/'
fault ANB-V130 22 "$person/xsb:vorname" "s/>Erika</>Muster$(printf 'a%.0s' $(seq 100))</"
fault ANB-V131 34 "$person/xsb:einkommen" 's/451.20/-3/'
fault ANB-V132 34 "$person/xsb:einkommen" 's/451.20/3000000/'
fault ANB-V133 34 "$person/xsb:einkommen" 's/451.20/451.205/'
fault ANB-V134 50 "$root/xsb:leistung/xsb:art" 's/art listVersionID="2"/art/'
fault ANB-V135 20 "$person" 's/<xsb:person id="p1">/<xsb:person farbe="rot" id="p1">/'
fault ANB-V137 20 "$person" 's/<xsb:person id="p1">/&Streutext/'
fault ANB-V138 22 "$person/xsb:vorname" 's/>Erika</><b>Erika<\/b></'
fault ANB-V140 37 "${person}[2]/@id" -e 's/<xsb:person id="p2">/<xsb:person id="p1">/' -e 's/fuer="p2"/fuer="p1"/'
fault ANB-V141 48 "$root/xsb:vertretung" 's/>p1</>p9</'
fault ANB-V143 20 "$person" 's/<xsb:person id="p1">/<xsb:person id="p1" xmlns:xsi="http:\/\/www.w3.org\/2001\/XMLSchema-instance" xsi:type="xsb:Anlage">/'
fault ANB-V144 22 "$person/xsb:vorname" 's/<xsb:vorname>Erika/<xsb:vorname xmlns:xsi="http:\/\/www.w3.org\/2001\/XMLSchema-instance" xsi:nil="true">Erika/'
fault ANB-V150 50 "$root/xsb:leistung/xsb:art/code" 's/<code>01</<code>03</'
fault ANB-V120 55 "$root/xsb:anlage/xsb:inhalt" 's/VGVz/V_Vz/'
fault ANB-V170 22 "$person/xsb:vorname" 's/>Erika</>Friederike</'
fault ANB-V171 26 "$person/xsb:anschrift/xsb:strasse" '26s/Musterweg/Eichenhain/'
fault ANB-V172 32 "$person/xsb:iban" 's/DE89 3704 0044 0532 0130 00/DE68210501700012345678/'
fault ANB-V173 31 "$person/xsb:mail" '31s/musterstadt.example/gmx.de/'
fault ANB-V174 33 "$person/xsb:identifikationsnummer" 's/01234567890/86095742719/'
fault ANB-V175 1 "/antrag.hzl.0101" 's/ test="true"//'

# Another version than demanded is said alone, before all that would follow.
for call in '--schema-version 2.4.0' '--schema-uri urn:xoev-de:example:standard:xsozialbasis_2.4.0'; do
    # shellcheck disable=SC2086 # option and value
    run validate-xsozial $call --json $message
    expect_code 2
    expect_json '[.findings[].code] == ["ANB-V111"]'
done
run validate-xsozial --schema-version 2.3.1 $message
expect_code 0
run validate-xsozial --schema-uri 'urn:xoev-de:example:standard:xsozialbasis_2.3.1#antrag' $message
expect_code 0
echo '{"services":[{"submissionSchemas":[{"schemaUri":"urn:xoev-de:example:standard:xsozialbasis_2.3.1","mimeType":"application/xml"}]}]}' >ziel.json
run bash -c "validate-xsozial --schema-uri - $message <ziel.json"
expect_code 0
run validate-xsozial --schema-uri nonsense $message
expect_code 64

# What is not installed gives no verdict.
sed 's/Version_2_3_1/Version_2_4_0/' $message >neu.xml
run validate-xsozial neu.xml
expect_code 66
expect_contains stderr ANB-V301
expect_contains stderr 'XSozial-basis 2.3.1'

# Hints come only when nothing is wrong.
sed 's/<code>0101</<code>0201</' $message >kopf.xml
run validate-xsozial --json kopf.xml
expect_code 1
expect_json '[.findings[].code] == ["ANB-V160"]'
sed 's/+01:00//' $message >zone.xml
run validate-xsozial --json zone.xml
expect_json '[.findings[].code] == ["ANB-V161"]'
sed 's/2026-11-20T/2099-11-20T/' $message >spaet.xml
run validate-xsozial --json spaet.xml
expect_json '[.findings[].code] == ["ANB-V162"]'
sed 's/6f1c9a52-3c1d-4e5f-8a9b-0c1d2e3f4a5b/00000000-0000-0000-0000-000000000000/' $message >null.xml
run validate-xsozial --json null.xml
expect_json '[.findings[].code] == ["ANB-V163"]'
sed 's/name>Hilfe zum Lebensunterhalt/name>Wohngeld/' $message >name.xml
run validate-xsozial --json name.xml
expect_code 0
expect_json '[.findings[].code] == ["ANB-V153"]'
sed 's/Erika/Anna/' $message >zwilling.xml
run validate-xsozial --json $message zwilling.xml
expect_code 1
expect_json '[.findings[].code] == ["ANB-V164"]'
run validate-xsozial --json $message $message
expect_code 0

# The number of findings is bounded, and the rest counted.
sed 's/1964-08-12/x/; s/2015-03-30/y/; s/99999/z/g' $message >viele.xml
run validate-xsozial --max-findings 2 --json viele.xml
expect_code 2
expect_json '.findings | length == 3'
expect_json '.findings[2].code == "ANB-V199"'
run validate-xsozial --max-findings 0 --json viele.xml
expect_json '.findings | length == 4'

# Values are shown, but not logged.
sed 's/1964-08-12/geheimes-datum/' $message >geheim.xml
run validate-xsozial --log-file log.jsonl geheim.xml
expect_contains stderr geheimes-datum
expect_file log.jsonl
expect_missing log.jsonl geheimes-datum

finish
