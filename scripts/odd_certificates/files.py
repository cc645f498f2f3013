"""The corpus, second part: damaged encodings and files of every shape."""
# SPDX-License-Identifier: EUPL-1.2
import base64
import io
import json
import zipfile

from . import der
from .cases import ANCHORS, again, case
from .certificate import KEYS, key, make, make_ca, make_root, name, pem


def anchors():
    """Not cases: what the options of the cases name."""
    from .cases import OUT
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "root.pem").write_bytes(pem(make_root()))
    (OUT / "root-sha1.pem").write_bytes(pem(make_root(digest="sha1")))
    (OUT / "anchors.pem").write_bytes(pem(make_ca()) + pem(make_root()))


def encodings():
    good = make()
    case("encoding/good.der", good, 0, "")
    for size in (1, 2, 3, 4, 8, 20, 60, 200, 400, 700, 1000, len(good) - 513, len(good) - 1):
        case(f"encoding/cut-{size:04}.der", good[:size], 2 if size > 8 else 65,
             "C405" if size > 8 else "C401" if size > 1 else "C404")
        case(f"encoding/cut-{size:04}.pem", pem(good[:size]), 2, "C405")
    case("encoding/trailing.der", good + b"more", 1, "C407")
    case("encoding/trailing-zero.der", good + b"\0" * 8, 0, "")
    case("encoding/line-break.der", good + b"\n", 0, "")
    case("encoding/trailing.pem", pem(good + b"more"), 1, "C407")
    case("encoding/indefinite.der", b"\x30\x80" + good[4:] + b"\0\0", 2, "C402")
    case("encoding/long-length.der", b"\x30\x83\0" + good[2:4] + good[4:], 2, "C402")
    case("encoding/five-octets.der", b"\x30\x85\0\0\0" + good[2:4] + good[4:], 2, "C402")
    case("encoding/huge-length.der", b"\x30\x84\x7f\xff\xff\xff" + good[4:], 2, "C405")
    serial = make(serial_der=der.tlv(2, b"\0\x7f"))
    case("encoding/serial-padded.pem", pem(serial), 2, "C402")
    case("encoding/serial-empty.pem", pem(make(serial_der=der.tlv(2))), 2, "C402")
    case("encoding/serial-text.pem", pem(make(serial_der=der.tlv(4, b"\1"))), 2, "C402")
    case("encoding/version-default.pem", pem(make(version=1)), 1, "C174",
         remark="extensions in version 1")
    case("encoding/tail.pem", pem(make(tail=der.null())), 2, "C402")
    case("encoding/no-extensions.pem", pem(make(extensions=None)), 0, "")
    nested = b""
    for _ in range(20000):
        nested = der.seq(nested)
    case("encoding/nested.der", nested, 65, "C401")
    case("encoding/nested-in-certificate.pem", pem(make(subject=nested)), 2, "C402")
    case("encoding/nested-indefinite.der", b"\x30\x80" * 20000, 65, "C401")
    case("encoding/empty-sequence.der", b"\x30\0", 65, "C401")
    case("encoding/zeros.der", bytes(2000), 65, "C401")


def blocks():
    leaf, ca = make(), make_ca()
    text = pem(leaf)
    lines = text.splitlines()
    body = b"".join(lines[1:-1])

    def good(file, content, codes=""):
        case(f"file/{file}", content, 0, codes)
    good("good.pem", text)
    good("good.txt", text)
    good("good.p12", text)
    good("crlf.pem", text.replace(b"\n", b"\r\n"))
    good("trailing-blanks.pem", text.replace(b"\n", b" \t\n"))
    good("one-line.pem", b"\n".join([lines[0], body, lines[-1], b""]))
    good("columns-76.pem", b"\n".join([lines[0], *[body[i:i + 76] for i in range(0, len(body), 76)],
                                       lines[-1], b""]))
    good("columns-1.pem", b"\n".join([lines[0], *[body[i:i + 1] for i in range(len(body))],
                                      lines[-1], b""]))
    good("no-final-break.pem", text.rstrip())
    good("text-around.pem", b"Guten Tag,\n\n" + text + b"\nMit freundlichen Gr\xc3\xbc\xc3\x9fen\n")
    good("bag-attributes.pem", b"Bag Attributes\n    friendlyName: stadt\nsubject=CN = x\n" + text)
    good("bom.pem", b"\xef\xbb\xbf" + text)
    good("x509.pem", pem(leaf, "X509 CERTIFICATE"))
    good("trusted.pem", pem(leaf + der.seq(der.seq(der.oid("1.3.6.1.5.5.7.3.1"))),
                            "TRUSTED CERTIFICATE"))
    good("two.der", leaf + ca)
    good("blank-lines.pem", text.replace(b"\n", b"\n\n"), "C408")
    good("glued.pem", (text + pem(ca)).replace(b"-----\n-----", b"----------"), "C408")
    good("cr-only.pem", text.replace(b"\n", b"\r"), "C408")
    good("indented.pem", b"  " + text.replace(b"\n", b"\n  ").rstrip(b" "), "C408")
    good("utf16.pem", text.decode().encode("utf-16"), "C408")
    good("utf16-be.pem", b"\xfe\xff" + text.decode().encode("utf-16-be"), "C408")
    good("utf16-no-mark.pem", text.decode().encode("utf-16-le"), "C408")
    good("base64.txt", body, "C408")
    good("base64-lines.txt", b"\n".join(lines[1:-1]), "C408")

    def damaged(file, content, codes="C406", exit_code=2):
        case(f"file/{file}", content, exit_code, codes)
    damaged("no-end.pem", b"\n".join(lines[:-1]))
    damaged("end-label.pem", text.replace(b"END CERTIFICATE", b"END CERTIFICATF"))
    damaged("bad-base64.pem", text.replace(body[100:104], b"*_!?"))
    damaged("empty-block.pem", lines[0] + b"\n" + lines[-1] + b"\n")
    damaged("bad-padding.pem", b"\n".join([lines[0], body[:-4].rstrip(b"=") + b"=AAA", lines[-1]]))
    damaged("good-after-damage.pem", b"\n".join(lines[:-1]) + b"\n" + text)
    damaged("good-before-damage.pem", text + b"\n".join(lines[:-1]))
    damaged("damage-between.pem", text + b"\n".join(lines[:4]) + b"\n" + pem(ca))
    private = (KEYS / "INSECURE-musterstadt-prod.key.pem").read_bytes()
    damaged("private-key-beside.pem", private + text, "C409", 1)
    good("public-key-beside.pem", pem(key("musterstadt-prod").spki, "PUBLIC KEY") + text)


