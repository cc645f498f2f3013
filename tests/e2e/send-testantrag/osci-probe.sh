# The probe: address, both certificates of the Intermediär and our own, and nothing is stored.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq openssl
need_python jsonschema
prepare_osci
settings=$XDG_CONFIG_HOME/anbindung/environments.toml
cp "$settings" settings.good
pki=$PWD/sandbox/pki

# with LINE...: the settings with these lines below [test].
with()
{
    local line
    cp settings.good "$settings"
    for line in "$@"; do
        sed -i "/^\[test\]/a $line" "$settings"
    done
}

run send-testantrag --env test probe --via osci --to soa:05999000 --service hzl
expect_code 0
expect_match stdout 'Intermediär +http://127\.0\.0\.1:[0-9]+/test/osci +ok'
expect_match stdout 'Dialog +0801, 0800 +ok'
expect_match stdout 'eigenes Zertifikat .* ok'
expect_contains stdout 'Nicht geprüft: Zustellung'
expect_equal "$(osci_requests)" 2 'orders of a probe'
expect_equal "$(deliveries)" 0 'deliveries'
expect_missing "$XDG_STATE_HOME/anbindung/testantrag"

# The authority's own entry, and a document.
run send-testantrag probe --via osci --service hzl --json
expect_code 0
expect_schema send-testantrag
expect_json '.subjects[0] | .dialog == "0801, 0800" and (.intermediary_signature == .answer_signature)'
expect_json '.unchecked | map(.element) | index("delivery") != null'

# Without the DVDV: the certificates come from the settings.
url=$(dvdv-lookup --env test show hzl --print intermediary-url 2>/dev/null)
run send-testantrag --env test probe --via osci --intermediary "$url"
expect_code 78
expect_contains stderr 'intermediary_cipher_certificate'
with "intermediary_cipher_certificate = \"$pki/intermediaer-test-cipher.cer\"" \
    "intermediary_signature_certificate = \"$pki/intermediaer-test-signature.cer\""
run send-testantrag --env test probe --via osci --intermediary "$url" --json
expect_code 0
expect_json '.unchecked | map(.element) | index("directory") != null'

# The wrong certificate for the transport, and for the signature.
with "intermediary_cipher_certificate = \"$pki/intermediaer-prod-cipher.cer\""
run send-testantrag --env test probe --via osci --intermediary "$url"
expect_code 78
expect_match stderr 'ANB-O501.*92'
with "intermediary_cipher_certificate = \"$pki/intermediaer-test-cipher.cer\"" \
    "intermediary_signature_certificate = \"$pki/intermediaer-prod-signature.cer\""
run send-testantrag --env test probe --via osci --intermediary "$url"
expect_code 76
expect_contains stderr 'ANB-O309'

# An address that the settings know as production's.
with "intermediary_cipher_certificate = \"$pki/intermediaer-test-cipher.cer\""
sed -i "/^\[prod\]/a intermediary_url = \"$url\"" "$settings"
before=$(wc -l <sandbox/requests.jsonl)
run send-testantrag --env test probe --via osci --intermediary "$url"
expect_code 2
expect_contains stderr 'ANB-O603'
expect_equal "$(wc -l <sandbox/requests.jsonl)" "$before" 'requests'

# Nobody there, and somebody else.
with "intermediary_cipher_certificate = \"$pki/intermediaer-test-cipher.cer\""
run send-testantrag --env test probe --via osci --intermediary http://127.0.0.1:9/osci --retry 0
expect_code 69
run send-testantrag --env test probe --via osci --intermediary "${url%/test/osci}/nichts" --retry 0
expect_contains stderr 'ANB-O504'
expect_code 69
finish
