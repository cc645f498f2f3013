// SPDX-License-Identifier: EUPL-1.2

#include "fitconnect/addressing.hpp"
#include "unit/fitconnect/bench.hpp"

#include <doctest/doctest.h>

using namespace anb;

namespace {

constexpr const char* k_region = "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:05999";

fitconnect::AddressingInformation information()
{
    fitconnect::AddressingInformation information;
    information.destination = fitconnect::DestinationId::parse(bench::k_id);
    information.issued_at = bench::k_now;
    information.services = {{{k_region}, {"urn:de:fim:leika:leistung:99123456760610"}}};
    return information;
}

std::size_t faults(const fitconnect::AddressingInformation& information,
                   const std::optional<jose::PublicJwk>& key = std::nullopt)
{
    const auto report =
        fitconnect::check_addressing_current(information, bench::destination(), key);
    for (const auto& finding : report.findings) {
        CHECK(finding.code == "ANB-F305");
        CHECK(finding.severity == base::Severity::error);
    }
    return report.findings.size();
}

} // namespace

TEST_CASE("fitconnect::check_addressing_current: compares services, regions and the key's date")
{
    CHECK(faults(information()) == 0);
    auto other = information();
    other.services.front().region_ids.push_back(std::string(k_region) + "0000000");
    CHECK(faults(other) == 1);
    other = information();
    other.services.clear();
    CHECK(faults(other) == 1);
    const auto key = bench::jwk(fitconnect::KeyRole::encryption, "k");
    CHECK(faults(information(), key) == 0);
    other = information();
    other.issued_at = bench::k_now - base::Seconds(2 * 86400);
    CHECK(faults(other, key) == 1);
}

TEST_CASE("fitconnect::region_of: takes the URN off")
{
    CHECK(fitconnect::region_of(k_region) == "DE05999");
    CHECK(fitconnect::region_of("DE05") == "DE05");
}
