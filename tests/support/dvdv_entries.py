"""Entries of a directory with one fault each, good neighbours, and a profile for each of them.

dvdv_entries.py FOLDER CLIENT.cer CLIENT-PROD.cer NOW: writes below FOLDER

    certificates/   made by another library than the one under test
    directory/      for anbindung-sandbox --directory: test/, test-replica/, prod/
    profiles/       one per case
    cases.tsv       name, environment, profile, exit code, codes that must be found ("-": none at all)

SPDX-License-Identifier: EUPL-1.2
"""

import copy
import datetime
import json
import pathlib
import sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

BASE_URI = "http://www.osci.de/beispiel/probe/1/antrag.wsdl"
DAY = datetime.timedelta(days=1)

WSDL = """<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:osci="http://www.osci.de/2006/07/wsdl/"
    xmlns:tpl="http://www.dvdv.de/dvdv/template/" targetNamespace="%s">
  <binding name="b"><osci:binding signatureLevel="none" encrypted="true">
    <osci:reader name="Inhaltsdaten-Verschlüsselungszertifikat"/></osci:binding>
    <operation name="senden"><osci:operation communicationType="one-way-active" subject="Probe"/>
      <input><osci:container name="PROBE" required="true" signatureLevel="none" encrypted="true"/></input>
    </operation></binding>
  <service name="s"><osci:devices><osci:intermediary name="InternetIntermediär"/>
    <osci:addressee name="InternetEmpfänger"/></osci:devices>
    <port name="p"><osci:address><osci:intermediaryRef ref="InternetIntermediär"/>
      <osci:addresseeRef ref="InternetEmpfänger"/></osci:address></port></service>
</definitions>
"""


