# Nothing is ever overwritten; a failing run changes nothing at all.
. "$E2E_SOURCE/lib.bash"
printf insecure-demo >password
chmod 600 password
one=$TESTDATA/pkcs12/INSECURE-musterstadt-prod.p12
two=$TESTDATA/pkcs12/INSECURE-musterstadt-encrypt.p12

run p12-to-jwk "$one" --password-file password --out-dir keys
expect_code 0
cp -a keys before
run p12-to-jwk --lang de "$two" --password-file password --use enc --out-dir keys
expect_code 73
expect_empty stdout
expect_contains stderr "FEHLER ANB-J130: keys/verschluesselung.privat.jwk.json"
expect_contains stderr "Nächster Schritt:"
run diff -r before keys
expect_code 0

# Half of the files there, one of them foreign: nothing is added.
mkdir half
echo '{}' >half/signatur.oeffentlich.jwk.json
run p12-to-jwk "$one" --password-file password --out-dir half
expect_code 73
expect_contains stderr ANB-J131
expect_equal "$(ls half)" signatur.oeffentlich.jwk.json "the content of half"

# A private file that others may read is not simply taken over.
chmod 644 keys/signatur.privat.jwk.json
run p12-to-jwk "$one" --password-file password --out-dir keys
expect_code 77
expect_contains stderr ANB-J132
expect_contains stderr 644
chmod 600 keys/signatur.privat.jwk.json

# A folder that is none, and one that may not be written.
echo x >file
run p12-to-jwk "$one" --password-file password --out-dir file
expect_code 74
expect_equal "$(cat file)" x "the file"

# A dry run shows the files and makes none.
run p12-to-jwk "$one" --password-file password --out-dir dry --dry-run
expect_code 0
expect_contains stdout dry/signatur.privat.jwk.json
expect_missing dry

finish
