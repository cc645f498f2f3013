# Section 5 of scripts/bench: validate-xsozial beside xmllint --schema and the JDK's validator, all
# layers on; and hostile documents, each under a second.
# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash disable=SC2154
#
# Uses $build, $work, $runs, timed, median, least, ratio and peak of scripts/bench.

schema=$PWD/testdata/schema

validate() { "$build/bin/validate-xsozial" "$@"; }
lint() { xmllint --huge --nonet --noout --schema "$1" "${@:2}" 2>/dev/null; }

# pair NAME TEXT ROUNDS OURS... -- THEIRS...: both by turns. Behind the ratio of the medians stands
# that of the best rounds, which other work on the machine disturbs least.
pair()
{
    local name=$1 text=$2 rounds=$3 ours=() run
    shift 3
    while [ "$1" != -- ]; do
        ours+=("$1")
        shift
    done
    shift
    for ((run = 0; run < rounds; run++)); do
        timed "$work/$name.ours" "${ours[@]}"
        timed "$work/$name.theirs" "$@"
    done
    local a b
    a=$(median "$work/$name.ours")
    b=$(median "$work/$name.theirs")
    printf '   %-46s %9.1f ms, xmllint %9.1f ms   ratio %s (best %s)\n' "$text" "$a" "$b" "$(ratio "$a" "$b")" \
        "$(ratio "$(least "$work/$name.ours")" "$(least "$work/$name.theirs")")"
}

# Addresses of the building blocks, for xmllint.
make_catalog()
{
    {
        echo '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">'
        local start
        for start in http://bausteine.example/kopf/1_1/ http://bausteine.example/code/1_0/ \
            https://bausteine.example/zeichen/ https://www.bausteine.example/zeichen/; do
            echo "<rewriteSystem systemIdStartString=\"$start\" rewritePrefix=\"file://$schema/bausteine/\"/>"
        done
        echo '</catalog>'
    } >"$work/catalog.xml"
    export XML_CATALOG_FILES=$work/catalog.xml
}

