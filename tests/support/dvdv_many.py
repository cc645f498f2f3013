"""Many organisations with three services each, and a profile for every one of them.

dvdv_many.py FOLDER COUNT PKI: writes FOLDER/directory and FOLDER/profiles with the certificates of a
sandbox's PKI folder. The last service of the last organisation is missing.

SPDX-License-Identifier: EUPL-1.2
"""

import json
import pathlib
import sys

folder, count, pki = pathlib.Path(sys.argv[1]), int(sys.argv[2]), pathlib.Path(sys.argv[3]).resolve()
entries, profiles = folder / "directory/test", folder / "profiles"
for each in (entries, profiles):
    each.mkdir(parents=True, exist_ok=True)


def file(name):
    return {"file": str(pki / name)}


def service(uri):
    element = {"serviceElementType": "OSCI_INTERMEDIARY", "serviceElementName": "InternetIntermediär",
               "serviceElementDescriptionName": "InternetIntermediär", "serviceElementUri": "https://127.0.0.1:9/osci",
               "cipherCertificate": file("intermediaer-test-cipher.cer"),
               "signatureCertificate": file("intermediaer-test-signature.cer")}
    addressee = {"serviceElementType": "OSCI_ADDRESSEE", "serviceElementName": "InternetEmpfänger",
                 "serviceElementDescriptionName": "InternetEmpfänger",
                 "cipherCertificate": file("musterstadt-osci-test.cer")}
    wsdl = ('<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" targetNamespace="%s"/>' % uri)
    return {"nameDe": uri.rsplit("/", 1)[1], "serviceSpecificationType": "WSDL_OSCI",
            "serviceSpecificationUri": uri, "serviceSpecificationDocument": wsdl,
            "serviceElements": [element, addressee]}


for number in range(count):
    uris = ["http://www.osci.de/beispiel/masse/%d" % i for i in range(3)]
    entered = uris[:2] if number == count - 1 else uris
    entry = {"nameDe": "Gemeinde %d" % number, "category": "Sozialamt", "organizationKeys": ["soa:8%07d" % number],
             "clientCertificates": [file("dvdv-client-test.cer")] if number == 0 else [],
             "services": [service(uri) for uri in entered]}
    (entries / ("%04d.json" % number)).write_text(json.dumps(entry, ensure_ascii=False))
    (profiles / ("gemeinde-%04d.toml" % number)).write_text(
        '[mandant]\norganisation = "soa:8%07d"\ncategory = "Sozialamt"\n' % number
        + "".join('[leistung.l%d]\ndvdv_uri = "%s"\n' % (i, uri) for i, uri in enumerate(uris))
        + '[env.test]\nrecipient_certificate = "%s"\nintermediary_url = "https://127.0.0.1:9/osci"\n'
        % (pki / "musterstadt-osci-test.cer"))
