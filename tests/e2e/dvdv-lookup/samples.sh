# Every answer of the reference is read and printed, and the faults in them are named.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
need jq
need_reference dvdv/samples
need_reference dvdv/samples-synthetic

for file in "$REFERENCE"/dvdv/samples/*.json "$REFERENCE"/dvdv/samples-synthetic/*.json; do
    run dvdv-lookup show --answer "$file"
    case $file in
    *AccessToken.json | *token.200.json)
        expect_missing stdout eyJ
        ;;
    esac
    expect_code 0
    expect_empty stderr
    [ "$(jq length "$file")" -eq 0 ] || expect_match stdout .
done

# judged SAMPLE CODE CODES: with the certificates that the samples were made for.
pki=$REFERENCE/osci/samples/pki
uri=http://www.osci.de/beispiel/beispielAntragV1.wsdl
cat >stadt.toml <<END
[mandant]
organisation = "soa:99999999"
[env.test]
recipient_certificate = "$pki/recipient_cipher.cer"
intermediary_url = "http://intermediaer.invalid/osci-manager-entry/externalentry"
intermediary_cipher_certificate = "$pki/intermed_cipher.cer"
intermediary_signature_certificate = "$pki/intermed_signature.cer"
END
judged()
{
    run dvdv-lookup --profile ./stadt.toml --env test check "$uri" --json --trust test="$pki/ca.pem" \
        --at 2026-11-26 --answer "$REFERENCE/dvdv/samples-synthetic/findservicedescription.$1.json"
    expect_code "$2"
    expect_json "[.findings[].code] == $3"
}
judged ok 0 '[]'
judged cipher-fallback 1 '["ANB-D227"]'
judged testa-and-internet 0 '[]'
judged revoked 2 '["ANB-D233"]'
judged missing-uri 2 '["ANB-D215"]'
judged wrong-fingerprint 2 '["ANB-D231"]'

finish
