# Lists by HTTP and LDAP, answers of a real OCSP responder: good, revoked, silent, wrong, kept for the next run.
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/cert-check/revocation.bash"
need jq openssl
export XDG_CACHE_HOME=$PWD/cache
unset http_proxy https_proxy all_proxy
make_authority
http=$(free_port)
ocsp=$(free_port)
make_list list.crl
mkdir www && cp list.crl www/
serve www "$http"
base=http://127.0.0.1:$http

make_leaf good 10 "crlDistributionPoints = URI:$base/list.crl"
make_leaf revoked 11 "crlDistributionPoints = URI:$base/list.crl"
status good 0 good ""
expect_json ".subjects[0].revocation_source == \"CRL $base/list.crl\""
status revoked 2 revoked C145
run curl -s "$base/count/list.crl"
expect_equal "$(cat "$E2E_LAST/stdout")" 1 "the list was fetched once and kept"
status good 0 good "" --offline
rm -rf cache
status good 0 - "" --offline
expect_json 'any(.unchecked[]; .element == "revocation" and .reason == "offline")'
run cert-check --json --trust ca.pem --revocation auto leaf-good.pem leaf-revoked.pem
expect_code 2
run curl -s "$base/count/list.crl"
expect_equal "$(cat "$E2E_LAST/stdout")" 2 "one fetch for two certificates"

# A kept list that went stale is fetched anew.
rm -rf cache
make_list stale.crl -crl_lastupdate 20250101000000Z -crl_nextupdate 20250102000000Z
cp stale.crl www/list.crl
status good 1 unknown "C186 C146"
cp list.crl www/list.crl
status good 0 good ""

make_leaf proxy 10 "crlDistributionPoints = URI:$base/proxy"
status proxy 1 unknown "C192 C146"
make_leaf absent 10 "crlDistributionPoints = URI:$base/absent"
status absent 1 unknown "C192 C146"
expect_json '.findings[0].found == "status 404"'
make_leaf closed 10 "crlDistributionPoints = URI:http://127.0.0.1:1/list.crl"
status closed 1 unknown "C192 C146"
expect_json '.findings[0].found == "unreachable"'
make_leaf file 10 "crlDistributionPoints = URI:file:///etc/passwd"
status file 1 unknown "C192 C146"
make_leaf second 10 "crlDistributionPoints = URI:$base/proxy,URI:$base/list.crl"
status second 0 good ""

# A real OCSP responder; the list is asked when it does not answer.
openssl ocsp -index index.txt -port "$ocsp" -CA ca.pem -rsigner ca.pem -rkey "$ca_key" -ndays 7 -ignore_err >ocsp.log 2>&1 &
E2E_PIDS+=($!)
for _ in $(seq 100); do
    grep -q "waiting for OCSP" ocsp.log && break # a connection without a request would occupy it
    sleep 0.1
done
make_leaf good 10 "authorityInfoAccess = OCSP;URI:http://127.0.0.1:$ocsp"
make_leaf revoked 11 "authorityInfoAccess = OCSP;URI:http://127.0.0.1:$ocsp"
make_leaf hold 12 "authorityInfoAccess = OCSP;URI:http://127.0.0.1:$ocsp"
make_leaf unknown 7f "authorityInfoAccess = OCSP;URI:http://127.0.0.1:$ocsp"
status good 0 good ""
expect_json ".subjects[0].revocation_source == \"OCSP http://127.0.0.1:$ocsp\""
status revoked 2 revoked C145
status hold 2 on_hold C185
status unknown 1 unknown "C192 C146"
expect_json '.findings[0].found == "unknown_to_responder"'
make_leaf both 10 "authorityInfoAccess = OCSP;URI:$base/proxy" "crlDistributionPoints = URI:$base/list.crl"
status both 0 good ""

# The directory of a CA.
need slapd ldapadd
ldap=$(free_port)
mkdir db
cat >slapd.conf <<END
include /etc/ldap/schema/core.schema
modulepath /usr/lib/ldap
moduleload back_mdb
pidfile $PWD/slapd.pid
database mdb
suffix "c=DE"
rootdn "cn=admin,c=DE"
rootpw insecure-demo
directory $PWD/db
END
slapd -f slapd.conf -h "ldap://127.0.0.1:$ldap" -d 0 >slapd.log 2>&1 &
E2E_PIDS+=($!)
wait_for "$ldap"
ldapadd -x -H "ldap://127.0.0.1:$ldap" -D cn=admin,c=DE -w insecure-demo >log 2>&1 <<END
dn: c=DE
objectClass: country
c: DE

dn: cn=Sperr CA 1,c=DE
objectClass: organizationalRole
objectClass: certificationAuthority
cn: Sperr CA 1
cACertificate;binary:: $(openssl x509 -in ca.pem -outform DER | base64 -w0)
authorityRevocationList;binary:: $(base64 -w0 list.crl)
certificateRevocationList;binary:: $(base64 -w0 list.crl)
END
base=ldap://127.0.0.1:$ldap
make_leaf good 10 "crlDistributionPoints = URI:$base/CN=Sperr%20CA%201%2CC=DE?certificateRevocationList;binary"
status good 0 good ""
make_leaf revoked 11 "crlDistributionPoints = URI:$base/CN=Sperr CA 1%2CC=DE?certificateRevocationList;binary"
status revoked 2 revoked C145
make_leaf plain 10 "crlDistributionPoints = URI:$base/CN=Sperr%20CA%201%2CC=DE?certificateRevocationList"
status plain 0 good ""
make_leaf empty 10 "crlDistributionPoints = URI:$base/CN=Nobody%2CC=DE?certificateRevocationList"
status empty 1 unknown "C192 C146"

# Nobody waits for ever: an address that takes the connection and never answers.
make_leaf slow 10 "crlDistributionPoints = URI:http://127.0.0.1:$http/slow"
status slow 1 unknown "C192 C146"
expect_json '.findings[0].found == "time_out"'

finish
