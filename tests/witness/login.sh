# The login at the DVDV, verified by a server in another language: signature, claims, the header of
# the token. SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
need jq
need_python cryptography
start_sandbox
stop_sandbox
pki=$PWD/sandbox/pki
mkfifo ends
/usr/bin/python3 "$E2E_ROOT/tests/support/dvdv_token_server.py" "$pki/tls-server.pem" "$pki/tls-server.key" \
    "$pki/dvdv-client-test.cer" verdict <ends >port &
E2E_PIDS+=("$!")
exec 9>ends
wait_for 20 test -s port || broken 'the server prints its port'
sed "0,/^dvdv_servers/s|^dvdv_servers = .*|dvdv_servers = \"https://127.0.0.1:$(cat port)/dvdv2-backend/\"|" \
    "$XDG_CONFIG_HOME/anbindung/environments.toml" >hier.toml

run dvdv-lookup --env test --environments hier.toml token --json
expect_code 0
expect_json '.login.version == "2.15.0"'
expect_equal "$(cat verdict)" '[]' 'what is wrong with the login'

# The server notices a login with another key.
sed -i "s|dvdv-client-test|musterstadt-osci-test|" hier.toml
run dvdv-lookup --env test --environments hier.toml token
expect_match verdict InvalidSignature
exec 9>&-

finish
