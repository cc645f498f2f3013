// SPDX-License-Identifier: EUPL-1.2

#include "inventory/detail/opener.hpp"

#include "archive/archive.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "pki/key_form.hpp"
#include "pki/pem.hpp"
#include "pki/pkcs12.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::inventory::detail {

namespace {

using base::Severity;

/// The first element of DER, head included; everything when its length is not to be trusted.
std::size_t front_size(base::ByteView der)
{
    try {
        return pki::der::Cursor(der).next().whole.size();
    } catch (const pki::der::Malformed&) {
        return der.size();
    }
}

bool is_blank(base::ByteView bytes)
{
    return std::ranges::all_of(bytes, [](std::byte octet) {
        return octet == std::byte{0} || octet == std::byte{'\n'} || octet == std::byte{'\r'} ||
               octet == std::byte{' '};
    });
}

base::Bytes copy(base::ByteView bytes)
{
    return {bytes.begin(), bytes.end()};
}

} // namespace

Opener::Opener(std::string_view origin, const Opening& opening)
    : m_origin(origin), m_opening(opening)
{
}

void Opener::read(base::ByteView bytes)
{
    if (bytes.size() > k_most_bytes) {
        refuse("ANB-C411", "reason", "64 MiB");
    }
    if (archive::is_archive(bytes)) {
        read_archive(bytes);
        return demand_certificate();
    }
    const auto text = base::as_text(bytes);
    constexpr std::string_view k_mark = "\xef\xbb\xbf";
    if (const auto narrowed = pki::from_utf16(bytes)) {
        find("ANB-C408", Severity::note, {{"reason", "utf16"}});
        read_text(*narrowed, bytes);
    } else {
        read_text(text.starts_with(k_mark) ? text.substr(k_mark.size()) : text, bytes);
    }
    demand_certificate();
    if (m_contents.has(Kind::certificate) && m_contents.has(Kind::private_key) && !m_is_store) {
        find("ANB-C409", Severity::warning, {});
    }
}

void Opener::read_text(std::string_view text, base::ByteView bytes)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) {
        refuse("ANB-C401", "reason", "empty");
    }
    if (text.front() == '0' && read_der(copy(base::as_bytes(text)))) {
        return;
    }
    if (text[first] == '{' || text[first] == '[') {
        return read_json(text);
    }
    if (text.find("-----BEGIN ") != std::string_view::npos) {
        return read_pem(text);
    }
    if (auto der = pki::decode_pem(text)) {
        if (read_der(std::move(*der))) {
            find("ANB-C408", Severity::note, {{"reason", "no_header"}});
            return;
        }
    }
    refuse_format(bytes);
}

void Opener::read_pem(std::string_view text)
{
    const auto blocks = pki::read_pem(text);
    for (const auto reason : pki::departures(text, blocks)) {
        find("ANB-C408", Severity::note, {{"reason", std::string(reason)}});
    }
    for (const auto& block : blocks) {
        const auto damaged = [&](std::string_view reason) {
            find("ANB-C406", Severity::error,
                 {{"line", std::to_string(block.line)}, {"reason", std::string(reason)}});
        };
        if (!block.damage.empty()) {
            damaged(block.damage);
            continue;
        }
        if (block.label == "PKCS12") {
            read_pkcs12(base::as_bytes(text));
            continue;
        }
        auto der = pki::decode_pem(block.body);
        if (!der) {
            damaged("bad_base64");
            continue;
        }
        const bool encrypted = block.body.find("Proc-Type: 4,ENCRYPTED") != std::string_view::npos;
        read_block(encrypted ? "ENCRYPTED PRIVATE KEY" : block.label, std::move(*der));
    }
}

void Opener::read_block(std::string_view label, base::Bytes der)
{
    if (label.ends_with("CERTIFICATE")) {
        if (label == "TRUSTED CERTIFICATE") {
            der.resize(front_size(der));
        }
        read_certificates(std::move(der));
    } else if (label == "PKCS7" || label == "CMS") {
        read_pkcs7(der);
    } else if (label == "X509 CRL") {
        add({.kind = Kind::crl, .der = std::make_shared<const base::Bytes>(std::move(der))});
    } else if (label.ends_with("CERTIFICATE REQUEST")) {
        auto spki = pki::requested_key(der).value_or(base::Bytes{});
        add({.kind = Kind::request,
             .der = std::make_shared<const base::Bytes>(std::move(der)),
             .spki = std::move(spki)});
    } else if (label == "ENCRYPTED PRIVATE KEY") {
        add({.kind = Kind::encrypted_private_key});
    } else if (label.ends_with("PRIVATE KEY")) {
        base::SecretBytes secret(der);
        base::wipe(der);
        add({.kind = Kind::private_key,
             .spki = pki::public_half(secret.reveal()).value_or(base::Bytes{})});
    } else if (label.ends_with("PUBLIC KEY")) {
        add({.kind = Kind::public_key, .spki = label == "PUBLIC KEY" ? der : base::Bytes{}});
    }
}

