#!/usr/bin/python3
# Reads an OSCI message with nothing of ours: every layer is decrypted, every digest and every
# signature value is checked. Ends with 1 and one line when anything does not hold.
# SPDX-License-Identifier: EUPL-1.2
#
# osci_reader.py KEYS FILE...: KEYS holds NAME.pem (certificate) and NAME.key. What was found goes to
# FILE.json; every envelope and container that is seen to FILE.NUMBER-KIND.xml.
import base64
import hashlib
import json
import os
import re
import sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from lxml import etree

NS = {
    "soap": "http://schemas.xmlsoap.org/soap/envelope/",
    "osci": "http://www.osci.de/2002/04/osci",
    "ds": "http://www.w3.org/2000/09/xmldsig#",
    "xenc": "http://www.w3.org/2001/04/xmlenc#",
    "osci128": "http://xoev.de/transport/osci12/8",
}
C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
SHA = {
    "http://www.w3.org/2001/04/xmlenc#sha256": hashes.SHA256,
    "http://www.w3.org/2001/04/xmlenc#sha512": hashes.SHA512,
}
METHODS = {
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256": (hashes.SHA256, "pkcs1"),
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512": (hashes.SHA512, "pkcs1"),
    "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1": (hashes.SHA256, "pss"),
    "http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1": (hashes.SHA512, "pss"),
}


def demand(condition, what):
    if not condition:
        sys.exit(f"osci_reader: {what}")


def digest(method, data):
    return hashlib.new({hashes.SHA256: "sha256", hashes.SHA512: "sha512"}[SHA[method]], data).digest()


def split_mime(text):
    """Headers of the message, then (headers, bytes) of each part."""
    head, rest = text.split(b"\r\n\r\n", 1)
    boundary = re.search(rb"boundary=([^;\r\n]+)", head).group(1)
    pieces = (b"\r\n" + rest).split(b"\r\n--" + boundary)
    demand(pieces[-1].strip() == b"--", "MIME does not end")
    parts = []
    for piece in pieces[1:-1]:
        fields, body = piece[2:].split(b"\r\n\r\n", 1)
        headers = dict(line.split(": ", 1) for line in fields.decode().split("\r\n"))
        if "Content-Length" in headers:
            demand(int(headers["Content-Length"]) == len(body), "Content-Length")
        parts.append((headers, body))
    return parts


def canonical(node):
    """Inclusive canonical form with the namespaces in scope, by way of a document of its own."""
    scope = {prefix: uri for prefix, uri in node.nsmap.items()}
    wrapper = etree.fromstring(etree.tostring(node, with_tail=False))
    outer = etree.Element(wrapper.tag, nsmap=scope)
    for key, value in wrapper.attrib.items():
        outer.set(key, value)
    outer.text = wrapper.text
    outer.extend(list(wrapper))
    return etree.tostring(outer, method="c14n", exclusive=False, with_comments=False)


