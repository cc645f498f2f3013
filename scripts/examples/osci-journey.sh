#!/bin/bash
# From the look at an entry to a fetched message: a test application over OSCI-Transport, in one run.
# SPDX-License-Identifier: EUPL-1.2
#
# osci-journey.sh PROFILE DATA ATTACHMENT
#
# Needs the tools in PATH, and environments.toml in the configuration folder with the stores of a
# sender (osci_p12) and of the recipient (recipient_certificate), as anbindung-sandbox --env-file
# writes them. Received messages go to the present folder.
set -euo pipefail

export ANB_PROFILE=${1:?profile} data=${2:?data} attachment=${3:?attachment}

# step COMMAND: shows a command line and runs it.
step()
{
    printf '\n$ %s\n' "$1"
    eval "$1"
}

echo "# What the DVDV has about us: the Intermediär, the address of the postbox, the certificates."
step 'dvdv-lookup --env test check hzl'

printf '\n# The way there: address, certificates, our own store. Nothing is stored.\n'
step 'send-testantrag --env test probe --via osci --to soa:05999000 --service hzl'

printf '\n# A test application with an attachment goes into the postbox, signed and encrypted.\n'
# shellcheck disable=SC2016 # step expands the line
step 'send-testantrag --env test --via osci --to soa:05999000 --service hzl --data "$data" \
    --attach "$attachment" || [ $? -eq 1 ] # 1 means: delivered, not fetched yet'
message=$(send-testantrag list --json | jq -r '.sendings[0].message_id')

printf '\n# What waits in the postbox? Looking changes nothing; fetching acknowledges.\n'
step 'receive-testantrag --env test --via osci --service hzl list'
step 'receive-testantrag --env test --via osci --service hzl fetch --all -o postfach'
step "cmp postfach/$message/data.xml \"\$data\" && ls -l postfach/$message postfach/$message/attachments"

printf '\n# What the sender learns, from the process card.\n'
step "send-testantrag --env test status $message --wait 30s"
