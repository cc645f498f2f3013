// Tests of dvdv/wsdl.hpp. SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "dvdv/wsdl.hpp"
#include "entries.hpp"

#include <doctest/doctest.h>

using namespace anb;

namespace {

std::string code_of(const std::string& document)
{
    try {
        dvdv::read_wsdl(document);
    } catch (const base::Error& error) {
        return error.code();
    }
    return "read";
}

} // namespace

TEST_CASE("dvdv::read_wsdl: reads the OSCI profile")
{
    const auto wsdl = dvdv::read_wsdl(entries::k_wsdl);
    CHECK(wsdl.target_namespace == entries::k_uri);
    CHECK(wsdl.signature_level == "advanced");
    CHECK(wsdl.encrypted == true);
    CHECK(wsdl.readers == std::vector<std::string>{"Inhalt"});
    REQUIRE(wsdl.operations.size() == 1);
    const auto& operation = wsdl.operations.front();
    CHECK(operation.communication_type == "one-way-active");
    CHECK(operation.subject == "Antrag");
    REQUIRE(operation.containers.size() == 2);
    CHECK(operation.containers[0].name == "ANTRAG");
    CHECK(operation.containers[0].required);
    CHECK(operation.containers[0].signature_level == "none");
    CHECK(operation.containers[0].encrypted == true);
    CHECK(operation.containers[0].readers == std::vector<std::string>{"Inhalt"});
    CHECK_FALSE(operation.containers[1].encrypted);
    CHECK(wsdl.intermediaries == std::vector<std::string>{"InternetIntermediär"});
    CHECK(wsdl.addressees == std::vector<std::string>{"InternetEmpfänger"});
    REQUIRE(wsdl.ports.size() == 2);
    CHECK(wsdl.ports[0].required);
    CHECK_FALSE(wsdl.ports[1].required);
    CHECK(wsdl.ports[0].addressee == "InternetEmpfänger");
}

TEST_CASE("dvdv::read_wsdl: refuses what is no WSDL")
{
    for (const std::string document :
         {"", "kein XML", "<a/>", "<definitions/>",
          "<definitions xmlns='http://schemas.xmlsoap.org/wsdl/'>",
          "<!DOCTYPE d [<!ENTITY e 'x'>]><definitions "
          "xmlns='http://schemas.xmlsoap.org/wsdl/'>&e;</definitions>",
          "<?xml version='1.0' encoding='UTF-8'?><definitions "
          "xmlns='http://schemas.xmlsoap.org/wsdl/'>\xff</definitions>"}) {
        CAPTURE(document);
        CHECK(code_of(document) == "ANB-D225");
    }
    CHECK(code_of("<w:definitions xmlns:w='http://schemas.xmlsoap.org/wsdl/'/>") == "read");
}
