# Why there is no answer: no network, login refused, nothing of this id, service disturbed.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
printf 'GET */routes status=503\n' >fault
prepare_authority --fault "$PWD/fault"
environments=$XDG_CONFIG_HOME/anbindung/environments.toml

run fitconnect-destination check 3fa85f64-5717-4562-b3fc-2c963f66afa6
expect_code 66
expect_contains stderr 'ANB-F403'
run fitconnect-destination check 3fa85f64
expect_code 64
expect_contains stderr 'ANB-F330'

run fitconnect-destination route --service hzl --retry 0
expect_code 75
expect_contains stderr 'ANB-F404'

printf 'not the secret' >wrong.secret
chmod 600 wrong.secret
sed "0,/^fitconnect_secret_file/s|^fitconnect_secret_file.*|fitconnect_secret_file = \"$PWD/wrong.secret\"|" \
    "$environments" >wrong.toml
run fitconnect-destination check "$id" --environments wrong.toml -vv
expect_code 77
expect_missing stderr 'not the secret'
run fitconnect-destination --env test activate "$id" --environments wrong.toml --lang en
expect_code 77
expect_contains stderr 'ERROR ANB-N401'

stop_sandbox
run fitconnect-destination check "$id" --retry 0
expect_code 69
expect_contains stderr 'ANB-N302'
expect_empty stdout
run fitconnect-destination check "$id" --offline
expect_code 64

finish
