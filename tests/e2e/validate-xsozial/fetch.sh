# package fetch and package versions against an XRepository on loopback.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/validation.bash"
need jq openssl python3
need_python jsonschema
standard=urn:xoev-de:example:standard:xsozialbasis
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1 \
    -keyout server.key -out server.pem 2>openssl.log || broken 'a certificate'
mkfifo hold
/usr/bin/python3 "$E2E_ROOT/tests/support/xrepository_server.py" "$TESTDATA/schema/xsozial-basis" \
    "$TESTDATA/schema/listen" server.pem server.key <hold >port &
E2E_PIDS+=($!)
exec 9>hold
wait_for 10 test -s port
service="--xrepository https://127.0.0.1:$(cat port)/api --ca-file server.pem"

# shellcheck disable=SC2086 # several options
fetch()
{
    run validate-xsozial package "$@" $service
}

fetch versions $standard
expect_code 0
expect_equal "$(tr '\n' ' ' <"$E2E_LAST/stdout")" "${standard}_2.3.1 ${standard}_2.4.0 ${standard}_2.10.0 " 'the versions in order'
run validate-xsozial package add "$TESTDATA/schema/bausteine"
fetch fetch --code-lists "${standard}_2.3.1"
expect_code 0
expect_contains stdout 'XSozial-basis 2.3.1: installed (2 root elements)'
expect_contains stdout '3 code lists'
run validate-xsozial package list
expect_contains stdout xsozialbasis_2.3.1
expect_contains stdout xsozialbasis_2.3.1_codelisten
fetch versions $standard --json
expect_json '[.versions[] | select(.installed).urn] == ["'$standard'_2.3.1"]'
expect_schema validate-xsozial
run validate-xsozial --testdata "$TESTDATA/schema/nachrichten/testantrag-hzl.xml"
expect_code 0
fetch fetch "${standard}_2.3.1"
expect_contains stdout 'is installed already'

# What goes wrong is named, and nothing is installed.
before=$(find "$XDG_DATA_HOME" | sort)
fetch fetch "${standard}_9.9"
expect_code 66
expect_contains stderr ANB-V330
expect_contains stderr 'Kein Inhalt'
fetch fetch "${standard}_2.4.0"
expect_code 65
expect_contains stderr ANB-V313
fetch fetch nonsense
expect_code 64
fetch versions urn:x:y
expect_code 66
run validate-xsozial package versions $standard --xrepository "http://127.0.0.1:$(cat port)/api"
expect_code 64
expect_contains stderr ANB-G110
fetch fetch "${standard}_2.3.1" --offline
expect_code 64
run validate-xsozial package fetch "${standard}_2.3.1" --xrepository "https://127.0.0.1:$(cat port)/api"
expect_code 76
run validate-xsozial package fetch "${standard}_2.3.1" --xrepository https://127.0.0.1:1/api
expect_code 69
expect_equal "$(find "$XDG_DATA_HOME" | sort)" "$before" 'what is installed'

finish
