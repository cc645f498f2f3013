// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "pki/check.hpp"
#include "testdata.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace anb;
using namespace anb::pki;
using pki::test::certificate;
using pki::test::time;

namespace {

constexpr auto k_day = "2026-11-23T12:00:00Z";

FactsPtr facts(const std::string& name)
{
    return std::make_shared<const Facts>(read_facts(certificate(name).to_der()).value());
}

/// A leaf, what lies in its file, and the anchors: judged on a day.
struct Case {
    std::string leaf;
    std::vector<std::string> beside = {};
    std::vector<std::string> anchors = {};
    CheckOptions options = {};
    std::string day = k_day;

    Path path() const
    {
        Issuers file, trust;
        for (const auto& name : beside) {
            file.add(facts(name));
        }
        for (const auto& name : anchors) {
            trust.add_anchor(facts(name), "given");
        }
        const Issuers* pools[] = {&file, &trust};
        return build_path(facts(leaf), pools, time(day));
    }

    base::Report report() const
    {
        auto judged = options;
        judged.at = time(day);
        judged.anchors_given = !anchors.empty();
        return check(path(), judged);
    }

    /// "C101 C142": the findings that are no notes, ascending.
    std::string codes() const
    {
        std::set<std::string> codes;
        for (const auto& finding : report().findings) {
            if (finding.severity != base::Severity::note) {
                codes.insert(finding.code.substr(4));
            }
        }
        return base::join(std::vector<std::string>(codes.begin(), codes.end()), " ");
    }
};

CheckOptions use(Use use, Environment environment = Environment::test)
{
    CheckOptions options;
    options.use = use;
    options.environment = environment;
    return options;
}

} // namespace

TEST_CASE("pki::build_path: from the leaf to an anchor, whatever lies beside it")
{
    const Case good{"musterstadt-prod", {"musterdorf-short", "ca", "impostor-root"}, {"root"}};
    const auto path = good.path();
    CHECK(path.complete);
    CHECK(path.anchor_set == "given");
    CHECK(path.flaws.empty());
    REQUIRE(path.certificates.size() == 3);
    CHECK(path.certificates[1]->subject.to_text() == certificate("ca").subject());
    CHECK(path.certificates[2]->self_issued());
    CHECK(good.codes().empty());
}

TEST_CASE("pki::check: an incomplete or foreign chain")
{
    CHECK(Case{"musterstadt-prod", {}, {"root"}}.codes() == "C142");
    CHECK(Case{"musterstadt-prod", {"ca", "impostor-root"}, {"musterdorf-short"}}.codes() ==
          "C142");
    CHECK(Case{"musterstadt-prod", {"ca", "root"}, {"impostor-root"}}.codes() == "C134");
    const auto silent = Case{"musterstadt-prod"}.report();
    CHECK(silent.findings.empty());
    REQUIRE(silent.unchecked.size() >= 1);
    CHECK(std::ranges::any_of(silent.unchecked, [](const base::Unchecked& point) {
        return point.element == "chain" && point.reason == "no_anchor";
    }));
}

TEST_CASE("pki::check: the last second counts, the limits count whole days")
{
    const auto on = [](std::string day) {
        return Case{"musterstadt-prod", {"ca"}, {"root"}, {}, std::move(day)}.codes();
    };
    CHECK(on("2025-12-31T23:59:59Z").find("C121") != std::string::npos);
    CHECK(on("2026-01-01T00:00:00Z").empty());
    CHECK(on("2035-11-01T23:59:59Z").empty());        // 60 days
    CHECK(on("2035-11-02T00:00:00Z") == "C120 C124"); // 59 days and a bit; the CA ends then too
    CHECK(on("2035-12-10T23:59:59Z") == "C120 C124"); // 21 days
    CHECK(on("2035-12-11T00:00:00Z") == "C119 C123");
    CHECK(on("2035-12-31T23:59:59Z") == "C119 C123");
    CHECK(on("2036-01-01T00:00:00Z").starts_with("C101"));
}

