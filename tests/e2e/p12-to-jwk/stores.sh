# Every store of testdata/pkcs12 says what its .expect file foretells.
. "$E2E_SOURCE/lib.bash"

# What reading gives; then the rules for keys have their say (2048 bits are too short).
for expectation in "$TESTDATA"/pkcs12/*.expect; do
    name=$(basename "$expectation" .expect)
    password=insecure-demo
    options=()
    findings=()
    error=
    while IFS='=' read -r key value; do
        case $key in
        password) password=$value ;;
        alias) case $name in *two-keys*) options=(--alias "$value") ;; esac ;;
        finding) findings+=("$value") ;;
        error) error=$value ;;
        esac
    done <"$expectation"
    store=$TESTDATA/pkcs12/$name.p12
    printf '%s' "$password" >password
    chmod 600 password
    run p12-to-jwk --no-input "$store" --password-file password --out-dir "out/$name" "${options[@]}"
    if [ -n "$error" ]; then
        expect_contains stderr "ERROR $error"
        expect_missing "out/$name"
        case $error in
        ANB-J101) expect_code 77 ;;
        ANB-J105 | ANB-J109) expect_code 64 ;;
        *) expect_code 65 ;;
        esac
    else
        expect_missing stderr "ERROR ANB-J1"
        for finding in "${findings[@]}"; do
            expect_contains stderr "$finding"
        done
    fi
done

finish
