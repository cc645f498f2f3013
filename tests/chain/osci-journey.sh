# The example that scripts/demo shows for OSCI-Transport delivers exactly one message, fetches and
# acknowledges it, and leaves files that only the owner can read.
. "$E2E_SOURCE/lib.bash"
need jq
start_sandbox

cp "$E2E_ROOT"/scripts/examples/data/* .
run "$E2E_ROOT/scripts/examples/osci-journey.sh" ./musterstadt.toml testantrag-hzl.xml nachweis.pdf
expect_code 0

deliveries=(sandbox/test/osci/deliveries/*)
expect_equal "${#deliveries[@]}" 1 "the number of deliveries"
expect_json '.card.reception != null' "${deliveries[0]}/delivery.json"

received=(postfach/*)
expect_equal "${#received[@]}" 1 "the number of received messages"
expect_same "${received[0]}/data.xml" testantrag-hzl.xml
expect_same "${received[0]}/attachments/nachweis.pdf" nachweis.pdf
expect_mode "${received[0]}" 700
expect_mode "${received[0]}/data.xml" 600

# No plain text of the application lies in the state of sender or sandbox.
run grep -rlF "Teststra" "$XDG_STATE_HOME" sandbox
expect_code 1

finish