TEST_CASE("pki::check: uses have rules of their own")
{
    const auto judged = [](std::string leaf, CheckOptions options) {
        return Case{std::move(leaf), {"ca"}, {"root"}, options}.codes();
    };
    CHECK(judged("musterstadt-prod", use(Use::fitconnect, Environment::production)).empty());
    CHECK(judged("musterstadt-short", use(Use::fitconnect)) == "C140");
    CHECK(judged("musterstadt-short", use(Use::osci)) == "C143");
    auto strict = use(Use::osci);
    strict.strict = true;
    const auto report = Case{"musterstadt-short", {"ca"}, {"root"}, strict}.report();
    CHECK(std::ranges::any_of(report.findings, [](const base::Finding& finding) {
        return finding.code == "ANB-C143" && finding.severity == base::Severity::error;
    }));
    CHECK(judged("musterstadt-encrypt", use(Use::fitconnect_enc)).empty());
    CHECK(judged("musterstadt-encrypt", use(Use::fitconnect_sig)) == "C141");
    CHECK(judged("musterstadt-sign", use(Use::fitconnect_enc)) == "C141");
    CHECK(judged("ca", use(Use::osci)).find("C155") != std::string::npos);
    CHECK(judged("elliptic", use(Use::osci)).find("C147") != std::string::npos);
    CHECK(judged("elliptic", {}).find("C147") == std::string::npos);
}

TEST_CASE("pki::check: every finding of a rule names its source, what was found and expected")
{
    const auto report = Case{"musterstadt-short", {"ca"}, {"root"}, use(Use::fitconnect)}.report();
    const auto finding = std::ranges::find(report.findings, "ANB-C140", &base::Finding::code);
    REQUIRE(finding != report.findings.end());
    CHECK(finding->element == "key_bits");
    CHECK(finding->found.find("2048") != std::string::npos);
    CHECK(finding->expected.find("4096") != std::string::npos);
    CHECK_FALSE(finding->rule.empty());
}

TEST_CASE("pki::rules: each has a source and words, none stands twice")
{
    for (const auto each : {Use::general, Use::fitconnect, Use::fitconnect_enc, Use::fitconnect_sig,
                            Use::osci, Use::dvdv_client, Use::tls}) {
        std::set<std::string_view> codes;
        for (const auto& rule : each == Use::general ? general_rules() : rules_of(each)) {
            CAPTURE(rule.code);
            CHECK(codes.insert(rule.code).second);
            CHECK_FALSE(rule.source.empty());
            CHECK_FALSE(rule.element.empty());
            CHECK_FALSE(rule.expected.empty());
            CHECK(find_rule(each, rule.code) == &rule);
        }
        CHECK_FALSE(codes.empty());
        CHECK((each == Use::general || to_use(key(each)) == each));
    }
    CHECK_FALSE(to_use("email").has_value());
    CHECK(find_rule(Use::general, "ANB-C141") == nullptr);
}

TEST_CASE("pki::check: self-signed is allowed for FIT-Connect in test, and only there")
{
    const auto refused = [](Use wanted, Environment environment) {
        const Case self_signed{"root", {}, {"musterstadt-prod"}, use(wanted, environment)};
        const auto codes = self_signed.codes();
        return codes.find("C130") != std::string::npos || codes.find("C133") != std::string::npos;
    };
    for (const auto wanted : {Use::fitconnect, Use::fitconnect_enc, Use::fitconnect_sig}) {
        CHECK_FALSE(refused(wanted, Environment::test));
        CHECK(refused(wanted, Environment::production));
        CHECK(refused(wanted, Environment::unknown));
    }
    for (const auto wanted : {Use::general, Use::osci, Use::dvdv_client, Use::tls}) {
        CHECK(refused(wanted, Environment::test));
        CHECK(refused(wanted, Environment::production));
    }
    CHECK(Case{"impostor-root", {}, {"root"}, use(Use::fitconnect)}.codes().find("C134") !=
          std::string::npos);
}