def others():
    leaf, ca = make(), make_ca()

    def refused(file, content, code):
        case(f"other/{file}", content, 65, code)
    refused("empty", b"", "C401")
    refused("blank", b" \n\r\n\t", "C401")
    refused("noise", bytes(range(250, 0, -1)) * 8, "C401")
    refused("text.pem", "Bitte schicken Sie uns das Zertifikat.\n".encode(), "C404")
    refused("brief.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "C404")
    refused("proxy.html", b"<!DOCTYPE html>\n<html><body>Anmeldung</body></html>", "C404")
    refused("proxy-upper.html", b"<HTML><BODY>", "C404")
    refused("data.xml", b"<?xml version=\"1.0\"?><a/>", "C404")
    refused("data.json", b"{\"a\": 1}", "C404")
    refused("store.jks", b"\xfe\xed\xfe\xed\0\0\0\2\0\0\0\1", "C403")
    refused("store.jceks", b"\xce\xce\xce\xce\0\0\0\2\0\0\0\1", "C403")
    refused("letter.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), "C404")
    private = KEYS / "INSECURE-musterstadt-prod.key.pem"
    refused("key.pem", private.read_bytes(), "C410")
    refused("encrypted-key.pem", pem(der.seq(), "ENCRYPTED PRIVATE KEY"), "C410")
    refused("public-key.pem", pem(key("root").spki, "PUBLIC KEY"), "C410")
    refused("public-key.der", key("root").spki, "C410")
    request = der.seq(der.seq(der.integer(0), name(("CN", "x")), key("root").spki, der.context(0)),
                      der.seq(der.oid("1.2.840.113549.1.1.11"), der.null()), der.bits(bytes(512)))
    refused("request.pem", pem(request, "CERTIFICATE REQUEST"), "C410")
    refused("request-new.pem", pem(request, "NEW CERTIFICATE REQUEST"), "C410")
    refused("request.der", request, "C410")
    crl = der.seq(der.seq(der.integer(1), der.seq(der.oid("1.2.840.113549.1.1.11"), der.null()),
                          name(("CN", "x")), der.time("260101000000Z")),
                  der.seq(der.oid("1.2.840.113549.1.1.11"), der.null()), der.bits(bytes(512)))
    refused("list.crl", crl, "C410")
    refused("list.pem", pem(crl, "X509 CRL"), "C410")

    def chain(*certificates):
        return [base64.b64encode(one).decode() for one in certificates]
    numbers = {"kty": "RSA", "n": "AQ", "e": "AQAB"}
    case("other/key.jwk", json.dumps({**numbers, "x5c": chain(leaf, ca)}).encode(), 0, "")
    case("other/set.jwks", json.dumps({"keys": [{**numbers, "kid": "1", "x5c": chain(leaf, ca)},
                                                {**numbers, "kid": "2"}]}).encode(), 0, "")
    refused("bare.jwk", json.dumps(numbers).encode(), "C410")
    case("other/private.jwk", json.dumps({**numbers, "d": "AQ", "x5c": chain(leaf)}).encode(), 1,
         "C409")

    def packed(*entries):
        memory = io.BytesIO()
        with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
            for entry, content in entries:
                archive.writestr(zipfile.ZipInfo(entry), content)
        return memory.getvalue()
    case("other/chain.zip", packed(("a/leaf.pem", pem(leaf)), ("ca.der", ca)), 0, "")
    case("other/with-letter.zip", packed(("leaf.pem", pem(leaf)), ("brief.pdf", b"%PDF-1.7")), 0,
         "C412")
    case("other/nested.zip", packed(("inner.zip", packed(("leaf.pem", pem(leaf))))), 0, "")
    case("other/hostile-names.zip", packed(("../../x\n.pem", pem(leaf))), 0, "")
    refused("letter.zip", packed(("brief.pdf", b"%PDF-1.7")), "C401")
    refused("cut.zip", packed(("leaf.pem", pem(leaf)))[:200], "C401")
    signed = der.seq(der.oid("1.2.840.113549.1.7.2"), der.context(0, der.seq(
        der.integer(1), der.set_of(), der.seq(der.oid("1.2.840.113549.1.7.1")),
        der.context(0, ca, leaf), der.set_of())))
    case("other/chain.p7b", signed, 0, "")
    case("other/chain.pem", pem(signed, "PKCS7"), 0, "")
    case("other/chain-cms.pem", pem(signed, "CMS"), 0, "")
    refused("cut.p7b", signed[:900], "C401")
    again("other/chain.p7b", 2, "C131", ANCHORS.replace("{", "test={") + " --for osci --env prod")
