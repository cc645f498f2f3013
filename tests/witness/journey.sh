# What a sending consists of is read by other programs: the encrypted parts decrypt, the metadata are
# valid against the official schema, the acceptance verifies.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
need_python jwcrypto jsonschema
need_reference fit-connect/metadata-2.1.0.schema.json
prepare_authority
send_example --attach nachweis.pdf
run receive-testantrag --env test fetch --all -o eingang --accept
expect_code 0

cat >witness.py <<'END'
import hashlib, json, os, sys
from jsonschema import Draft202012Validator, FormatChecker
from jwcrypto import jwe, jws, jwk

parts, stored, schema = sys.argv[1:]

def key(path):
    members = json.load(open(path))
    # Libraries want no key_ops when a key is used for whole JWEs (fit-connect.md §8).
    members.pop("key_ops", None)
    return jwk.JWK(**members)

def decrypt(name):
    token = jwe.JWE(algs=["RSA-OAEP-256", "A256GCM"])
    token.deserialize(open(os.path.join(parts, name)).read(),
                      key("keys/test/verschluesselung.privat.jwk.json"))
    assert "zip" not in token.jose_header
    return token.payload, token.jose_header

plain, header = decrypt("metadata.jwe")
assert header["cty"] == "application/json", header
assert plain == open(stored + "/metadata.json", "rb").read()
metadata = json.loads(plain)
Draft202012Validator(json.load(open(schema)), format_checker=FormatChecker()).validate(metadata)

data, header = decrypt("data.jwe")
assert header["cty"] == "application/xml", header
assert data == open("testantrag-hzl.xml", "rb").read()
structure = metadata["contentStructure"]
assert structure["data"]["hash"]["content"] == hashlib.sha512(data).hexdigest()
for entry in structure["attachments"]:
    attachment, header = decrypt(entry["attachmentId"] + ".jwe")
    assert header["cty"] == entry["mimeType"] == "application/pdf", header
    assert entry["hash"]["content"] == hashlib.sha512(attachment).hexdigest()

token = jws.JWS()
token.allowed_algs = ["PS512"]
token.deserialize(json.load(open(stored + "/answer.json"))["token"],
                  key("keys/test/signatur.oeffentlich.jwk.json"))
claims = json.loads(token.payload)
event = claims["events"]["https://schema.fitko.de/fit-connect/events/accept-submission"]
for name, tag in (("metadata", event["authenticationTags"]["metadata"]),
                  ("data", event["authenticationTags"]["data"])):
    assert open(os.path.join(parts, name + ".jwe")).read().split(".")[4] == tag
END
run /usr/bin/python3 witness.py "$(dirname "$(find "$XDG_STATE_HOME" -name data.jwe)")" "eingang/$case" \
    "$REFERENCE/fit-connect/metadata-2.1.0.schema.json"
expect_code 0
expect_empty stderr
finish
