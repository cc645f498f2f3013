# Two stores: the first that allows a role serves it. One store: only what its keyUsage allows.
. "$E2E_SOURCE/lib.bash"
need jq
printf insecure-demo >password
chmod 600 password
encrypt=$TESTDATA/pkcs12/INSECURE-musterstadt-encrypt.p12
sign=$TESTDATA/pkcs12/INSECURE-musterstadt-sign.p12

run p12-to-jwk "$encrypt" "$sign" --password-file password --out-dir a
expect_code 0
expect_contains stderr "NOTE ANB-J137: $encrypt: the certificate is used for keyEncipherment"
expect_contains stderr "NOTE ANB-J137: $sign: the certificate is used for digitalSignature"
run p12-to-jwk "$sign" "$encrypt" --password-file password --out-dir b -q
expect_code 0
run diff -r a b
expect_code 0

run p12-to-jwk "$sign" --password-file password --out-dir half
expect_code 0
expect_contains stderr "NOTE ANB-J133"
expect_missing half/verschluesselung.privat.jwk.json
expect_json '.keys | length == 1' half/schluesselsatz.oeffentlich.jwks.json
run p12-to-jwk "$encrypt" --password-file password --out-dir half
expect_code 0
expect_json '.keys | length == 2' half/schluesselsatz.oeffentlich.jwks.json
run diff -r a half
expect_code 0

run p12-to-jwk "$sign" --use enc --password-file password --out-dir none
expect_code 65
expect_contains stderr ANB-J134
expect_missing none
run p12-to-jwk "$encrypt" "$sign" --alias x --password-file password --out-dir none
expect_code 64

# A kid of one's own, for one role only.
run p12-to-jwk "$sign" --kid stadt-2026 --password-file password --out-dir none
expect_code 64
expect_contains stderr ANB-J139
run p12-to-jwk "$sign" --kid stadt-2026 --use sig --password-file password --out-dir own
expect_code 0
expect_json '.kid == "stadt-2026"' own/signatur.privat.jwk.json
run p12-to-jwk "$sign" --kid short --use sig --password-file password --out-dir none
expect_code 2
expect_contains stderr ANB-J507
expect_missing none

finish
