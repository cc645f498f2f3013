"""Compares the facts of cert-check with those of openssl x509, certtool and node.

usage: facts.py DIFFERENCES FOLDER...

Takes every file below the folders that holds one certificate and nothing else. DIFFERENCES has lines
"witness<TAB>file pattern<TAB>fact<TAB>reason"; a listed difference that does not occur is a fault too.
"""
# SPDX-License-Identifier: EUPL-1.2
import collections
import datetime
import fnmatch
import json
import pathlib
import re
import subprocess
import sys

NODE = """
const {X509Certificate} = require('crypto'); const fs = require('fs');
const facts = {};
for (const file of JSON.parse(fs.readFileSync(0))) {
  try {
    const c = new X509Certificate(fs.readFileSync(file));
    let key; try { key = c.publicKey; } catch { }
    facts[file] = {serial: c.serialNumber, not_before: c.validFrom, not_after: c.validTo,
      sha1: c.fingerprint, sha256: c.fingerprint256, ca: String(c.ca),
      bits: key && key.asymmetricKeyDetails.modulusLength,
      exponent: key && key.asymmetricKeyDetails.publicExponent &&
        String(key.asymmetricKeyDetails.publicExponent)};
  } catch { }
}
console.log(JSON.stringify(facts));
"""


def output(*command, **options):
    return subprocess.run(command, capture_output=True, check=False, **options).stdout.decode(
        "utf-8", "replace")


def single(path):
    content = path.read_bytes()
    if path.suffix == ".pem":
        return content.count(b"-----BEGIN ") == 1 and content.startswith(b"-----BEGIN CERTIFICATE")
    if path.suffix in (".der", ".cer") and content[:2] == b"\x30\x82":
        return len(content) == 4 + int.from_bytes(content[2:4], "big")
    return False


def time(text, form):
    try:
        moment = datetime.datetime.strptime(re.sub(" +", " ", text.strip()), form)
    except ValueError:
        return None
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment.year > 999 else None


def plain(text):
    return text.replace(":", "").strip().lower()


def serial(text):
    text = plain(text)
    return "-" + serial(text[1:]) if text.startswith("-") else text.zfill(len(text) + len(text) % 2)


def first(pattern, text):
    match = re.search(pattern, text, re.MULTILINE)
    return match.group(1) if match else None


def by_openssl(path):
    form = ["-inform", "DER"] if path.suffix != ".pem" else []
    text = output("openssl", "x509", "-in", str(path), *form, "-noout", "-subject", "-issuer",
                  "-serial", "-dates", "-fingerprint", "-sha256", "-text", "-nameopt",
                  "RFC2253,-esc_msb", "-certopt", "no_header,no_sigdump")
    if not text:
        return {}
    usage = first(r"X509v3 Key Usage:.*\n\s+(.*)$", text)
    names = {"Digital Signature": "digitalSignature", "Non Repudiation": "nonRepudiation",
             "Key Encipherment": "keyEncipherment", "Data Encipherment": "dataEncipherment",
             "Key Agreement": "keyAgreement", "Certificate Sign": "keyCertSign",
             "CRL Sign": "cRLSign"}
    return {"subject": first(r"^subject=(.*)$", text), "issuer": first(r"^issuer=(.*)$", text),
            "serial": serial(first(r"^serial=(.*)$", text) or ""),
            "not_before": time(first(r"^notBefore=(.*)$", text) or "", "%b %d %H:%M:%S %Y %Z"),
            "not_after": time(first(r"^notAfter=(.*)$", text) or "", "%b %d %H:%M:%S %Y %Z"),
            "fingerprint_sha256": plain(first(r"^sha256 Fingerprint=(.*)$", text) or ""),
            "key_bits": first(r"Public-Key: \((\d+) bit", text),
            "key_exponent": first(r"Exponent: (\d+)", text),
            "version": first(r"^\s+Version: (\d)", text),
            "key_usage": usage and ", ".join(names.get(one, one) for one in usage.split(", ")),
            "path_length": first(r"pathlen:(\d+)", text)}


def by_certtool(path):
    form = ["--inder"] if path.suffix != ".pem" else []
    text = output("certtool", "--certificate-info", *form, "--infile", str(path),
                  env={"LC_ALL": "C", "TZ": "UTC", "PATH": "/usr/bin:/bin"})
    if not text:
        return {}
    return {"serial": serial(first(r"Serial Number \(hex\): ([0-9a-f]+)", text) or ""),
            "not_before": time(first(r"Not Before: (.*)$", text) or "", "%a %b %d %H:%M:%S UTC %Y"),
            "not_after": time(first(r"Not After: (.*)$", text) or "", "%a %b %d %H:%M:%S UTC %Y"),
            "fingerprint_sha1": first(r"^\s+sha1:([0-9a-f]{40})$", text),
            "fingerprint_sha256": first(r"^\s+sha256:([0-9a-f]{64})$", text),
            "key_bits": first(r"Security Level: .*\((\d+) bits\)", text),
            "version": first(r"^\s+Version: (\d)", text)}


def by_node(paths):
    facts = json.loads(output("node", "-e", NODE, input=json.dumps(paths).encode()))
    form = "%b %d %H:%M:%S %Y GMT"
    return {path: {"serial": serial(one["serial"]), "not_before": time(one["not_before"], form),
                   "not_after": time(one["not_after"], form), "fingerprint_sha1": plain(one["sha1"]),
                   "fingerprint_sha256": plain(one["sha256"]), "ca": one["ca"],
                   "key_bits": one.get("bits") and str(one["bits"]),
                   "key_exponent": one.get("exponent")} for path, one in facts.items()}


def main():
    listed = [line.split("\t") for line in pathlib.Path(sys.argv[1]).read_text().splitlines()
              if line and not line.startswith("#")]
    paths = sorted(str(path) for folder in sys.argv[2:] for path in pathlib.Path(folder).rglob("*")
                   if path.is_file() and single(path))
    document = json.loads(output("cert-check", "--json", "--no-input", *paths))
    ours = {one["id"][5:]: one for one in document["subjects"] if "subject" in one}
    paths = [path for path in paths if path in ours]
    node = by_node(paths)
    agreed, faults, used = collections.Counter(), [], set()
    for path in paths:
        for witness, theirs in (("openssl", by_openssl(pathlib.Path(path))),
                                ("certtool", by_certtool(pathlib.Path(path))),
                                ("node", node.get(path, {}))):
            for fact, value in theirs.items():
                mine = ours[path].get(fact)
                mine = None if mine is None else str(mine)
                if value is None or value == mine:
                    agreed[witness] += value is not None
                    continue
                known = [i for i, line in enumerate(listed) if line[0] == witness and
                         line[2] == fact and fnmatch.fnmatch(path, line[1])]
                used.update(known)
                if not known:
                    faults.append(f"{witness}\t{path}\t{fact}\t{value!r} / {mine!r}")
    faults += [f"no such difference: {' '.join(line)}" for i, line in enumerate(listed)
               if i not in used]
    print(*faults, sep="\n", end="\n" if faults else "")
    print(f"{len(paths)} certificates: {agreed['openssl']} facts agree with openssl, "
          f"{agreed['certtool']} with certtool, {agreed['node']} with node; {len(faults)} differ")
    return 1 if faults else 0


sys.exit(main())
