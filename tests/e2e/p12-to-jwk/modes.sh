# Private files are 0600 whatever the umask, from the first moment; public ones follow it.
. "$E2E_SOURCE/lib.bash"
printf insecure-demo >password
chmod 600 password
store=$TESTDATA/pkcs12/INSECURE-musterstadt-prod.p12

for mask in 000 022 077; do
    umask "$mask"
    run p12-to-jwk "$store" --password-file password --out-dir "keys-$mask"
    expect_code 0
    expect_mode "keys-$mask/signatur.privat.jwk.json" 600
    expect_mode "keys-$mask/verschluesselung.privat.jwk.json" 600
done
expect_mode keys-022/signatur.oeffentlich.jwk.json 644
expect_mode keys-077/signatur.oeffentlich.jwk.json 600
umask 022

# No member of a private key ever reaches stdout or stderr.
d=$(sed -n 's/.*"d": "\(.\{20\}\).*/\1/p' keys-022/signatur.privat.jwk.json)
expect_equal "${#d}" 20 "the length of the sample"
for option in "--out-dir keys-022 -vv" "--public sig -vv" "--out-dir other --json" "--out-dir third --jsonl"; do
    # shellcheck disable=SC2086 # several words
    run p12-to-jwk "$store" --password-file password $option
    expect_code 0
    expect_missing stdout "$d"
    expect_missing stderr "$d"
done
run p12-to-jwk --lint keys-022/signatur.privat.jwk.json -vv --json
expect_missing stdout "$d"

finish
