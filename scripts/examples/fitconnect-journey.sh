#!/bin/bash
# From a test key to an accepted case: every step of the FIT-Connect onboarding, in one run.
# SPDX-License-Identifier: EUPL-1.2
#
# fitconnect-journey.sh PROFILE DATA ATTACHMENT
#
# Needs the tools in PATH, and environments.toml in the configuration folder: of a real account, or
# as anbindung-sandbox --env-file writes it. Keys and received cases go to the present folder.
set -euo pipefail

export ANB_PROFILE=${1:?profile} data=${2:?data} attachment=${3:?attachment}

# step COMMAND: shows a command line and runs it.
step()
{
    printf '\n$ %s\n' "$1"
    eval "$1"
}

echo "# A test key. Self-signed keys are good enough for the test environment."
step 'p12-to-jwk --new-test-key --env test --out-dir keys/test'

printf '\n# The Zustellpunkt: created, checked, activated. One point is open until it is active.\n'
step 'fitconnect-destination --env test create hzl --json -o zustellpunkt.json'
id=$(jq -r .destination.destinationId zustellpunkt.json)
step "fitconnect-destination --env test check $id --service hzl || [ \$? -eq 2 ] # 2 means: a point is open"
step "fitconnect-destination --env test activate $id"
step "fitconnect-destination --env test check $id --service hzl --fail-on error"

printf '\n# Who receives applications for this service in this region? The answer is signed.\n'
step 'fitconnect-destination --env test route --ars 059990000000 --leika 99123456760610'

printf '\n# A test application with an attachment travels along that route.\n'
# shellcheck disable=SC2016 # step expands the line
step 'fitconnect-destination -q --env test route --ars 059990000000 --leika 99123456760610 --json |
    send-testantrag --env test --to - --service hzl --data "$data" --attach "$attachment" --json -o gesendet.json ||
    [ $? -eq 1 ] # 1 means: sent, not fetched yet'
case_id=$(jq -r .case_id gesendet.json)

printf '\n# The other end fetches, decrypts and verifies it, and accepts it.\n'
step 'receive-testantrag --env test list'
step 'receive-testantrag --env test fetch --all -o eingang --accept'
step "cmp eingang/$case_id/data.xml \"\$data\" && ls -l eingang/$case_id eingang/$case_id/attachments"

printf '\n# What the sender learns, from signed events only.\n'
step "send-testantrag --env test status $case_id --wait 30s"
