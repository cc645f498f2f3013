# A CA with leaves and lists for the tests of revocation, and the servers they are fetched from.
# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash
#
# After make_authority PORT OCSP_PORT LDAP_PORT: ca.pem, leaf-NAME.pem for NAME in good, revoked, hold,
# with the addresses that make_leaf was given; lists by make_list.

key=$TESTDATA/pki/keys/INSECURE-musterstadt-prod.key.pem
ca_key=$TESTDATA/pki/keys/INSECURE-ca.key.pem
other_key=$TESTDATA/pki/keys/INSECURE-impostor.key.pem

free_port()
{
    /usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

make_authority()
{
    cat >ca.cnf <<'END'
[ca]
default_ca = plain
[plain]
database = index.txt
default_md = sha256
crl_extensions = list
[list]
authorityKeyIdentifier = keyid
[delta]
authorityKeyIdentifier = keyid
2.5.29.27 = critical,DER:020101
[authorities]
authorityKeyIdentifier = keyid
2.5.29.28 = critical,DER:30038201FF
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[responder]
extendedKeyUsage = OCSPSigning
END
    openssl req -x509 -config ca.cnf -extensions root -key "$ca_key" -subj "/C=DE/CN=Sperr-CA" -days 3650 -out ca.pem -set_serial 1
    openssl req -x509 -config ca.cnf -extensions root -key "$other_key" -subj "/C=DE/CN=Andere CA" -days 3650 -out other.pem -set_serial 1
    printf 'V\t360101000000Z\t\t10\tunknown\t/CN=good\n' >index.txt
    printf 'R\t360101000000Z\t260101000000Z,keyCompromise\t11\tunknown\t/CN=revoked\n' >>index.txt
    printf 'R\t360101000000Z\t260101000000Z,certificateHold\t12\tunknown\t/CN=hold\n' >>index.txt
    : >index.txt.attr
}

# make_leaf NAME SERIAL [EXTENSION-LINE...]: leaf-NAME.pem
make_leaf()
{
    {
        echo "keyUsage = critical,digitalSignature,nonRepudiation,keyEncipherment"
        echo "authorityKeyIdentifier = keyid"
        printf '%s\n' "${@:3}"
    } >leaf.ext
    openssl req -new -config ca.cnf -key "$key" -subj "/C=DE/CN=GRP: $1" -out leaf.csr
    openssl x509 -req -in leaf.csr -CA ca.pem -CAkey "$ca_key" -set_serial "0x$2" -days 1000 -extfile leaf.ext \
        -out "leaf-$1.pem" 2>/dev/null
}

# make_list FILE [OPTION...]: a list in DER by openssl ca -gencrl
make_list()
{
    openssl ca -config ca.cnf -gencrl -keyfile "$ca_key" -cert ca.pem -crldays 7 "${@:2}" 2>/dev/null |
        openssl crl -outform DER -out "$1"
}

# serve FOLDER PORT: files by HTTP; /slow never answers, /proxy is a login page, /count says how often
# each was asked.
serve()
{
    /usr/bin/python3 - "$1" "$2" <<'END' &
import http.server, pathlib, sys, time
asked = {}
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        asked[self.path] = asked.get(self.path, 0) + 1
        if self.path == "/slow":
            time.sleep(60)
            return
        file = pathlib.Path(sys.argv[1]) / self.path.strip("/")
        status, body = 200, b""
        if self.path == "/proxy":
            body = b"<html><body>Bitte anmelden</body></html>"
        elif self.path.startswith("/count/"):
            body = str(asked.get(self.path[6:], 0)).encode()
        elif file.is_file():
            body = file.read_bytes()
        else:
            status = 404
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    do_POST = do_GET
    def log_message(self, *_):
        pass
class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
Server(("127.0.0.1", int(sys.argv[2])), Handler).serve_forever()
END
    E2E_PIDS+=($!)
    wait_for "$2"
}

# wait_for PORT: until somebody listens there.
wait_for()
{
    for _ in $(seq 100); do
        (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return
        sleep 0.1
    done
    broken "nobody listens on port $1"
}

# status NAME CODE REVOCATION CODES [OPTION...]: what cert-check says of leaf-NAME.pem
status()
{
    run cert-check --json --trust ca.pem --revocation auto "leaf-$1.pem" "${@:5}"
    expect_code "$2"
    expect_equal "$(jq -r '.subjects[0].revocation // "-"' "$E2E_LAST/stdout")" "$3" "revocation of $1 ${*:5}"
    expect_equal "$(jq -r '[.findings[].code[4:]] | join(" ")' "$E2E_LAST/stdout")" "$4" "codes of $1 ${*:5}"
}
