# A configuration folder that cannot be read is not an absent one: nobody takes the built-in hosts in
# place of those that stand in it.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq setpriv
prepare_authority
stop_sandbox
for closed in "$XDG_CONFIG_HOME/anbindung" "$XDG_CONFIG_HOME"; do
    chmod 000 "$closed"
    for call in 'fitconnect-destination --env test show' 'fitconnect-destination --env test --show-config' \
        'send-testantrag --env test --service hzl --data testantrag-hzl.xml --to'; do
        read -ra words <<<"$call"
        [[ $call == *--show-config ]] || words+=("$id")
        run restricted "${words[@]}"
        expect_code 77
        expect_contains stderr ANB-G202
        expect_contains stderr "$XDG_CONFIG_HOME/anbindung"
        expect_missing stderr '(?)'
    done
    chmod 700 "$closed"
done
finish
