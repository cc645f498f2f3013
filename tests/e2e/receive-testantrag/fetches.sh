# Fetching again changes nothing, accepting again is success, and nothing private is left readable.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
prepare_authority
cp nachweis.pdf 'Nach;weis $(x).pdf'
send_example --attach 'Nach;weis $(x).pdf' --attach nachweis.pdf

run receive-testantrag --env test fetch --all
expect_code 64
expect_contains stderr ANB-G107
run receive-testantrag --env test fetch -o eingang
expect_code 64
expect_contains stderr ANB-S642
run receive-testantrag --env test fetch 12345678 -o eingang
expect_code 66
expect_contains stderr ANB-S631
chmod 644 keys/test/verschluesselung.privat.jwk.json
run receive-testantrag --env test fetch --all -o eingang
expect_code 77
expect_contains stderr ANB-S634
chmod 600 keys/test/verschluesselung.privat.jwk.json
mkdir leer
run receive-testantrag --env test fetch --all -o eingang --keys leer
expect_code 78
expect_contains stderr ANB-S633
expect_missing eingang

run receive-testantrag --env test fetch --all -o eingang --json
expect_code 0
expect_json '.cases | length == 1 and .[0].stored and (.[0].stored_before | not)'
expect_file "eingang/$case/attachments/nachweis.pdf"
expect_file "eingang/$case/attachments/Nach_weis _(x).pdf"
expect_equal "$(find eingang -perm /077 | wc -l)" 0 'what others may enter or read'
expect_equal "$(find eingang -mindepth 1 -maxdepth 1 | wc -l)" 1 'folders'
stat -c %Y "eingang/$case/data.xml" >time

run receive-testantrag --env test fetch --all -o eingang --json --accept
expect_code 0
expect_json '.cases[0].stored_before and .cases[0].state == "accepted"'
expect_equal "$(stat -c %Y "eingang/$case/data.xml")" "$(cat time)" 'the time of the data'
expect_json '.event == "accept-submission"' "eingang/$case/answer.json"
run receive-testantrag --env test fetch "${case:0:8}" -o eingang --json --accept
expect_code 0
expect_json '.cases[0].answered_before'

printf 'x' >>"eingang/$case/data.xml"
run receive-testantrag --env test fetch "$case" -o eingang --accept
expect_code 73
expect_contains stderr ANB-S632

jq -r .token "eingang/$case/answer.json" >annahme.jws
run receive-testantrag inspect annahme.jws --json
expect_code 0
expect_json '.subjects[0].kind == "SET" and .subjects[0].event == "accept-submission"'
expect_json '.unchecked[0].element == "signature"'
run receive-testantrag inspect "$(find "$XDG_STATE_HOME" -name data.jwe)" --json
expect_code 0
expect_json '.subjects[0].alg == "RSA-OAEP-256" and .subjects[0].cty == "application/xml" and (.subjects[0] | has("zip") | not)'
run receive-testantrag inspect testantrag-hzl.xml
expect_code 65
expect_contains stderr ANB-S640
finish