class Reader:
    def __init__(self, keys, file):
        self.file = file
        self.keys = keys
        self.count = 0
        self.found = {"layers": [], "signatures": [], "data": {}}
        self.certificates = {}

    @staticmethod
    def load_keys(keys):
        found = {}
        for name in sorted(os.listdir(keys)):
            if name.endswith("_cipher.pem"):
                with open(os.path.join(keys, name), "rb") as file:
                    certificate = x509.load_pem_x509_certificate(file.read())
                with open(os.path.join(keys, name[:-4] + ".key"), "rb") as file:
                    key = serialization.load_pem_private_key(file.read(), None)
                found[certificate.public_bytes(serialization.Encoding.DER)] = key
        return found

    def keep(self, text, name):
        self.count += 1
        with open(f"{self.file}.{self.count}-{name}.xml", "wb") as file:
            file.write(text)

    def unwrap(self, data):
        """The content key of an EncryptedData."""
        managed = data.findtext("ds:KeyInfo/ds:MgmtData", namespaces=NS)
        if managed is not None:
            return base64.b64decode(managed)
        for wrapped in data.findall("ds:KeyInfo/xenc:EncryptedKey", NS):
            method = wrapped.find("xenc:EncryptionMethod", NS)
            demand(method.get("Algorithm") == "http://www.w3.org/2009/xmlenc11#rsa-oaep", "transport")
            inline = wrapped.findtext("ds:KeyInfo/ds:X509Data/ds:X509Certificate", namespaces=NS)
            if inline is not None:
                der = base64.b64decode(inline)
            else:
                der = self.certificates[
                    wrapped.find("ds:KeyInfo/ds:RetrievalMethod", NS).get("URI")[1:]]
            if der in self.keys:
                value = wrapped.findtext("xenc:CipherData/xenc:CipherValue", namespaces=NS)
                return self.keys[der].decrypt(
                    base64.b64decode(value),
                    padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), None))
        sys.exit("osci_reader: no key for an encrypted part")

    def decrypt(self, data, sealed):
        method = data.find("xenc:EncryptionMethod", NS)
        demand(method.get("Algorithm") == "http://www.w3.org/2009/xmlenc11#aes256-gcm", "cipher")
        demand(method.find("osci128:IvLength", NS).get("Value") == "12", "IvLength")
        return AESGCM(self.unwrap(data)).decrypt(sealed[:12], sealed[12:], None)

    def verify(self, signature, resolve, attachments):
        info = signature.find("ds:SignedInfo", NS)
        demand(info.find("ds:CanonicalizationMethod", NS).get("Algorithm") == C14N, "c14n")
        covered = []
        for reference in info.findall("ds:Reference", NS):
            uri = reference.get("URI")
            transform = reference.find("ds:Transforms/ds:Transform", NS)
            if uri.startswith("cid:"):
                demand(transform is None, "transform of an attachment")
                data = attachments[uri[4:]]
            else:
                node = resolve(uri[1:])
                algorithm = transform.get("Algorithm")
                if algorithm == "http://www.w3.org/2000/09/xmldsig#base64":
                    data = base64.b64decode(node.text)
                else:
                    demand(algorithm == C14N, "transform")
                    data = canonical(node)
            value = base64.b64decode(reference.findtext("ds:DigestValue", namespaces=NS))
            method = reference.find("ds:DigestMethod", NS).get("Algorithm")
            demand(digest(method, data) == value, f"digest of {uri}")
            covered.append(uri)
        algorithm, kind = METHODS[info.find("ds:SignatureMethod", NS).get("Algorithm")]
        uri = signature.find("ds:KeyInfo/ds:RetrievalMethod", NS).get("URI")
        key = x509.load_der_x509_certificate(self.certificates[uri[1:]]).public_key()
        how = padding.PKCS1v15() if kind == "pkcs1" else padding.PSS(
            padding.MGF1(algorithm()), algorithm().digest_size)
        key.verify(base64.b64decode(signature.findtext("ds:SignatureValue", namespaces=NS)),
                   canonical(info), how, algorithm())
        self.found["signatures"].append({"by": uri[1:].split("_")[0], "covers": sorted(covered)})

    @staticmethod
    def by_id(root):
        def resolve(name):
            nodes = root.xpath("//*[@Id=$name]", name=name)
            demand(len(nodes) == 1, f"Id {name}: {len(nodes)}")
            return nodes[0]
        return resolve

    def read_container(self, text, attachments):
        self.keep(text, "ContentContainer")
        root = etree.fromstring(text)
        plain = {}
        for data in root.findall("xenc:EncryptedData", NS):
            name = data.find("xenc:CipherData/xenc:CipherReference", NS).get("URI")[4:]
            plain[name] = self.decrypt(data, attachments[name])
        signatures = root.findall("ds:Signature", NS)
        demand(len(signatures) == 1, "author's signature")
        self.verify(signatures[0], self.by_id(root), plain)
        data = base64.b64decode(root.findtext("osci:Content/osci:Base64Content", namespaces=NS))
        self.found["container"] = root.get("Id")
        self.found["data"]["data"] = hashlib.sha256(data).hexdigest()
        for name, bytes_ in plain.items():
            self.found["data"][name] = hashlib.sha256(bytes_).hexdigest()

    def read(self, mime):
        parts = split_mime(mime)
        headers, envelope = parts[0]
        demand(headers["Content-ID"] == "<osci@message>", "first part")
        attachments = {part[0]["Content-ID"][1:-1]: part[1] for part in parts[1:]}
        root = etree.fromstring(envelope)
        location = root.get("{http://www.w3.org/2001/XMLSchema-instance}schemaLocation")
        kind = "Fault" if location is None else re.search(r"soap(\w+)\.xsd", location).group(1)
        self.found["layers"].append(kind)
        self.keep(envelope, kind)
        body = root.find("soap:Body", NS)
        if kind == "MessageEncrypted":
            self.read(self.decrypt(body.find("xenc:EncryptedData", NS), attachments["osci_enc"]))
            return
        for node in root.iter("{*}X509Certificate"):
            self.certificates[node.getparent().getparent().get("Id")] = base64.b64decode(node.text)
        for name in ("osci:ClientSignature", "osci:SupplierSignature"):
            block = root.find(f"soap:Header/{name}", NS)
            if block is not None:
                self.verify(block.find("ds:Signature", NS), self.by_id(root), attachments)
                expected = {"#" + node.get("Id") for node in root.find("soap:Header", NS)
                            if node is not block} | {"#body"} | {"cid:" + each for each in attachments}
                demand(set(self.found["signatures"][-1]["covers"]) == expected, "coverage")
        for data in body.findall("osci:ContentPackage/xenc:EncryptedData", NS):
            sealed = base64.b64decode(data.findtext("xenc:CipherData/xenc:CipherValue", namespaces=NS))
            self.read_container(self.decrypt(data, sealed), attachments)


def main():
    keys = Reader.load_keys(sys.argv[1])
    for name in sys.argv[2:]:
        reader = Reader(keys, name)
        with open(name, "rb") as file:
            reader.read(file.read())
        with open(name + ".json", "w") as file:
            json.dump(reader.found, file, sort_keys=True)


main()
