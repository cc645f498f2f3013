# The JSON documents hold what their schema says.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
need_python jsonschema
prepare_authority

run receive-testantrag --env test list --json
expect_schema receive-testantrag
send_example --attach nachweis.pdf
run receive-testantrag --env test list --json
expect_schema receive-testantrag
run receive-testantrag --env test fetch --all -o eingang --accept --json
expect_code 0
expect_schema receive-testantrag
first=$case
run receive-testantrag --env test fetch "$case" -o eingang --reject missing-data --json
expect_code 73
expect_schema receive-testantrag
run receive-testantrag inspect "$(find "$XDG_STATE_HOME" -name metadata.jwe)" --json
expect_json '.subjects[0].tag_size == 22 and .subjects[0].cty == "application/json"'
expect_schema receive-testantrag
send_example
run receive-testantrag --env test fetch --all -o eingang --json --schema-dir "$TESTDATA/schema/bausteine"
expect_code 0
expect_schema receive-testantrag
jq -r .token "eingang/$first/answer.json" >annahme.jws
run receive-testantrag inspect - --json <annahme.jws
expect_json '.subjects[0].kind == "SET"'
expect_schema receive-testantrag
finish
