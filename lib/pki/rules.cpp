// SPDX-License-Identifier: EUPL-1.2

#include "pki/rules.hpp"

#include <algorithm>

namespace anb::pki {

namespace {

using enum Level;

constexpr std::string_view k_schema = "fit-connect:jwk-schema";
constexpr std::string_view k_documentation = "fit-connect:crypto";
constexpr std::string_view k_environments = "fit-connect:environments";
constexpr std::string_view k_strength = "tr-02102-1";
constexpr std::string_view k_profile = "v-pki:profile";
constexpr std::string_view k_osci = "osci-library:key-usage";

constexpr Rule k_general[] = {
    {"ANB-C101", "not_after", ">= --at", 0, error, error, "leitfaden:3.3"},
    {"ANB-C119", "not_after", ">= --crit", 0, error, error, "leitfaden:3.3"},
    {"ANB-C120", "not_after", ">= --warn", 0, warning, warning, "leitfaden:3.3"},
    {"ANB-C121", "not_before", "<= --at", 0, error, error, "rfc5280:4.1.2.5"},
    {"ANB-C122", "chain", ">= --at", 0, error, error, "rfc5280:6.1"},
    {"ANB-C123", "chain", ">= --crit", 0, error, error, "leitfaden:3.3"},
    {"ANB-C124", "chain", ">= --warn", 0, warning, warning, "leitfaden:3.3"},
    {"ANB-C125", "not_before", "<= not_after", 0, error, error, "rfc5280:4.1.2.5"},
    {"ANB-C126", "validity", "YYMMDDHHMMSSZ, YYYYMMDDHHMMSSZ", 0, warning, warning,
     "rfc5280:4.1.2.5"},
    {"ANB-C127", "validity", "YYMMDDHHMMSSZ, YYYYMMDDHHMMSSZ", 0, error, error, "rfc5280:4.1.2.5"},
    {"ANB-C128", "chain", "<= --at", 0, error, error, "rfc5280:6.1"},
    {"ANB-C130", "chain", "--trust", 0, error, error, "rfc5280:6.1"},
    {"ANB-C133", "issuer", "CA", 0, note, note, "rfc5280:6.1"},
    {"ANB-C134", "chain", "--trust", 0, error, error, "certificates:4"},
    {"ANB-C135", "chain", "-", 0, note, note, "certificates:4"},
    {"ANB-C142", "chain", "issuer", 0, error, error, "certificates:9"},
    {"ANB-C149", "key", "rfc8017", 0, error, error, "rfc8017:3.1"},
    {"ANB-C160", "signature_algorithm", ">= sha256", 0, error, error, k_strength},
    {"ANB-C161", "signature", "issuer", 0, error, error, "rfc5280:6.1.3"},
    {"ANB-C162", "signature_algorithm", "tbsCertificate.signature", 0, error, error,
     "rfc5280:4.1.1.2"},
    {"ANB-C164", "chain", "cA=TRUE", 0, error, error, "rfc5280:6.1.4"},
    {"ANB-C165", "chain", "keyCertSign", 0, error, error, "rfc5280:6.1.4"},
    {"ANB-C166", "chain", "pathLenConstraint", 0, error, error, "rfc5280:6.1.4"},
    {"ANB-C167", "order", "leaf, CA, root", 0, warning, warning, "certificates:9"},
    {"ANB-C168", "order", "1", 0, warning, warning, "certificates:5"},
    {"ANB-C169", "order", "chain", 0, warning, warning, "certificates:5"},
    {"ANB-C170", "chain", "authorityCertSerialNumber", 0, warning, warning, "certificates:9"},
    {"ANB-C172", "extensions", "rfc5280", 0, error, error, "rfc5280:4.2"},
    {"ANB-C173", "extensions", "1", 0, error, error, "rfc5280:4.2"},
    {"ANB-C174", "version", "3", 3, warning, warning, "rfc5280:4.1.2.1"},
    {"ANB-C175", "serial", "1 .. 2^159 - 1", 20, warning, warning, "rfc5280:4.1.2.2"},
    {"ANB-C176", "extensions", "DER", 0, error, error, "rfc5280:4.2"},
    {"ANB-C180", "subject", "printable", 0, warning, warning, "certificates:5"},
    {"ANB-C181", "subject", "UTF8String, PrintableString", 0, warning, warning, "rfc5280:4.1.2.4"},
    {"ANB-C182", "subject", "C, O, CN", 0, warning, warning, "rfc5280:4.1.2.6"},
    {"ANB-C183", "subject", "rfc5280", 0, warning, warning, "rfc5280:A.1"},
    {"ANB-C402", "encoding", "DER", 0, error, error, "x690:10"},
};

constexpr Rule k_fitconnect[] = {
    {"ANB-C131", "chain", "production", 0, error, error, k_environments},
    {"ANB-C132", "chain", "test", 0, warning, warning, k_environments},
    {"ANB-C133", "issuer", "Verwaltungs-PKI", 0, note, error, k_environments},
    {"ANB-C135", "chain", "Verwaltungs-PKI", 0, note, error, k_environments},
    {"ANB-C140", "key_bits", ">= 4096", 4096, error, error, k_schema},
    {"ANB-C141", "key_usage", "digitalSignature, keyEncipherment", 0, error, error,
     k_documentation},
    {"ANB-C142", "chain", "issuer", 0, note, error, k_documentation},
    {"ANB-C144", "key_bits", "4096", 4096, warning, warning, k_schema},
    {"ANB-C147", "key_type", "RSA", 0, error, error, k_schema},
    {"ANB-C148", "key_exponent", "65537", 65537, error, error, k_schema},
    {"ANB-C152", "key_usage", "digitalSignature, keyEncipherment", 0, note, warning,
     k_documentation},
    {"ANB-C153", "key_usage", "critical", 0, warning, warning, k_profile},
    {"ANB-C154", "key_usage", "- keyCertSign, cRLSign", 0, warning, warning, k_profile},
    {"ANB-C155", "ca", "false", 0, error, error, k_profile},
    {"ANB-C156", "key_usage", "digitalSignature", 0, warning, warning, k_documentation},
    {"ANB-C163", "signature_algorithm", "RSASSA-PSS sha512", 0, note, note, k_documentation},
    {"ANB-C171", "chain", "OpenSSL", 0, error, error, "rfc5280:6.1"},
    {"ANB-C184", "subject", "CN=GRP: ", 0, off, warning, "v-pki:names"},
};

constexpr Rule k_osci_rules[] = {
    {"ANB-C131", "chain", "production", 0, error, error, "certificates:3"},
    {"ANB-C132", "chain", "test", 0, warning, warning, "certificates:4"},
    {"ANB-C133", "issuer", "Verwaltungs-PKI", 0, note, error, "certificates:3"},
    {"ANB-C135", "chain", "Verwaltungs-PKI", 0, note, error, "certificates:3"},
    {"ANB-C140", "key_bits", ">= 2000", 2000, error, error, k_strength},
    {"ANB-C141", "key_usage", "digitalSignature, keyEncipherment", 0, error, error, k_osci},
    {"ANB-C142", "chain", "issuer", 0, note, error, "certificates:9"},
    {"ANB-C143", "key_bits", ">= 3000", 3000, warning, warning, k_strength},
    {"ANB-C147", "key_type", "RSA", 0, error, error, "osci-1.2"},
    {"ANB-C148", "key_exponent", "65537", 65537, warning, warning, "certificates:5"},
    {"ANB-C152", "key_usage", "digitalSignature, keyEncipherment", 0, warning, warning, k_profile},
    {"ANB-C153", "key_usage", "critical", 0, warning, warning, k_profile},
    {"ANB-C154", "key_usage", "- keyCertSign, cRLSign", 0, warning, warning, k_profile},
    {"ANB-C155", "ca", "false", 0, error, error, k_profile},
    {"ANB-C156", "key_usage", "keyEncipherment", 0, warning, warning, "certificates:3"},
    {"ANB-C171", "chain", "OpenSSL", 0, error, error, "rfc5280:6.1"},
    {"ANB-C184", "subject", "CN=GRP: ", 0, warning, warning, "v-pki:names"},
};

constexpr Rule k_dvdv[] = {
    {"ANB-C131", "chain", "production", 0, error, error, "certificates:3"},
    {"ANB-C132", "chain", "test", 0, warning, warning, "certificates:4"},
    {"ANB-C133", "issuer", "Verwaltungs-PKI", 0, note, error, "certificates:3"},
    {"ANB-C135", "chain", "Verwaltungs-PKI", 0, note, error, "certificates:3"},
    {"ANB-C140", "key_bits", ">= 2000", 2000, error, error, k_strength},
    {"ANB-C141", "key_usage", "digitalSignature", 0, error, error, "dvdv:token"},
    {"ANB-C142", "chain", "issuer", 0, note, error, "certificates:9"},
    {"ANB-C143", "key_bits", ">= 3000", 3000, warning, warning, k_strength},
    {"ANB-C147", "key_type", "RSA", 0, error, error, "dvdv:token"},
    {"ANB-C148", "key_exponent", "65537", 65537, warning, warning, "certificates:5"},
    {"ANB-C152", "key_usage", "digitalSignature", 0, warning, warning, k_profile},
    {"ANB-C153", "key_usage", "critical", 0, warning, warning, k_profile},
    {"ANB-C154", "key_usage", "- keyCertSign, cRLSign", 0, warning, warning, k_profile},
    {"ANB-C155", "ca", "false", 0, error, error, k_profile},
    {"ANB-C157", "extended_key_usage", "clientAuth", 0, error, error, "rfc5280:4.2.1.12"},
    {"ANB-C171", "chain", "OpenSSL", 0, error, error, "rfc5280:6.1"},
};

constexpr Rule k_tls[] = {
    {"ANB-C131", "chain", "production", 0, error, error, "certificates:4"},
    {"ANB-C132", "chain", "test", 0, warning, warning, "certificates:4"},
    {"ANB-C133", "issuer", "CA", 0, note, error, "certificates:4"},
    {"ANB-C135", "chain", "-", 0, note, error, "certificates:4"},
    {"ANB-C140", "key_bits", ">= 2000", 2000, error, error, k_strength},
    {"ANB-C141", "key_usage", "digitalSignature", 0, error, error, "rfc5280:4.2.1.3"},
    {"ANB-C142", "chain", "issuer", 0, note, error, "certificates:9"},
    {"ANB-C143", "key_bits", ">= 3000", 3000, warning, warning, k_strength},
    {"ANB-C147", "key_type", "RSA, EC", 0, error, error, "tr-02102-2"},
    {"ANB-C148", "key_exponent", "65537", 65537, warning, warning, "certificates:5"},
    {"ANB-C152", "key_usage", "digitalSignature", 0, warning, warning, "rfc5280:4.2.1.3"},
    {"ANB-C153", "key_usage", "critical", 0, warning, warning, "rfc5280:4.2.1.3"},
    {"ANB-C154", "key_usage", "- keyCertSign, cRLSign", 0, warning, warning, k_profile},
    {"ANB-C155", "ca", "false", 0, error, error, k_profile},
    {"ANB-C157", "extended_key_usage", "serverAuth", 0, error, error, "rfc5280:4.2.1.12"},
    {"ANB-C171", "chain", "OpenSSL", 0, error, error, "rfc5280:6.1"},
};

struct Name {
    Use use;
    std::string_view key;
    std::span<const Rule> rules;
};

constexpr Name k_uses[] = {
    {Use::general, "", {}},
    {Use::fitconnect, "fitconnect", k_fitconnect},
    {Use::fitconnect_enc, "fitconnect-enc", k_fitconnect},
    {Use::fitconnect_sig, "fitconnect-sig", k_fitconnect},
    {Use::osci, "osci", k_osci_rules},
    {Use::osci_enc, "osci-enc", k_osci_rules},
    {Use::osci_sig, "osci-sig", k_osci_rules},
    {Use::dvdv_client, "dvdv-client", k_dvdv},
    {Use::tls, "tls", k_tls},
};

const Rule* find(std::span<const Rule> rules, std::string_view code)
{
    const auto found = std::ranges::find(rules, code, &Rule::code);
    return found == rules.end() ? nullptr : &*found;
}

} // namespace

std::string_view key(Use use)
{
    return std::ranges::find(k_uses, use, &Name::use)->key;
}

std::optional<Use> to_use(std::string_view key)
{
    const auto found = std::ranges::find(k_uses, key, &Name::key);
    return found == std::end(k_uses) ? std::nullopt : std::optional(found->use);
}

std::span<const Rule> rules_of(Use use)
{
    return std::ranges::find(k_uses, use, &Name::use)->rules;
}

std::span<const Rule> general_rules()
{
    return k_general;
}

const Rule* find_rule(Use use, std::string_view code)
{
    const auto* rule = find(rules_of(use), code);
    return rule != nullptr ? rule : find(k_general, code);
}

} // namespace anb::pki
