# Events signed by a key that is not the delivery service's are not believed.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq curl
prepare_authority

toml() { sed -n "/^\[test\]/,/^\[/s/^ *$1 *= *\"\(.*\)\"/\1/p" "$XDG_CONFIG_HOME/anbindung/environments.toml"; }
keys_of() { curl -s --cacert "$(toml ca_file)" "$1/.well-known/jwks.json"; }
real=$(keys_of "$(toml submission_url)")
foreign=$(keys_of "$(toml portal_url)")
false_keys=$(jq -cn --argjson real "$real" --argjson foreign "$foreign" \
    '{keys: [$real.keys[0] | .n = $foreign.keys[0].n | del(.x5c)]}')
expect_equal "$(jq -r '.keys[0].kty' <<<"$false_keys")" RSA 'the false key'

stop_sandbox
printf 'GET */submission-api/.well-known/jwks.json body="%s"\n' "${false_keys//\"/\\\"}" >fault
start_sandbox --fault "$PWD/fault"
send_example --attach nachweis.pdf
expect_code 76
expect_contains stderr ANB-S401
expect_missing stderr '[4/5]'
run send-testantrag status "$submission"
expect_code 76

# The receiver does not believe them either, and stores nothing.
run receive-testantrag --env test fetch --all -o eingang --accept
expect_code 76
expect_contains stderr ANB-S401
expect_missing "eingang/$case"

stop_sandbox
start_sandbox
run send-testantrag status "$submission"
expect_code 1
expect_contains stderr '[4/5]'
finish
