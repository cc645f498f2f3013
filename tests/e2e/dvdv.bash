# A client of the Directory API made of curl and openssl.
# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash
#
# After start_sandbox: `address` is its address, `pki` the folder of its keys.

address=
pki=$PWD/sandbox/pki

find_address()
{
    address=$(head -1 "$E2E_TMP/sandbox.out")
}

base64url()
{
    basenc --base64url -w0 | tr -d =
}

# fingerprint CERTIFICATE: SHA-1 in lower case.
fingerprint()
{
    openssl x509 -in "$1" -noout -fingerprint -sha1 | sed 's/.*=//; s/://g' | tr A-F a-f
}

# client_key ENV: writes the registered client's key out of its store, prints the file.
client_key()
{
    [ -s "client-$1.key" ] ||
        openssl pkcs12 -in "$pki/dvdv-client-$1.p12" -nodes -nocerts -out "client-$1.key" \
            -passin "file:$pki/dvdv-client-$1.password" 2>/dev/null
    printf '%s\n' "client-$1.key"
}

# assertion KEY CLAIMS [HEADER]
assertion()
{
    local input
    input=$(printf %s "${3:-{\"alg\":\"RS256\",\"typ\":\"JWT\"\}}" | base64url).$(printf %s "$2" | base64url)
    printf '%s.%s' "$input" "$(printf %s "$input" | openssl dgst -sha256 -sign "$1" | base64url)"
}

# claims ENV SERVER [FILTER]: those of a good assertion, changed by a jq filter.
claims()
{
    jq -cn --arg fp "fp:$(fingerprint "$pki/dvdv-client-$1.cer")" \
        --arg url "$address/$1/$2/extern/standaloneauth/token" --argjson now "$(date +%s)" \
        --arg id "$(openssl rand -hex 16)" \
        "{sub: \$fp, iss: \$fp, aud: \$url, iat: \$now, nbf: \$now, exp: (\$now + 60), jti: \$id} | ${3:-.}"
}

# log_in ENV SERVER ASSERTION [CURL-ARGUMENT...]: the answer of the token service.
log_in()
{
    local env=$1 server=$2 text=$3
    shift 3
    curl -s --cacert "$pki/tls-root.pem" -d grant_type=client_credentials \
        -d client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \
        -d "client_assertion=$text" "$@" "$address/$env/$server/extern/standaloneauth/token"
}

# access_token ENV [SERVER]
access_token()
{
    log_in "$1" "${2:-dvdv}" "$(assertion "$(client_key "$1")" "$(claims "$1" "${2:-dvdv}")")" |
        jq -r .access_token
}

# ask URL [JSON] [CURL-ARGUMENT...]: GET below the address, the status as last line; $token is used
# when it is set.
ask()
{
    local path=$1 query=${2-}
    shift
    [ $# -eq 0 ] || shift
    curl -s --cacert "$pki/tls-root.pem" -w '\n%{http_code}\n' \
        ${token:+-H "Authorization: EmbeddedBearer $token"} \
        ${query:+-G --data-urlencode "request_json=$query"} "$@" "$address/$path"
}
