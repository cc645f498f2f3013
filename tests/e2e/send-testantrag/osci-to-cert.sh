# Without the DVDV: recipient and Intermediär are named, and the sending stays with them.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq openssl
prepare_osci
settings=$XDG_CONFIG_HOME/anbindung/environments.toml
pki=$PWD/sandbox/pki
url=$(dvdv-lookup --env test show hzl --print intermediary-url 2>/dev/null)
dvdv-lookup --env test show hzl --print recipient-cert >empfaenger.pem 2>/dev/null
sed -i "/^\[test\]/a intermediary_cipher_certificate = \"$pki/intermediaer-test-cipher.cer\"" "$settings"
sed -i "/^\[test\]/a intermediary_signature_certificate = \"$pki/intermediaer-test-signature.cer\"" "$settings"
send=(send-testantrag --env test --via osci --to-cert empfaenger.pem --intermediary "$url" --data testantrag-hzl.xml)

before=$(grep -c '/dvdv' sandbox/requests.jsonl)
run "${send[@]}" --json
expect_code 1
expect_json '.sending.organization == null and .sending.service == null'
expect_json '.unchecked | map(.element) | index("directory") != null'
expect_equal "$(grep -c '/dvdv' sandbox/requests.jsonl)" "$before" 'requests to the DVDV'
expect_equal "$(deliveries)" 1 'deliveries'

# A certificate that is not valid now, and one that may not encipher.
openssl req -x509 -newkey rsa:3072 -nodes -keyout x.key -out sign.pem -days 30 -subj '/CN=GRP: Stadt' \
    -addext keyUsage=digitalSignature 2>/dev/null
run send-testantrag --env test --via osci --to-cert sign.pem --intermediary "$url" --data testantrag-hzl.xml
expect_code 2
expect_contains stderr 'ANB-C'
run send-testantrag --env test --via osci --to-cert "$TESTDATA/pki/musterstadt-expired.pem" --intermediary "$url" \
    --data testantrag-hzl.xml
expect_code 2
expect_contains stderr 'ANB-C101'
expect_equal "$(deliveries)" 1 'deliveries after what was refused'

# Both ways at once make no sense.
run send-testantrag --env test --via osci --to soa:05999000 --to-cert empfaenger.pem --data testantrag-hzl.xml
expect_code 64

# Something of the way changed since the sending was prepared: it does not go on.
printf 'POST /test/osci from=2 status=503\n' >fault
stop_sandbox
start_sandbox --fault "$PWD/fault"
url=$(dvdv-lookup --env test show hzl --print intermediary-url 2>/dev/null)
osci_example --timeout 20s --retry 0
expect_code 75
sending=$(newest id)
openssl req -x509 -newkey rsa:3072 -nodes -keyout own.key -out own.pem -days 30 -subj '/CN=GRP: Neu' \
    -addext keyUsage=digitalSignature,keyEncipherment 2>/dev/null
openssl pkcs12 -export -inkey own.key -in own.pem -out own.p12 -passout pass:geheim
printf geheim >own.password
chmod 600 own.password
sed -i "/^\[test\]/,/^\[prod\]/{s|^osci_p12.*|osci_p12 = \"$PWD/own.p12\"|; s|^osci_password_file.*|osci_password_file = \"$PWD/own.password\"|}" "$settings"
run send-testantrag resume "$sending"
expect_code 2
expect_contains stderr 'ANB-O613'
finish
