# The example that scripts/demo shows runs from the test key to the accepted case, sends exactly one
# submission, and leaves files that only the owner can read.
. "$E2E_SOURCE/lib.bash"
need jq
start_sandbox

cp "$E2E_ROOT"/scripts/examples/data/* .
run "$E2E_ROOT/scripts/examples/fitconnect-journey.sh" ./musterstadt.toml testantrag-hzl.xml nachweis.pdf
expect_code 0

submissions=(sandbox/test/submissions/*)
expect_equal "${#submissions[@]}" 1 "the number of submissions"
expect_json '.state == "accepted"' "${submissions[0]}/submission.json"

received=(eingang/*)
expect_equal "${#received[@]}" 1 "the number of received cases"
expect_same "${received[0]}/data.xml" testantrag-hzl.xml
expect_same "${received[0]}/attachments/nachweis.pdf" nachweis.pdf
expect_mode "${received[0]}" 700
expect_mode "${received[0]}/data.xml" 600
expect_mode keys/test/verschluesselung.privat.jwk.json 600

# The keys of the journey are in order, and the example that says so notices when one is not.
run "$E2E_ROOT/scripts/examples/check-keys.sh" keys
expect_code 0
chmod 644 keys/test/signatur.privat.jwk.json
run "$E2E_ROOT/scripts/examples/check-keys.sh" keys
expect_code 77

# No plain text of the application lies in the state of sender or sandbox.
run grep -rlF "Teststra" "$XDG_STATE_HOME" sandbox
expect_code 1

finish
