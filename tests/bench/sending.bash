# Section 7 of scripts/bench: the largest attachment, from one end to the other over the sandbox,
# beside hashing it.
# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash disable=SC2154
#
# Uses $build, $work, timed, median, ratio and peak of scripts/bench, started and stop_it of directory.bash.

sending()
{
    local size=374000000 sandbox id large=$work/sending
    mkdir -p "$large"
    started
    cp scripts/examples/data/* "$large/"
    (
        cd "$large"
        export XDG_STATE_HOME=$large/state ANB_PROFILE=./musterstadt.toml
        run() { "$build/bin/$1" "${@:2}" --env test --environments "$work/environments.toml"; }
        "$build/bin/p12-to-jwk" --new-test-key --env test --out-dir keys/test >/dev/null
        run fitconnect-destination create hzl --json -o made.json 2>/dev/null
        id=$(sed -n 's/.*"destinationId": "\([^"]*\)".*/\1/p' made.json | head -n 1)
        run fitconnect-destination activate "$id" >/dev/null 2>&1
        head -c $size /dev/urandom >large.bin
        echo "7. An attachment of $size bytes, 500 MB encrypted"
        timed "$work/hash.large" openssl dgst -sha512 large.bin
        line() {
            printf '   %-44s %9.1f ms   ratio %s\n' "$1" "$(median "$2")" \
                "$(ratio "$(median "$2")" "$(median "$work/hash.large")")"
        }
        line 'openssl dgst -sha512' "$work/hash.large"
        send() {
            run send-testantrag --to "$id" --service hzl --data testantrag-hzl.xml --attach large.bin \
                --timeout 30m || [ $? -eq 1 ]
        }
        timed "$work/send.large" send
        line send-testantrag "$work/send.large"
        fetch() { run receive-testantrag fetch --all -o received --timeout 30m || [ $? -eq 1 ]; }
        timed "$work/fetch.large" fetch
        line receive-testantrag "$work/fetch.large"
        cmp large.bin received/*/attachments/large.bin
        rm -rf received
        echo "   peak memory: $(peak "$build/bin/send-testantrag" --env test \
            --environments "$work/environments.toml" --to "$id" --service hzl --timeout 30m \
            --data testantrag-hzl.xml --attach large.bin 2>/dev/null) KiB sending, $(peak \
            "$build/bin/receive-testantrag" --env test --environments "$work/environments.toml" \
            --timeout 30m fetch --all -o received 2>/dev/null) KiB receiving"
    )
    stop_it
}
