# What travels in a journey – encrypted parts, event tokens, addressing information, metadata – is
# read by jwcrypto, node-jose and jose, and judged by two validators of JSON Schema.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq jose curl
need_python jwcrypto jsonschema
prepare_authority
printf 'Nachweis' >'Bescheinigung für Müller.txt'
send_example --attach nachweis.pdf --attach 'Bescheinigung für Müller.txt'
expect_code 1
run receive-testantrag --env test fetch --all -o eingang --accept
expect_code 0

witness=$E2E_ROOT/tests/witness
state=sandbox/test/submissions/$submission
# Libraries want no key_ops when a key is used for whole JWEs (fit-connect.md §8).
jq 'del(.key_ops)' keys/test/verschluesselung.privat.jwk.json >private.json

# decrypted_by PROGRAM...: the three kinds of parts come out as they were put in.
decrypted_by()
{
    run "$@" decrypt private.json "$state/data.jwe"
    expect_code 0
    expect_same stdout testantrag-hzl.xml
    run "$@" decrypt private.json "$state/metadata.jwe"
    expect_code 0
    cp "$E2E_LAST/stdout" metadata.json
    # In the order of the metadata, so that each name finds its file.
    jq -r '.contentStructure.attachments[] | .attachmentId + "\t" + .filename' metadata.json >attachments
    expect_equal "$(wc -l <attachments)" 2 "the attachments in the metadata"
    while IFS=$'\t' read -r attachment name; do
        run "$@" decrypt private.json "$state/attachments/$attachment.jwe"
        expect_code 0
        expect_same stdout "$name"
        expect_equal "$(jq -r ".contentStructure.attachments[] | select(.attachmentId == \"$attachment\").hash.content" metadata.json)" \
            "$(sha512sum <"$name" | cut -d' ' -f1)" "the hash of $name in the metadata"
    done <attachments
}

# The public keys of those who sign: delivery service, receiver, portal.
environments=$XDG_CONFIG_HOME/anbindung/environments.toml
address=$(sed -nE 's/^submission_url = "(.*)"/\1/p' "$environments" | head -1)
portal=$(sed -nE 's/^portal_url = "(.*)"/\1/p' "$environments" | head -1)
curl -sS --cacert sandbox/pki/tls-root.pem "$address/.well-known/jwks.json" >service.jwks
curl -sS --cacert sandbox/pki/tls-root.pem "$portal/.well-known/jwks.json" >portal.jwks
jq -s '{keys: [.[0].keys[], .[1]]}' service.jwks keys/test/signatur.oeffentlich.jwk.json >signers.jwks
jq -r '.eventLog[]' "sandbox/test/cases/$case.json" >events
jq -r .addressing "sandbox/test/destinations/$id.json" >addressing
expect_equal "$(wc -l <events)" 4 "the events of an accepted case"

# verified_by PROGRAM...: every signed text verifies, a changed one does not.
verified_by()
{
    local token
    while read -r token; do
        printf %s "$token" >token
        run "$@" verify signers.jwks token
        expect_code 0
        expect_json .events
        printf %s "${token:0:${#token}-20}AAAA${token: -16}" >token
        run "$@" verify signers.jwks token
        expect_equal "$((E2E_CODE != 0))" 1 "a changed signature is refused"
    done <events
    tr -d '\n' <addressing >token
    run "$@" verify portal.jwks token
    expect_code 0
    expect_json ".destinationId == \"$id\""
}

decrypted_by /usr/bin/python3 "$witness/jwcrypto_witness.py"
verified_by /usr/bin/python3 "$witness/jwcrypto_witness.py"
verified_by bash "$witness/jose_witness.bash"

need_reference fit-connect/metadata-2.1.0.schema.json
schema=$REFERENCE/fit-connect/metadata-2.1.0.schema.json
run /usr/bin/python3 "$witness/jsonschema_witness.py" "$schema" metadata.json
expect_code 0
jq 'del(.contentStructure.data)' metadata.json >broken.json
run /usr/bin/python3 "$witness/jsonschema_witness.py" "$schema" broken.json
expect_code 1

need_node node-jose ajv
decrypted_by node "$witness/node_jose_witness.js"
verified_by node "$witness/node_jose_witness.js"
run node "$witness/ajv_witness.js" "$schema" metadata.json
expect_code 0
run node "$witness/ajv_witness.js" "$schema" broken.json
expect_code 1

finish
