"""Builds certificates from parts, each of which may be replaced; signs with RSA and PKCS #1 v1.5.

Everything is fixed, so the same keys yield the same bytes."""
# SPDX-License-Identifier: EUPL-1.2
import base64
import hashlib
import pathlib

from . import der

KEYS = pathlib.Path("testdata/pki/keys")
RSA = "1.2.840.113549.1.1.1"
DIGESTS = {
    "md5": ("1.2.840.113549.1.1.4", "1.2.840.113549.2.5"),
    "sha1": ("1.2.840.113549.1.1.5", "1.3.14.3.2.26"),
    "sha256": ("1.2.840.113549.1.1.11", "2.16.840.1.101.3.4.2.1"),
    "sha384": ("1.2.840.113549.1.1.12", "2.16.840.1.101.3.4.2.2"),
    "sha512": ("1.2.840.113549.1.1.13", "2.16.840.1.101.3.4.2.3"),
}
ATTRIBUTES = {"C": "2.5.4.6", "O": "2.5.4.10", "OU": "2.5.4.11", "CN": "2.5.4.3", "L": "2.5.4.7",
              "serialNumber": "2.5.4.5", "emailAddress": "1.2.840.113549.1.9.1"}


class Key:
    """An RSA key of the test data."""

    def __init__(self, name):
        lines = (KEYS / f"INSECURE-{name}.key.pem").read_text().split("-----")[2]
        outer = der.children(base64.b64decode(lines))
        self.numbers = [int.from_bytes(der.value(part), "big")
                        for part in der.children(der.value(outer[2]))]
        self.n, self.e = self.numbers[1], self.numbers[2]

    @property
    def spki(self):
        return spki(self.n, self.e)

    def sign(self, message, digest="sha256"):
        size = (self.n.bit_length() + 7) // 8
        info = der.seq(der.seq(der.oid(DIGESTS[digest][1]), der.null()),
                       der.octets(hashlib.new(digest, message).digest()))
        block = int.from_bytes(b"\0\1" + b"\xff" * (size - len(info) - 3) + b"\0" + info, "big")
        _, _, _, _, p, q, dp, dq, qi = self.numbers
        at_p, at_q = pow(block % p, dp, p), pow(block % q, dq, q)
        return (at_q + q * ((at_p - at_q) * qi % p)).to_bytes(size, "big")


def spki(n, e=65537):
    return der.seq(der.seq(der.oid(RSA), der.null()),
                   der.bits(der.seq(der.integer(n), der.integer(e))))


def modulus(size):
    """An odd number of so many bits that nobody knows the factors of."""
    stream = b"".join(hashlib.sha512(f"{size}:{i}".encode()).digest() for i in range(size // 512 + 1))
    return int.from_bytes(stream, "big") >> (len(stream) * 8 - size) | 1 << (size - 1) | 1


def attribute(name, value, tag=None):
    tag = tag or {"C": 0x13, "serialNumber": 0x13, "emailAddress": 0x16}.get(name, 0x0C)
    return der.seq(der.oid(ATTRIBUTES[name]), der.text(value, tag))


def name(*parts):
    """name(("C", "DE"), ("CN", "x", 0x13)): one attribute in each relative name."""
    return der.seq(*(der.set_of(attribute(*part)) for part in parts))


def extension(number, content, critical=False):
    return der.seq(der.oid(number), der.boolean(True) if critical else b"", der.octets(content))


USAGES = ["digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment",
          "keyAgreement", "keyCertSign", "cRLSign"]


def key_usage(*usages, critical=True):
    number = sum(0x80 >> USAGES.index(usage) for usage in usages)
    unused = (number & -number).bit_length() - 1 if number else 0
    return extension("2.5.29.15", der.bits(bytes([number]) if number else b"", unused), critical)


def basic_constraints(ca=True, path_length=None, critical=True):
    return extension("2.5.29.19", der.seq(
        der.boolean(True) if ca else b"",
        b"" if path_length is None else der.integer(path_length)), critical)


def purposes(*numbers):
    return extension("2.5.29.37", der.seq(*(der.oid(number) for number in numbers)))


def key_id(public):
    return hashlib.sha1(der.value(der.children(public)[1])[1:]).digest()


def subject_id(public):
    return extension("2.5.29.14", der.octets(key_id(public)))


def authority_id(public, issuer=None, serial=None):
    named = b"" if issuer is None else der.context(1, der.context(4, issuer))
    number = b"" if serial is None else der.tlv(0x82, der.value(der.integer(serial)))
    return extension("2.5.29.35", der.seq(der.context(0, key_id(public), constructed=False),
                                          named, number))


CA_NAME = name(("C", "DE"), ("O", "Korpus"), ("CN", "Korpus CA 1"))
ROOT_NAME = name(("C", "DE"), ("O", "Korpus"), ("CN", "Korpus Root"))
HOLDER = name(("C", "DE"), ("O", "Korpus"), ("CN", "GRP: Stadt Musterstadt"))
USAGE = key_usage("digitalSignature", "nonRepudiation", "keyEncipherment")
_keys = {}


def key(text):
    if text not in _keys:
        _keys[text] = Key(text)
    return _keys[text]


def make(signer="ca", digest="sha256", **parts):
    """A certificate in DER. Parts: version, serial, inner, outer, issuer, not_before, not_after,
    subject, public, extensions (a list, None for none), tail (behind them in the signed part),
    signature (octets), signed (changes the signed part after signing)."""
    def part(which, default):
        return parts.get(which, default)

    algorithm = der.seq(der.oid(DIGESTS[digest][0]), der.null())
    public = part("public", key("musterstadt-prod").spki)
    extensions = part("extensions", [USAGE, subject_id(public), authority_id(key("ca").spki)])
    version = part("version", 3)
    tbs = der.seq(
        der.context(0, der.integer(version - 1)) if version != 1 else b"",
        part("serial_der", der.integer(part("serial", 0x4B6F72707573))),
        part("inner", algorithm),
        part("issuer", CA_NAME),
        part("validity", der.seq(der.time(part("not_before", "250101000000Z")),
                                 der.time(part("not_after", "401231235959Z")))),
        part("subject", HOLDER),
        public,
        b"" if extensions is None else der.context(3, der.seq(*extensions)),
        part("tail", b""))
    signature = part("signature", None) or key(signer).sign(tbs, digest)
    tbs = part("signed", lambda unchanged: unchanged)(tbs)
    return der.seq(tbs, part("outer", algorithm), der.bits(signature))


def make_ca(issuer=ROOT_NAME, signer="root", **parts):
    public = parts.pop("public", key("ca").spki)
    extensions = [basic_constraints(), key_usage("keyCertSign", "cRLSign"), subject_id(public)]
    return make(signer, **{"issuer": issuer, "subject": CA_NAME, "public": public, "serial": 2,
                           "not_before": "200101000000Z", "not_after": "491231235959Z",
                           "extensions": extensions, **parts})


def make_root(**parts):
    return make_ca(**{"subject": ROOT_NAME, "public": key("root").spki, "serial": 1, **parts})


def pem(content, label="CERTIFICATE"):
    text = base64.b64encode(content).decode()
    lines = [text[i:i + 64] for i in range(0, len(text), 64)]
    return "\n".join([f"-----BEGIN {label}-----", *lines, f"-----END {label}-----", ""]).encode()
