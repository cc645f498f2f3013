# Decrypts and verifies with jwcrypto: decrypt KEY FILE, verify KEYSET FILE; the content to stdout.
# SPDX-License-Identifier: EUPL-1.2
import json
import sys

from jwcrypto import jwe, jwk, jws

command, keys, file = sys.argv[1:]
keys = open(keys, encoding="utf-8").read()
text = open(file, encoding="ascii").read().strip()
if command == "decrypt":
    token = jwe.JWE(algs=["RSA-OAEP-256", "A256GCM"])
    token.deserialize(text, jwk.JWK.from_json(keys))
else:
    token = jws.JWS()
    token.allowed_algs = ["PS512"]
    token.deserialize(text)
    kid = token.jose_header["kid"]
    key = next(key for key in json.loads(keys)["keys"] if key["kid"] == kid)
    token.verify(jwk.JWK(**key))
sys.stdout.buffer.write(token.payload)
