# A client made of curl and openssl gets a token and reads the directory, at both servers of both
# environments.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/dvdv.bash"
need curl jq openssl

start_sandbox
find_address
uri=http://www.osci.de/beispiel/hilfe-zum-lebensunterhalt/1/antrag.wsdl
service="{\"organizationKey\":\"soa:05999000\",\"serviceSpecificationUri\":\"$uri\"}"
standalone=extern/standaloneauth/directory/v2

for env in test prod; do
    for server in dvdv dvdv-replica; do
        run log_in $env $server "$(assertion "$(client_key $env)" "$(claims $env $server)")"
        expect_json '.token_type == "Bearer" and .expires_in == 86400'
        token=$(jq -r .access_token "$E2E_LAST/stdout")
        run ask "$env/$server/$standalone/findservicedescription" "$service"
        expect_match stdout '^200$'
        expect_contains stdout "$(cat sandbox/osci-address)/$env/osci"
    done
    run ask "$env/dvdv/$standalone/version"
    expect_match stdout '^401$'
done

# A certificate of the answer is the file's, and fit for OSCI in its environment.
token=$(access_token prod)
ask "prod/dvdv/$standalone/findservicedescription" "$service" | head -1 |
    jq -r '.serviceElements[] | select(.serviceElementType == "OSCI_ADDRESSEE")
        | .cipherCertificate.content' | base64 -d >recipient.cer
expect_same recipient.cer "$pki/musterstadt-osci-prod.cer"
for env in test:test-pki prod:v-pki; do
    for name in musterstadt-osci-"${env%:*}" intermediaer-"${env%:*}"-cipher \
        intermediaer-"${env%:*}"-signature; do
        run cert-check --for osci --env "${env%:*}" --trust "$pki/${env#*:}-root.pem" "$pki/$name.cer"
        expect_code 0
    done
    run cert-check --for dvdv-client --env "${env%:*}" --trust "$pki/${env#*:}-root.pem" \
        "$pki/dvdv-client-${env%:*}.cer"
    expect_code 0
done
run cert-check --for osci --env prod --trust "test=$pki/test-pki-root.pem" "$pki/musterstadt-osci-test.cer"
expect_code 2
expect_contains stderr ANB-C131
expect_mode "$pki/dvdv-client-test.p12" 600
expect_mode "$pki/dvdv-client-test.password" 600

# The header has its own scheme; a server knows its own tokens only.
token=
run ask "prod/dvdv/$standalone/version" "" -H "Authorization: Bearer $(access_token prod)"
expect_match stdout '^401$'
token=$(access_token test)
run ask "test/dvdv/extern/bundesmasterauth/directory/v2/version"
expect_match stdout '^200$'
run ask "test/dvdv-replica/$standalone/version"
expect_match stdout '^401$'
token=
run ask "test/dvdv/intern/directory/v2/categories"
expect_match stdout '^200$'

# What the token service refuses.
refused() # WHAT ASSERTION [CURL-ARGUMENT...]
{
    local what=$1
    shift
    run log_in test dvdv "$@" -w '%{stderr}%{http_code} %{content_type}'
    expect_contains stderr '401 application/problem+json'
    expect_json '.type == "problems/type/AUTHENTICATION" and .status == 401'
    expect_contains stdout "$what"
}
key=$(client_key test)
own=$(fingerprint "$pki/dvdv-client-test.cer")
good=$(assertion "$key" "$(claims test dvdv)")
run log_in test dvdv "$good"
expect_json '.access_token'
refused "jti wurde schon verwendet für fingerprint $own" "$good"
refused "Signatur der client_assertion passt nicht zum Client-Zertifikat für fingerprint $own" \
    "$(assertion "$(client_key prod)" "$(claims test dvdv)")"
refused "Kein passendes Client-Zertifikat gefunden für fingerprint" \
    "$(assertion "$(client_key prod)" "$(claims prod dvdv)")"
refused "aud ist nicht" "$(assertion "$key" "$(claims test dvdv-replica)")"
refused "abgelaufen" "$(assertion "$key" "$(claims test dvdv '.exp = now - 60')")"
refused "nbf liegt in der Zukunft" "$(assertion "$key" "$(claims test dvdv '.nbf = now + 120')")"
refused "exp fehlt" "$(assertion "$key" "$(claims test dvdv 'del(.exp)')")"
refused "sub der client_assertion" "$(assertion "$key" "$(claims test dvdv '.sub |= .[3:]')")"
refused "alg der client_assertion" "$(assertion "$key" "$(claims test dvdv)" '{"alg":"RS512"}')"
refused "client_assertion ist kein JWT" "x.y"
refused "grant_type kommt mehrfach vor" "$good" -d grant_type=client_credentials
run log_in test dvdv "$(assertion "$key" "$(claims test dvdv 'del(.aud, .jti, .iss, .nbf, .iat)')")"
expect_json '.access_token'

# Nothing of this is in the log.
expect_missing sandbox/requests.jsonl "$good"

finish
