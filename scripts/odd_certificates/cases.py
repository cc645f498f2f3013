"""The corpus: one fault for each file, beside each a neighbour that differs in that point only."""
# SPDX-License-Identifier: EUPL-1.2
import pathlib

from . import der
from .certificate import (CA_NAME, HOLDER, ROOT_NAME, USAGE, authority_id, basic_constraints,
                          extension, key, key_usage, make, make_ca, make_root, modulus, name, pem,
                          purposes, spki, subject_id)

OUT = pathlib.Path("testdata/certificates")
DAY = "2026-11-23"
ANCHORS = "--trust {corpus}/anchors.pem"
rows = []


def case(file, content, exit_code, codes, options=ANCHORS, at=DAY, remark=""):
    """Writes a file, unless it is there, and its row; `codes` as in "C101 C122"."""
    path = OUT / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    found = ",".join(sorted("ANB-" + code for code in codes.split())) or "-"
    rows.append("\t".join([file, f"{options} --at {at}", str(exit_code), found, remark]))


def again(file, exit_code, codes, options=ANCHORS, at=DAY, remark=""):
    """Another row for a file that is already there."""
    case(file, (OUT / file).read_bytes(), exit_code, codes, options, at, remark)


def times():
    case("time/good.pem", pem(make()), 0, "", remark="the neighbour of all below")
    for at, code, exit_code in [
            ("2024-12-31T23:59:59Z", "C121", 2), ("2025-01-01T00:00:00Z", "", 0),
            ("2040-11-01T23:59:59Z", "", 0), ("2040-11-02T00:00:00Z", "C120", 1),
            ("2040-12-10T23:59:59Z", "C120", 1), ("2040-12-11T00:00:00Z", "C119", 2),
            ("2040-12-31T23:59:59Z", "C119", 2), ("2041-01-01T00:00:00Z", "C101", 2)]:
        again("time/good.pem", exit_code, code, at=at, remark="limits count whole days")
    again("time/good.pem", 0, "", at="2040-12-01", options=ANCHORS + " --warn 20 --crit 10")
    again("time/good.pem", 1, "C120", at="2039-11-23", options=ANCHORS + " --warn 500")
    again("time/good.pem", 2, "C119", at="2039-11-23", options=ANCHORS + " --warn 600 --crit 500")
    case("time/reversed.pem", pem(make(not_before="300101000000Z", not_after="280101000000Z")), 2,
         "C125", remark="valid on no day, so neither early nor late")
    case("time/reversed-past.pem", pem(make(not_before="240101000000Z", not_after="230101000000Z")),
         2, "C125")
    case("time/one-second.pem", pem(make(not_before="261123000000Z", not_after="261123000000Z")), 2,
         "C119", at="2026-11-23T00:00:00Z", remark="valid for this second")
    root = "--trust {corpus}/root.pem"
    for file, until, code, exit_code in [
            ("ca-expired", "260101000000Z", "C122", 2), ("ca-critical", "261210000000Z", "C123", 2),
            ("ca-warning", "270110000000Z", "C124", 1), ("ca-good", "270201000000Z", "", 0)]:
        case(f"time/{file}.pem", pem(make()) + pem(make_ca(not_after=until)), exit_code, code, root)
    case("time/ca-not-yet.pem", pem(make()) + pem(make_ca(not_before="270101000000Z")), 2, "C128",
         root)
    odd = [("no-seconds", "2501010000Z", None), ("offset", "250101000000+0100", 0x17),
           ("fraction", "20250101000000.5Z", None), ("generalized-early", "20250101000000Z", None)]
    for file, text, tag in odd:
        validity = der.seq(der.time(text, tag), der.time("401231235959Z"))
        case(f"time/begin-{file}.pem", pem(make(validity=validity)), 1, "C126")
    late = [("no-seconds", "4012312359Z", None), ("offset", "401231235959-0100", 0x17),
            ("fraction", "20401231235959.5Z", None), ("generalized-early", "20401231235959Z", None)]
    for file, text, tag in late:
        validity = der.seq(der.time("250101000000Z"), der.time(text, tag))
        case(f"time/end-{file}.pem", pem(make(validity=validity)), 1, "C126")
    for file, text in [("2050", "20500101000000Z"), ("9999", "99991231235959Z"),
                       ("leap-day", "280229000000Z")]:
        case(f"time/end-{file}.pem", pem(make(not_after=text)), 0, "", remark="right as it is")
    case("time/end-1950.pem", pem(make(not_after="500101000000Z")), 2, "C125",
         remark="UTCTime has no year 2050")
    broken = [("30-february", "280230000000Z"), ("29-february", "290229000000Z"),
              ("month-13", "291301000000Z"), ("month-0", "290001000000Z"),
              ("day-0", "290100000000Z"), ("day-32", "290132000000Z"), ("hour-24", "290101240000Z"),
              ("minute-60", "290101006000Z"), ("second-60", "290101000060Z"),
              ("letter", "29010100000aZ"), ("no-zone", "290101000000"), ("blank", "2901010000 0Z"),
              ("minus", "-29010100000Z"), ("empty", "")]
    for file, text in broken:
        validity = der.seq(der.time("250101000000Z"), der.time(text, 0x17))
        case(f"time/end-{file}.pem", pem(make(validity=validity)), 2, "C127")
    for file, text in broken[:4]:
        validity = der.seq(der.time(text, 0x17), der.time("401231235959Z"))
        case(f"time/begin-{file}.pem", pem(make(validity=validity)), 2, "C127")


