# Section 8 of scripts/bench: a large attachment over OSCI, from one end to the other.
# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash disable=SC2154
#
# Uses $build, $work, timed, median, ratio and peak of scripts/bench, started and stop_it of
# directory.bash.

# What an attachment costs at least: its digest and its encryption, and both again for the message.
alone()
{
    local key iv
    key=$(printf '%064d' 1)
    iv=$(printf '%032d' 1)
    openssl dgst -sha256 large.bin >/dev/null
    openssl enc -aes-256-ctr -K "$key" -iv "$iv" -in large.bin -out once.bin
    openssl dgst -sha256 once.bin >/dev/null
    openssl enc -aes-256-ctr -K "$key" -iv "$iv" -in once.bin -out twice.bin
    rm once.bin twice.bin
}

postbox()
{
    local size=200000000 large=$work/postbox base time
    mkdir -p "$large"
    started
    cp scripts/examples/data/* "$large/"
    (
        cd "$large"
        export XDG_STATE_HOME=$large/state ANB_PROFILE=./musterstadt.toml
        ours=(--env test --environments "$work/environments.toml" --via osci --timeout 30m)
        head -c $size /dev/urandom >large.bin
        echo "8. An attachment of $size bytes over OSCI"
        timed "$work/postbox.alone" alone
        base=$(median "$work/postbox.alone")
        printf '   %-44s %9.1f ms\n' "openssl: hash and encrypt, twice" "$base"
        send=("$build/bin/send-testantrag" "${ours[@]}" --to soa:05999000 --service hzl
            --data testantrag-hzl.xml --attach large.bin)
        timed "$work/postbox.send" "${send[@]}"
        time=$(median "$work/postbox.send")
        printf '   %-44s %9.1f ms   ratio %s\n' "send-testantrag" "$time" "$(ratio "$time" "$base")"
        fetch=("$build/bin/receive-testantrag" "${ours[@]}" fetch --all -o received)
        timed "$work/postbox.fetch" "${fetch[@]}"
        time=$(median "$work/postbox.fetch")
        printf '   %-44s %9.1f ms   ratio %s\n' "receive-testantrag" "$time" \
            "$(ratio "$time" "$base")"
        cmp large.bin received/*/attachments/large.bin
        rm -rf received
        echo "   peak memory: $(peak "${send[@]}" 2>/dev/null) KiB sending," \
            "$(peak "${fetch[@]}" 2>/dev/null) KiB receiving"
    )
    stop_it
}
