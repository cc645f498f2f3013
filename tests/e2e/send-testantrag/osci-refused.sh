# What is wrong with content, keys, certificates or environment stops a sending over OSCI before the
# first request; what the DVDV or the Intermediär says, before anything is delivered.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq openssl
prepare_osci
settings=$XDG_CONFIG_HOME/anbindung/environments.toml
cp "$settings" settings.good
touch sandbox/requests.jsonl
# With two environments in the profile none is meant by itself.
printf '\n[env.prod]\nkeys = "keys/prod"\n' >>musterstadt.toml

requests()
{
    wc -l <sandbox/requests.jsonl
}

# with SED-SCRIPT: the settings, changed.
with()
{
    sed "$1" settings.good >"$settings"
}

# refused CODE EXIT WHAT COMMAND...: that code, and not one request.
refused()
{
    local code=$1 exit=$2 what=$3 before
    shift 3
    before=$(requests)
    run "$@"
    expect_code "$exit"
    expect_contains stderr "$code"
    expect_equal "$(requests)" "$before" "requests of $what"
}
example=(send-testantrag --via osci --to soa:05999000 --service hzl --data testantrag-hzl.xml)

# The command line.
refused ANB-G122 64 'no environment' "${example[@]}"
refused ANB-G107 64 'no service' send-testantrag --env test --via osci --to soa:05999000 --data testantrag-hzl.xml
refused ANB-S130 64 production "${example[@]}" --env prod
refused ANB-S131 64 'a final test in test' "${example[@]}" --env test --final-test
refused ANB-O640 64 'another way' send-testantrag --env test probe

# Content that seems to belong to a real person, and data that are too large.
sed 's/erika.mustermann@musterstadt.example/h.schmidt@gmx.de/; s/>Mustermann</>Schmidt</' \
    testantrag-hzl.xml >echt.xml
refused ANB-V17 2 'real data' send-testantrag --env test --via osci --to soa:05999000 --service hzl --data echt.xml
{ echo '<a>'; head -c 9000000 /dev/zero | tr '\0' x; echo '</a>'; } >gross.xml
refused ANB-O610 2 'large data' send-testantrag --env test --via osci --to soa:05999000 --service hzl --data gross.xml

# Our own store: none, the one of production, an expired one, one that may not sign.
with '/^osci_p12/d; /^recipient_certificate/d'
refused ANB-O601 78 'no store' "${example[@]}" --env test
with '/^\[test\]/,/^\[prod\]/s|absender-osci-test|absender-osci-prod|'
refused ANB-G101 78 'the store of production' "${example[@]}" --env test
make_store()
{
    openssl req -x509 -newkey rsa:3072 -nodes -keyout own.key -out own.pem -subj '/CN=GRP: Test' "$@" 2>/dev/null
    openssl pkcs12 -export -inkey own.key -in own.pem -out own.p12 -passout pass:geheim
    printf geheim >own.password
    chmod 600 own.password
    with "/^\[test\]/,/^\[prod\]/{s|^osci_p12.*|osci_p12 = \"$PWD/own.p12\"|; s|^osci_password_file.*|osci_password_file = \"$PWD/own.password\"|}"
}
make_store -days 30 -addext keyUsage=keyCertSign
refused ANB-C 2 'a certificate that may not sign' "${example[@]}" --env test
with ''
refused ANB-J101 77 'a wrong password' "${example[@]}" --env test --password-file <(printf falsch)
cp settings.good "$settings"

# The DVDV knows nothing, or something else.
run send-testantrag --env test --via osci --to soa:05999999 --service hzl --data testantrag-hzl.xml
expect_code 2
expect_contains stderr 'ANB-D201'
run send-testantrag --env test --via osci --to soa:05999000 --service urn:unbekannt:dienst --data testantrag-hzl.xml
expect_code 2
expect_contains stderr 'ANB-D203'

# A dry run reaches the DVDV and nobody else.
osci_example --dry-run --json --attach nachweis.pdf
expect_code 0
expect_json '.unchecked | map(.element) | contains(["schema", "virus_scan"])'
expect_equal "$(osci_requests)" 0 'orders of a dry run'
expect_missing "$XDG_STATE_HOME/anbindung/testantrag"
expect_equal "$(deliveries)" 0 'deliveries'
finish
