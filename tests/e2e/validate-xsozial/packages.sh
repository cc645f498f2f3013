# Packages: what is missing is named until it is there, identity comes from the schemas, ZIPs are
# opened with distrust, and what was changed by hand is noticed.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/validation.bash"
need jq python3
schema=$TESTDATA/schema
cp "$schema/nachrichten/testantrag-hzl.xml" .
store=$XDG_DATA_HOME/anbindung/schemas

# zip FILE FOLDER [PREFIX]: the files of a folder.
zip()
{
    /usr/bin/python3 - "$@" <<'END'
import os, sys, zipfile
target, folder, prefix = (sys.argv[1:] + [""])[:3]
with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
    for name in sorted(os.listdir(folder)):
        archive.write(os.path.join(folder, name), prefix + name)
END
}

run validate-xsozial package list
expect_code 0
expect_contains stdout 'Nothing is installed'
run validate-xsozial testantrag-hzl.xml
expect_code 66
expect_contains stderr 'package add'

# A folder that is named must be there; what may not be read is not taken for empty.
touch no-folder
for folder in /nonexistent no-folder; do
    run validate-xsozial --schema-dir $folder testantrag-hzl.xml
    expect_code 66
    expect_contains stderr ANB-V308
    run validate-xsozial package list --schema-dir $folder
    expect_code 66