def keys():
    osci = ANCHORS + " --for osci --env test"
    fitconnect = ANCHORS + " --for fitconnect-enc --env test"

    def with_key(public):
        return pem(make(public=public, extensions=[USAGE, subject_id(public),
                                                   authority_id(key("ca").spki)]))
    for size, code, exit_code in [(512, "C140", 2), (1024, "C140", 2), (1999, "C140", 2),
                                  (2000, "C143", 1), (2048, "C143", 1), (2999, "C143", 1),
                                  (3000, "", 0), (3072, "", 0), (4096, "", 0), (8192, "", 0)]:
        case(f"key/rsa-{size}.pem", with_key(spki(modulus(size))), exit_code, code, osci)
        again(f"key/rsa-{size}.pem", 0, "", remark="no use asked for")
    for size in (2048, 3072):
        again(f"key/rsa-{size}.pem", 2, "C140 C163", fitconnect)
    again("key/rsa-2048.pem", 2, "C143", osci + " --strict")
    again("key/rsa-4096.pem", 0, "C163", fitconnect)
    case("key/rsa-4095.pem", with_key(spki(modulus(4095))), 2, "C140 C163", fitconnect)
    case("key/rsa-4097.pem", with_key(spki(modulus(4097))), 1, "C144 C163", fitconnect)
    case("key/rsa-16384.pem", with_key(spki(modulus(16384))), 0, "")
    case("key/rsa-16385.pem", with_key(spki(modulus(16385))), 2, "C149")
    case("key/rsa-65536.pem", with_key(spki(modulus(65536))), 2, "C149")
    case("key/exponent-3.pem", with_key(spki(modulus(4096), 3)), 1, "C148", osci)
    again("key/exponent-3.pem", 2, "C148 C163", fitconnect)
    case("key/exponent-even.pem", with_key(spki(modulus(4096), 65536)), 2, "C149")
    case("key/even.pem", with_key(spki(modulus(4096) - 1)), 2, "C149")
    case("key/zero.pem", with_key(spki(0)), 2, "C149")
    case("key/negative.pem", with_key(spki(-modulus(2048))), 2, "C149")
    elliptic = der.seq(der.seq(der.oid("1.2.840.10045.2.1"), der.oid("1.2.840.10045.3.1.7")),
                       der.bits(b"\4" + bytes.fromhex(
                           "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
                           "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5")))
    edwards = der.seq(der.seq(der.oid("1.3.101.112")), der.bits(bytes.fromhex(
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")))
    pss = der.seq(der.seq(der.oid("1.2.840.113549.1.1.10")),
                  der.children(key("musterstadt-prod").spki)[1])
    for file, public in [("elliptic", elliptic), ("ed25519", edwards), ("pss", pss)]:
        case(f"key/{file}.pem", with_key(public), 2, "C147", osci)
        again(f"key/{file}.pem", 0, "", remark="no use asked for")
    again("key/elliptic.pem", 0, "", ANCHORS + " --for tls --env test")
    again("key/ed25519.pem", 2, "C147", ANCHORS + " --for tls --env test")
    again("key/pss.pem", 2, "C147 C163", fitconnect)


def usages():
    public = key("musterstadt-prod").spki

    def with_extensions(*extensions):
        return pem(make(extensions=[*extensions, subject_id(public),
                                    authority_id(key("ca").spki)]))

    def each(file, extensions, **expected):
        content = with_extensions(*extensions)
        for use, (exit_code, codes) in expected.items():
            options = f"{ANCHORS} --for {use.replace('_', '-')} --env test"
            case(f"usage/{file}.pem", content, exit_code, codes, options)
    signs, wraps, repudiates = "digitalSignature", "keyEncipherment", "nonRepudiation"
    each("both", [key_usage(signs, wraps)], osci=(0, ""), fitconnect=(0, "C163"),
         fitconnect_enc=(0, "C163"), fitconnect_sig=(0, "C163"), dvdv_client=(0, ""), tls=(0, ""))
    each("encryption", [key_usage(wraps)], osci=(2, "C141"), fitconnect=(2, "C141 C163"),
         fitconnect_enc=(0, "C163"), fitconnect_sig=(2, "C141 C163"), dvdv_client=(2, "C141"))
    each("signature", [key_usage(signs)], osci=(2, "C141"), fitconnect_enc=(2, "C141 C163"),
         fitconnect_sig=(0, "C163"), dvdv_client=(0, ""), tls=(0, ""))
    each("repudiation", [key_usage(repudiates)], fitconnect_sig=(1, "C156 C163"))
    each("data", [key_usage(signs, "dataEncipherment")], osci=(1, "C156"),
         fitconnect_enc=(2, "C141 C163"))
    each("absent", [], osci=(1, "C152"), fitconnect=(0, "C152 C163"), dvdv_client=(1, "C152"),
         tls=(1, "C152"))
    each("not-critical", [key_usage(signs, wraps, critical=False)], osci=(1, "C153"),
         fitconnect=(1, "C153 C163"))
    each("signs-certificates", [key_usage(signs, wraps, "keyCertSign")], osci=(1, "C154"))
    each("signs-lists", [key_usage(signs, wraps, "cRLSign")], osci=(1, "C154"))
    each("authority", [key_usage(signs, wraps), basic_constraints()], osci=(2, "C155"),
         fitconnect=(2, "C155 C163"), dvdv_client=(2, "C155"), tls=(2, "C155"))
    each("no-authority", [key_usage(signs, wraps), basic_constraints(ca=False)], osci=(0, ""))
    server, client, other = ("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.4")
    each("server", [key_usage(signs, wraps), purposes(server)], tls=(0, ""),
         dvdv_client=(2, "C157"))
    each("client", [key_usage(signs, wraps), purposes(client)], tls=(2, "C157"),
         dvdv_client=(0, ""))
    each("server-client", [key_usage(signs, wraps), purposes(server, client)], tls=(0, ""),
         dvdv_client=(0, ""))
    each("mail", [key_usage(signs, wraps), purposes(other)], tls=(2, "C157"),
         dvdv_client=(2, "C157"), osci=(0, ""))
    case("usage/person.pem", pem(make(subject=name(("C", "DE"), ("CN", "Erika Muster")))), 1,
         "C184", ANCHORS + " --for osci --env test")
    again("usage/person.pem", 0, "C163", ANCHORS + " --for fitconnect --env test")
    again("usage/person.pem", 1, "C163 C184", ANCHORS + " --for fitconnect --env prod")


def signatures():
    for digest, codes, exit_code in [("md5", "C160", 2), ("sha1", "C160", 2), ("sha256", "", 0),
                                     ("sha384", "", 0), ("sha512", "", 0)]:
        case(f"signature/{digest}.pem", pem(make(digest=digest)), exit_code, codes)
    case("signature/root-sha1.pem", pem(make()) + pem(make_ca()), 0, "",
         "--trust {corpus}/root-sha1.pem", remark="a root's own signature is no link")
    good = make()
    case("signature/flipped.der", good[:-1] + bytes([good[-1] ^ 1]), 2, "C161")
    case("signature/zero.pem", pem(make(signature=bytes(512))), 2, "C161")
    case("signature/short.pem", pem(make(signature=bytes(16))), 2, "C161")
    case("signature/other-key.pem", pem(make(signer="root")), 2, "C161")
    case("signature/changed.pem",
         pem(make(signed=lambda tbs: tbs.replace(b"Musterstadt", b"Musterdorf1"))), 2, "C161",
         remark="the name was changed after signing")
    other = der.seq(der.oid("1.2.840.113549.1.1.12"), der.null())
    case("signature/inner-other.pem", pem(make(inner=other)), 2, "C162")


def chains():
    root, leaf, ca = "--trust {corpus}/root.pem", pem(make()), pem(make_ca())
    anchor = pem(make_root())
    case("chain/whole.pem", leaf + ca + anchor, 0, "", root)
    case("chain/two.pem", leaf + ca, 0, "", root)
    case("chain/alone.pem", leaf, 2, "C142", root)
    again("chain/alone.pem", 0, "", "", remark="nothing is trusted, nothing is missed")
    again("chain/alone.pem", 0, "C142", "--for osci --env test")
    again("chain/alone.pem", 2, "C142", "--for osci --env prod")
    again("chain/two.pem", 0, "", root.replace("{", "test={") + " --for osci --env test")
    again("chain/two.pem", 2, "C131", root.replace("{", "test={") + " --for osci --env prod")
    again("chain/two.pem", 1, "C132", root.replace("{", "prod={") + " --for osci --env test")
    again("chain/two.pem", 0, "", root.replace("{", "prod={") + " --for osci --env prod")
    foreign = {"subject": name(("C", "DE"), ("CN", "Fremde Root")),
               "issuer": name(("C", "DE"), ("CN", "Fremde Root"))}
    stranger = make_root(signer="impostor", public=key("impostor").spki, **foreign)
    case("chain/stranger.pem", leaf + pem(make_ca(issuer=foreign["subject"], signer="impostor"))
         + pem(stranger), 2, "C130", root)
    impostor = make_root(signer="impostor", public=key("impostor").spki)
    case("chain/impostor.pem", leaf + pem(make_ca(signer="impostor")) + pem(impostor), 2, "C134",
         root)
    own = make("musterstadt-prod", issuer=HOLDER, extensions=[USAGE])
    case("chain/self-signed.pem", pem(own), 0, "C133", "")
    again("chain/self-signed.pem", 0, "C133 C163", "--for fitconnect --env test")
    again("chain/self-signed.pem", 2, "C133 C163", "--for fitconnect --env prod")
    demo = name(("C", "DE"), ("CN", "Governikus CA 8:PN"))
    case("chain/demo.pem", pem(make(issuer=demo)) + pem(make_ca(subject=demo)), 0, "C135", root)
    again("chain/demo.pem", 2, "C135", root + " --for osci --env prod")
    again("chain/demo.pem", 0, "C135", root + " --for osci --env test")
    public = key("ca").spki
    for file, extensions, code in [
            ("no-constraints", [key_usage("keyCertSign", "cRLSign"), subject_id(public)], "C164"),
            ("no-authority", [basic_constraints(ca=False), key_usage("keyCertSign")], "C164"),
            ("no-cert-sign", [basic_constraints(), key_usage("cRLSign")], "C165"),
            ("no-usage", [basic_constraints(), subject_id(public)], ""),
            ("unknown-critical", [basic_constraints(), key_usage("keyCertSign"),
                                  extension("1.2.3.4", der.null(), True)], "C172")]:
        case(f"chain/ca-{file}.pem", leaf + pem(make_ca(extensions=extensions)), 2 if code else 0,
             code, root)
    sub_name = name(("C", "DE"), ("CN", "Korpus Sub-CA"))
    sub_key = key("musterstadt-encrypt").spki
    sub = pem(make_ca(issuer=CA_NAME, signer="ca", subject=sub_name, public=sub_key))
    below = pem(make("musterstadt-encrypt", issuer=sub_name,
                     extensions=[USAGE, authority_id(sub_key)]))
    for limit, code in [(0, "C166"), (1, "")]:
        limited = make_ca(extensions=[basic_constraints(path_length=limit),
                                      key_usage("keyCertSign"), subject_id(public)])
        case(f"chain/path-length-{limit}.pem", below + sub + pem(limited), 2 if code else 0, code,
             root)
    case("chain/order.pem", ca + leaf, 1, "C167", root)
    case("chain/order-root-first.pem", anchor + ca + leaf, 1, "C167", root)
    case("chain/twice.pem", leaf + ca + ca, 1, "C168", root)
    case("chain/leaf-twice.pem", leaf + leaf + ca, 1, "C168", root)
    case("chain/foreign.pem", leaf + ca + pem(stranger), 1, "C169", root)
    mismatch = [USAGE, authority_id(public, issuer=ROOT_NAME, serial=99)]
    matching = [USAGE, authority_id(public, issuer=ROOT_NAME, serial=2)]
    case("chain/authority-serial.pem", pem(make(extensions=mismatch)) + ca, 1, "C170", root)
    case("chain/authority-match.pem", pem(make(extensions=matching)) + ca, 0, "", root)
    renewed = pem(make_ca(serial=3, not_after="260101000000Z"))
    case("chain/renewed.pem", leaf + renewed + ca, 1, "C169", root,
         remark="the expired CA beside the renewed one is not on the path")
    loop_a = make_ca(issuer=sub_name, signer="musterstadt-encrypt")
    loop_b = make_ca(issuer=CA_NAME, signer="ca", subject=sub_name, public=sub_key)
    case("chain/loop.pem", leaf + pem(loop_a) + pem(loop_b), 2, "C142", root)
    case("chain/two-leaves.pem", leaf + pem(make(serial=7)) + ca, 0, "", root)


def extensions():
    public = key("musterstadt-prod").spki

    def with_one(*more):
        return pem(make(extensions=[USAGE, subject_id(public), authority_id(key("ca").spki),
                                    *more]))
    case("extension/unknown.pem", with_one(extension("1.2.3.4", der.null())), 0, "")
    case("extension/unknown-critical.pem", with_one(extension("1.2.3.4", der.null(), True)), 2,
         "C172")
    case("extension/twice.pem", with_one(USAGE), 2, "C173")
    case("extension/unknown-twice.pem", with_one(*2 * [extension("1.2.3.4", der.null())]), 2,
         "C173")
    case("extension/version-1.pem", pem(make(version=1, extensions=None)), 1, "C174")
    case("extension/version-2.pem", pem(make(version=2, extensions=None)), 1, "C174")
    for file, serial, codes in [("zero", 0, "C175"), ("negative", -5, "C175"),
                                ("21-octets", 1 << 160, "C175"), ("20-octets", (1 << 159) - 1, ""),
                                ("one", 1, "")]:
        case(f"extension/serial-{file}.pem", pem(make(serial=serial)), 1 if codes else 0, codes)
    damaged = [("key-usage", "2.5.29.15", der.octets(b"\x05")),
               ("key-usage-long", "2.5.29.15", der.bits(b"\x80" * 8)),
               ("constraints", "2.5.29.19", der.seq(der.tlv(1, b"\1"))),
               ("constraints-trailing", "2.5.29.19", der.seq() + b"\0\0"),
               ("alternative-name", "2.5.29.17", der.seq(der.tlv(0x82)[:1])),
               ("alternative-name-empty", "2.5.29.17", b""),
               ("purposes", "2.5.29.37", der.seq(der.integer(1))),
               ("authority-id", "2.5.29.35", der.integer(1)),
               ("subject-id", "2.5.29.14", der.null()),
               ("policies", "2.5.29.32", der.octets(b"x")),
               ("crl-points", "2.5.29.31", der.seq(der.null())),
               ("access", "1.3.6.1.5.5.7.1.1", der.seq(der.seq(der.null())))]
    for file, number, content in damaged:
        kept = [part for part in (USAGE, subject_id(public), authority_id(key("ca").spki))
                if der.oid(number) not in part]
        case(f"extension/damaged-{file}.pem",
             pem(make(extensions=[*kept, extension(number, content)])), 2, "C176")
    whole = [extension("2.5.29.17", der.seq(der.tlv(0x82, b"stadt.example"))),
             extension("2.5.29.32", der.seq(der.seq(der.oid("1.2.3")))),
             extension("2.5.29.31", der.seq(der.seq(der.context(0, der.context(0, der.tlv(
                 0x86, b"http://crl.example/1.crl")))))),
             extension("1.3.6.1.5.5.7.1.1", der.seq(der.seq(
                 der.oid("1.3.6.1.5.5.7.48.1"), der.tlv(0x86, b"http://ocsp.example"))))]
    case("extension/many.pem", with_one(*whole), 0, "", remark="neighbour of the damaged ones")


def names():
    def holder(*parts):
        return pem(make(subject=name(("C", "DE"), *parts)))
    case("name/umlauts.pem", holder(("CN", "GRP: Stadt Übermünß")), 0, "")
    for file, text in [("line-break", "a\nb"), ("tab", "a\tb"), ("escape", "\x1b[2J"),
                       ("nul", "stadt.example\0.evil.example"), ("override", "a\u202eb"),
                       ("isolate", "a\u2066b"), ("c1", "a\x9bb"), ("delete", "a\x7fb")]:
        case(f"name/{file}.pem", holder(("CN", text)), 1, "C180")
    case("name/pipe.pem", holder(("CN", "a|b;c,d+e\"f\\g<h>#i")), 0, "")
    for file, part in [("printable-umlaut", ("CN", "Köln", 0x13)),
                       ("printable-at", ("CN", "a@b", 0x13)), ("printable-star", ("CN", "*", 0x13)),
                       ("utf8-broken", ("CN", b"a\xc3", 0x0C)),
                       ("utf8-overlong", ("CN", b"\xc0\xaf", 0x0C)),
                       ("utf8-surrogate", ("CN", b"\xed\xa0\x80", 0x0C)),
                       ("bmp-odd", ("CN", b"\0a\0", 0x1E)), ("country-utf8", ("C", "DE", 0x0C)),
                       ("mail-utf8", ("emailAddress", "a@b.example", 0x0C)),
                       ("ia5-high", ("emailAddress", b"\xe4@b.example", 0x16)),
                       ("integer", ("CN", b"\1", 0x02))]:
        case(f"name/{file}.pem", pem(make(subject=name(("O", "Korpus"), part))), 1, "C181")
    for file, part in [("printable", ("CN", "GRP: Stadt (1)", 0x13)), ("bmp", ("CN", "Köln", 0x1E)),
                       ("universal", ("CN", "Köln", 0x1C)),
                       ("mail", ("emailAddress", "a@b.example"))]:
        case(f"name/{file}.pem", pem(make(subject=name(("O", "Korpus"), part))), 0, "")
    case("name/empty.pem", pem(make(subject=name())), 1, "C182")
    for file, part, codes in [("64", ("CN", "x" * 64), ""), ("65", ("CN", "x" * 65), "C183"),
                              ("64-umlauts", ("CN", "ü" * 64), ""),
                              ("o-65", ("O", "x" * 65), "C183"), ("l-128", ("L", "x" * 128), ""),
                              ("l-129", ("L", "x" * 129), "C183"), ("c-3", ("C", "DEU"), "C183"),
                              ("huge", ("CN", "x" * 60000), "C183")]:
        case(f"name/long-{file}.pem", pem(make(subject=name(("OU", "Korpus"), part))),
             1 if codes else 0, codes)
