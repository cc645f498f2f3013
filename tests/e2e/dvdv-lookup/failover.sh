# For each failure of the first server the right one answers: the next server after technical
# failures only, seen in the request log. SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
prepare_office
stop_sandbox

directory=/test/dvdv/extern/standaloneauth/directory/v2/findservicedescription
token=/test/dvdv/extern/standaloneauth/token

# asked SERVER: how many requests of the last call went there.
asked()
{
    tail -n +"$((seen + 1))" sandbox/requests.jsonl | jq -r .path | grep -c "^/test/$1/"
}

# fails NAME NEXT|FIRST CODE RULE...: the first server fails so; who answers, with which code?
fails()
{
    local name=$1 who=$2 code=$3
    shift 3
    printf '%s\n' "$@" >faults
    start_sandbox --fault faults
    seen=$(wc -l <sandbox/requests.jsonl 2>/dev/null || echo 0)
    run dvdv-lookup --env test show hzl --json --retry 1 --retry-max-time 2s --timeout 60s
    E2E_COMMAND="$name"
    expect_code "$code"
    expect_equal "$([ "$(asked dvdv)" -gt 0 ] && echo yes)" yes "the first server is asked ($name)"
    if [ "$who" = next ]; then
        expect_equal "$([ "$(asked dvdv-replica)" -gt 0 ] && echo yes)" yes "the next one is asked ($name)"
        expect_json '.directory.server | endswith("/test/dvdv-replica")'
    else
        expect_equal "$(asked dvdv-replica)" 0 "requests to the next one ($name)"
    fi
    stop_sandbox
}

fails 'status 500' next 0 "GET $directory status=500"
fails 'status 502' next 0 "GET $directory status=502"
fails 'status 503' next 0 "GET $directory status=503"
fails 'status 503, wait an hour' next 0 "GET $directory status=503 retry_after=3600"
fails 'status 504' next 0 "GET $directory status=504"
fails 'reset before the answer' next 0 "GET $directory reset=before"
fails 'reset after the work was done' next 0 "GET $directory reset=after"
fails 'answer breaks off' next 0 "GET $directory truncate=100"
fails 'no token: 500' next 0 "POST $token status=500"
fails 'no token: reset' next 0 "POST $token reset=before"
fails 'stale token' first 0 "GET $directory nth=1 stale_token=yes"
fails 'not found: service' first 66 "GET $directory status=404 type=application/problem+json body=\"{\\\"type\\\":\\\"problems/type/ENTITY_NOT_FOUND\\\",\\\"status\\\":404,\\\"detail\\\":\\\"5005: nichts\\\"}\""
fails 'not valid any more' first 66 "GET $directory status=204 header=dvdv-warning-msg:=?utf-8?q?seit_gestern?="
fails 'not understood' first 64 "GET $directory status=400"
fails 'not allowed' first 77 "GET $directory status=403"
fails 'certificate unknown' first 77 "POST $token status=401"
fails 'too many requests' first 75 "GET $directory status=429"
fails 'page of a gateway' first 65 "GET $directory body=\"<html>Wartung</html>\" type=text/html"

# The reason of a "no" is shown as the server wrote it.
printf '%s\n' "GET $directory status=204 header=dvdv-warning-msg:=?utf-8?q?Dienst_ist_ung=C3=BCltig?=" >faults
start_sandbox --fault faults
run dvdv-lookup --env test show hzl
expect_code 66
expect_contains stderr ANB-D202
expect_contains stderr 'Dienst ist ungültig'
run dvdv-lookup --env test check hzl
expect_code 2
expect_contains stderr ANB-D202
stop_sandbox

# The three kinds of no are three messages.
start_sandbox
run dvdv-lookup --env test show hzl --org soa:00000001
expect_code 66
expect_contains stderr ANB-D201
run dvdv-lookup --env test show http://www.osci.de/beispiel/gibt-es-nicht/1.wsdl
expect_code 66
expect_contains stderr ANB-D203
sed 's|^\[env.test\]|[env.test]\ndvdv_client_p12 = "sandbox/pki/musterstadt-osci-test.p12"\ndvdv_client_password_file = "sandbox/pki/musterstadt-osci-test.password"|' \
    musterstadt.toml >fremd.toml
run dvdv-lookup --env test show hzl --profile ./fremd.toml
expect_code 77
expect_contains stderr ANB-D205
expect_contains stderr "$(openssl x509 -in sandbox/pki/musterstadt-osci-test.cer -outform DER 2>/dev/null | sha1sum | cut -c1-40)"
stop_sandbox

# All servers away.
run dvdv-lookup --env test show hzl --retry 0
expect_code 69
expect_match stderr 'ANB-N30[12]'

finish
