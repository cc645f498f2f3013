# Lists and answers from files: good, revoked, on hold, stale, early, wrong issuer, wrong signature, delta, scope.
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/cert-check/revocation.bash"
need jq openssl
need_python jsonschema
export XDG_CACHE_HOME=$PWD/cache
make_authority
make_leaf good 10
make_leaf revoked 11
make_leaf hold 12
make_list list.crl
openssl crl -inform DER -in list.crl -out list.pem

for list in list.crl list.pem; do
    status good 0 good "" --crl "$list"
    status revoked 2 revoked C145 --crl "$list"
    status hold 2 on_hold C185 --crl "$list"
done
run cert-check --lang de --trust ca.pem --crl list.crl leaf-revoked.pem
expect_code 2
expect_contains stderr "FEHLER ANB-C145: leaf-revoked.pem: Zertifikat ist gesperrt (seit 2026-01-01, Grund: keyCompromise)"
expect_contains stdout "GESPERRT (CRL, Stand 20"
run cert-check --trust ca.pem --json --crl list.crl leaf-good.pem
expect_schema cert-check
expect_json '.subjects[0].revocation_source == "CRL list.crl" and ([.unchecked[].element] | index("revocation") == null)'

later=$(date -u -d "+30 days" +%Y-%m-%d)
earlier=$(date -u -d "-30 days" +%Y-%m-%d)
status good 1 unknown "C186 C146" --crl list.crl --at "$later"
status revoked 2 revoked C145 --crl list.crl --at "$later"
status good 2 unknown "C121 C128 C187 C146" --crl list.crl --at "$earlier"
make_list delta.crl -crlexts delta
status good 1 unknown "C190 C146" --crl delta.crl
status revoked 2 revoked C145 --crl delta.crl
status good 0 good "" --crl delta.crl --crl list.crl
make_list authorities.crl -crlexts authorities
status good 1 unknown "C191 C146" --crl authorities.crl
openssl ca -config ca.cnf -gencrl -keyfile "$other_key" -cert other.pem -crldays 7 2>/dev/null | openssl crl -outform DER -out other.crl
status good 0 - "" --crl other.crl
expect_json 'any(.unchecked[]; .element == "revocation" and .reason == "no_source")'
head -c -1 list.crl >forged.crl && printf x >>forged.crl
status good 1 unknown "C188 C146" --crl forged.crl
echo '<html>' >proxy.crl
status good 1 unknown "C192 C146" --crl proxy.crl
run cert-check --json --trust ca.pem --revocation require leaf-good.pem
expect_code 2
expect_json '[.findings[].code] == ["ANB-C146"]'
run cert-check --json --trust ca.pem --revocation off leaf-good.pem
expect_code 0
expect_json 'any(.unchecked[]; .element == "revocation" and .reason == "off")'

# An OCSP answer that was fetched before.
openssl ocsp -CAfile ca.pem -issuer ca.pem -cert leaf-good.pem -cert leaf-revoked.pem -no_nonce -reqout request.der 2>/dev/null >log
openssl ocsp -index index.txt -CA ca.pem -rsigner ca.pem -rkey "$ca_key" -reqin request.der -respout answer.der -ndays 7 >log 2>&1
status good 0 good "" --ocsp-response answer.der
status revoked 2 revoked C145 --ocsp-response answer.der
status hold 0 - "" --ocsp-response answer.der
status good 1 unknown "C186 C146" --ocsp-response answer.der --at "$later"
openssl ocsp -index index.txt -CA ca.pem -rsigner other.pem -rkey "$other_key" -reqin request.der -respout foreign.der -ndays 7 >log 2>&1
status good 1 unknown "C188 C146" --ocsp-response foreign.der

# A list of 10,000 entries.
for i in $(seq 10000); do
    printf 'R\t360101000000Z\t260101000000Z\t%08X\tunknown\t/CN=%s\n' $((i + 1000)) "$i"
done >>index.txt
make_list long.crl
status good 0 good "" --crl long.crl
status revoked 2 revoked C145 --crl long.crl

finish
