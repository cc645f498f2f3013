# The entry of the DVDV, the certificate registered there, and the verdict on both, from tool to tool.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
need jq openssl
start_sandbox
cp "$E2E_ROOT"/scripts/examples/data/* .
export ANB_PROFILE=./musterstadt.toml
check=$E2E_ROOT/scripts/examples/check-directory.sh

run "$check" test eingetragen hzl
expect_code 0
expect_empty stderr
expect_equal "$(cat "$E2E_LAST/stdout")" "0 0 hzl" "the line of the service"
openssl x509 -in eingetragen/hzl.pem -outform DER -out hzl.cer
run cat hzl.cer
expect_same stdout sandbox/pki/musterstadt-osci-test.cer

# The pipe of journey B3: the certificate itself, today and after its end.
run bash -o pipefail -c 'dvdv-lookup --env test show hzl --print recipient-cert | cert-check --for osci --env test -'
expect_code 0
run bash -o pipefail -c 'dvdv-lookup --env test show hzl --print recipient-cert |
    cert-check --for osci --env test --at 2099-05-01 -'
expect_code 2
expect_contains stderr ANB-C101

# What show prints, check takes again, without network.
run bash -o pipefail -c 'dvdv-lookup --env test show hzl --json | dvdv-lookup --env test check hzl --answer - --offline --json'
expect_code 0
expect_json '.subjects[0].recipient_certificate | length == 40'

# The profile expects another certificate: an order is due, the registered one is fit all the same.
echo 'recipient_certificate = "sandbox/pki/dvdv-client-test.cer"' >>musterstadt.toml
run "$check" test eingetragen hzl
expect_code 2
expect_contains stderr ANB-D210
expect_contains stdout "2 0 hzl"

# Nobody's key: there is no entry, and no certificate to judge.
sed -i 's/^organisation = .*/organisation = "soa:05999999"/' musterstadt.toml
rm eingetragen/hzl.pem
run "$check" test eingetragen hzl
expect_code 66
expect_contains stdout "2 66 hzl"
expect_missing eingetragen/hzl.pem

finish
