# C5: the JUnit file of a nightly job: written in one step, every test named once and always alike.
. "$E2E_SOURCE/lib.bash"
pki=$TESTDATA/pki
cp "$pki/musterstadt-prod.pem" gut.pem && cp "$pki/musterstadt-expired.pem" alt.pem
cat gut.pem alt.pem >beide.pem
for name in gut alt beide; do
    printf '[datei.%s]\npath = "%s.pem"\nlabel = "Stadt"\n' $name $name
done >inventar.toml
printf '[dvdv.hzl]\nservice = "hzl"\nenv = "test"\n' >>inventar.toml

cases() { # FILE: name, and whether it failed
    python3 - "$1" <<'END'
import sys
import xml.etree.ElementTree as tree

for case in tree.parse(sys.argv[1]).getroot().iter("testcase"):
    faults = [each for each in ("failure", "error") if case.find(each) is not None]
    state = "failed" if faults else "passed"
    print(f"{case.get('classname')}/{case.get('name')}\t{state}")
END
}

run cert-check --inventory inventar.toml --format junit -o cert.xml --at 2027-06-01
expect_code 2
expect_equal "$(cat "$E2E_LAST/stdout")" "" "the report is in the file"
cases cert.xml >first
expect_equal "$(cut -f1 first | sort | uniq -d)" "" "GitLab would drop a name that stands twice"
expect_equal "$(wc -l <first)" 5 "one test for each certificate and each entry"
expect_equal "$(grep -c failed first)" 3 "the expired one, twice, and the entry without an answer"
for format in checkmk prometheus; do
    run cert-check --inventory inventar.toml --format $format -o out --at 2027-06-01
    expect_equal "$(sed -n 's/^[0-3] \("[^"]*"\).*/\1/p; s/^\([a-z_]*{.*}\) .*/\1/p' out | sort | uniq -d)" "" "$format"
done
run cert-check --inventory inventar.toml --format junit -o cert.xml --at 2027-07-01
cases cert.xml >second
expect_equal "$(cut -f1 second)" "$(cut -f1 first)" "names are the same on another day"
run cert-check --inventory inventar.toml --format junit -o fehlt/cert.xml
expect_contains stderr fehlt/cert.xml
expect_equal "$(find . -newer second ! -name . ! -path './.*')" "" "no half a file stays"

finish
