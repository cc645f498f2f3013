# What the rules refuse is refused: one code each, exit 2, and no file.
. "$E2E_SOURCE/lib.bash"
printf insecure-demo >password
chmod 600 password

# refused CODE STORE OPTION...
refused()
{
    local code=$1 store=$2
    shift 2
    run p12-to-jwk "$TESTDATA/pkcs12/INSECURE-$store.p12" --password-file password --out-dir keys "$@"
    expect_code 2
    expect_contains stderr "ERROR $code"
    expect_missing stdout jwk.json
    expect_missing keys
    run p12-to-jwk "$TESTDATA/pkcs12/INSECURE-$store.p12" --password-file password --public sig "$@"
    expect_code 2
    expect_empty stdout
}

refused ANB-J511 musterstadt-expired
refused ANB-J511 musterstadt-expired --env prod --fail-on never
refused ANB-J502 musterstadt-short --env prod
refused ANB-J515 musterstadt-prod --env prod --trust "$TESTDATA/pki/impostor-root.pem"
refused ANB-J515 musterstadt-prod --env stage --trust "$TESTDATA/pki/impostor-root.pem"
# The anchors of the profile and of the environment count, as for cert-check.
printf '[env.prod]\ntrust = "%s"\n' "$TESTDATA/pki/impostor-root.pem" >profil.toml
refused ANB-J515 musterstadt-prod --env prod --profile ./profil.toml
cp profil.toml "$XDG_CONFIG_HOME/anbindung/environments.toml"
sed -i 's/env\.//' "$XDG_CONFIG_HOME/anbindung/environments.toml"
refused ANB-J515 musterstadt-prod --env prod
rm "$XDG_CONFIG_HOME/anbindung/environments.toml"
printf '[env.prod]\ntrust = "%s"\ntrust_sha256 = "%064d"\n' "$TESTDATA/pki/root.pem" 0 >pinned.toml
run p12-to-jwk "$TESTDATA/pkcs12/INSECURE-musterstadt-prod.p12" --password-file password --out-dir keys \
    --env prod --profile ./pinned.toml
expect_code 76
expect_contains stderr ANB-C414
expect_missing keys
refused ANB-J519 musterstadt-prod --at 2020-01-01
refused ANB-J511 musterstadt-prod --at 2040-01-01

# An old key can still be had on request, with a warning.
run p12-to-jwk "$TESTDATA/pkcs12/INSECURE-musterstadt-expired.p12" --password-file password \
    --allow-expired --out-dir keys
expect_code 1
expect_contains stderr "WARNING ANB-J511"
expect_file keys/verschluesselung.privat.jwk.json

# Self-signed: fine for TEST, refused otherwise.
need_reference fit-connect/demo-case/keys/signing.p12
run p12-to-jwk "$REFERENCE/fit-connect/demo-case/keys/signing.p12" --password-file password \
    --env prod --use sig --out-dir self
expect_code 2
expect_contains stderr ANB-J513
expect_missing self

finish
