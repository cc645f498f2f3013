# openssl x509, certtool and node's X509Certificate tell the same facts of every certificate.
. "$E2E_SOURCE/lib.bash"
need cert-check openssl certtool node python3

run /usr/bin/python3 "$E2E_ROOT/tests/support/facts.py" "$E2E_ROOT/tests/witness/certificates.differences" \
    "$TESTDATA/certificates" "$TESTDATA/pki"
expect_code 0
expect_match stdout '^[0-9]+ certificates: [1-9][0-9]+ facts agree with openssl, [1-9][0-9]+ with certtool, [1-9][0-9]+ with node; 0 differ'

finish
