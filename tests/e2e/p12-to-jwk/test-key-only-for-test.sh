# Self-signed keys exist for TEST only, and TEST must be named.
. "$E2E_SOURCE/lib.bash"

run p12-to-jwk --new-test-key --out-dir keys
expect_code 64
expect_contains stderr ANB-G122
for env in stage prod; do
    run p12-to-jwk --new-test-key --env "$env" --out-dir keys
    expect_code 64
    expect_contains stderr ANB-J138
done
run p12-to-jwk --new-test-key --env test
expect_code 64
run p12-to-jwk --new-test-key --env test --out-dir keys --days 0
expect_code 64
run p12-to-jwk --new-test-key --env test --out-dir keys --subject "$(printf 'x%.0s' {1..70})"
expect_code 65
expect_contains stderr ANB-J140
expect_missing keys

finish
