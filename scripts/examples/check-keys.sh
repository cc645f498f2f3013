#!/bin/bash
# Judges every JWK file below a folder by FIT-Connect's rules and looks at the files' permissions.
# SPDX-License-Identifier: EUPL-1.2
#
# check-keys.sh FOLDER
#
# Prints one line per file; ends with the worst code that p12-to-jwk --lint gave, and with 77 when
# somebody else may read a private key.
set -u

worst=0
while IFS= read -r file; do
    code=0
    p12-to-jwk --lint "$file" >/dev/null || code=$?
    if jq -e '.. | objects | select(has("d"))' "$file" >/dev/null 2>&1 &&
        [ "$(stat -c %a "$file")" != 600 ]; then
        echo "$file: readable by others" >&2
        code=77
    fi
    echo "$code $file"
    [ "$code" -le "$worst" ] || worst=$code
done < <(find "${1:?folder}" -name '*.json' | sort)
exit "$worst"
