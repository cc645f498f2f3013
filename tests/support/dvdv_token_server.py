"""A server of the DVDV on loopback that verifies the login with another library.

dvdv_token_server.py CERTIFICATE KEY CLIENT.cer VERDICT: the first two are its own for TLS, PEM and
PKCS#8 in DER. Every assertion is verified with the client's certificate; what was found goes to the
file VERDICT, one JSON line each. The token is written in camel case, as the description's example.
Prints its port; ends when its standard input ends.

SPDX-License-Identifier: EUPL-1.2
"""

import base64
import hashlib
import http.server
import json
import os
import ssl
import sys
import tempfile
import threading
import time
import urllib.parse

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding


def unpadded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def judge(form, url):
    """What is wrong with a request for a token; empty for nothing."""
    faults = []
    if form.get("grant_type") != ["client_credentials"]:
        faults.append("grant_type")
    if form.get("client_assertion_type") != ["urn:ietf:params:oauth:client-assertion-type:jwt-bearer"]:
        faults.append("client_assertion_type")
    head, claims, signature = form["client_assertion"][0].split(".")
    der = open(sys.argv[3], "rb").read()
    x509.load_der_x509_certificate(der).public_key().verify(
        unpadded(signature), (head + "." + claims).encode(), padding.PKCS1v15(), hashes.SHA256())
    if json.loads(unpadded(head)) != {"alg": "RS256", "typ": "JWT"}:
        faults.append("header")
    said = json.loads(unpadded(claims))
    subject = "fp:" + hashlib.sha1(der).hexdigest()
    if said["sub"] != subject or said["iss"] != subject:
        faults.append("sub")
    if said["aud"] != url:
        faults.append("aud")
    now = time.time()
    if not (said["nbf"] <= now + 5 and now < said["exp"] <= said["iat"] + 120 and len(said["jti"]) >= 32):
        faults.append("times")
    return faults


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def answer(self, status, body):
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_POST(self):
        form = urllib.parse.parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        url = f"https://127.0.0.1:{self.server.server_port}{self.path}"
        try:
            faults = judge(form, url)
        except Exception as fault:
            faults = [repr(fault)]
        with open(sys.argv[4], "a") as verdict:
            verdict.write(json.dumps(faults) + "\n")
        self.answer(200, {"accessToken": "abc.def.ghi", "expiresIn": 86400, "tokenType": "Bearer"})

    def do_GET(self):
        if self.headers["Authorization"] != "EmbeddedBearer abc.def.ghi":
            return self.answer(401, {"type": "problems/type/AUTHENTICATION"})
        return self.answer(200, "2.15.0")


def main():
    with tempfile.TemporaryDirectory() as folder:
        key = serialization.load_der_private_key(open(sys.argv[2], "rb").read(), None)
        path = os.path.join(folder, "key.pem")
        with open(path, "wb") as file:
            file.write(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                                         serialization.NoEncryption()))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[1], path)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    print(server.server_port, flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()


main()
