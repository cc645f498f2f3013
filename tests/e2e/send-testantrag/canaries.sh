# No secret and nothing of an application leaves the place where it belongs: not to the screen, the
# log, the journal, the evidence, a temporary file or a command line, whatever -vv shows.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq openssl
prepare_office
canary=KANARIENVOGEL

sed "s/<hinweis>.*</<hinweis>$canary TESTANTRAG</" testantrag-hzl.xml >antrag.xml
printf '%%PDF-1.7 %s' "$canary" >nachweis.pdf

# Every command line that is seen meanwhile.
(while sleep 0.02; do cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\0' '\n'; done) >command-lines &
watcher=$!
E2E_PIDS+=("$watcher")

# said COMMAND...: runs it at -vv with a log and keeps what it says.
said()
{
    run "$@" -vv --log-file log.jsonl
    cat "$E2E_LAST/stdout" "$E2E_LAST/stderr" >>spoken
}

# A store with a password of its own.
printf '%s-Kennwort-4711\n' "$canary" >store.password
chmod 600 store.password
cp store.password again.password
openssl req -x509 -newkey rsa:4096 -keyout store.key -out store.pem -days 30 -subj '/CN=Kanarie' \
    -passout file:store.password >/dev/null 2>&1
openssl pkcs12 -export -inkey store.key -in store.pem -out store.p12 -passin file:store.password \
    -passout file:again.password 2>/dev/null
said p12-to-jwk store.p12 --env test --password-file store.password --out-dir keys/store
expect_code 0

said fitconnect-destination --env test create hzl
expect_code 0
id=$(basename sandbox/test/destinations/*.json .json)
said fitconnect-destination --env test activate "$id"
said fitconnect-destination --env test check "$id"
said send-testantrag --env test --to "$id" --service hzl --data antrag.xml --attach nachweis.pdf \
    --evidence nachweise
expect_code 1
read_ids
said send-testantrag status "$submission"
said receive-testantrag --env test list
said receive-testantrag --env test fetch "$submission" -o eingang --accept
expect_code 0
expect_contains "eingang/$case/data.xml" "$canary"
said send-testantrag status "$submission" --evidence nachweise
expect_code 0

# The same over OSCI.
said send-testantrag --env test --via osci --to soa:05999000 --service hzl --data antrag.xml \
    --attach nachweis.pdf --evidence nachweise
expect_code 1
message=$(newest message_id)
said receive-testantrag --env test --via osci --service hzl list
said receive-testantrag --env test --via osci --service hzl fetch --all -o postfach
expect_code 0
expect_equal "$(grep -rlF "$canary" postfach | wc -l)" 2 'data and attachment received'
said receive-testantrag inspect "$(find "$XDG_STATE_HOME" -name message.mime)" \
    --p12 sandbox/pki/musterstadt-osci-test.p12 --password-file sandbox/pki/musterstadt-osci-test.password
said send-testantrag status "$message" --evidence nachweise
expect_code 0
kill "$watcher"

# What must not be found: passwords, client secrets, private exponents and primes, the application.
{
    cat store.password sandbox/*/clients/*.secret sandbox/pki/*.password
    jq -r '.d, .p, .q, .dp, .dq, .qi' keys/*/*.privat.jwk.json
    echo "$canary"
    printf %s "$canary" | base64 | cut -c1-16
} | awk 'length($0) >= 8' >secrets
holds_secrets secrets
expect_equal "$(($(wc -l <secrets) > 15))" 1 'secrets to look for'
for place in spoken log.jsonl command-lines nachweise "$XDG_STATE_HOME" "$XDG_CACHE_HOME" "$XDG_CONFIG_HOME"; do
    [ -e "$place" ] || continue
    expect_equal "$(grep -rlFf secrets "$place")" '' "places with a secret in $place"
done
expect_match spoken 'POST .*/token'
expect_match command-lines 'send-testantrag'
expect_equal "$(find "$TMPDIR" -name '*.tmp*' -o -name '.*.part')" '' 'temporary files left'
finish
