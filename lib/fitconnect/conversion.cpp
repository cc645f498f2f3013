// SPDX-License-Identifier: EUPL-1.2

#include "fitconnect/conversion.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace anb::fitconnect {

namespace {

using base::Severity;

std::string_view usage_name(KeyRole role)
{
    return role == KeyRole::encryption ? "keyEncipherment" : "digitalSignature";
}

const pki::Certificate& leaf(const Store& store)
{
    return store.content.identity.chain.front();
}

base::Report facts_of(const Store& store)
{
    const auto& certificate = leaf(store);
    const auto& identity = store.content.identity;
    base::Report report;
    report.subject = "file:" + store.origin;
    report.facts = {{"subject", certificate.subject(), false},
                    {"issuer", certificate.issuer(), false},
                    {"not_before", base::format_time(certificate.not_before()), false},
                    {"not_after", base::format_time(certificate.not_after()), false},
                    {"modulus_bits", std::to_string(identity.key.bits()), true},
                    {"chain_length", std::to_string(identity.chain.size()), true},
                    {"fingerprint",
                     base::to_hex(certificate.fingerprint(crypto::DigestAlgorithm::sha256)),
                     false}};
    report.findings = store.content.findings;
    for (auto& finding : report.findings) {
        finding.where.clear();
    }
    return report;
}

base::Finding note(std::string_view code, const Store& store, KeyRole role)
{
    return {.severity = Severity::note,
            .code = std::string(code),
            .values = {{"file", store.origin},
                       {"subject", leaf(store).subject()},
                       {"role", std::string(usage_name(role))}},
            .where = {},
            .element = "key_usage",
            .found = {},
            .expected = {},
            .rule = "fit-connect:crypto"};
}

/// Adds a verdict on one pair to that of its store; what both roles share is said once.
void merge(base::Report verdict, const std::string& origin, base::Report& report)
{
    for (auto& finding : verdict.findings) {
        finding.where = origin;
        const auto same = [&](const base::Finding& other) {
            return other.code == finding.code && other.values == finding.values;
        };
        if (finding.severity != Severity::note && std::ranges::none_of(report.findings, same)) {
            report.findings.push_back(std::move(finding));
        }
    }
    for (auto& point : verdict.unchecked) {
        const auto same = [&](const base::Unchecked& other) {
            return other.element == point.element;
        };
        if (std::ranges::none_of(report.unchecked, same)) {
            report.unchecked.push_back(std::move(point));
        }
    }
}

} // namespace

bool Conversion::accepted() const
{
    return std::ranges::all_of(reports, &base::Report::accepted);
}

Conversion convert(const std::vector<Store>& stores, const ConversionRequest& request)
{
    Conversion conversion;
    std::ranges::transform(stores, std::back_inserter(conversion.reports), facts_of);
    for (const auto role : request.roles) {
        const auto found = std::ranges::find_if(
            stores, [&](const Store& store) { return allows(leaf(store), role); });
        if (found == stores.end()) {
            conversion.reports.front().findings.push_back(note("ANB-J133", stores.front(), role));
            continue;
        }
        auto& report = conversion.reports[static_cast<std::size_t>(found - stores.begin())];
        if (stores.size() > 1) {
            report.findings.push_back(note("ANB-J137", *found, role));
        }
        conversion.pairs.push_back(
            {role, make_pair(found->content.identity, role, request.kid, request.with_root)});
        const auto& pair = conversion.pairs.back();
        try_out(pair);
        merge(check_key(pair.pair.public_key, role, request.rules, {}), found->origin, report);
    }
    if (conversion.pairs.empty()) {
        std::vector<std::string> names;
        std::ranges::transform(request.roles, std::back_inserter(names),
                               [](KeyRole role) { return std::string(usage_name(role)); });
        throw base::Error(base::ErrorKind::input, "ANB-J134", {{"role", base::join(names, ", ")}});
    }
    return conversion;
}

} // namespace anb::fitconnect