bool Opener::read_der(base::Bytes der)
{
    const auto format = pki::detect_format(der);
    if (format == "certificate (DER)") {
        read_certificates(std::move(der));
    } else if (format == "PKCS#7") {
        read_pkcs7(der);
    } else if (format == "PKCS#12") {
        read_pkcs12(der);
    } else if (format == "CRL (DER)") {
        read_block("X509 CRL", std::move(der));
    } else if (format == "certificate request (DER)") {
        read_block("CERTIFICATE REQUEST", std::move(der));
    } else if (format == "private key") {
        read_block("PRIVATE KEY", std::move(der));
    } else if (format == "encrypted private key") {
        read_block("ENCRYPTED PRIVATE KEY", {});
    } else if (format == "public key") {
        read_block("PUBLIC KEY", std::move(der));
    } else {
        return false;
    }
    return true;
}

void Opener::read_certificates(base::Bytes der)
{
    const auto size = front_size(der);
    if (size == der.size()) {
        return add_certificate(std::make_shared<const base::Bytes>(std::move(der)));
    }
    base::ByteView rest = der;
    while (!rest.empty()) {
        const auto front = front_size(rest);
        if (rest.front() != std::byte{0x30} ||
            pki::detect_format(rest.first(front)) != "certificate (DER)") {
            break;
        }
        add_certificate(std::make_shared<const base::Bytes>(copy(rest.first(front))));
        rest = rest.subspan(front);
    }
    if (!rest.empty()) {
        if (!is_blank(rest)) {
            find("ANB-C407", Severity::warning, {{"n", std::to_string(rest.size())}});
        }
    }
}

void Opener::read_pkcs7(base::ByteView der)
{
    m_contents.ordered = false;
    for (const auto& certificate : pki::load_certificates(der, m_origin)) {
        add_certificate(std::make_shared<const base::Bytes>(certificate.to_der()));
    }
}

void Opener::read_pkcs12(base::ByteView bytes)
{
    m_contents.ordered = false;
    pki::require_pkcs12(bytes, m_origin);
    if (m_opening.password == nullptr) {
        throw base::Error(base::ErrorKind::usage, "ANB-G120", {{"what", m_origin}});
    }
    pki::Pkcs12Options options;
    options.at = m_opening.at;
    m_is_store = true;
    auto store = pki::load_pkcs12(bytes, m_opening.password(m_origin), m_origin, options);
    for (const auto& certificate : store.identity.chain) {
        add_certificate(std::make_shared<const base::Bytes>(certificate.to_der()));
    }
    add({.kind = Kind::private_key, .spki = store.identity.key.public_key().to_der()});
    for (auto& finding : store.findings) {
        m_contents.findings.push_back(std::move(finding));
    }
}

void Opener::add_certificate(std::shared_ptr<const base::Bytes> der)
{
    auto facts = pki::read_facts(der);
    if (facts) {
        return add({.kind = Kind::certificate,
                    .der = std::move(der),
                    .facts = std::make_shared<const pki::Facts>(std::move(*facts))});
    }
    const auto damage = pki::explain(*der);
    if (damage.reason == pki::der::Reason::truncated) {
        find("ANB-C405", Severity::error, {{"offset", std::to_string(der->size())}});
    } else {
        find("ANB-C402", Severity::error,
             {{"field", damage.field},
              {"offset", std::to_string(damage.offset)},
              {"reason", std::string(pki::der::key(damage.reason))}});
    }
    add({.kind = Kind::certificate, .der = std::move(der)});
}

void Opener::add(Item item)
{
    if (m_contents.items.size() == k_most_certificates) {
        refuse("ANB-C411", "reason", fmt::format("> {}", k_most_certificates));
    }
    item.place = item.place.empty() ? m_place : item.place;
    m_contents.items.push_back(std::move(item));
}

void Opener::find(std::string_view code, Severity severity, base::Values values)
{
    base::Finding finding;
    finding.severity = severity;
    finding.code = code;
    finding.values = std::move(values);
    finding.where = m_place;
    finding.element = "file";
    m_contents.findings.push_back(std::move(finding));
}

void Opener::refuse(std::string_view code, std::string_view name, std::string value) const
{
    throw base::Error(base::ErrorKind::input, std::string(code),
                      {{"file", m_origin}, {std::string(name), std::move(value)}});
}

void Opener::refuse_format(base::ByteView bytes) const
{
    const auto format = pki::detect_format(bytes);
    if (format == "JKS" || format == "JCEKS") {
        refuse("ANB-C403", "kind", format);
    }
    if (format == "unknown" || format.ends_with("(DER)")) {
        refuse("ANB-C401", "reason", format);
    }
    refuse("ANB-C404", "kind", format);
}

void Opener::demand_certificate() const
{
    if (m_contents.has(Kind::certificate)) {
        return;
    }
    if (!m_contents.items.empty()) {
        if (m_opening.keys_suffice) {
            return;
        }
        refuse("ANB-C410", "kind", std::string(key(m_contents.items.front().kind)));
    }
    const bool damaged = std::ranges::any_of(m_contents.findings, [](const base::Finding& finding) {
        return finding.severity == Severity::error;
    });
    if (!damaged) {
        refuse("ANB-C401", "reason", "no_certificate");
    }
}

} // namespace anb::inventory::detail
