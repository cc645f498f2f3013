# Foreign programs reach the sandbox with what it writes: curl over TLS with its root, a token with
# its credentials. A state goes on after the end, on the same address.
. "$E2E_SOURCE/lib.bash"
need curl jq openssl

start_sandbox
env_file=$XDG_CONFIG_HOME/anbindung/environments.toml
value() { sed -n "/^\[$1\]/,/^\$/s/^$2 = \"\(.*\)\"/\1/p" "$env_file"; }
log_in() { # ENV CLIENT-KEY SECRET-FILE
    curl -s --cacert "$(value "$1" ca_file)" -d grant_type=client_credentials \
        -d "client_id=$(value "$1" "$2")" --data-urlencode "client_secret@$3" "$(value "$1" token_url)"
}

expect_mode "$env_file" 600
for env in test prod; do
    secret=$(value $env fitconnect_secret_file)
    expect_mode "$secret" 600
    run log_in $env fitconnect_client_id "$secret"
    expect_json '.token_type == "Bearer" and .expires_in == 1800 and (.scope | contains("manage-destinations"))'
    run log_in $env fitconnect_sender_client_id "$(value $env fitconnect_sender_secret_file)"
    expect_json '.scope | endswith("/send-submissions")'
done
run log_in test fitconnect_client_id "$(value prod fitconnect_secret_file)"
expect_json '.error == "invalid_client"'

run curl -s "$(value test routing_url)/v2/info"
expect_code 60

run curl -s -A "" --cacert "$(value test ca_file)" -o filtered -w '%{http_code}' \
    "$(value test routing_url)/v2/routes?leikaKey=99123456760610&ars=05"
expect_contains stdout 403

run openssl verify -CAfile sandbox/pki/v-pki-root.pem -untrusted sandbox/pki/v-pki-ca.pem \
    sandbox/pki/musterstadt-prod.pem
expect_code 0
run openssl pkcs12 -in sandbox/pki/musterstadt-prod.p12 -nokeys \
    -passin file:sandbox/pki/musterstadt-prod.password
expect_code 0
expect_contains stdout "Stadt Musterstadt"

run jq -s 'map(select(.path == "/test/auth/token") | .method + " " + (.status | tostring))' \
    sandbox/requests.jsonl
expect_json '. == ["POST 200", "POST 200", "POST 401"]'
for secret in sandbox/*/clients/*.secret; do
    expect_missing sandbox/requests.jsonl "$(cat "$secret")"
    expect_missing "$env_file" "$(cat "$secret")"
done

finish
