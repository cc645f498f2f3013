// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/dvdv/builtin.hpp"

namespace anb::sandbox {

namespace {

constexpr const char* k_reader = "Inhaltsdaten-Verschlüsselungszertifikat";
constexpr const char* k_intermediary = "InternetIntermediär";
constexpr const char* k_addressee = "InternetEmpfänger";

/// A WSDL as DVDV's templates have it (dvdv.md §8): the profile of the dialogue is in it, addresses
/// and certificates are not.
constexpr std::string_view k_wsdl = R"(<?xml version="1.0" encoding="UTF-8"?>
<definitions name="beispielHilfeZumLebensunterhaltAntragV1"
    targetNamespace="http://www.osci.de/beispiel/hilfe-zum-lebensunterhalt/1/antrag.wsdl"
    xmlns="http://schemas.xmlsoap.org/wsdl/"
    xmlns:osci="http://www.osci.de/2006/07/wsdl/"
    xmlns:tpl="http://www.dvdv.de/dvdv/template/"
    xmlns:tns="http://www.osci.de/beispiel/hilfe-zum-lebensunterhalt/1/antrag.wsdl"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <documentation>Beispieldienst des Prüfstands: nimmt Anträge auf Hilfe zum Lebensunterhalt an.
  </documentation>
  <types>
    <xs:schema
        targetNamespace="http://www.osci.de/beispiel/hilfe-zum-lebensunterhalt/1/antrag.wsdl">
      <xs:complexType name="antrag">
        <xs:sequence>
          <xs:any namespace="##other" processContents="lax"/>
        </xs:sequence>
      </xs:complexType>
      <xs:complexType name="anlagen">
        <xs:sequence>
          <xs:any minOccurs="0" maxOccurs="unbounded" processContents="lax"/>
        </xs:sequence>
      </xs:complexType>
    </xs:schema>
  </types>
  <message name="antragsdaten">
    <part name="antrag" type="tns:antrag"/>
    <part name="anlagen" type="tns:anlagen"/>
  </message>
  <portType name="antragAnnehmenInterface">
    <operation name="antragAnnehmen">
      <input message="tns:antragsdaten"/>
    </operation>
  </portType>
  <binding name="osciBinding" type="tns:antragAnnehmenInterface">
    <osci:binding signatureLevel="advanced" encrypted="true">
      <osci:reader name="Inhaltsdaten-Verschlüsselungszertifikat">
        <tpl:certificate/>
      </osci:reader>
    </osci:binding>
    <operation name="antragAnnehmen">
      <osci:operation communicationType="one-way-active" subject="Antrag"/>
      <input>
        <osci:container name="ANTRAGSDATEN" required="true" signatureLevel="none" encrypted="true">
          <osci:readerRef ref="Inhaltsdaten-Verschlüsselungszertifikat"/>
          <osci:part>
            <osci:content part="tns:antrag"/>
          </osci:part>
        </osci:container>
        <osci:container name="ANLAGEN" required="false" signatureLevel="none" encrypted="true">
          <osci:readerRef ref="Inhaltsdaten-Verschlüsselungszertifikat"/>
          <osci:part>
            <osci:content part="tns:anlagen"/>
          </osci:part>
        </osci:container>
      </input>
    </operation>
  </binding>
  <service name="antragAnnehmenService">
    <osci:devices>
      <osci:intermediary name="InternetIntermediär" uri="">
        <osci:signatureCertificate>
          <tpl:certificate/>
        </osci:signatureCertificate>
        <osci:cipherCertificate>
          <tpl:certificate/>
        </osci:cipherCertificate>
      </osci:intermediary>
      <osci:addressee name="InternetEmpfänger">
        <osci:cipherCertificate>
          <tpl:certificate/>
        </osci:cipherCertificate>
      </osci:addressee>
    </osci:devices>
    <port name="antragAnnehmenInternetPort" binding="tns:osciBinding">
      <documentation>
        <tpl:use>required</tpl:use>
      </documentation>
      <osci:address>
        <osci:intermediaryRef ref="InternetIntermediär"/>
        <osci:addresseeRef ref="InternetEmpfänger"/>
      </osci:address>
    </port>
  </service>
</definitions>
)";

json::Value file(const std::string& name)
{
    return {{"file", name + ".cer"}};
}

json::Value element(const char* name, const char* type)
{
    return {{"serviceElementName", name},
            {"serviceElementDescriptionName", name},
            {"serviceElementType", type},
            {"required", true}};
}

json::Value service(const std::string& environment, const std::string& intermediary)
{
    auto first = element(k_intermediary, "OSCI_INTERMEDIARY");
    first["serviceElementUri"] = intermediary;
    first["cipherCertificate"] = file("intermediaer-" + environment + "-cipher");
    first["signatureCertificate"] = file("intermediaer-" + environment + "-signature");
    first["providerId"] = 800;
    first["providerNameDe"] = "Rechenzentrum Musterland";
    auto second = element(k_addressee, "OSCI_ADDRESSEE");
    second["cipherCertificate"] = file("musterstadt-osci-" + environment);
    auto third = element(k_reader, "CIPHER_CERTIFICATE");
    third["cipherCertificate"] = file("musterstadt-osci-" + environment);
    return {{"validFrom", "2025-01-01T00:00:00.000Z"},
            {"nameDe", "beispielHilfeZumLebensunterhaltAntragV1"},
            {"descriptionDe", "Antrag auf Hilfe zum Lebensunterhalt (Beispiel)"},
            {"serviceSpecificationType", "WSDL_OSCI"},
            {"serviceSpecificationUri", k_builtin_service_uri},
            {"serviceSpecificationDocument", std::string(k_wsdl)},
            {"serviceElements",
             json::Value::array({std::move(first), std::move(second), std::move(third)})}};
}

} // namespace

DvdvEntry builtin_entry(Pki& keys, const std::string& environment, const std::string& intermediary)
{
    keys.make_directory_files(environment);
    const json::Value organization = {
        {"nameDe", "Stadt Musterstadt, Sozialamt"},
        {"postalAddress", "Rathausplatz 1\n99999 Musterstadt"},
        {"locationStateId", 5},
        {"category", "Sozialamt"},
        {"organizationKeys", json::Value::array({"soa:05999000"})},
        {"clientCertificates", json::Value::array({file("dvdv-client-" + environment)})},
        {"services", json::Value::array({service(environment, intermediary)})}};
    return parse_entry(json::dump(organization), "musterstadt.json", keys.folder());
}

} // namespace anb::sandbox
