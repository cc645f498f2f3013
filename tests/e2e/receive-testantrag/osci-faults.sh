# Lost answers, forged answers and other people's keys: nothing is lost, nothing is believed.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
. "$E2E_SOURCE/postbox.bash"
need jq
: >fault
prepare_osci
fetch=("${receive[@]}" --retry 0 fetch --all -o eingang)

# with_fault LINE: the sandbox again, with this fault from its next request on
with_fault()
{
    stop_sandbox
    printf '%s\n' "$1" >fault
    start_sandbox --fault "$PWD/fault"
}

# A fetch of one message is four orders: InitDialog, FetchDelivery, ExitDialog, each lost in turn.
for nth in 1 2 3; do
    drop_message --attach nachweis.pdf
    with_fault "POST /test/osci nth=$nth reset=after"
    run "${fetch[@]}"
    if [ "$nth" -eq 3 ]; then
        expect_code 1
        expect_contains stderr ANB-O708
    else
        expect_equal "$((E2E_CODE == 75 || E2E_CODE == 69 || E2E_CODE == 0))" 1 "a lost answer $nth is said"
    fi
    with_fault ''
    run "${fetch[@]}"
    expect_code 0
    expect_equal "$(parts "eingang/$message")" 4 "parts after a lost answer $nth"
    expect_equal "$(acknowledged)" "$nth" 'acknowledged'
done
expect_missing eingang/quarantine

# An answer that is not to be believed ends with 76, is kept, and is not acknowledged.
drop_message
kept=0
for spoil in response conversation sequence order signature signer unsigned plain; do
    with_fault "POST /test/osci nth=2 spoil=$spoil"
    run "${fetch[@]}"
    case $spoil in
    plain) ;;
    unsigned) ;;
    *)
        expect_code 76
        expect_contains stderr ANB-O707
        kept=$((kept + 1))
        expect_equal "$(find eingang/quarantine -type f | wc -l)" "$kept" "kept after $spoil"
        ;;
    esac
    expect_equal "$(find eingang/.incoming -type f | wc -l)" 0 'left among the incoming'
done
with_fault ''
run "${fetch[@]}"
expect_equal "$(parts "eingang/$message")" 3 'parts after all that'

# The Intermediär says no: nothing is stored, and the dialog is ended where it still stands.
drop_message
with_fault 'POST /test/osci nth=2 osci_fault=9400'
run "${fetch[@]}"
expect_code 75
expect_contains stderr ANB-O501
with_fault 'POST /test/osci nth=2 feedback=9600'
dialogs=$(find sandbox/test/osci/dialogs -type f | wc -l)
run "${fetch[@]}"
expect_code 77
expect_contains stderr ANB-O502
expect_equal "$(find sandbox/test/osci/dialogs -type f | wc -l)" "$dialogs" 'open dialogs'
with_fault 'POST /test/osci nth=1 status=503'
run "${fetch[@]}"
expect_equal "$((E2E_CODE >= 65))" 1 'an answer that is none is a failure'
with_fault ''
run "${fetch[@]}"
expect_code 0
expect_equal "$(parts "eingang/$message")" 3 'parts in the end'
finish
