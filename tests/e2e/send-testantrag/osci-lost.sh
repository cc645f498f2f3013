# Lost answers, an Intermediär that is gone for a while, and one that forgets: one delivery, never two.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
prepare_osci

# faults TEXT: the sandbox with these faults from now on.
faults()
{
    printf '%s\n' "$1" >fault
    stop_sandbox
    start_sandbox --fault "$PWD/fault"
}

# Every order at one place of the sending loses its answer, or never arrives.
number=0
for fault in reset=after reset=before truncate=10 status=503 late_status=502; do
    for place in 1 2 3 4 5; do
        number=$((number + 1))
        faults "POST /test/osci nth=$place $fault"
        before=$(deliveries)
        send-testantrag list --json 2>/dev/null | jq '[.sendings[].id]' >earlier
        osci_example --timeout 20s --retry 0
        case $E2E_CODE in
        75 | 69)
            sending=$(send-testantrag list --json 2>/dev/null |
                jq -r --slurpfile earlier earlier '([.sendings[].id] - $earlier[0])[]')
            # Without a message id nothing was prepared, and nothing was delivered.
            if [ -z "$sending" ]; then
                osci_example
            else
                run send-testantrag resume "$sending"
            fi
            ;;
        esac
        expect_code 1
        expect_equal "$(deliveries)" $((before + 1)) "deliveries after $fault at order $place"
    done
done

# The Intermediär is gone when the message is to be delivered; it comes back.
faults 'POST /test/osci from=2 reset=before'
before=$(deliveries)
osci_example --timeout 20s --retry 0
expect_code 75
expect_contains stderr 'ANB-S501'
expect_equal "$(newest step)" delivering 'step'
expect_equal "$(deliveries)" "$before" 'deliveries'
sending=$(newest id)
stop_sandbox
run send-testantrag resume "$sending" --timeout 10s --retry 0
expect_code 75
start_sandbox
run send-testantrag status "$sending"
expect_code 1
expect_contains stderr 'ANB-S309'
run send-testantrag resume "$sending"
expect_code 1
expect_equal "$(deliveries)" $((before + 1)) 'deliveries when it is back'

# Delivered, the answer lost, and the Intermediär started anew: 9801, and the card says that it is ours.
faults 'POST /test/osci nth=2 reset=after'
before=$(deliveries)
osci_example --timeout 20s --retry 0
expect_code 1
expect_contains stderr 'war schon zugestellt (9801), nichts doppelt'
expect_equal "$(deliveries)" $((before + 1)) 'deliveries after 9801'
finish
