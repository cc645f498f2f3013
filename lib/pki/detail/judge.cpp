// SPDX-License-Identifier: EUPL-1.2

#include "pki/detail/judge.hpp"

#include "base/text.hpp"
#include "pki/detail/oid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace anb::pki::detail {

void Judge::find(std::string_view code, std::string found, std::string expected,
                 base::Values values)
{
    const auto* rule = find_rule(m_options.use, code);
    if (rule == nullptr) {
        return;
    }
    const auto level =
        m_options.environment == Environment::production ? rule->production : rule->test;
    if (level == Level::off) {
        return;
    }
    const auto severity = level == Level::error     ? base::Severity::error
                          : level == Level::warning ? base::Severity::warning
                                                    : base::Severity::note;
    find_as(severity, code, std::move(found), std::move(expected), std::move(values));
}

void Judge::find_as(base::Severity severity, std::string_view code, std::string found,
                    std::string expected, base::Values values)
{
    const auto* rule = find_rule(m_options.use, code);
    base::Finding finding;
    finding.severity = severity;
    finding.code = code;
    finding.values = std::move(values);
    finding.found = std::move(found);
    finding.expected = std::move(expected);
    if (rule != nullptr) {
        finding.element = rule->element;
        finding.rule = rule->source;
        if (finding.expected.empty()) {
            finding.expected = rule->expected;
        }
    }
    m_report.findings.push_back(std::move(finding));
}

std::optional<int> Judge::limit(std::string_view code) const
{
    const auto* rule = find_rule(m_options.use, code);
    return rule == nullptr ? std::nullopt : std::optional(rule->limit);
}

std::optional<base::Severity> Judge::worst(std::string_view code) const
{
    std::optional<base::Severity> worst;
    for (const auto& finding : m_report.findings) {
        if (finding.code == code) {
            worst = std::max(worst.value_or(finding.severity), finding.severity);
        }
    }
    return worst;
}

void judge_encoding(Judge& judge, const Facts& facts)
{
    for (const auto& damage : facts.damages) {
        const bool in_extension =
            std::ranges::any_of(facts.extensions, [&](const Extension& extension) {
                return extension.name() == damage.field;
            });
        const auto place = fmt::format("{} @ {}", damage.field, damage.offset);
        judge.find(damage.field == "subjectPublicKeyInfo" ? "ANB-C149"
                   : in_extension                         ? "ANB-C176"
                                                          : "ANB-C402",
                   place,
                   {{"field", damage.field},
                    {"offset", std::to_string(damage.offset)},
                    {"reason", std::string(der::key(damage.reason))}});
    }
    if (facts.version < 3) {
        judge.find("ANB-C174", std::to_string(facts.version), {});
    }
    constexpr std::size_t k_longest_serial = 20;
    const auto zero =
        std::ranges::all_of(facts.serial, [](std::byte octet) { return octet == std::byte{0}; });
    const bool negative = !facts.serial.empty() && facts.serial.front() >= std::byte{0x80};
    if (!facts.serial.empty() && (zero || negative || facts.serial.size() > k_longest_serial)) {
        judge.find("ANB-C175", facts.serial_text(), {});
    }
}

void judge_key(Judge& judge, const Facts& facts)
{
    constexpr int k_most_bits = 16384;
    const auto& key = facts.key;
    if (key.modulus.empty()) {
        return;
    }
    const bool even = (key.modulus.back() & std::byte{1}) == std::byte{0};
    const bool bad_exponent = key.exponent.empty() || key.exponent.front() >= std::byte{0x80} ||
                              (key.exponent.back() & std::byte{1}) == std::byte{0};
    if (even || key.bits == 0 || bad_exponent || key.bits > k_most_bits) {
        const auto* reason = key.bits == 0            ? "n <= 0"
                             : even                   ? "n even"
                             : key.bits > k_most_bits ? "n > 16384 bit"
                                                      : "e";
        judge.find("ANB-C149", reason, {{"field", "subjectPublicKeyInfo"}, {"reason", reason}});
    }
}

void judge_algorithm(Judge& judge, const Facts& facts, bool own)
{
    if (facts.outer_algorithm.oid.empty()) {
        return;
    }
    const auto name = facts.outer_algorithm.to_text();
    const auto lower = base::to_lower_ascii(name);
    const auto is_weak = [&](std::string_view digest) {
        return lower.find(digest) != std::string::npos;
    };
    constexpr std::array<std::string_view, 4> k_weak{"md2", "md4", "md5", "sha1"};
    const bool weak = std::ranges::any_of(k_weak, is_weak) || lower == "dsawithsha" ||
                      lower == "shawithrsaencryption";
    if (weak && !own) {
        judge.find("ANB-C160", name, {{"found", name}, {"subject", facts.subject.to_text()}});
    }
    if (!facts.inner_algorithm.oid.empty() &&
        !std::ranges::equal(facts.inner_algorithm.der, facts.outer_algorithm.der)) {
        judge.find("ANB-C162", name, facts.inner_algorithm.to_text(), {});
    }
}

void judge_extensions(Judge& judge, const Facts& facts)
{
    for (const auto& name : facts.unknown_critical) {
        judge.find("ANB-C172", name, {{"found", name}, {"subject", facts.subject.to_text()}});
    }
    for (const auto& name : facts.repeated) {
        judge.find("ANB-C173", name, {{"found", name}});
    }
}

} // namespace anb::pki::detail
