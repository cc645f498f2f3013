# Verifies with Debian's jose: verify KEYSET FILE; the content to stdout.
# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash
set -eu -o pipefail
kid=$(cut -d. -f1 "$3" | jose b64 dec -i- | jq -r .kid)
jq --arg kid "$kid" '.keys[] | select(.kid == $kid)' "$2" >"$3.key"
jose jws ver -i "$3" -k "$3.key" -O-
