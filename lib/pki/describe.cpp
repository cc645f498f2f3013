// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "crypto/openssl.hpp"
#include "pki/check.hpp"
#include "pki/detail/extensions.hpp"
#include "pki/detail/oid.hpp"

#include <openssl/bn.h>

#include <array>

namespace anb::pki {

namespace {

constexpr std::array<std::string_view, 9> k_usages = {
    "digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment", "keyAgreement",
    "keyCertSign",      "cRLSign",        "encipherOnly",    "decipherOnly"};

/// Purposes by the names that OpenSSL and the field use.
std::string purpose(const std::string& dotted)
{
    constexpr std::pair<std::string_view, std::string_view> k_names[] = {
        {"1.3.6.1.5.5.7.3.1", "serverAuth"},   {"1.3.6.1.5.5.7.3.2", "clientAuth"},
        {"1.3.6.1.5.5.7.3.3", "codeSigning"},  {"1.3.6.1.5.5.7.3.4", "emailProtection"},
        {"1.3.6.1.5.5.7.3.8", "timeStamping"}, {"1.3.6.1.5.5.7.3.9", "OCSPSigning"},
        {"2.5.29.37.0", "anyExtendedKeyUsage"}};
    for (const auto& [oid, name] : k_names) {
        if (dotted == oid) {
            return std::string(name);
        }
    }
    return dotted;
}

/// Decimal, as people know 65537; two's complement on input.
std::string decimal(base::ByteView number)
{
    if (number.empty() || number.front() >= std::byte{0x80} || number.size() > 64) {
        return "0x" + base::to_hex(number);
    }
    const crypto::Owned<BIGNUM, BN_free> value(
        BN_bin2bn(crypto::raw(number), static_cast<int>(number.size()), nullptr));
    auto* text = BN_bn2dec(value.get());
    std::string result = text == nullptr ? "" : text;
    OPENSSL_free(text);
    return result;
}

template <typename List, typename Spell>
std::string joined(const List& list, std::string_view separator, const Spell& spell)
{
    std::vector<std::string> parts;
    for (const auto& one : list) {
        parts.push_back(spell(one));
    }
    return base::join(parts, separator);
}

std::string name_text(base::ByteView encoded)
{
    Name name;
    try {
        detail::read_name(der::Cursor(encoded).expect(der::sequence), name);
    } catch (const der::Malformed&) {
    }
    return name.to_text();
}

std::string hex_serial(base::ByteView serial)
{
    Facts only;
    only.serial = serial;
    return only.serial_text();
}

} // namespace

std::string usage_text(std::uint16_t key_usage)
{
    std::vector<std::string> names;
    for (std::size_t bit = 0; bit < k_usages.size(); ++bit) {
        if ((unsigned{key_usage} >> bit & 1U) != 0) {
            names.emplace_back(k_usages[bit]);
        }
    }
    return names.empty() ? "-" : base::join(names, ", ");
}

std::vector<base::Fact> describe(const Facts& facts)
{
    std::vector<base::Fact> list;
    const auto add = [&](std::string_view name, std::string value) {
        if (!value.empty()) {
            list.push_back({std::string(name), std::move(value), false});
        }
    };
    const auto number = [&](std::string_view name, std::int64_t value) {
        list.push_back({std::string(name), std::to_string(value), true});
    };
    const auto itself = [](const std::string& text) { return text; };
    add("subject", facts.subject.to_text());
    add("issuer", facts.issuer.to_text());
    add("serial", facts.serial_text());
    number("version", facts.version);
    add("not_before", facts.not_before.value ? base::format_time(*facts.not_before.value) : "");
    add("not_after", facts.not_after.value ? base::format_time(*facts.not_after.value) : "");
    add("key_type", facts.key.type);
    if (facts.key.bits > 0) {
        number("key_bits", facts.key.bits);
    }
    add("key_exponent", facts.key.exponent.empty() ? "" : decimal(facts.key.exponent));
    add("signature_algorithm",
        facts.outer_algorithm.oid.empty() ? "" : facts.outer_algorithm.to_text());
    add("key_usage", facts.key_usage ? usage_text(*facts.key_usage) : "");
    if (facts.extended_key_usage) {
        add("extended_key_usage", joined(*facts.extended_key_usage, ", ", purpose));
    }
    add("ca", facts.ca ? "true" : "false");
    if (facts.path_length) {
        number("path_length", *facts.path_length);
    }
    add("subject_alt_names", joined(facts.alternative_names, ", ", [](const GeneralName& name) {
            return name.kind + ":" + name.value;
        }));
    add("subject_key_id", base::to_hex(facts.subject_key_id));
    add("authority_key_id", base::to_hex(facts.authority_key_id));
    add("authority_issuer",
        facts.authority_issuer.empty() ? "" : name_text(facts.authority_issuer));
    add("authority_serial", hex_serial(facts.authority_serial));
    add("policies", joined(facts.policies, ", ", itself));
    add("crl_urls", joined(facts.crl_urls, " ", itself));
    add("ocsp_urls", joined(facts.ocsp_urls, " ", itself));
    add("fingerprint_sha256", base::to_hex(facts.fingerprint(crypto::DigestAlgorithm::sha256)));
    add("fingerprint_sha1", base::to_hex(facts.fingerprint(crypto::DigestAlgorithm::sha1)));
    if (!facts.key.spki.empty()) {
        add("key_sha256",
            base::to_hex(crypto::digest(crypto::DigestAlgorithm::sha256, facts.key.spki)));
    }
    return list;
}

std::vector<base::Fact> describe(const Path& path, base::UtcTime at)
{
    std::vector<base::Fact> list;
    const auto expires = expiry(path);
    if (expires.at) {
        list.push_back({"expires_at", base::format_time(*expires.at), false});
        if (expires.index != 0) {
            list.push_back(
                {"expires_first", path.certificates[expires.index]->subject.to_text(), false});
        }
        list.push_back({"days_left", std::to_string(base::days_between(at, *expires.at)), true});
    }
    list.push_back({"chain_length", std::to_string(path.certificates.size()), true});
    list.push_back({"chain",
                    joined(path.certificates, " > ",
                           [](const FactsPtr& one) { return one->subject.to_text(); }),
                    false});
    if (!path.anchor_set.empty()) {
        const auto& anchor = *path.certificates.back();
        list.push_back(
            {"anchor", base::to_hex(anchor.fingerprint(crypto::DigestAlgorithm::sha256)), false});
        list.push_back({"class", path.anchor_set, false});
    }
    return list;
}

} // namespace anb::pki
