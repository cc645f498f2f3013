# Mix-ups of environment, host, id, secret, key and journal stop with their code before the first
# request: every address leads through a proxy that counts connections, and nobody connects.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq python3
prepare_authority
send_example
expect_code 1
sent=$submission
p12-to-jwk sandbox/pki/musterstadt-prod.p12 --env prod --out-dir keys/prod \
    --password-file sandbox/pki/musterstadt-prod.password >/dev/null 2>&1
stop_sandbox

python3 - "$PWD/port" "$PWD/connections" <<'END' &
import os, socket, sys
listener = socket.create_server(("127.0.0.1", 0))
open(sys.argv[2], "w").close()
with open(sys.argv[1] + ".new", "w") as file:
    file.write(str(listener.getsockname()[1]))
os.rename(sys.argv[1] + ".new", sys.argv[1])
while True:
    connection, _ = listener.accept()
    with open(sys.argv[2], "a") as file:
        file.write("connected\n")
    connection.close()
END
E2E_PIDS+=($!)
wait_for 20 test -s port
proxy=http://127.0.0.1:$(cat port)
net=(--proxy "$proxy" --retry 0)
export ANB_PROFILE=./stadt.toml

declare -A id=([test]=11111111-1111-4111-8111-111111111111 [stage]=22222222-2222-4222-8222-222222222222
    [prod]=33333333-3333-4333-8333-333333333333)
addresses=(token_url submission_url submission_v1_url destination_url routing_url portal_url)
for env in test stage prod; do
    for role in subscriber sender; do
        printf 'geheim:%s:%s' "$env" "$role" >"$env-$role.secret"
    done
