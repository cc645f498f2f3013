// SPDX-License-Identifier: EUPL-1.2

#include "fitconnect/detail/key_rules.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace anb::fitconnect::detail {

namespace {

using base::Severity;

constexpr std::string_view k_documentation = "fit-connect:crypto";
constexpr std::string_view k_specification = "fit-connect:submission-api";
constexpr std::string_view k_exponent = "AQAB";

std::string_view operation(KeyRole role, bool is_private)
{
    return is_private ? private_operation(role) : public_operation(role);
}

} // namespace

std::optional<KeyRole> role_of(const Members& members)
{
    for (const auto role : {KeyRole::encryption, KeyRole::signature}) {
        if (members.alg == algorithm(role)) {
            return role;
        }
    }
    for (const auto role : {KeyRole::encryption, KeyRole::signature}) {
        if (members.key_ops.size() == 1 &&
            members.key_ops.front() == operation(role, members.is_private)) {
            return role;
        }
    }
    return std::nullopt;
}

void check_members(const Members& members, std::optional<KeyRole> role, const std::string& where,
                   base::Report& report)
{
    const auto find = [&](Severity severity, std::string_view code, std::string_view element,
                          const std::string& found, const std::string& expected,
                          std::string_view rule) {
        report.findings.push_back({.severity = severity,
                                   .code = std::string(code),
                                   .values = {{"found", found}, {"expected", expected}},
                                   .where = where + "/" + std::string(element),
                                   .element = std::string(element),
                                   .found = found,
                                   .expected = expected,
                                   .rule = std::string(rule)});
    };
    const auto or_dash = [](const std::string& text) { return text.empty() ? "-" : text; };

    report.facts.push_back({"kid", members.kid, false});
    if (!members.key.is_rsa()) {
        find(Severity::error, "ANB-J501", "kty", members.key.type_name(), "RSA", k_specification);
        return;
    }
    const auto bits = members.key.bits();
    const auto numbers = members.key.numbers();
    const auto exponent = base::to_base64url(numbers.e);
    report.facts.push_back({"thumbprint", jose::thumbprint(members.key), false});
    report.facts.push_back({"modulus_bits", std::to_string(bits), true});
    report.facts.push_back({"alg", members.alg, false});
    report.facts.push_back({"key_ops", base::join(members.key_ops, " "), false});

    const auto wanted_bits = std::to_string(k_min_modulus_bits);
    if (bits < k_min_modulus_bits) {
        find(Severity::error, "ANB-J502", "n", std::to_string(bits), ">= " + wanted_bits,
             k_documentation);
    } else if (bits > k_min_modulus_bits) {
        find(Severity::warning, "ANB-J503", "n", std::to_string(bits), wanted_bits,
             k_documentation);
    }
    if (exponent != k_exponent) {
        find(Severity::error, "ANB-J504", "e", base::printable(exponent, 40),
             std::string(k_exponent), k_specification);
    }
    const auto wanted_alg = role ? std::string(algorithm(*role)) : "RSA-OAEP-256, PS512";
    if (!role || members.alg != wanted_alg) {
        find(Severity::error, "ANB-J506", "alg", or_dash(members.alg), wanted_alg, k_specification);
    }
    const auto wanted_operation =
        role ? std::string(operation(*role, members.is_private)) : std::string();
    if (role && members.key_ops != std::vector{wanted_operation}) {
        find(Severity::error, "ANB-J505", "key_ops", or_dash(base::join(members.key_ops, ", ")),
             wanted_operation, k_specification);
    }
    const auto length = base::display_width(members.kid);
    if (length < 8 || length > 64) {
        find(Severity::error, "ANB-J507", "kid", std::to_string(length), "8–64", k_specification);
    }
}

std::optional<std::string> unfit_to_verify(const jose::PublicJwk& jwk)
{
    if (!jwk.alg.empty() && jwk.alg != algorithm(KeyRole::signature)) {
        return "alg";
    }
    if (!jwk.use.empty() && jwk.use != "sig") {
        return "use";
    }
    if (!jwk.key_ops.empty() &&
        jwk.key_ops != std::vector{std::string(public_operation(KeyRole::signature))}) {
        return "key_ops";
    }
    if (!jwk.key.is_rsa() || jwk.key.bits() < k_min_modulus_bits) {
        return fmt::format("{} {} < {}", jwk.key.type_name(), jwk.key.bits(), k_min_modulus_bits);
    }
    if (base::to_base64url(jwk.key.numbers().e) != k_exponent) {
        return "e";
    }
    if (!jwk.x5c.empty() && jwk.x5c.front().public_key() != jwk.key) {
        return "x5c";
    }
    return std::nullopt;
}

} // namespace anb::fitconnect::detail
