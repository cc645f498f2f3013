// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "pki/detail/container.hpp"
#include "pki/pem.hpp"
#include "pki/pkcs12.hpp"

#include <openssl/asn1.h>

#include <array>

namespace anb::pki {

namespace {

using detail::first_element;

struct Magic {
    std::string_view start;
    std::string_view name;
};

constexpr Magic k_magics[] = {
    {"\xfe\xed\xfe\xed", "JKS"},
    {"\xce\xce\xce\xce", "JCEKS"},
    {"PK\x03\x04", "ZIP"},
    {"PK\x05\x06", "ZIP"},
    {"%PDF", "PDF"},
    {"\x1f\x8b", "gzip"},
    {"7z\xbc\xaf\x27\x1c", "7-Zip"},
    {"\xd0\xcf\x11\xe0", "OLE"},
};

constexpr Magic k_labels[] = {
    {"CERTIFICATE", "certificate"},
    {"X509 CERTIFICATE", "certificate"},
    {"TRUSTED CERTIFICATE", "certificate"},
    {"CERTIFICATE REQUEST", "certificate request"},
    {"NEW CERTIFICATE REQUEST", "certificate request"},
    {"X509 CRL", "CRL"},
    {"PKCS7", "PKCS#7"},
    {"CMS", "PKCS#7"},
    {"PKCS12", "PKCS#12"},
    {"PRIVATE KEY", "private key"},
    {"RSA PRIVATE KEY", "private key"},
    {"EC PRIVATE KEY", "private key"},
    {"DSA PRIVATE KEY", "private key"},
    {"OPENSSH PRIVATE KEY", "private key"},
    {"ENCRYPTED PRIVATE KEY", "encrypted private key"},
    {"PUBLIC KEY", "public key"},
    {"RSA PUBLIC KEY", "public key"},
};

/// A sequence whose first child is a sequence as well.
std::string_view name_nested(base::ByteView content, base::ByteView inner)
{
    const auto outer = detail::child_tags(content, 3);
    const auto tags = detail::child_tags(inner, 4);
    if (tags.empty()) {
        return {};
    }
    if (tags.front() == V_ASN1_OBJECT) {
        const auto second = outer.size() > 1 ? outer[1] : -1;
        return second == V_ASN1_BIT_STRING     ? "public key"
               : second == V_ASN1_OCTET_STRING ? "encrypted private key"
                                               : "";
    }
    const auto is_time = [&](std::size_t i) {
        return tags.size() > i && (tags[i] == V_ASN1_UTCTIME || tags[i] == V_ASN1_GENERALIZEDTIME);
    };
    if (tags.front() == detail::k_context) {
        return "certificate";
    }
    if (is_time(2) || is_time(3)) {
        return "CRL";
    }
    if (tags.front() != V_ASN1_INTEGER || tags.size() < 3) {
        return {};
    }
    return tags.size() == 3 || tags[3] == detail::k_context ? "certificate request" : "certificate";
}

/// A sequence that begins with a version or another number.
std::string_view name_numbered(base::ByteView content)
{
    const auto number = first_element(content);
    const auto tags = detail::child_tags(content, 3);
    const auto value = number->content.size() == 1 ? std::to_integer<int>(number->content[0]) : -1;
    const auto second = tags.size() > 1 ? tags[1] : -1;
    if (value == 3 && second == V_ASN1_SEQUENCE) {
        return "PKCS#12";
    }
    if ((value == 0 && (second == V_ASN1_SEQUENCE || second == V_ASN1_INTEGER)) ||
        (value == 1 && (second == V_ASN1_OCTET_STRING || second == V_ASN1_SEQUENCE))) {
        return "private key";
    }
    return second == V_ASN1_INTEGER && tags.size() == 2 ? "public key" : "";
}

/// Name of the DER or BER structure, or empty.
std::string_view name_der(base::ByteView bytes)
{
    constexpr std::string_view k_signed_data{"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02", 9};
    const auto outer = first_element(bytes);
    if (!outer || outer->tag != V_ASN1_SEQUENCE || outer->context) {
        return {};
    }
    const auto inner = first_element(outer->content);
    if (!inner || inner->context) {
        return {};
    }
    switch (inner->tag) {
    case V_ASN1_SEQUENCE:
        return name_nested(outer->content, inner->content);
    case V_ASN1_INTEGER:
        return name_numbered(outer->content);
    case V_ASN1_OBJECT:
        return base::as_text(inner->content) == k_signed_data ? "PKCS#7" : "";
    default:
        return {};
    }
}

std::string_view name_pem(std::string_view label)
{
    for (const auto& [known, name] : k_labels) {
        if (label == known) {
            return name;
        }
    }
    return {};
}

/// A private key outweighs the certificates beside it: it is what the reader must know about.
std::string name_pem(const std::vector<PemBlock>& blocks)
{
    std::string_view first;
    for (const auto& block : blocks) {
        const auto name = name_pem(block.label);
        if (name.ends_with("private key")) {
            return std::string(name) + " (PEM)";
        }
        first = first.empty() ? name : first;
    }
    return first.empty() ? "PEM " + base::printable(blocks.front().label, 40)
                         : std::string(first) + " (PEM)";
}

std::string name_text(std::string_view text)
{
    const auto start = base::to_lower_ascii(base::trim(text.substr(0, 4096)));
    if (start.starts_with("<!doctype html") || start.starts_with("<html")) {
        return "HTML";
    }
    if (start.starts_with("<?xml") || start.starts_with('<')) {
        return "XML";
    }
    if (start.starts_with('{') || start.starts_with('[')) {
        return text.find("\"kty\"") != std::string_view::npos ? "JWK (JSON)" : "JSON";
    }
    return base::is_utf8(text) && text.find('\0') == std::string_view::npos ? "text" : "unknown";
}

} // namespace

std::string detect_format(base::ByteView bytes)
{
    if (bytes.empty()) {
        return "empty file";
    }
    for (const auto& [start, name] : k_magics) {
        if (base::as_text(bytes).starts_with(start)) {
            return std::string(name);
        }
    }
    if (const auto name = name_der(bytes); !name.empty()) {
        return std::string(name) +
               (name == "certificate" || name == "CRL" || name == "certificate request" ? " (DER)"
                                                                                        : "");
    }
    const auto plain = detail::to_plain_text(bytes);
    const auto text = base::as_text(plain.reveal());
    if (const auto blocks = read_pem(text); !blocks.empty()) {
        return name_pem(blocks);
    }
    if (const auto decoded = detail::decode_base64(text)) {
        if (const auto name = name_der(decoded->reveal()); !name.empty()) {
            return std::string(name) + " (base64)";
        }
    }
    return name_text(text);
}

} // namespace anb::pki
