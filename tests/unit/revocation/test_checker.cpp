// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "pki/certificate.hpp"
#include "revocation/checker.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace anb;
using revocation::Checker;
using revocation::Mode;

namespace {

pki::FactsPtr facts(const std::string& name)
{
    const auto file = std::string(ANB_TESTDATA "/") + name;
    const auto certificates = pki::load_certificates(base::read_file(file, 1 << 20), file);
    return std::make_shared<const pki::Facts>(
        pki::read_facts(certificates.front().to_der()).value());
}

/// A leaf that names addresses, its CA and the root.
pki::Path path()
{
    auto leaf = std::make_shared<pki::Facts>(*facts("pki/musterstadt-prod.pem"));
    leaf->ocsp_urls = {"http://ocsp.example"};
    leaf->crl_urls = {"ldap://ldap.example/x", "http://crl.example/x.crl"};
    pki::Path path;
    path.certificates = {leaf, facts("pki/ca.pem"), facts("pki/root.pem")};
    path.complete = true;
    return path;
}

struct Asked {
    std::vector<std::string> urls;
    base::Report report;

    explicit Asked(Mode mode, bool online = true, int times = 1)
    {
        revocation::Options options;
        options.mode = mode;
        options.at = *base::parse_time("2026-11-23");
        if (online) {
            options.fetch = [this](const std::string& url, base::ByteView) {
                urls.push_back(url);
                return revocation::Fetched{"time_out", {}};
            };
        }
        Checker checker(std::move(options));
        for (int i = 0; i < times; ++i) {
            report = {};
            checker.check(path(), report);
        }
    }

    std::string codes() const
    {
        std::string text;
        for (const auto& finding : report.findings) {
            text += finding.code + (finding.severity == base::Severity::error ? "! " : " ");
        }
        return text;
    }
    bool unchecked(std::string_view reason) const
    {
        return std::ranges::any_of(report.unchecked, [&](const base::Unchecked& point) {
            return point.element == "revocation" && point.reason == reason;
        });
    }
};

} // namespace

TEST_CASE("revocation::Checker: sources in their order, each asked once")
{
    const Asked asked(Mode::automatic, true, 3);
    CHECK(asked.urls == std::vector<std::string>{"http://ocsp.example", "http://crl.example/x.crl",
                                                 "ldap://ldap.example/x"});
    CHECK(asked.codes() == "ANB-C192 ANB-C192 ANB-C192 ANB-C146 ");
    CHECK(asked.unchecked("no_source")); // the CA names none
}

TEST_CASE("revocation::Checker: what cannot be found out is an error when it is required")
{
    CHECK(Asked(Mode::required).codes() == "ANB-C192! ANB-C192! ANB-C192! ANB-C146! ANB-C146! ");
}

TEST_CASE("revocation::Checker: nobody is asked without a wish or a network, and that is said")
{
    const Asked off(Mode::off);
    CHECK(off.urls.empty());
    CHECK(off.codes().empty());
    CHECK(off.unchecked("off"));
    const Asked offline(Mode::automatic, false);
    CHECK(offline.codes().empty());
    CHECK(offline.unchecked("offline"));
    CHECK(Asked(Mode::required, false).codes() == "ANB-C146! ANB-C146! ");
}
