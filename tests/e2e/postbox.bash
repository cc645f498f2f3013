# What the tests of the postbox share, besides testantrag.bash: messages in it, and what became of
# them.
# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash

# shellcheck disable=SC2034 # for the scripts
receive=(receive-testantrag --env test --via osci --service hzl)

# drop_message [OPTION...]: sends the example into the postbox and sets $message to its id.
drop_message()
{
    osci_example "$@"
    message=$(send-testantrag list --json 2>/dev/null |
        jq -r --arg seen "${seen_messages-}" \
            '.sendings[].message_id | select(. as $id | $seen | contains($id) | not)' | head -n 1)
    [ -n "$message" ] || broken 'the message lies in the postbox'
    seen_messages="${seen_messages-} $message"
}

# cards FILTER: how many deliveries at the Intermediär have a process card that fulfils it
cards()
{
    cat sandbox/test/osci/deliveries/*/delivery.json 2>/dev/null |
        jq -s "[.[].card | select($1)] | length"
}

# acknowledged: how many deliveries the Intermediär knows to be fetched
acknowledged()
{
    cards '.reception'
}

# parts FOLDER: how many of the parts of a complete delivery are there
parts()
{
    find "$1" -name manifest.json -o -name data.xml -o -name nachweis.pdf -o -name process-card.json |
        wc -l
}
