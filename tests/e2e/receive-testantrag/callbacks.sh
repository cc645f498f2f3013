# A genuine callback, through a proxy with TLS, makes the watch look at once; anything else changes
# nothing.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq curl openssl /usr/bin/python3
prepare_authority
printf 'geheim-nur-zum-testen-0123456789abcdef\n' >secret
chmod 600 secret

run receive-testantrag --env test fetch --all -o eingang --callback-listen 127.0.0.1:0
expect_code 64
run receive-testantrag --env test fetch --watch -o eingang --callback-listen 127.0.0.1:0
expect_code 64
expect_contains stderr --callback-secret-file
run receive-testantrag --env test fetch --watch -o eingang --callback-listen 0.0.0.0:0 \
    --callback-secret-file secret
expect_code 64
expect_contains stderr ANB-S650
printf 'kurz' >short
chmod 600 short
run receive-testantrag --env test fetch --watch -o eingang --callback-listen 127.0.0.1:0 \
    --callback-secret-file short
expect_code 78
expect_contains stderr ANB-S652
cp secret open
holds_secrets open callback.json
chmod 644 open
run receive-testantrag --env test fetch --watch -o eingang --callback-listen 127.0.0.1:0 \
    --callback-secret-file open
expect_code 77

: >watch
receive-testantrag --env test --log-file "$E2E_LOG" fetch --watch 1h -o eingang --accept --jsonl \
    --callback-listen 127.0.0.1:0 --callback-secret-file secret >>watch 2>watch.err &
watch_pid=$!
E2E_PIDS+=("$watch_pid")
wait_for 30 grep -q '"listening"' watch || broken 'the watch listens'
url=$(jq -r 'select(.event == "listening").url' watch)

# proxy [PORT]: starts the proxy in front of the watch
proxy()
{
    rm -f port
    /usr/bin/python3 "$E2E_ROOT/tests/support/tls_proxy.py" sandbox/pki/tls-server.pem proxy.key \
        "${url##*:}" port "$@" &
    proxy_pid=$!
    E2E_PIDS+=("$proxy_pid")
    wait_for 30 test -s port || broken 'the proxy listens'
}
# cases N: the watch has told of so many
cases()
{
    [ "$(jq -s '[.[] | select(.event == "case" and .state == "accepted")] | length' watch)" -ge "$1" ]
}
# calls FILTER: how many callbacks the sandbox made that fulfil it
calls()
{
    jq -s "[.[] | select($1)] | length" sandbox/callbacks.jsonl
}

# The Zustellpunkt names the proxy.
openssl pkey -inform DER -in sandbox/pki/tls-server.key -out proxy.key
proxy
base=$(head -1 "$E2E_TMP/sandbox.out")/test
holds_secrets "$id.json"
token=$(curl -s --cacert sandbox/pki/tls-root.pem -d grant_type=client_credentials \
    -d "client_id=$(cat sandbox/test/clients/subscriber.id)" \
    --data-urlencode "client_secret@sandbox/test/clients/subscriber.secret" "$base/auth/token" |
    jq -r .access_token)
jq -n --arg port "$(cat port)" --arg secret "$(cat secret)" \
    '{callback: {url: "https://127.0.0.1:\($port)/fit-connect", secret: $secret}}' >callback.json
run curl -s --cacert sandbox/pki/tls-root.pem -X PATCH -H "Authorization: Bearer $token" \
    -H 'Content-Type: application/merge-patch+json' --data @callback.json \
    "$base/destination-api/v1/destinations/$id"
expect_json '.callback.url | startswith("https://")'
expect_missing stdout geheim

send_example
wait_for 60 cases 1 || broken 'the callback leads to a look'
expect_equal "$(calls '.type == "new-submissions" and .status == 204')" 1 'delivered callbacks'

# Nobody answers at first: repeated, and then delivered.
kill "$proxy_pid"
wait "$proxy_pid" 2>/dev/null
send_example
wait_for 60 grep -q '"attempt":2' sandbox/callbacks.jsonl || broken 'the callback is repeated'
proxy "$(jq -r .callback.url callback.json | sed 's/.*:\([0-9]*\).*/\1/')"
wait_for 60 cases 2 || broken 'the repeated callback leads to a look'
expect_equal "$(calls '.attempt > 1 and .status == 204')" 1 'callbacks that were delivered later'

# call BODY TIMESTAMP SECRET [SIGNED-BODY]: the status of a callback to the watch
call()
{
    local signature
    signature=$(printf '%s.%s' "$2" "${4-$1}" | openssl dgst -sha512 -hmac "$3" | sed 's/.* //')
    curl -s -o /dev/null -w '%{http_code}' -H "Callback-Timestamp: $2" \
        -H "Callback-Authentication: $signature" -H 'Content-Type: application/json' --data "$1" "$url"
}
now=$(date +%s)
secret=$(cat secret)
expect_equal "$(call '{"a":1}' "$now" "$secret")" 204 'a genuine callback'
expect_equal "$(call '{"a":1}' "$now" "$secret")" 204 'the same once more'
expect_equal "$(call '{"a":1}' "$now" falsch-0123456789abcdef0123456789ab)" 401 'another secret'
expect_equal "$(call '{"a":1}' $((now - 301)) "$secret")" 401 'an old timestamp'
expect_equal "$(call '{"a":2}' "$now" "$secret" '{"a":1}')" 401 'another body'
expect_equal "$(curl -s -o /dev/null -w '%{http_code}' --data '{}' "$url")" 400 'no headers'
for reason in forged outdated incomplete; do
    wait_for 30 grep -q "\"found\":\"$reason\"" watch || broken "a refused callback is told: $reason"
done
expect_equal "$(jq -s '[.[] | select(.code == "ANB-S653").found] | unique | join(" ")' watch)" \
    '"forged incomplete outdated"' 'reasons that were told'
expect_missing watch "$secret"
kill "$watch_pid"
E2E_CODE=0
wait "$watch_pid" || E2E_CODE=$?
expect_code 143
expect_equal "$(submissions accepted)" 2 'accepted submissions'
finish
