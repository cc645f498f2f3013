# Entries come from files that change while the sandbox runs; broken ones keep their last good state.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/dvdv.bash"
need curl jq openssl
need_python jsonschema

mkdir -p directory/test directory/test-replica
openssl req -x509 -newkey rsa:2048 -nodes -keyout client.key -subj "/CN=Client" -days 30 \
    -addext keyUsage=critical,digitalSignature,keyEncipherment -out directory/test/client.pem 2>/dev/null
stadt() # NAME [MEMBERS]
{
    printf '{"nameDe": "%s", "category": "Sozialamt", "organizationKeys": ["soa:05999000"],
        "clientCertificates": [{"file": "client.pem"}]%s}' "$1" "${2-}"
}
stadt Eins >directory/test/stadt.json
start_sandbox --directory directory --replica-lag 1h
find_address
show() # SERVER [ENV]
{
    ask "${2:-test}/$1/intern/directory/v2/findauthoritydescriptions" '{"organizationKey":"soa:05999000"}' |
        head -1
}

run show dvdv
expect_json '.[0].organization.nameDe == "Eins"'
expect_json ".[0].organization.clientCertificates[0].fingerprint == \"$(fingerprint directory/test/client.pem)\""
expect_json '.[0].organization.clientCertificates[0].x509KeyUsage == 5'
run show dvdv prod
expect_json '. == []'

# The certificate of the entry is the one that logs in, whatever key it has.
own=fp:$(fingerprint directory/test/client.pem)
run log_in test dvdv "$(assertion client.key "$(claims test dvdv ".sub = \"$own\" | .iss = \"$own\"")")"
expect_json '.access_token'
run log_in prod dvdv "$(assertion client.key "$(claims prod dvdv ".sub = \"$own\" | .iss = \"$own\"")")"
expect_json '.status == 401'

# Changed, half-written, whole again, gone.
stadt Zwei >directory/test/stadt.json
run show dvdv
expect_json '.[0].organization.nameDe == "Zwei"'
stadt Drei | head -c 30 >directory/test/stadt.json
run show dvdv
expect_json '.[0].organization.nameDe == "Zwei"'
expect_contains sandbox/directory.jsonl 'stadt.json'
wait_for 5 grep -q ANB-G607 "$E2E_TMP/sandbox.err"
expect_contains "$E2E_TMP/sandbox.err" 'stadt.json is no entry for the directory: ANB-G301'
stadt Drei >directory/test/stadt.json
run show dvdv
expect_json '.[0].organization.nameDe == "Drei"'
expect_equal "$(wc -l <sandbox/directory.jsonl)" 1 "complaints"

# The replica: a file of its own, and what is younger than the lag.
stadt Alt >directory/test-replica/stadt.json
cp directory/test/client.pem directory/test-replica
run show dvdv-replica
expect_json '.[0].organization.nameDe == "Alt"'
rm directory/test-replica/stadt.json
stadt Neu ", \"enteredAt\": \"$(date -u +%FT%TZ)\"" >directory/test/stadt.json
run show dvdv
expect_json '.[0].organization.nameDe == "Neu"'
run show dvdv-replica
expect_json '. == []'
rm directory/test/stadt.json
run show dvdv
expect_json '. == []'
stop_sandbox

# A file that cannot be used at the beginning is said at once.
echo '{"organizationKeys": "soa:05999000"}' >directory/test/stadt.json
run anbindung-sandbox --port 0 --state "$PWD/sandbox" --directory directory --stop-after 1s
expect_code 65
expect_contains stderr ANB-G607
expect_contains stderr /organizationKeys
run anbindung-sandbox --port 0 --state "$PWD/sandbox" --directory no-such-folder --stop-after 1s
expect_code 66
expect_contains stderr ANB-G606
run anbindung-sandbox --port 0 --state "$PWD/sandbox" --replica-lag bald --stop-after 1s
expect_code 64
expect_contains stderr ANB-G605

# The document has a subject for a file that broke while it ran.
stadt Eins >directory/test/stadt.json
rm sandbox/address
anbindung-sandbox --port 0 --state "$PWD/sandbox" --directory directory --stop-after 6s --json >document \
    2>/dev/null &
E2E_PIDS+=($!)
served() { address=$(cat sandbox/address) && ask test/dvdv/intern/directory/v2/version | grep -qx 200; }
wait_for 5 served
echo '{' >directory/test/stadt.json
run show dvdv
expect_json '.[0].organization.nameDe == "Eins"'
wait $!
run cat document
expect_json '.result == "ok" and (.findings | length) == 1 and .findings[0].code == "ANB-G607"'
expect_schema anbindung-sandbox

finish