done
chmod 600 ./*.secret

# configure [NAME=VALUE]...: writes profile and environments.toml; NAME is ENV.KEY or leistung.KEY; an
# empty value leaves the key out.
configure()
{
    local env key override
    local -A value=([leistung.leika]=99123456760610
        [leistung.schema_uri]=urn:xoev-de:d-nrw:standard:xsozialbasis_2.3.1)
    for env in test stage prod; do
        for key in "${addresses[@]}"; do
            value[$env.$key]=https://$env.example/$key
        done
        value[$env.fitconnect_client_id]=$env-subscriber
        value[$env.fitconnect_secret_file]=$PWD/$env-subscriber.secret
        value[$env.fitconnect_sender_client_id]=$env-sender
        value[$env.fitconnect_sender_secret_file]=$PWD/$env-sender.secret
        value[$env.keys]=$PWD/keys/$env
        value[leistung.destination_$env]=${id[$env]}
    done
    for override in "$@"; do
        value[${override%%=*}]=${override#*=}
    done
    {
        printf '[mandant]\nname = "Stadt Musterstadt"\nars = "059990000000"\nmail = "a@b.example"\n'
        printf '[leistung.hzl]\n'
        for key in "${!value[@]}"; do
            [[ $key != leistung.* || -z ${value[$key]} ]] || printf '%s = "%s"\n' "${key#*.}" "${value[$key]}"
        done
        for env in test stage prod; do
            printf '[env.%s]\nkeys = "%s"\n' "$env" "${value[$env.keys]}"
        done
    } >stadt.toml
    for env in test stage prod; do
        printf '[%s]\n' "$env"
        for key in "${!value[@]}"; do
            [[ $key != $env.* || $key = *.keys || -z ${value[$key]} ]] || printf '%s = "%s"\n' "${key#*.}" "${value[$key]}"
        done
    done >"$XDG_CONFIG_HOME/anbindung/environments.toml"
}

mixed_up=0
# stops EXIT MESSAGE COMMAND...: it ends so, and nobody was spoken to.
stops()
{
    local exit=$1 message=$2
    shift 2
    run "$@"
    expect_code "$exit"
    expect_contains stderr "$message"
    expect_equal "$(wc -l <connections)" 0 'connections'
    : >connections
    mixed_up=$((mixed_up + 1))
}

destination() { fitconnect-destination "${net[@]}" "$@"; }
receive() { receive-testantrag "${net[@]}" "$@"; }
send() { send-testantrag "${net[@]}" "$@"; }
send_to() { send --env "$1" --to "$2" --service hzl --data testantrag-hzl.xml --no-input "${@:3}"; }

# Without a mix-up all of them do connect.
for command in 'destination --env test check '"${id[test]}" 'receive --env test list' \
    'destination --env prod show '"${id[prod]}" "send_to test ${id[test]}" \
    'destination --env test create hzl' "send --env test status $sent"; do
    configure
    # shellcheck disable=SC2086 # words
    run $command
    case $command in
    *status*) expect_code 75 ;;
    *) expect_code 69 ;;
    esac
    expect_equal "$([ -s connections ] && echo some)" some "connections of $command"
    : >connections
done

# Hosts of another environment, for each address.
built_in()
{
    local env=$1 key=$2
    case $env.$key in
    test.token_url) echo https://auth-testing.fit-connect.fitko.dev/token ;;
    stage.token_url) echo https://auth-refz.fit-connect.fitko.net/token ;;
    prod.token_url) echo https://auth-prod.fit-connect.fitko.net/token ;;
    test.submission_v1_url) echo https://submission-api-testing.fit-connect.fitko.dev ;;
    stage.submission_v1_url) echo https://submission-api-refz.fit-connect.niedersachsen.de ;;
    prod.submission_v1_url) echo https://submission-api-prod.fit-connect.niedersachsen.de ;;
    prod.routing_url) echo https://routing-api-prod.fit-connect.fitko.net ;;
    *.routing_url) echo https://routing-api-testing.fit-connect.fitko.dev ;;
    test.portal_url) echo https://portal.auth-testing.fit-connect.fitko.dev ;;
    stage.portal_url) echo https://portal.auth-refz.fit-connect.fitko.net ;;
    prod.portal_url) echo https://portal.auth-prod.fit-connect.fitko.net ;;
    test.*) echo "https://test.fit-connect.fitko.dev/x" ;;
    *) echo "https://$env.fit-connect.fitko.net/x" ;;
    esac
}
for env in test stage prod; do
    for other in test stage prod; do
        for key in "${addresses[@]}"; do
            if [ "$env" != "$other" ] && [ "$(built_in "$env" "$key")" != "$(built_in "$other" "$key")" ]; then
                configure "$env.$key=$(built_in "$other" "$key")"
                stops 78 ANB-G101 destination --env "$env" check "${id[$env]}"
            fi
        done
    done
done

# The same host in other spellings, and addresses that readers could take for different ones.
while read -r message url; do
    configure "test.submission_url=$url"
    stops 78 "$message" send_to test "${id[test]}"
done <<'END'
ANB-G101 https://PROD.Fit-Connect.FITKO.net/submission-api
ANB-G101 https://prod.fit-connect.fitko.net:443/submission-api
ANB-G101 https://prod.fit-connect.fitko.net:8443/submission-api
ANB-G101 https://prod.fit-connect.fitko.net./submission-api
ANB-G101 https://prod.fit-connect.fitko.net
ANB-G101 https://prod.fit-connect.fitko.net?x
ANB-G410 https://test.example@prod.fit-connect.fitko.net/submission-api
ANB-G410 https://prod%2Efit-connect.fitko.net/submission-api
ANB-G410 https:///prod.fit-connect.fitko.net/submission-api
ANB-G410 https://prod.fit-connect.fitko.net:x/submission-api
ANB-G410 https://test.example,prod.fit-connect.fitko.net/submission-api
ANB-G410 https://
ANB-G409 http://prod.fit-connect.fitko.net/submission-api
ANB-G409 HTTPS://prod.fit-connect.fitko.net/submission-api
ANB-G409 prod.fit-connect.fitko.net/submission-api
END

# Addresses that production and another environment share.
for key in "${addresses[@]}"; do
    configure "test.$key=https://prod.example/$key"
    stops 78 ANB-G101 destination --env test check "${id[test]}"
    configure "prod.$key=https://stage.example/$key"
    stops 78 ANB-G101 destination --env prod check "${id[prod]}"
done
for url in https://prod.example/submission_url/ https://prod.example:443/submission_url \
    https://PROD.example/submission_url https://prod.example./submission_url \
    https://prod.example:0443/submission_url// https://prod.example/destination_url; do
    configure "test.submission_url=$url"
    stops 78 ANB-G101 receive --env test list
done

# Client ids and secrets that production shares, by name, by file and by content.
ln -s "$PWD/prod-subscriber.secret" linked.secret
ln prod-subscriber.secret hard.secret
cp -p prod-subscriber.secret copied.secret
printf '%s\n' "$(cat prod-subscriber.secret)" >line.secret
chmod 600 line.secret
for key in fitconnect_client_id fitconnect_sender_client_id; do
    for theirs in prod-subscriber prod-sender; do
        configure "test.$key=$theirs"
        case $key in
        fitconnect_client_id) stops 78 ANB-G101 receive --env test list ;;
        *) stops 78 ANB-G101 send_to test "${id[test]}" ;;
        esac
    done
done
for file in prod-subscriber prod-sender linked hard copied line; do
    configure "test.fitconnect_secret_file=$PWD/$file.secret"
    stops 78 ANB-G101 destination --env test show "${id[test]}"
    configure "test.fitconnect_sender_secret_file=$PWD/$file.secret"
    stops 78 ANB-G101 send_to test "${id[test]}"
done
configure "prod.fitconnect_secret_file=$PWD/test-subscriber.secret"
stops 78 ANB-G101 destination --env prod show "${id[prod]}"
configure "prod.fitconnect_client_id=stage-sender"
stops 78 ANB-G101 receive --env prod list
configure "prod.fitconnect_client_id=" "prod.fitconnect_sender_client_id="
stops 78 ANB-G406 receive --env prod fetch --all -o eingang --accept

# Ids of another environment, however they are written.
bare=${id[prod]//-/}
for foreign in "${id[prod]}" "${id[stage]}" "${bare^^}"; do
    configure
    stops 78 ANB-G101 destination --env test check "$foreign"
    stops 78 ANB-G101 destination --env test show "$foreign"
    stops 78 ANB-G101 destination --env test activate "$foreign"
    stops 78 ANB-G101 send_to test "$foreign"
    stops 78 ANB-G101 receive --env test --destination "$foreign" list
done
stops 78 ANB-G101 destination --env prod check "${id[test]}"
stops 78 ANB-G101 destination --env prod activate "${id[test]}" --confirm "${id[test]:0:8}"
stops 78 ANB-G101 send_to prod "${id[test]}" --final-test --confirm "${id[test]:0:8}"
configure "leistung.destination_test=${id[prod]}"
stops 78 ANB-G101 destination --env test check --service hzl
stops 78 ANB-G101 destination --env test check --all
stops 78 ANB-G101 destination --env test route --service hzl
stops 78 ANB-G101 destination --env prod show "${id[prod]}"
stops 78 ANB-G101 send_to test "${id[prod]}"
run_piped() { printf '{"destination": {"destinationId": "%s"}}' "$1" | send_to test -; }
configure
stops 78 ANB-G101 run_piped "${id[prod]}"

# Changes without a named environment; production is named on the command line or nowhere.
unnamed=("destination create hzl" "destination activate ${id[test]}" "receive fetch --all -o eingang --accept"
    "receive fetch 12345678 -o eingang --reject hash-mismatch"
    "send --to ${id[test]} --service hzl --data testantrag-hzl.xml")
for command in "${unnamed[@]}"; do
    configure
    # shellcheck disable=SC2086 # words
    {
        stops 64 ANB-G122 $command
        ANB_ENV=prod stops 64 ANB-G122 $command
        echo 'env = "prod"' >"$XDG_CONFIG_HOME/anbindung/config.toml"
        stops 64 ANB-G122 $command
        rm "$XDG_CONFIG_HOME/anbindung/config.toml"
    }
done
configure
stops 64 ANB-S130 send_to prod "${id[prod]}"
stops 64 ANB-S131 send_to test "${id[test]}" --final-test
stops 64 ANB-G1 destination --env produktion check "${id[prod]}"
ANB_ENV=produktion stops 64 ANB-G1 destination check "${id[prod]}"

# Keys of another environment.
cp -r keys/test keys/copied
ln -s "$PWD/keys/test" keys/linked
stops 78 ANB-G101 destination --env prod create hzl --keys keys/test --confirm 99123456
stops 78 ANB-G101 destination --env prod create hzl --keys keys/linked --confirm 99123456
stops 78 ANB-G101 destination --env test create hzl --keys keys/prod
stops 2 ANB-J513 destination --env prod create hzl --keys keys/copied --confirm 99123456
stops 2 ANB-J513 destination --env stage create hzl --keys keys/copied
stops 78 ANB-G101 receive --env prod fetch --all -o eingang --keys keys/test
configure "prod.keys=$PWD/keys/test"
stops 78 ANB-G101 destination --env prod create hzl --confirm 99123456
stops 78 ANB-G101 receive --env prod fetch --all -o eingang
stops 78 ANB-G101 receive --env test fetch --all -o eingang
configure "test.keys=$PWD/keys/prod/."
stops 78 ANB-G101 receive --env prod fetch --all -o eingang --accept
printf insecure-demo >password
chmod 600 password
store=$TESTDATA/pkcs12/INSECURE-musterstadt-prod.p12
stops 2 ANB-J515 p12-to-jwk "$store" --password-file password --env prod \
    --trust "$TESTDATA/pki/impostor-root.pem" --out-dir neu
stops 64 ANB-J138 p12-to-jwk --new-test-key --env prod --out-dir neu
stops 64 ANB-J138 p12-to-jwk --new-test-key --env stage --out-dir neu
stops 64 ANB-G122 p12-to-jwk --new-test-key --out-dir neu
expect_missing neu

# Sendings of another environment, also where somebody moved their state.
configure
for command in status resume discard purge; do
    stops 66 ANB-S301 send --env prod "$command" "$sent"
done
state=$XDG_STATE_HOME/anbindung/testantrag
mkdir -p "$state/prod"
mv "$state"/test/* "$state/prod/"
stops 78 ANB-G101 send --env prod status "$sent"
stops 78 ANB-G101 send --env prod resume "$sent"

expect_missing eingang
expect_equal "$([ "$mixed_up" -ge 100 ] && echo many)" many "mix-ups: $mixed_up"
finish
