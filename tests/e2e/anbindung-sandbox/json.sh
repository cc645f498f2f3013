# The JSON document holds what its schema says, also when the sandbox cannot begin.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
need jq
need_python jsonschema

run anbindung-sandbox --port 0 --state "$PWD/state" --stop-after 1s --json
expect_code 0
expect_json '.result == "ok" and (.state | endswith("/state"))'
expect_schema anbindung-sandbox
printf 'not a folder' >file
run anbindung-sandbox --port 0 --state "$PWD/file" --stop-after 1s --json
expect_json '.result == "error" and (.findings | length) == 1'
expect_schema anbindung-sandbox
finish
