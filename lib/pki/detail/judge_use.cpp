// SPDX-License-Identifier: EUPL-1.2

#include "pki/detail/judge.hpp"

#include <algorithm>

namespace anb::pki::detail {

namespace {

/// Usages of one role: any of `full` will do, `substitute` with a warning.
struct Role {
    std::string_view name; ///< of the wanted usage
    std::uint16_t full;
    std::uint16_t substitute;
    std::string_view substitute_name;
};

constexpr Role k_sign{"digitalSignature", digital_signature, non_repudiation, "nonRepudiation"};
constexpr Role k_encrypt{"keyEncipherment", key_encipherment, 0, ""};
constexpr Role k_osci_sign{"digitalSignature", digital_signature | non_repudiation, 0, ""};
constexpr Role k_osci_encrypt{"keyEncipherment", key_encipherment, data_encipherment,
                              "dataEncipherment"};
constexpr Role k_plain_sign{"digitalSignature", digital_signature, 0, ""};

std::vector<Role> roles(Use use)
{
    switch (use) {
    case Use::fitconnect:
        return {k_sign, k_encrypt};
    case Use::fitconnect_enc:
        return {k_encrypt};
    case Use::fitconnect_sig:
        return {k_sign};
    case Use::osci:
        return {k_osci_sign, k_osci_encrypt};
    case Use::osci_enc:
        return {k_osci_encrypt};
    case Use::osci_sig:
        return {k_osci_sign};
    case Use::dvdv_client:
    case Use::tls:
        return {k_plain_sign};
    case Use::general:
        break;
    }
    return {};
}

bool is_fitconnect(Use use)
{
    return use == Use::fitconnect || use == Use::fitconnect_enc || use == Use::fitconnect_sig;
}

void judge_strength(Judge& judge, const Facts& facts)
{
    const auto& key = facts.key;
    const auto use = judge.options().use;
    const bool elliptic = use == Use::tls && key.type == "EC";
    if (key.type != "RSA") {
        if (!elliptic && !key.type.empty()) {
            judge.find("ANB-C147", key.type, {{"found", key.type}});
        }
        return;
    }
    const auto bits = std::to_string(key.bits);
    const auto complain = [&](std::string_view code) {
        const base::Values values{{"n", bits},
                                  {"m", std::to_string(judge.limit(code).value_or(0))}};
        if (code == "ANB-C143" && judge.options().strict) {
            judge.find_as(base::Severity::error, code, bits, {}, values);
        } else {
            judge.find(code, bits, values);
        }
    };
    if (const auto least = judge.limit("ANB-C140"); key.bits > 0 && key.bits < least) {
        complain("ANB-C140");
    } else if (const auto modern = judge.limit("ANB-C143"); modern && key.bits < *modern) {
        complain("ANB-C143");
    } else if (const auto most = judge.limit("ANB-C144"); most && key.bits > *most) {
        complain("ANB-C144");
    }
    const base::Bytes f4{std::byte{1}, std::byte{0}, std::byte{1}};
    const base::Bytes three{std::byte{3}};
    const bool unusual = !std::ranges::equal(key.exponent, f4);
    if (is_fitconnect(use) ? unusual : std::ranges::equal(key.exponent, three)) {
        judge.find("ANB-C148", "0x" + base::to_hex(key.exponent), {});
    }
}

void judge_usage(Judge& judge, const Facts& facts)
{
    if (!facts.key_usage) {
        judge.find("ANB-C152", "-", {});
        return;
    }
    const auto usage = *facts.key_usage;
    for (const auto& role : roles(judge.options().use)) {
        if ((usage & role.full) != 0) {
            continue;
        }
        const bool substitute = (usage & role.substitute) != 0;
        judge.find(substitute ? "ANB-C156" : "ANB-C141",
                   substitute ? std::string(role.substitute_name) : usage_text(usage),
                   std::string(role.name), {{"usage", std::string(role.name)}});
    }
    if (!facts.key_usage_critical) {
        judge.find("ANB-C153", "-", {});
    }
    if ((usage & (key_cert_sign | crl_sign)) != 0 && !facts.ca) {
        judge.find("ANB-C154", usage_text(usage & (key_cert_sign | crl_sign)), {});
    }
}

void judge_extended_usage(Judge& judge, const Facts& facts)
{
    const auto use = judge.options().use;
    if (!facts.extended_key_usage || (use != Use::tls && use != Use::dvdv_client)) {
        return;
    }
    const std::string_view wanted = use == Use::tls ? "1.3.6.1.5.5.7.3.1" : "1.3.6.1.5.5.7.3.2";
    const auto has = [&](std::string_view oid) {
        return std::ranges::find(*facts.extended_key_usage, oid) != facts.extended_key_usage->end();
    };
    if (!has(wanted) && !has("2.5.29.37.0")) {
        judge.find("ANB-C157", "-", {});
    }
}

} // namespace

void judge_use(Judge& judge, const Facts& facts)
{
    judge_strength(judge, facts);
    judge_usage(judge, facts);
    judge_extended_usage(judge, facts);
    if (facts.ca) {
        judge.find("ANB-C155", "cA=TRUE", {});
    }
    const auto algorithm =
        facts.outer_algorithm.oid.empty() ? std::string() : facts.outer_algorithm.to_text();
    if (!algorithm.starts_with("RSASSA-PSS sha512")) {
        judge.find("ANB-C163", algorithm, {});
    }
    const auto common_name = facts.subject.last("CN");
    if (!common_name.starts_with("GRP:")) {
        judge.find("ANB-C184", common_name, {});
    }
}

} // namespace anb::pki::detail
