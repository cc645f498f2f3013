# Hostile documents end with a clear finding; no file but the document and the schemas is opened, and
# no socket at all.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/validation.bash"
need strace python3
strace -o trace true 2>/dev/null || skip 'strace may not trace here'
install_example
echo secret >geheim.txt

/usr/bin/python3 - <<'END'
good = open("testantrag-hzl.xml", encoding="utf-8").read()
head, rest = good.split("?>", 1)
def write(name, text, encoding="utf-8"):
    with open(name, "wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode(encoding))
def typed(subset, use="&e;"):
    return head + "?><!DOCTYPE a [" + subset + "]>" + rest.replace("Erika", use)
write("laughs.xml", typed("".join(f"<!ENTITY l{i} '{('&l%d;' % (i - 1)) * 10 if i else 'ha'}'>" for i in range(30)), "&l29;"))
write("external.xml", typed("<!ENTITY e SYSTEM 'geheim.txt'>"))
write("network.xml", typed("<!ENTITY e SYSTEM 'http://127.0.0.1:9/e'>"))
write("parameter.xml", typed("<!ENTITY % e SYSTEM 'geheim.txt'> %e;", "x"))
write("subset.xml", head + "?><!DOCTYPE a SYSTEM 'geheim.txt'>" + rest)
write("attributes.xml", rest.replace("<xsb:person id", "<xsb:person " + " ".join(f"a{i}=''" for i in range(100_000)) + " id", 1))
write("deep.xml", "<a>" * 100_000 + "</a>" * 100_000)
write("field.xml", good.replace("Erika", "Muster" * 1_700_000))
write("utf16.xml", good.replace("UTF-8", "UTF-16"), "utf-16")
write("latin1.xml", good.replace("UTF-8", "ISO-8859-1").replace("–", "-"), "latin-1")
write("mixed.xml", good.replace("Erika", "Erik\xe4").encode("utf-8").replace("ä".encode(), b"\xe4"))
write("nul.xml", good.replace("Erika", "Eri\0ka"))
write("cut.xml", good[: len(good) // 2])
write("xml11.xml", good.replace('version="1.0"', 'version="1.1"', 1))
write("utf7.xml", good.replace("UTF-8", "UTF-7"))
write("ebcdic.xml", good.replace("UTF-8", "IBM037").replace("–", "-"), "cp037")
write("xinclude.xml", good.replace("<xsb:vorname>Erika", "<xsb:vorname><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='geheim.txt' parse='text'/>"))
write("hint.xml", good.replace("<xsb:antrag.hzl.0101 ", "<xsb:antrag.hzl.0101 xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='https://musterstadt.example/schema/XSozial-basis/Version_2_3_1 geheim.txt' ", 1))
write("processing.xml", good.replace("?>", "?><?xml-stylesheet href='geheim.txt'?>", 1))
write("names.xml", "<a>" + "".join(f"<n{i}/>" for i in range(200_000)) + "</a>")
write("comment.xml", good.replace("<xsb:vertretung>", "<!--" + "x" * 11_000_000 + "--><xsb:vertretung>"))
write("ids.xml", good.replace("<xsb:vertretung>p1", "<xsb:vertretung>" + "p" * 1_000_000))
write("empty.xml", "")
write("nothing.xml", "\n\n")
END

# traced CODE MESSAGE FILE
traced()
{
    run env ASAN_OPTIONS=detect_leaks=0 strace -f -qq -o trace -e trace=open,openat,openat2,creat,socket,connect \
        validate-xsozial "$3"
    expect_code "$1"
    [ -z "$2" ] || expect_contains stderr "$2"
    expect_missing trace geheim.txt
    expect_missing trace 'AF_INET'
    expect_equal "$(grep -cE 'socket\(|connect\(' trace)" 0 'sockets'
    # Beside libraries and the program's own files there is only the document and the store.
    expect_equal "$(grep -E '^[0-9]+ +open' trace | grep -v ENOENT | grep -o '"[^"]*"' |
        grep -vE "^\"(/etc/|/lib|/usr/|/proc/|/sys/|/dev/|$XDG_DATA_HOME/)" |
        grep -vE "^\"($3|.*/(lib[^/]*|gconv[^/]*)\.so[^/]*|.*/$3)\"" | sort -u | tr '\n' ' ')" '' \
        "other files opened for $3"
}

for document in laughs external network parameter subset; do
    traced 2 ANB-X103 $document.xml
done
for document in attributes deep field comment; do
    traced 2 ANB-X104 $document.xml
done
traced 0 '' utf16.xml
traced 0 '' latin1.xml
traced 0 '' hint.xml
traced 0 '' processing.xml
for document in mixed utf7 ebcdic; do
    traced 2 ANB-X105 $document.xml
done
traced 2 ANB-X10 nul.xml
traced 2 ANB-X106 cut.xml
traced 2 ANB-X106 empty.xml
traced 2 ANB-X10 nothing.xml
traced 2 ANB-X109 xml11.xml
traced 2 ANB-V138 xinclude.xml
traced 66 ANB-V301 names.xml
traced 2 ANB-V1 ids.xml

# Never half a document.
for document in laughs external deep field mixed nul cut ids; do
    run validate-xsozial --filter $document.xml
    expect_code 2
    expect_empty stdout
done
run validate-xsozial geheim.txt
expect_code 2
run validate-xsozial .
expect_equal "$((E2E_CODE == 2))" 1 'a folder of hostile documents is judged to its end'
run validate-xsozial no-such-file.xml
expect_code 66
run validate-xsozial /dev/null
expect_code 2
run bash -c 'validate-xsozial --jobs 1 testantrag-hzl.xml testantrag-hzl.xml | head -n 1'
expect_code 0
expect_empty stderr

finish