class Authority:
    """A CA and the leaves it issues; keys are made once."""

    def __init__(self, name, now):
        self.now = now
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.name = self.subject(name)
        self.certificate = self.sign(self.name, self.key.public_key(), -400, 4000, ca=True)

    @staticmethod
    def subject(name):
        return x509.Name([
            x509.NameAttribute(NameOID.COUNTRY_NAME, "DE"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Musterland"),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ])

    def sign(self, subject, key, begin, end, ca=False, usage=("digital_signature", "key_encipherment")):
        usages = dict.fromkeys(("digital_signature", "content_commitment", "key_encipherment",
                                "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign",
                                "encipher_only", "decipher_only"), False)
        usages.update(dict.fromkeys(("key_cert_sign", "crl_sign") if ca else usage, True))
        builder = (x509.CertificateBuilder().subject_name(subject).issuer_name(self.name)
                   .public_key(key).serial_number(x509.random_serial_number())
                   .not_valid_before(self.now + begin * DAY).not_valid_after(self.now + end * DAY)
                   .add_extension(x509.KeyUsage(**usages), critical=True))
        if ca:
            builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        return builder.sign(self.key, hashes.SHA256())


class Writer:
    """Writes certificates, entries, profiles and the list of cases."""

    def __init__(self, folder, clients, now):
        self.folder = pathlib.Path(folder)
        self.clients = clients
        self.now = now
        self.count = 0
        self.cases = []
        for name in ("certificates", "directory/test", "directory/test-replica", "directory/prod", "profiles"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)

    def certificate(self, name, certificate):
        path = self.folder / "certificates" / (name + ".cer")
        path.write_bytes(certificate.public_bytes(serialization.Encoding.DER))
        return str(path.resolve())

    def time(self, days):
        return (self.now + days * DAY).strftime("%Y-%m-%dT%H:%M:%S.000Z")

    def write(self, place, name, entry):
        (self.folder / "directory" / place / (name + ".json")).write_text(json.dumps(entry, ensure_ascii=False))

    def case(self, name, codes, plant=None, env="test", profile=None, entry=True, exit_code=None, replica=None):
        """One entry of its own organisation; `plant` changes a good entry, `profile` a good profile."""
        self.count += 1
        key = "soa:9%07d" % self.count
        good = self.good_entry(key, env)
        settings = self.good_profile(key, env)
        if plant:
            plant(good)
        if profile:
            profile(settings)
        if entry:
            self.write(env, name, good)
        if replica:
            stale = copy.deepcopy(good)
            replica(stale)
            self.write(env + "-replica", name, stale)
        text = ["[mandant]"] + [f'{k} = {json.dumps(v)}' for k, v in settings["mandant"].items()]
        text += ["[leistung.probe]"] + [f'{k} = {json.dumps(v)}' for k, v in settings["leistung"].items()]
        text += [f"[env.{env}]"] + [f'{k} = {json.dumps(v)}' for k, v in settings["env"].items()]
        path = self.folder / "profiles" / (name + ".toml")
        path.write_text("\n".join(text) + "\n")
        if exit_code is None:
            exit_code = 0 if not codes else 2
        self.cases.append((name, env, str(path), str(exit_code), " ".join(codes) or "-"))

    def good_entry(self, key, env):
        file = lambda name: {"file": self.files[env][name]}
        element = lambda name, kind, **more: dict(
            {"serviceElementName": name, "serviceElementDescriptionName": name, "serviceElementType": kind,
             "required": True}, **more)
        service = {
            "nameDe": "probeAntragV1", "validFrom": self.time(-100), "validTo": None,
            "serviceSpecificationType": "WSDL_OSCI", "serviceSpecificationUri": BASE_URI,
            "serviceSpecificationDocument": WSDL % BASE_URI,
            "serviceElements": [
                element("InternetIntermediär", "OSCI_INTERMEDIARY",
                        serviceElementUri="https://127.0.0.1:9/osci",
                        cipherCertificate=file("intermediary"), signatureCertificate=file("intermediary")),
                element("InternetEmpfänger", "OSCI_ADDRESSEE", cipherCertificate=file("recipient")),
                element("Inhaltsdaten-Verschlüsselungszertifikat", "CIPHER_CERTIFICATE",
                        cipherCertificate=file("recipient")),
            ],
        }
        return {"organization": {
            "nameDe": "Probestadt " + key, "category": "Sozialamt", "organizationKeys": [key],
            "validFrom": self.time(-100), "validTo": None,
            "postalAddress": "Probeweg 1\n99999 Probestadt",
            "clientCertificates": [{"file": self.clients[env]}], "services": [service]}}

    def good_profile(self, key, env):
        return {
            "mandant": {"name": "Probestadt", "organisation": key, "category": "Sozialamt"},
            "leistung": {"dvdv_uri": BASE_URI},
            "env": {"recipient_certificate": self.files[env]["recipient"],
                    "intermediary_url": "https://127.0.0.1:9/osci",
                    "intermediary_cipher_certificate": self.files[env]["intermediary"],
                    "intermediary_signature_certificate": self.files[env]["intermediary"]},
        }


def service_of(entry):
    return entry["organization"]["services"][0]


def elements(entry):
    return service_of(entry)["serviceElements"]


def main():
    folder, client_test, client_prod, now = sys.argv[1:5]
    now = datetime.datetime.strptime(now, "%Y-%m-%dT%H:%M:%SZ")
    writer = Writer(folder, {"test": client_test, "prod": client_prod}, now)
    prod, test, stranger = Authority("Muster PCA", now), Authority("Muster Test PCA", now), Authority("Fremde CA", now)
    key = rsa.generate_private_key(public_exponent=65537, key_size=3072)
    other_key = rsa.generate_private_key(public_exponent=65537, key_size=3072)
    for name, authority in (("root-prod", prod), ("root-test", test)):
        writer.certificate(name, authority.certificate)

    def leaf(name, authority=test, holder="GRP: Probestadt", public=key.public_key(), begin=-100, end=1000, **more):
        return writer.certificate(name, authority.sign(authority.subject(holder), public, begin, end, **more))

    writer.files = {
        env: {"recipient": leaf("recipient-" + env, authority),
              "intermediary": leaf("intermediary-" + env, authority, "GRP: Intermediaer", other_key.public_key())}
        for env, authority in (("test", test), ("prod", prod))}

    both = ("digital_signature", "key_encipherment")
    bad = {
        "expired": leaf("expired", end=-1), "soon": leaf("soon", end=40), "very-soon": leaf("very-soon", end=10),
        "future": leaf("future", begin=2), "signs-only": leaf("signs-only", usage=("digital_signature",)),
        "agrees-only": leaf("agrees-only", usage=("key_agreement",)),
        "encrypts-only": leaf("encrypts-only", usage=("key_encipherment",)),
        "data-only": leaf("data-only", usage=("data_encipherment",)),
        "stranger": leaf("stranger", stranger), "person": leaf("person", holder="Erika Mustermann"),
        "weak": leaf("weak", public=rsa.generate_private_key(public_exponent=65537, key_size=1024).public_key()),
        "short": leaf("short", public=rsa.generate_private_key(public_exponent=65537, key_size=2048).public_key()),
        "elliptic": leaf("elliptic", public=ec.generate_private_key(ec.SECP256R1()).public_key()),
        "renewed": leaf("renewed", begin=-1), "other-key": leaf("other-key", public=other_key.public_key()),
        "old": leaf("old", begin=-300, end=400), "ca": writer.certificate("ca", test.certificate),
        "prod": leaf("prod-in-test", prod), "test": leaf("test-in-prod", test),
    }

    def put(index, slot, name, **text):
        return lambda entry: elements(entry)[index].update({slot: dict({"file": bad[name]}, **text)})

    def recipient(name, **text):
        """In both places of the recipient."""
        def plant(entry):
            for index in (1, 2):
                put(index, "cipherCertificate", name, **text)(entry)
        return plant

    def expects(name):
        return lambda settings: settings["env"].update({"recipient_certificate": bad[name]})

    def drop(index, slot):
        return lambda entry: elements(entry)[index].update({slot: None})

    def text_of(index, slot, **text):
        return lambda entry: elements(entry)[index][slot].update(text)

    def service(**members):
        return lambda entry: service_of(entry).update(members)

    def organization(**members):
        return lambda entry: entry["organization"].update(members)

    def wsdl(old, new):
        return lambda entry: service_of(entry).update(
            {"serviceSpecificationDocument": service_of(entry)["serviceSpecificationDocument"].replace(old, new)})

    case = writer.case

    # The entry itself.
    case("no-organisation", ["ANB-D201"], entry=False)
    case("other-key-entered", ["ANB-D201"], organization(organizationKeys=["soa:00000000"]))
    case("no-service", ["ANB-D203"], organization(services=[]))
    case("unknown-uri", ["ANB-D203"], profile=lambda s: s["leistung"].update({"dvdv_uri": BASE_URI.replace("/1/", "/2/")}))
    case("uri-in-other-case", ["ANB-D203"], profile=lambda s: s["leistung"].update({"dvdv_uri": BASE_URI.replace("probe", "Probe")}))
    case("service-over", ["ANB-D202"], service(validTo=writer.time(-1)))
    case("service-not-yet", ["ANB-D202"], service(validFrom=writer.time(1)))
    case("service-ends-soon", ["ANB-D236"], service(validTo=writer.time(40)), exit_code=1)
    case("service-ends-very-soon", ["ANB-D236"], service(validTo=writer.time(5)))
    case("organisation-ends-soon", ["ANB-D236"], organization(validTo=writer.time(40)), exit_code=1)
    case("wrong-category", ["ANB-D223"], organization(category="Jugendamt"))
    case("wrong-category-of-prefix", ["ANB-D223"], organization(category="Jugendamt"),
         profile=lambda s: s["mandant"].pop("category"), exit_code=1)
    other_uri = BASE_URI.replace("/1/", "/9/")
    case("uri-not-of-the-category", ["ANB-D222"], lambda e: service_of(e).update(
        serviceSpecificationUri=other_uri, serviceSpecificationDocument=WSDL % other_uri),
         profile=lambda s: s["leistung"].update({"dvdv_uri": other_uri}))
    case("manual", ["ANB-D220"], service(serviceSpecificationType="MANUAL"))

    # The way.
    case("no-intermediary", ["ANB-D218"], lambda e: elements(e).pop(0))
    case("no-addressee", ["ANB-D218"], lambda e: elements(e).pop(1))
    case("no-elements", ["ANB-D218"], service(serviceElements=[]))
    case("two-intermediaries", ["ANB-D219"], lambda e: elements(e).append(dict(elements(e)[0])))
    case("two-addressees", ["ANB-D219"], lambda e: elements(e).append(dict(elements(e)[1])))
    case("no-address", ["ANB-D215"], lambda e: elements(e)[0].update(serviceElementUri=None))
    case("address-without-scheme", ["ANB-D215"], lambda e: elements(e)[0].update(serviceElementUri="intermediaer.example/osci"))
    case("address-of-mail", ["ANB-D215"], lambda e: elements(e)[0].update(serviceElementUri="mailto:osci@musterland.example"))
    case("address-of-another", ["ANB-D216"], lambda e: elements(e)[0].update(serviceElementUri="https://127.0.0.1:9/andere"))
    case("address-plain", ["ANB-D216"], lambda e: elements(e)[0].update(serviceElementUri="http://127.0.0.1:9/osci"))
    case("only-testa", ["ANB-D218"], lambda e: [x.update(serviceElementName="TESTA" + x["serviceElementName"][8:],
         serviceElementDescriptionName="TESTA" + x["serviceElementName"][8:]) for x in elements(e)[:2]])

    # Certificates that are missing or others.
    case("no-recipient-certificate", ["ANB-D211"], drop(1, "cipherCertificate"))
    case("no-intermediary-cipher", ["ANB-D211"], drop(0, "cipherCertificate"))
    case("no-intermediary-signature", ["ANB-D211"], drop(0, "signatureCertificate"))
    case("old-recipient", ["ANB-D210"], recipient("old"))
    case("renewed-not-entered", ["ANB-D210"], profile=expects("renewed"))
    case("recipient-of-another-key", ["ANB-D210"], recipient("other-key"))
    case("old-content", ["ANB-D212"], put(2, "cipherCertificate", "old"))
    case("old-intermediary-cipher", ["ANB-D213"], put(0, "cipherCertificate", "old"))
    case("old-intermediary-signature", ["ANB-D214"], put(0, "signatureCertificate", "old"))
    case("roles-swapped", ["ANB-D210"], lambda e: elements(e)[1].update(cipherCertificate=elements(e)[0]["cipherCertificate"]))

    # Certificates that are unfit.
    for name, code in (("expired", "ANB-C101"), ("very-soon", "ANB-C119"), ("future", "ANB-C121"),
                       ("signs-only", "ANB-C141"), ("agrees-only", "ANB-C141"), ("stranger", "ANB-C142"),
                       ("weak", "ANB-C140"), ("elliptic", "ANB-C147"), ("ca", "ANB-C155")):
        case("recipient-" + name, [code], recipient(name), profile=expects(name))
    for name, code in (("soon", "ANB-C120"), ("person", "ANB-C184"), ("short", "ANB-C143"),
                       ("data-only", "ANB-C156"), ("prod", "ANB-C132")):
        case("recipient-" + name, [code], recipient(name), profile=expects(name), exit_code=1)
    case("intermediary-signature-encrypts", ["ANB-C141"], put(0, "signatureCertificate", "encrypts-only"))
    case("intermediary-cipher-signs", ["ANB-C141"], put(0, "cipherCertificate", "signs-only"))
    case("intermediary-expired", ["ANB-C101"], put(0, "cipherCertificate", "expired"))
    case("content-expired", ["ANB-C101"], put(2, "cipherCertificate", "expired"))
    case("test-in-prod", ["ANB-D234"], recipient("test"), profile=expects("test"), env="prod")
    case("test-intermediary-in-prod", ["ANB-D234"], put(0, "cipherCertificate", "test"), env="prod")
    case("test-signature-in-prod", ["ANB-D234"], put(0, "signatureCertificate", "test"), env="prod")

    # What stands beside a certificate.
    case("text-usage", ["ANB-D230"], text_of(1, "cipherCertificate", x509KeyUsage=2), exit_code=1)
    case("text-end", ["ANB-D230"], text_of(1, "cipherCertificate", validTo=writer.time(2000)), exit_code=1)
    case("text-begin", ["ANB-D230"], text_of(0, "signatureCertificate", validFrom=writer.time(-2000)), exit_code=1)
    case("text-serial", ["ANB-D230"], text_of(0, "cipherCertificate", serial="4711"), exit_code=1)
    case("text-fingerprint", ["ANB-D231"], text_of(1, "cipherCertificate", fingerprint="0" * 40))
    case("text-fingerprint-of-intermediary", ["ANB-D231"], text_of(0, "cipherCertificate", fingerprint="ab" * 20))
    case("revoked", ["ANB-D233"], text_of(1, "cipherCertificate", revocationDate=writer.time(-3), revocationReason="KEY_COMPROMISE"))
    case("intermediary-revoked", ["ANB-D233"], text_of(0, "signatureCertificate", revocationDate=writer.time(-3)))

    # WSDL.
    case("no-wsdl", ["ANB-D224"], service(serviceSpecificationDocument=None), exit_code=1)
    case("wsdl-broken", ["ANB-D225"], wsdl("</definitions>", ""))
    case("wsdl-html", ["ANB-D225"], service(serviceSpecificationDocument="<html><body>Wartung</body></html>"))
    case("wsdl-doctype", ["ANB-D225"], wsdl("<definitions", '<!DOCTYPE d SYSTEM "file:///etc/passwd"><definitions'))
    case("wsdl-of-another-version", ["ANB-D226"], wsdl("/probe/1/", "/probe/2/"))
    case("wsdl-names-another-reader", ["ANB-D227"], wsdl('reader name="Inhaltsdaten-', 'reader name="'), exit_code=1)
    case("wsdl-names-another-intermediary", ["ANB-D227"], wsdl('Ref ref="InternetIntermediär"', 'Ref ref="Intermediär"'))
    case("wsdl-without-encryption", ["ANB-D228"], wsdl('signatureLevel="none" encrypted="true">', 'signatureLevel="none" encrypted="false">'), exit_code=1)
    case("empty-element", ["ANB-D260"], lambda e: elements(e).append({"serviceElementName": "Hinweis", "serviceElementDescriptionName": "Hinweis", "serviceElementType": "TEXT", "required": True}))

    # Other servers, clients.
    case("stale-replica", ["ANB-D237"], replica=recipient("old"), exit_code=1)
    case("replica-without-service", ["ANB-D237"], replica=organization(services=[]), exit_code=1)
    case("replica-with-old-address", ["ANB-D237"], replica=lambda e: elements(e)[0].update(serviceElementUri="https://127.0.0.1:9/alt"), exit_code=1)
    case("no-usable-client", ["ANB-D241"], organization(clientCertificates=[{"file": bad["expired"]}]), exit_code=1)
    case("client-that-encrypts", ["ANB-D241"], organization(clientCertificates=[{"file": bad["encrypts-only"]}]), exit_code=1)

    # What is right and must raise nothing.
    case("good", [])
    case("good-in-prod", [], env="prod")
    case("good-roles-apart", [], lambda e: [put(0, "cipherCertificate", "encrypts-only")(e), put(0, "signatureCertificate", "signs-only")(e)],
         profile=lambda s: s["env"].update({"intermediary_cipher_certificate": bad["encrypts-only"], "intermediary_signature_certificate": bad["signs-only"]}))
    case("good-recipient-encrypts-only", [], recipient("encrypts-only"), profile=expects("encrypts-only"))
    case("good-renewed", [], recipient("renewed"), profile=expects("renewed"))
    case("good-by-name", [], lambda e: [drop(1, "cipherCertificate")(e), elements(e).append(
        {"serviceElementName": "Chiffrierzertifikat", "serviceElementDescriptionName": "InternetEmpfänger",
         "serviceElementType": "CIPHER_CERTIFICATE", "cipherCertificate": {"file": writer.files["test"]["recipient"]}, "required": True})])
    case("good-with-testa", [], lambda e: elements(e).extend([
        {"serviceElementName": "TESTAIntermediär", "serviceElementDescriptionName": "TESTAIntermediär", "serviceElementType": "OSCI_INTERMEDIARY",
         "serviceElementUri": "http://testa.example/osci", "cipherCertificate": {"file": bad["expired"]}, "signatureCertificate": {"file": bad["expired"]}},
        {"serviceElementName": "TESTAEmpfänger", "serviceElementDescriptionName": "TESTAEmpfänger", "serviceElementType": "OSCI_ADDRESSEE",
         "cipherCertificate": {"file": bad["expired"]}}]))
    case("good-bounded", [], service(validTo=writer.time(400)))
    case("good-organisation-bounded", [], organization(validTo=writer.time(400)))
    case("good-several-keys", [], lambda e: e["organization"]["organizationKeys"].append("sop:05999000"))
    case("good-several-services", [], lambda e: e["organization"]["services"].append(
        {"nameDe": "andere", "serviceSpecificationType": "MANUAL", "serviceSpecificationUri": BASE_URI + "-andere", "serviceElements": []}))
    case("good-without-client", [], organization(clientCertificates=[]))
    case("good-old-client-beside", [], lambda e: e["organization"]["clientCertificates"].append({"file": bad["expired"]}))
    case("good-without-names", [], lambda e: e["organization"].update(nameEn=None, descriptionDe=None))
    case("good-text-element", [], lambda e: elements(e).append({"serviceElementName": "Hinweis", "serviceElementDescriptionName": "Hinweis",
         "serviceElementType": "TEXT", "serviceElementText": "Mo-Fr", "required": True}))
    case("good-empty-optional", [], lambda e: elements(e).append({"serviceElementName": "Hinweis", "serviceElementDescriptionName": "Hinweis",
         "serviceElementType": "TEXT", "required": False}))
    case("good-unknown-members", [], lambda e: service_of(e).update(neu={"a": [1, 2, 3]}))
    case("good-template-wsdl", [], wsdl("</osci:addressee", "</osci:addressee"))
    case("good-optional-testa-port", [], wsdl("</service>", '<port name="t"><documentation><tpl:use>optional</tpl:use></documentation>'
         '<osci:address><osci:intermediaryRef ref="TESTAIntermediär"/></osci:address></port></service>'))
    case("good-wsdl-latin1", [], wsdl('encoding="UTF-8"', 'encoding="UTF-8" standalone="yes"'))
    case("good-category-of-prefix", [], profile=lambda s: s["mandant"].pop("category"))

    tree = [{"name": "Kommunale Behörden", "children": [
        {"name": "Sozialamt", "prefix": "soa", "serviceSpecificationUris": [BASE_URI], "children": []},
        {"name": "Jugendamt", "prefix": "jga", "serviceSpecificationUris": [BASE_URI], "children": []}]}]
    for env in ("test", "prod"):
        writer.write(env, "categories", tree)
    (writer.folder / "cases.tsv").write_text("".join("\t".join(row) + "\n" for row in writer.cases))


main()