done
powerless=()
[ "$(id -u)" -ne 0 ] || powerless=(setpriv '--bounding-set=-dac_override,-dac_read_search')
mkdir -p loose/inner "$store"
cp "$schema"/bausteine/*.xsd loose
chmod 0 "$store" loose/inner
powerless()
{
    run "${powerless[@]}" "$E2E_BUILD/bin/validate-xsozial" "$@"
}
denied()
{
    powerless "$@"
    expect_code 77
    expect_contains stderr ANB-G202
    expect_match stderr '\((Permission denied|Keine Berechtigung)\)'
}
denied package list
denied testantrag-hzl.xml
chmod 700 "$store"
denied package add loose
denied --schema-dir loose testantrag-hzl.xml
rm -r loose "$XDG_DATA_HOME/anbindung"
run validate-xsozial package add "$schema/listen"
chmod 500 "$store"
powerless package remove listen
expect_code 74
expect_contains stderr "$store/listen could not be written"
powerless package add "$schema/bausteine"
expect_code 74
expect_contains stderr "$store/bausteine could not be written"
chmod 700 "$store"
rm -r "$XDG_DATA_HOME/anbindung"

# The standard alone lacks its building blocks; the files and who wants them are named.
zip standard.zip "$schema/xsozial-basis"
run validate-xsozial package add standard.zip
expect_code 1
expect_contains stderr 'ANB-V322'
expect_contains stderr 'xsozial-basis-antraege.xsd (line 18) wants http://bausteine.example/kopf/1_1/muster-kopf.xsd'
run validate-xsozial testantrag-hzl.xml
expect_code 66
expect_contains stderr 'ANB-V302'
expect_contains stderr 'muster-'
zip bausteine.zip "$schema/bausteine" xsd/
run validate-xsozial package add bausteine.zip "$schema/listen" --json
expect_code 0
expect_schema validate-xsozial
expect_json '[.packages[].id] == ["bausteine", "listen"]'
expect_json '.findings[0].code == "ANB-V321"'
run validate-xsozial testantrag-hzl.xml
expect_code 0
run validate-xsozial package show xsozialbasis_2.3.1 --json
expect_json '.packages[0].standard == "urn:xoev-de:example:standard:xsozialbasis_2.3.1"'
expect_json '.packages[0].complete and (.packages[0].namespaces[0].elements | length == 2)'
run validate-xsozial package show urn:xoev-de:example:standard:xsozialbasis_2.3.1
expect_code 0
expect_contains stdout antrag.hzl.0101
run validate-xsozial package add standard.zip
expect_code 0
expect_contains stdout 'is installed already'
expect_mode "$store/xsozialbasis_2.3.1" 755
expect_mode "$store" 755
expect_mode "$XDG_DATA_HOME/anbindung" 700
run validate-xsozial package add standard.zip --schema-dir for/all
expect_mode for 755
expect_mode for/all 755

# Blocks may lack files, too: each is named.
mkdir umbrella
cat >umbrella/um.xsd <<'END'
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:umbrella">
  <xs:include schemaLocation="first.xsd"/>
  <xs:include schemaLocation="second.xsd"/>
</xs:schema>
END
run env XDG_DATA_HOME="$HOME/umbrella" validate-xsozial package add umbrella
expect_code 1
expect_contains stderr 'um.xsd (line 2) wants'
expect_contains stderr 'wants first.xsd'
expect_contains stderr 'wants second.xsd'
expect_contains stderr 'namespace urn:umbrella'
run env XDG_DATA_HOME="$HOME/umbrella" validate-xsozial package verify
expect_code 1
expect_contains stderr ANB-V322

cp standard.zip "$(printf '%0250d' 0).zip"
run env XDG_DATA_HOME="$HOME/long" validate-xsozial package add "$(printf '%0250d' 0).zip"
expect_code 1
mkdir "$(printf '%0250d' 1)"
cp "$schema"/bausteine/*.xsd "$(printf '%0250d' 1)"
run env XDG_DATA_HOME="$HOME/long" validate-xsozial package add "$(printf '%0250d' 1)"
expect_code 0

# Of the same name, but another package: it is not replaced, and its next version is.
export XDG_DATA_HOME=$HOME/names
mkdir -p one/schemas two/schemas three/schemas four/schemas five/schemas
for name in one two; do
    echo "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:$name'/>" >$name/schemas/a.xsd
done
cp two/schemas/a.xsd three/schemas/b.xsd
cp one/schemas/a.xsd three/schemas/a.xsd
cp "$schema/listen/land_2.xml" four/schemas
cp "$schema"/listen/leistungsart_?.xml five/schemas
run validate-xsozial package add one/schemas
expect_code 0
for name in two four; do
    run validate-xsozial package add $name/schemas
    expect_code 73
    expect_contains stderr ANB-V318
    expect_contains stderr urn:one
done
run validate-xsozial package add three/schemas
expect_code 0
expect_contains stdout replaced
run validate-xsozial package remove schemas
run validate-xsozial package add four/schemas
run validate-xsozial package add five/schemas
expect_code 73
run validate-xsozial package add "$schema/listen"
cp "$schema/listen/land_2.xml" five/schemas
run validate-xsozial package add five/schemas
expect_code 0
export XDG_DATA_HOME=$HOME/data

# Without an umbrella, and the same schemas twice: the folder that is complete is taken.
mkdir both
sed '/umbrella/d' "$schema/xsozial-basis/xsozial-basis-antraege.xsd" >both/a.xsd
cp "$schema"/xsozial-basis/xsozial-basis-*.xsd both
rm both/a.xsd
rm -f both.zip
zip both.zip both xsd/
cp "$schema"/bausteine/*.xsd both
zip both.zip both xsd_dev/
run env XDG_DATA_HOME="$HOME/second" validate-xsozial package add both.zip
expect_code 0
run env XDG_DATA_HOME="$HOME/second" validate-xsozial testantrag-hzl.xml
expect_code 0

# A newer version beside it: documents find their own, and the older one is hinted at.
mkdir neu
for file in "$schema"/xsozial-basis/*.xsd; do
    sed 's/Version_2_3_1/Version_2_10_0/g; s/2\.3\.1/2.10.0/g' "$file" >"neu/$(basename "$file")"
done
run validate-xsozial package add neu
expect_code 0
sed 's/Version_2_3_1/Version_2_10_0/; s/2\.3\.1/2.10.0/' testantrag-hzl.xml >neu.xml
run validate-xsozial --json neu.xml
expect_code 0
expect_json '.subjects[0].standard_version == "2.10.0" and (.findings | length == 0)'
run validate-xsozial --json --at 2026-11-24 testantrag-hzl.xml
expect_code 0
expect_json '[.findings[].code] == ["ANB-V113"]'
expect_json '.findings[0].text | contains("2.10.0") and contains("2026-11-01")'
run validate-xsozial --schema-version 2.10.0 testantrag-hzl.xml
expect_code 2
expect_contains stderr ANB-V111
run validate-xsozial package remove xsozialbasis_2.10.0
expect_code 0
run validate-xsozial neu.xml
expect_code 66

# A damaged code list is no fault of the document.
chmod -R u+w "$store/listen"
cp -r "$store/listen" kept
for list in "$store"/listen/lists/*.json; do
    echo '{' >"$list"
done
run validate-xsozial testantrag-hzl.xml
expect_code 65
expect_contains stderr 'ANB-G301'
rm -r "$store/listen"
cp -r kept "$store/listen"

# Changes by hand.
run validate-xsozial package verify
expect_code 0
chmod -R u+w "$store"
echo '<!-- -->' >>"$store/xsozialbasis_2.3.1/files/xsozial-basis.xsd"
rm "$store/bausteine/files/xsd/muster-code.xsd"
echo >"$store/bausteine/files/fremd.xsd"
run validate-xsozial package verify --json
expect_code 2
expect_json '[.findings[] | select(.code == "ANB-V307") | .text | capture("\\((?<reason>[a-z ]+)\\)").reason] | sort == ["changed", "missing", "unknown"]'
run validate-xsozial package remove no-such-package
expect_code 66
expect_contains stderr ANB-V306
run validate-xsozial testantrag-hzl.xml
expect_code 65
expect_contains stderr fremd.xsd
rm -r "$store"

# A damaged package is named by all and stops nothing but verdicts.
run validate-xsozial package add "$schema/bausteine" "$schema/listen" "$schema/xsozial-basis"
echo '{' >"$store/listen/package.json"
for document in testantrag-hzl.xml neu.xml; do
    run validate-xsozial "$document"
    expect_code 65
    expect_contains stderr ANB-V309
    expect_contains stderr 'validate-xsozial package remove listen'
done
run validate-xsozial package list
expect_code 1
expect_contains stderr ANB-V309
expect_contains stdout bausteine
run validate-xsozial package verify
expect_code 2
expect_contains stderr ANB-V309
expect_contains stdout 'XSozial-basis 2.3.1: unchanged'
run validate-xsozial package show listen
expect_code 65
run validate-xsozial package show bausteine
expect_code 0
run validate-xsozial package remove listen
expect_code 0
expect_missing "$store/listen"
run validate-xsozial package add "$schema/listen"
expect_code 0
echo '{' >"$store/listen/package.json"
run validate-xsozial package add "$schema/listen"
expect_code 0
expect_contains stdout 'listen: replaced'
for file in lists.json lists/0.json manifest.json; do
    echo '{' >"$store/listen/$file"
    run validate-xsozial package verify listen
    expect_code 2
    expect_contains stderr "$file"
    run validate-xsozial package add "$schema/listen"
    expect_code 0
    expect_contains stdout 'listen: replaced'
done
rm "$store/listen/lists.json"
run validate-xsozial package list
expect_code 1
expect_contains stdout bausteine
jq '.standards = []' "$store/xsozialbasis_2.3.1/package.json" >bare
cp bare "$store/xsozialbasis_2.3.1/package.json"
run validate-xsozial package verify xsozialbasis_2.3.1
expect_code 2
expect_contains stderr ANB-V307
run validate-xsozial package add "$schema/xsozial-basis"
run validate-xsozial package verify xsozialbasis_2.3.1
expect_code 0
rm -r "$store"

# Hostile packages install nothing.
/usr/bin/python3 - "$schema/bausteine/muster-code.xsd" <<'END'
import gzip, io, stat, sys, warnings, zipfile
warnings.simplefilter("ignore")
xsd = open(sys.argv[1], "rb").read()
def make(name, *entries):
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, data in (("a.xsd", xsd),) + entries:
            archive.writestr(entry, data)
make("parent.zip", ("../b.xsd", xsd))
make("deep.zip", ("a/../../b.xsd", xsd))
make("absolute.zip", ("/tmp/b.xsd", xsd))
make("backslash.zip", ("..\\b.xsd", xsd))
link = zipfile.ZipInfo("link.xsd")
link.external_attr = (stat.S_IFLNK | 0o777) << 16
make("link.zip", (link, "/etc/passwd"))
make("bomb.zip", ("b.xsd", b"\0" * (80 * 1024 * 1024)))
inner = io.BytesIO()
with zipfile.ZipFile(inner, "w") as archive:
    archive.writestr("b.xsd", xsd)
make("nested.zip", ("inner.zip", inner.getvalue()))
make("gzip.zip", ("b.xsd", gzip.compress(xsd)))
make("many.zip", *((f"f{i}.txt", "") for i in range(2100)))
make("wrong.zip", ("b.xsd", "<a/>"))
make("broken.zip", ("b.xsd", "<xs:schema"))
make("twice.zip", ("a.xsd", xsd + b" "))
make("folder.zip", ("a.xsd/b.xsd", xsd))
make("slashes.zip", ("a//b.xsd", xsd))
make("name.zip", ("x" * 250 + ".xsd", xsd))
make("path.zip", ("d/" * 600 + "b.xsd", xsd))
def patched(source, target, old, new, times):
    data = open(source, "rb").read()
    assert data.count(old) == times
    open(target, "wb").write(data.replace(old, new))
make("cp.zip", ("Antr~ge.xsd", xsd), ("lies~.txt", b"text"))
patched("cp.zip", "cp.zip", b"Antr~ge", b"Antr\x84ge", 2)
make("locked.zip")
data = bytearray(open("locked.zip", "rb").read())
data[6] |= 1
data[data.index(b"PK\x01\x02") + 8] |= 1
open("locked.zip", "wb").write(data)
zipfile.ZipFile("hollow.zip", "w").close()
open("cut.zip", "wb").write(open("nested.zip", "rb").read()[:200])
open("bomb.gz", "wb").write(gzip.compress(b"\0" * 10_000_000))
with zipfile.ZipFile("empty.zip", "w") as archive:
    archive.writestr("readme.txt", "nothing")
END
refused()
{
    run validate-xsozial package add "$1"
    expect_code 65
    expect_contains stderr "$2"
    expect_equal "$(find "$store" -mindepth 1 2>/dev/null | wc -l)" 0 "the files installed from $1"
}
refused parent.zip ANB-V310
refused deep.zip ANB-V310
refused absolute.zip ANB-V310
refused backslash.zip ANB-V310
refused link.zip ANB-V310
refused bomb.zip ANB-V311
refused many.zip ANB-V311
refused nested.zip ANB-V312
refused gzip.zip ANB-V312
refused cut.zip ANB-V313
refused bomb.gz ANB-V313
refused testantrag-hzl.xml ANB-V313
refused empty.zip ANB-V314
refused hollow.zip ANB-V314
refused locked.zip ANB-V315
refused twice.zip ANB-V316
refused folder.zip ANB-V316
refused slashes.zip ANB-V310
refused name.zip 'ANB-V317'
expect_contains stderr 'too long'
refused path.zip 'ANB-V317'
refused cp.zip 'ANB-V317'
expect_contains stderr 'Antr\x84ge.xsd'
refused wrong.zip ANB-V303
refused broken.zip ANB-X1
mkdir linked
ln -s /etc/passwd linked/a.xsd
refused linked ANB-V310
run validate-xsozial package add no-such-file.zip
expect_code 66
expect_equal "$(find /tmp/b.xsd ../b.xsd 2>/dev/null | wc -l)" 0 'files outside'

# Names in any characters, what a desktop puts into a ZIP, and as many entries as are allowed.
/usr/bin/python3 - "$schema/bausteine" <<'END'
import os, sys, zipfile
folder = sys.argv[1]
with zipfile.ZipFile("übliches.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    for name in sorted(os.listdir(folder)):
        archive.write(os.path.join(folder, name), "./Fassung für 2026/" + name)
        archive.writestr("__MACOSX/._" + name, b"\0\5\x16\7")
        archive.writestr(".git/" + name, b"no schema")
    archive.writestr("lies~.txt", b"CP437")
    while len(archive.namelist()) < 2000:
        archive.writestr(f"{len(archive.namelist())}.txt", b"")
data = open("übliches.zip", "rb").read().replace(b"lies~", b"lies\x84")
open("übliches.zip", "wb").write(data)
END
run validate-xsozial -v package add übliches.zip
expect_code 0
expect_contains stderr 'lies\x84.txt'
expect_equal "$(find "$store" -name '*.xsd' | sort | sed 's,.*/files/,,' | head -1)" \
    'Fassung für 2026/muster-code.xsd' 'the schemas of a ZIP with umlauts'
expect_equal "$(find "$store" -name '*.xsd' | wc -l)" "$(find "$schema/bausteine" -name '*.xsd' | wc -l)" \
    'the number of schemas'

finish
