# Each way to give the password; a wrong one, none, and an exposed file.
. "$E2E_SOURCE/lib.bash"
store=$TESTDATA/pkcs12/INSECURE-musterstadt-prod.p12
printf 'insecure-demo\r\n' >password
chmod 600 password

run p12-to-jwk "$store" --password-file password --public sig
expect_code 0
cp "$E2E_LAST/stdout" expected
run p12-to-jwk "$store" --password-fd 3 --public sig 3<password
expect_same stdout expected
PASSWORD=insecure-demo run p12-to-jwk "$store" --password-env PASSWORD --public sig
expect_same stdout expected
ANB_P12_PASSWORD_FILE=password run p12-to-jwk "$store" --public sig
expect_same stdout expected
mkdir credentials
cp -a password credentials/p12-password
CREDENTIALS_DIRECTORY=credentials run p12-to-jwk "$store" --public sig
expect_same stdout expected
run p12-to-jwk - --password-file password --public sig <"$store"
expect_same stdout expected

printf wrong >wrong
chmod 600 wrong
run p12-to-jwk "$store" --password-file wrong --out-dir keys
expect_code 77
expect_contains stderr ANB-J101
expect_missing stderr wrong.
expect_missing keys
run p12-to-jwk "$store" --out-dir keys
expect_code 64
expect_contains stderr ANB-G120
run p12-to-jwk "$store" --password-env NOT_SET --out-dir keys
expect_code 64
run p12-to-jwk "$store" --password insecure-demo --out-dir keys
expect_code 64
printf 'no store at all' >letter.txt
run p12-to-jwk letter.txt --out-dir keys
expect_code 65
expect_contains stderr ANB-J103
run p12-to-jwk no-such.p12 --password-file password --out-dir keys
expect_code 66

chmod 644 password
run p12-to-jwk "$store" --password-file password --public sig
expect_code 1
expect_contains stderr ANB-G124

finish
