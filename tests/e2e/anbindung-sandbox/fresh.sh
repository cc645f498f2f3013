# On a fresh account the folder of the environment file is made, and the file is there before the
# program calls itself ready.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
e2e_prepare_keys
mkdir -p sandbox && cp -a "$E2E_BUILD/e2e-cache/pki" sandbox/pki

file=$PWD/home/.config/anbindung/environments.toml
run anbindung-sandbox --port 0 --state sandbox --env-file "$file" --stop-after 1s --lang en
expect_code 0
expect_contains stderr Ready
expect_contains "$file" '[test]'
expect_equal "$(stat -c %a "$file") $(stat -c %a "$(dirname "$file")")" '600 700' 'permissions'

: >occupied
run anbindung-sandbox --port 0 --state sandbox --env-file occupied/environments.toml --stop-after 1s --lang en
expect_code 74
expect_contains stderr ANB-G206
expect_missing stderr Ready
expect_empty stdout
finish
