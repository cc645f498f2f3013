"""Looks for secrets of a test outside the files that are meant to hold them.

find_secrets.py FOLDER [HOLDER...]: prints "PLACE holds a secret of FILE" for each and ends with 1.
Secrets are passwords and client secrets, private members of JWKs, and private keys, each as it is
and in Base64. SPDX-License-Identifier: EUPL-1.2
"""

import base64
import fnmatch
import json
import os
import re
import subprocess
import sys

TEXTS = ("*.secret", "secret", "*.password", "password", "p12-password")
JWKS = ("*.jwk.json", "*.jwks.json", "*.jwk")
KEYS = ("*.key", "*.pem")
HOLDERS = (*TEXTS, "*.privat.jwk.json", "*.key", "*.pem", "*.p12")
PRIVATE_MEMBERS = ("d", "p", "q", "dp", "dq", "qi", "k")
SHORTEST = 8
TILE = 32


def named(path, patterns):
    return any(fnmatch.fnmatch("/" + path, "*/" + pattern) for pattern in patterns)


def in_base64(value):
    """Where it may stand within a longer text, whatever comes before and after."""
    for before in range(3):
        text = base64.b64encode(b"\0" * before + value)
        text = text[(0, 2, 3)[before] : len(text) - (0, 4, 4)[(before + len(value)) % 3]]
        yield text
        yield text.translate(bytes.maketrans(b"+/", b"-_"))


def text_secrets(content):
    value = content.strip()
    return [value, *in_base64(value)] if b"\n" not in value and b"\0" not in value else []


def jwk_secrets(content):
    try:
        document = json.loads(content)
    except ValueError:
        return
    keys = document.get("keys", [document]) if isinstance(document, dict) else []
    for key in keys:
        for member in PRIVATE_MEMBERS:
            if isinstance(key.get(member), str):
                yield key[member].encode()


def der_value(data):
    """The value of the first element of a DER encoding, and what comes behind it."""
    length, start = data[1], 2
    if length >= 0x80:
        start += length & 0x7F
        length = int.from_bytes(data[2:start], "big")
    return data[start : start + length], data[start + length :]


def private_numbers(der):
    """d, p, q, dp, dq, qi of an RSA key, d of an EC key, in PKCS#8 or a form of its own."""
    rest = der_value(der_value(der)[0])[1]
    if rest[:1] == b"\x30":
        rest = der_value(der_value(der_value(rest)[1])[0])[0]
        rest = der_value(rest)[1]
    if rest[:1] == b"\x04":
        return [der_value(rest)[0]]
    numbers = []
    while rest[:1] == b"\x02":
        number, rest = der_value(rest)
        numbers.append(number.lstrip(b"\0"))
    return numbers[2:] if len(numbers) == 8 else []


def tiles(text):
    """Pieces of which each line of 64 characters holds one, wherever it is broken."""
    return (text[at : at + TILE] for at in range(0, len(text) - TILE + 1, TILE))


def der_secrets(der):
    try:
        numbers = private_numbers(der)
    except IndexError:
        return
    for number in numbers:
        yield number.hex().encode()
        for text in in_base64(number):
            yield from tiles(text)


def key_secrets(content):
    if content[:1] == b"\x30":
        yield from der_secrets(content)
    blocks = rb"-----BEGIN (?:RSA |EC )?PRIVATE KEY-----([^-]*)-----END"
    for block in re.findall(blocks, content):
        try:
            yield from der_secrets(base64.b64decode(block))
        except ValueError:
            continue


def secrets_of(path):
    for patterns, read in ((TEXTS, text_secrets), (JWKS, jwk_secrets), (KEYS, key_secrets)):
        if named(path, patterns):
            with open(path, "rb") as file:
                yield from read(file.read())


def files_below(folder):
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            if os.path.isfile(path) and not os.path.islink(path):
                yield path


def hits(folder, secrets):
    """Files below `folder` in which one of the secrets stands."""
    found = subprocess.run(
        ["grep", "-rlaZFf", "-", folder],
        input=b"\n".join(secrets) + b"\n",
        stdout=subprocess.PIPE,
        check=False,
    )
    if found.returncode > 1:
        sys.exit("the search for secrets failed")
    return sorted(os.fsdecode(path) for path in found.stdout.split(b"\0") if path)


def main():
    folder, holders = sys.argv[1], HOLDERS + tuple(sys.argv[2:])
    secrets = {}
    for path in files_below(folder):
        for secret in secrets_of(path):
            if len(secret) >= SHORTEST:
                secrets.setdefault(secret, path)
    leaks = []
    for path in hits(folder, secrets) if secrets else []:
        if not named(path, holders):
            with open(path, "rb") as file:
                content = file.read()
            origins = {origin for secret, origin in secrets.items() if secret in content}
            leaks += [(path, origin) for origin in sorted(origins)]
    for path, origin in leaks:
        place, origin = (os.path.relpath(each, folder) for each in (path, origin))
        print(f"{place} holds a secret of {origin}", file=sys.stderr)
    sys.exit(1 if leaks else 0)


main()