make_documents()
{
    mkdir -p "$work/messages/many" "$work/messages/more" "$work/messages/hostile"
    python3 - "$schema/nachrichten/testantrag-hzl.xml" "$work/messages" "$1" <<'END'
import base64, os, sys
good = open(sys.argv[1], encoding="utf-8").read()
small = open(sys.argv[3], encoding="utf-8").read()
folder = sys.argv[2] + "/"
for name, count in (("many", 1000), ("more", 8000)):
    for i in range(count):
        open(f"{folder}{name}/{i:05}.xml", "w", encoding="utf-8").write(small)
at = good.index("  </xsb:leistung>")
with open(folder + "elements.xml", "w", encoding="utf-8") as file:
    file.write(good[:at])
    for i in range(300_000):
        file.write(f"""    <xsb:zahlung>
      <xsb:datum>2026-{i % 12 + 1:02}-01</xsb:datum>
      <xsb:betrag>{i % 900}.50</xsb:betrag>
      <xsb:empfaenger>Erika Mustermann</xsb:empfaenger>
      <xsb:aktenzeichen>HZL/2026/{i:07} Musterstadt, Abschlag fuer den laufenden Monat, siehe den Bescheid vom 20. Oktober 2026</xsb:aktenzeichen>
    </xsb:zahlung>
""")
    file.write(good[at:])
block = base64.b64encode(os.urandom(57 * 1000)).decode()
lines = "\n".join(block[i:i + 76] for i in range(0, len(block), 76)) + "\n"
with open(folder + "base64.xml", "w", encoding="utf-8") as file:
    start, end = good.index("VGVz"), good.index("</xsb:inhalt>")
    file.write(good[:start])
    while file.tell() < 100_000_000:
        file.write(lines)
    file.write(good[end:])
head, rest = good.split("?>", 1)
hostile = {
    "laughs": head + "?><!DOCTYPE a [" + "".join(f"<!ENTITY l{i} '{('&l%d;' % (i - 1)) * 10 if i else 'ha'}'>" for i in range(30)) + "]>" + rest.replace("Erika", "&l29;"),
    "external": head + "?><!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + rest.replace("Erika", "&e;"),
    "attributes": rest.replace("<xsb:person id", "<xsb:person " + " ".join(f"a{i}=''" for i in range(100_000)) + " id", 1),
    "deep": "<a>" * 100_000 + "</a>" * 100_000,
    "field": good.replace("Erika", "Muster" * 1_700_000),
    "million": good.replace("Erika", "Muster" * 170_000),
    "names": good.replace("<xsb:vertretung>", "".join(f"<n{i}/>" for i in range(100_000)) + "<xsb:vertretung>"),
    "siblings": good.replace("<xsb:vertretung>", "<xsb:vertretung/>" * 100_000 + "<xsb:vertretung>"),
    "cut": good[: len(good) // 2],
}
for name, text in hostile.items():
    open(f"{folder}hostile/{name}.xml", "w", encoding="utf-8").write(text)
END
}

# jdk_time ROOT: the JDK's validator, compiled before the clock starts.
jdk_time()
{
    command -v javac >/dev/null || return 1
    [ -d "$work/jdk" ] || javac -d "$work/jdk" tests/support/JdkWitness.java || return 1
    printf '%s\n' "$work/messages/many"/*.xml | sed "s|^|$1\t|" >"$work/jdk.list"
    local run
    for run in 1 2 3; do
        timed "$work/jdk.time" run_jdk
    done
    median "$work/jdk.time"
}

run_jdk() { java -cp "$work/jdk" JdkWitness "$XML_CATALOG_FILES" <"$work/jdk.list"; }

run_loop()
{
    local each
    for each in "$work/messages/many"/000*.xml; do
        lint "$loop_root" "$each"
    done
}

# Two processes that know nothing of each other: no program is faster on two cores.
run_halves()
{
    validate -q --jobs 1 "$work/messages/more"/0[0-3]*.xml &
    validate -q --jobs 1 "$work/messages/more"/0[4-7]*.xml
    wait
}

# many_messages ROOT: one call, a loop, the JDK, and two threads. The JDK compiles and collects on
# further threads of its own, so the call as people make it, on all cores, stands beside it too.
many_messages()
{
    local loop_root=$1 rounds=$(((runs + 1) / 2)) ours all loop jdk run
    pair many '1,000 messages in one call, one thread' "$rounds" validate -q --jobs 1 "$work/messages/many" \
        -- lint "$1" "$work/messages/many"/*.xml
    ours=$(median "$work/many.ours")
    timed "$work/loop.xmllint" run_loop
    loop=$(awk -v t="$(median "$work/loop.xmllint")" 'BEGIN { print t * 10 }')
    printf '   %-46s %9.1f ms   %s times as long\n' '  a shell loop over xmllint (100, times 10)' "$loop" "$(ratio "$loop" "$ours")"
    if jdk=$(jdk_time "$1"); then
        for ((run = 0; run < rounds; run++)); do
            timed "$work/many.all" validate -q "$work/messages/many"
        done
        all=$(median "$work/many.all")
        printf '   %-46s %9.1f ms   %s times as long\n' "  the JDK's validator in one process" "$jdk" "$(ratio "$jdk" "$ours")"
        printf '   %-46s %9.1f ms   %s times as long as %s ms\n' '    beside our one call on all cores' "$jdk" "$(ratio "$jdk" "$all")" "$all"
    fi
    for ((run = 0; run < runs; run++)); do
        timed "$work/more.1" validate -q --jobs 1 "$work/messages/more"
        timed "$work/more.2" validate -q --jobs 2 "$work/messages/more"
        timed "$work/more.halves" run_halves
    done
    printf '   %-46s %9.1f ms, two     %9.1f ms   ratio %s\n' '8,000 messages, one thread' "$(median "$work/more.1")" \
        "$(median "$work/more.2")" "$(ratio "$(median "$work/more.2")" "$(median "$work/more.1")")"
    printf '   %-46s %9.1f ms                       ratio %s\n' '  what this machine gives: two processes, halves' \
        "$(median "$work/more.halves")" "$(ratio "$(median "$work/more.halves")" "$(median "$work/more.1")")"
}

validation()
{
    local root=$schema/xsozial-basis/xsozial-basis.xsd message=$schema/nachrichten/testantrag-hzl.xml
    local xoev=$PWD/../shared/reference/xoev small=$message
    local hochschule=$xoev/xhochschule-1.2/instances/Diploma_Supplement.xml
    echo '5. Validation with all layers, medians; ratio: validate-xsozial / xmllint --schema'
    if ! command -v xmllint >/dev/null; then
        echo '   left out: xmllint is not installed'
        return
    fi
    [ ! -e "$hochschule" ] || small=$hochschule
    export XDG_DATA_HOME=$work/data
    make_catalog
    make_documents "$small"
    validate -q package add "$schema/bausteine" "$schema/listen" "$schema/xsozial-basis" >/dev/null 2>&1
    pair cold 'one small message of a small standard, cold' $((runs * 3)) validate "$message" -- lint "$root" "$message"
    [ "$small" != "$message" ] || many_messages "$root"
    pair elements '100 MB, 1.5 million elements' 15 validate --jobs 1 "$work/messages/elements.xml" \
        -- lint "$root" "$work/messages/elements.xml"
    pair base64 '100 MB of Base64 in one element' 3 validate --jobs 1 "$work/messages/base64.xml" \
        -- lint "$root" "$work/messages/base64.xml"
    local name
    for name in elements base64; do
        printf '   %-46s %9d KiB, xmllint %8d KiB\n' "  peak memory of $name" \
            "$(peak "$build/bin/validate-xsozial" "$work/messages/$name.xml" 2>/dev/null)" \
            "$(peak xmllint --huge --nonet --noout --schema "$root" "$work/messages/$name.xml" 2>/dev/null)"
    done
    local document begin
    echo '   hostile documents, each once:'
    for document in "$work/messages/hostile"/*.xml; do
        begin=${EPOCHREALTIME/./}
        validate "$document" >/dev/null 2>&1 || true
        printf '     %-44s %9.1f ms\n' "$(basename "$document" .xml)" \
            "$(awk -v t=$((${EPOCHREALTIME/./} - begin)) 'BEGIN { print t / 1000 }')"
    done
    [ "$small" = "$message" ] || real_standards "$xoev"
}

real_standards()
{
    local xoev=$1
    export XML_CATALOG_FILES=$xoev/catalog.xml XDG_DATA_HOME=$work/reference
    validate -q package add "$xoev/framework" "$xoev/xbildung-1.2/schema" "$xoev/xhochschule-1.2/schema" \
        "$xoev/xwasser-1.0.0/schema" >/dev/null 2>&1
    pair xwasser 'one message of XWasser 1.0.0, cold' $((runs * 3)) \
        validate "$xoev/xwasser-1.0.0/instances/olb_report_minimal.xml" \
        -- lint "$xoev/xwasser-1.0.0/schema/xwasser.xsd" "$xoev/xwasser-1.0.0/instances/olb_report_minimal.xml"
    pair xhochschule 'one document of XHochschule 1.2, cold' $((runs * 3)) \
        validate "$xoev/xhochschule-1.2/instances/Diploma_Supplement.xml" \
        -- lint "$xoev/xhochschule-1.2/schema/xhochschule.xsd" "$xoev/xhochschule-1.2/instances/Diploma_Supplement.xml"
    many_messages "$xoev/xhochschule-1.2/schema/xhochschule.xsd"
}
