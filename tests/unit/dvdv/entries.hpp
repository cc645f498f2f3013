// A service of an invented authority and certificates for it, made for these tests.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "crypto/digest.hpp"
#include "dvdv/model.hpp"
#include "pki/facts.hpp"
#include "pki/issue.hpp"

#include <string>

namespace entries {

using namespace anb;

inline const auto k_now = *base::parse_time("2026-11-24T08:00:00Z");
inline const std::string k_uri = "http://www.osci.de/beispiel/probe/1/antrag.wsdl";
inline const std::string k_key = "soa:05999000";

inline const std::string k_wsdl = R"(<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:o="http://www.osci.de/2006/07/wsdl/"
    xmlns:t="http://www.dvdv.de/dvdv/template/" targetNamespace="http://www.osci.de/beispiel/probe/1/antrag.wsdl">
  <binding name="b">
    <o:binding signatureLevel="advanced" encrypted="true"><o:reader name="Inhalt"/></o:binding>
    <operation name="senden">
      <o:operation communicationType="one-way-active" subject="Antrag"/>
      <input>
        <o:container name="ANTRAG" required="true" signatureLevel="none" encrypted="true">
          <o:readerRef ref="Inhalt"/>
        </o:container>
        <o:container required="false"/>
      </input>
    </operation>
  </binding>
  <service name="s">
    <o:devices>
      <o:intermediary name="InternetIntermediär" uri=""/>
      <o:addressee name="InternetEmpfänger"/>
    </o:devices>
    <port name="internet"><documentation><t:use>required</t:use></documentation>
      <o:address><o:intermediaryRef ref="InternetIntermediär"/><o:addresseeRef ref="InternetEmpfänger"/></o:address>
    </port>
    <port name="testa"><documentation><t:use>optional</t:use></documentation>
      <o:address><o:intermediaryRef ref="TESTAIntermediär"/><o:addresseeRef ref="TESTAEmpfänger"/></o:address>
    </port>
  </service>
</definitions>)";

/// As the directory enters it: every descriptive text fits.
inline dvdv::Certificate entered(const pki::Certificate& certificate)
{
    dvdv::Certificate result;
    result.content = certificate.to_der();
    const auto facts = pki::read_facts(result.content);
    result.fingerprint = base::to_hex(facts->fingerprint(crypto::DigestAlgorithm::sha1));
    result.validity = {facts->not_before.value, facts->not_after.value};
    result.key_usage = facts->key_usage.value_or(0);
    return result;
}

inline dvdv::ServiceElement element(const std::string& name, const std::string& type)
{
    dvdv::ServiceElement result;
    result.name = name;
    result.description_name = name;
    result.type = type;
    result.required = true;
    return result;
}

} // namespace entries
