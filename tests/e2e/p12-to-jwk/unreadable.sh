# What may not be entered is named; it is neither absent nor a fault of the program.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
need setpriv
mkdir closed
chmod 000 closed
run restricted p12-to-jwk --new-test-key --env test --out-dir closed/keys
expect_code 77
expect_contains stderr ANB-G202
expect_contains stderr closed/keys
expect_missing stderr '(?)'
run restricted p12-to-jwk --new-test-key --env test --out-dir closed
expect_code 77
expect_contains stderr ANB-G202
CREDENTIALS_DIRECTORY=closed run restricted p12-to-jwk \
    "$TESTDATA/pkcs12/INSECURE-musterstadt-prod.p12" --out-dir keys --no-input
expect_code 77
expect_contains stderr ANB-G202
chmod 700 closed
finish
