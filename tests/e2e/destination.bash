# What the tests of Zustellpunkte share.
# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash

# settled_day: a time from now on that lies outside the six weeks before 1 May and 1 November, in
# which a new version of the data schema is announced.
settled_day()
{
    case $(date +%m%d) in
    031[5-9] | 03[23]? | 04??) echo "$(date +%Y)-05-01" ;;
    091[5-9] | 09[23]? | 10??) echo "$(date +%Y)-11-01" ;;
    *) date -d '+10 minutes' +%FT%TZ ;;
    esac
}

# create_destination: creates that of the profile in the test environment; sets $id and $brief.
create_destination()
{
    fitconnect-destination -q --env test create hzl --json -o zustellpunkt.json 2>/dev/null
    id=$(jq -r .destination.destinationId zustellpunkt.json)
    # shellcheck disable=SC2034 # for the scripts
    brief=${id:0:8}-…
}
