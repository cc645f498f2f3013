// SPDX-License-Identifier: EUPL-1.2

#include "osci/encryption.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "osci/names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::osci {

namespace {

using base::Error;
using base::ErrorKind;
using crypto::BlockCipher;
using crypto::DigestAlgorithm;

struct CipherName {
    std::string_view uri, name;
    BlockCipher cipher;
};

constexpr CipherName k_ciphers[] = {
    {"http://www.w3.org/2009/xmlenc11#aes128-gcm", "aes128-gcm", BlockCipher::aes128_gcm},
    {"http://www.w3.org/2009/xmlenc11#aes192-gcm", "aes192-gcm", BlockCipher::aes192_gcm},
    {"http://www.w3.org/2009/xmlenc11#aes256-gcm", "aes256-gcm", BlockCipher::aes256_gcm},
    {"http://www.w3.org/2001/04/xmlenc#aes128-cbc", "aes128-cbc", BlockCipher::aes128_cbc},
    {"http://www.w3.org/2001/04/xmlenc#aes192-cbc", "aes192-cbc", BlockCipher::aes192_cbc},
    {"http://www.w3.org/2001/04/xmlenc#aes256-cbc", "aes256-cbc", BlockCipher::aes256_cbc},
    {"http://www.w3.org/2001/04/xmlenc#tripledes-cbc", "tripledes-cbc",
     BlockCipher::triple_des_cbc},
};

struct HashName {
    std::string_view uri, name;
    DigestAlgorithm algorithm;
};

constexpr HashName k_oaep_hashes[] = {
    {"http://www.w3.org/2000/09/xmldsig#sha1", "sha1", DigestAlgorithm::sha1},
    {"http://www.w3.org/2001/04/xmlenc#sha256", "sha256", DigestAlgorithm::sha256},
    {"http://www.w3.org/2001/04/xmldsig-more#sha384", "sha384", DigestAlgorithm::sha384},
    {"http://www.w3.org/2001/04/xmlenc#sha512", "sha512", DigestAlgorithm::sha512},
};

constexpr HashName k_masks[] = {
    {"http://www.w3.org/2009/xmlenc11#mgf1sha1", "mgf1sha1", DigestAlgorithm::sha1},
    {"http://www.w3.org/2009/xmlenc11#mgf1sha256", "mgf1sha256", DigestAlgorithm::sha256},
    {"http://www.w3.org/2009/xmlenc11#mgf1sha384", "mgf1sha384", DigestAlgorithm::sha384},
    {"http://www.w3.org/2009/xmlenc11#mgf1sha512", "mgf1sha512", DigestAlgorithm::sha512},
};

constexpr std::string_view k_oaep = "http://www.w3.org/2009/xmlenc11#rsa-oaep";
constexpr std::string_view k_oaep_mgf1p = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p";
constexpr std::string_view k_rsa_1_5 = "http://www.w3.org/2001/04/xmlenc#rsa-1_5";

constexpr std::string_view k_method =
    "<xenc:EncryptionMethod Algorithm=\"http://www.w3.org/2009/xmlenc11#aes256-gcm\">"
    "<osci128:IvLength xmlns:osci128=\"http://xoev.de/transport/osci12/8\" Value=\"12\">"
    "</osci128:IvLength></xenc:EncryptionMethod>";
constexpr std::string_view k_key_method =
    "<xenc:EncryptionMethod Algorithm=\"http://www.w3.org/2009/xmlenc11#rsa-oaep\">"
    "<xenc11:MGF xmlns:xenc11=\"http://www.w3.org/2009/xmlenc11#\""
    " Algorithm=\"http://www.w3.org/2009/xmlenc11#mgf1sha256\"></xenc11:MGF>"
    "<ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"></ds:DigestMethod>"
    "</xenc:EncryptionMethod>";

[[noreturn]] void refuse_form(std::string reason)
{
    throw Error(ErrorKind::input, "ANB-O204", {{"reason", std::move(reason)}});
}

[[noreturn]] void refuse_algorithm(const std::string& algorithm)
{
    throw Error(ErrorKind::trust, "ANB-O202", {{"algorithm", algorithm}});
}

xml::Node demand(const xml::Node& node, std::string_view uri, std::string_view name)
{
    auto found = node.child(uri, name);
    if (!found) {
        refuse_form(fmt::format("{}/{}", node.name(), name));
    }
    return *found;
}

std::string algorithm_of(const xml::Node& node)
{
    return node.attribute("Algorithm").value_or("");
}

base::Bytes bytes_of(const xml::Node& node)
{
    auto bytes = base::from_wrapped_base64(node.text());
    if (!bytes || !node.children().empty()) {
        refuse_form(std::string(node.name()));
    }
    return *std::move(bytes);
}

const CipherName& cipher_named(const std::string& uri)
{
    const auto* found = std::ranges::find(k_ciphers, uri, &CipherName::uri);
    if (found == std::end(k_ciphers)) {
        refuse_algorithm(uri);
    }
    return *found;
}

template <std::size_t count>
const HashName& hash_named(const HashName (&table)[count], const std::string& uri)
{
    const auto* found = std::ranges::find(table, uri, &HashName::uri);
    if (found == std::end(table)) {
        refuse_algorithm(uri);
    }
    return *found;
}

/// 12 when the method says so, otherwise 16.
std::size_t iv_size_of(const xml::Node& method)
{
    const auto length = method.child(k_osci128, "IvLength");
    if (!length) {
        return 16;
    }
    const auto value = length->attribute("Value").value_or("");
    if (value != "12" && value != "16") {
        refuse_form("IvLength " + base::printable(value, 20));
    }
    return value == "12" ? 12 : 16;
}

struct Transport {
    std::string name;
    std::optional<crypto::OaepParameters> oaep;
};

Transport read_transport(const xml::Node& method)
{
    const auto uri = algorithm_of(method);
    if (uri == k_rsa_1_5) {
        return {.name = "rsa-1_5", .oaep = std::nullopt};
    }
    if (uri != k_oaep && uri != k_oaep_mgf1p) {
        refuse_algorithm(uri);
    }
    if (method.child(k_xenc, "OAEPparams")) {
        refuse_form("OAEPparams");
    }
    const auto digest = method.child(k_ds, "DigestMethod");
    const auto mask = method.child(k_xenc11, "MGF");
    if (mask && uri == k_oaep_mgf1p) {
        refuse_form("MGF");
    }
    const auto& hash = digest ? hash_named(k_oaep_hashes, algorithm_of(*digest)) : k_oaep_hashes[0];
    const auto& generation = mask ? hash_named(k_masks, algorithm_of(*mask)) : k_masks[0];
    return {.name = fmt::format("{} {}/{}", uri == k_oaep ? "rsa-oaep" : "rsa-oaep-mgf1p",
                                hash.name, generation.name),
            .oaep = crypto::OaepParameters{.hash = hash.algorithm, .mask = generation.algorithm}};
}

pki::Certificate read_certificate(const xml::Node& x509)
{
    const auto children = x509.children();
    if (children.size() != 1 || !children.front().is(k_ds, "X509Certificate")) {
        refuse_form("X509Data");
    }
    return pki::Certificate::from_der(bytes_of(children.front()), "X509Data");
}

std::string names_of(const std::vector<std::string>& names)
{
    return names.empty() ? "?" : base::join(names, ", ");
}

} // namespace

EncryptedData::WrappedKey EncryptedData::read_key(const xml::Node& element)
{
    WrappedKey key;
    auto transport = read_transport(demand(element, k_xenc, "EncryptionMethod"));
    key.transport = std::move(transport.name);
    key.oaep = transport.oaep;
    const auto info = demand(element, k_ds, "KeyInfo");
    if (const auto x509 = info.child(k_ds, "X509Data")) {
        key.certificate = read_certificate(*x509);
    } else {
        const auto uri = demand(info, k_ds, "RetrievalMethod").attribute("URI").value_or("");
        if (!uri.starts_with("#") || uri.size() < 2) {
            refuse_form("RetrievalMethod");
        }
        key.certificate_id = uri.substr(1);
    }
    key.value = bytes_of(demand(demand(element, k_xenc, "CipherData"), k_xenc, "CipherValue"));
    return key;
}

EncryptedData EncryptedData::read(const xml::Node& element)
{
    EncryptedData data;
    data.m_id = element.attribute("Id").value_or("");
    const auto method = demand(element, k_xenc, "EncryptionMethod");
    const auto& cipher = cipher_named(algorithm_of(method));
    data.m_cipher = cipher.cipher;
    data.m_facts.cipher = cipher.name;
    data.m_facts.iv_size = iv_size_of(method);
    const auto info = demand(element, k_ds, "KeyInfo");
    for (const auto& child : info.children()) {
        if (child.is(k_xenc, "EncryptedKey")) {
            data.m_keys.push_back(read_key(child));
        } else if (child.is(k_ds, "MgmtData") && data.m_managed.empty()) {
            data.m_managed = base::SecretBytes(bytes_of(child));
        } else {
            refuse_form(fmt::format("KeyInfo/{}", child.name()));
        }
    }
    if (data.m_keys.empty() == data.m_managed.empty()) {
        refuse_form("KeyInfo");
    }
    const auto value = demand(element, k_xenc, "CipherData").children();
    if (value.size() == 1 && value.front().is(k_xenc, "CipherValue")) {
        data.m_bytes = bytes_of(value.front());
    } else if (value.size() == 1 && value.front().is(k_xenc, "CipherReference")) {
        const auto uri = value.front().attribute("URI").value_or("");
        if (!uri.starts_with("cid:") || uri.size() < 5) {
            refuse_form("CipherReference " + base::printable(uri, 60));
        }
        data.m_attachment = uri.substr(4);
    } else {
        refuse_form("CipherData");
    }
    return data;
}

base::SecretBytes EncryptedData::key(const KeyRing& ring,
                                     const std::vector<RoledCertificate>& certificates)
{
    if (!m_managed.empty()) {
        return m_managed.copy();
    }
    std::vector<std::string> others;
    for (const auto& wrapped : m_keys) {
        auto certificate = wrapped.certificate;
        if (const auto named =
                std::ranges::find(certificates, wrapped.certificate_id, &RoledCertificate::id);
            !certificate && named != certificates.end()) {
            certificate = named->certificate;
        }
        if (!certificate) {
            others.push_back(base::printable(wrapped.certificate_id, 80));
            continue;
        }
        m_facts.recipient = certificate;
        m_facts.key_transport = wrapped.transport;
        const auto own = std::ranges::find_if(ring, [&](const pki::Identity* identity) {
            return identity->chain.front() == *certificate;
        });
        if (own == ring.end()) {
            others.push_back(certificate->common_name());
            continue;
        }
        try {
            const auto& key = (*own)->key;
            return wrapped.oaep ? key.unwrap_oaep(wrapped.value, *wrapped.oaep)
                                : key.unwrap_pkcs1(wrapped.value);
        } catch (const Error&) {
            throw Error(ErrorKind::trust, "ANB-O203", {{"part", m_id}});
        }
    }
    throw Error(ErrorKind::credentials, "ANB-O201", {{"recipients", names_of(others)}});
}

void EncryptedData::decrypt(const base::SecretBytes& key, const base::Source& from,
                            const base::Sink& to, const std::string& part) const
{
    auto good = key.size() == crypto::key_size(m_cipher);
    if (good) {
        crypto::BlockDecryptor decryptor(m_cipher, m_facts.iv_size, key, to);
        base::copy(from, [&](base::ByteView piece) { decryptor.update(piece); });
        good = decryptor.finish();
    }
    if (!good) {
        throw Error(ErrorKind::trust, "ANB-O203", {{"part", part}});
    }
}

std::string write_key_info(const base::SecretBytes& key, const std::vector<KeyFor>& recipients)
{
    auto out = std::string(k_method) + "<ds:KeyInfo>";
    for (const auto& [certificate, id] : recipients) {
        const auto named =
            id.empty()
                ? fmt::format("<ds:X509Data><ds:X509Certificate>{}</ds:X509Certificate>"
                              "</ds:X509Data>",
                              base::to_wrapped_base64(certificate.to_der()))
                : fmt::format("<ds:RetrievalMethod"
                              " Type=\"http://www.w3.org/2000/09/xmldsig#X509Data\" URI=\"#{}\">"
                              "</ds:RetrievalMethod>",
                              id);
        const auto wrapped = certificate.public_key().wrap_oaep256(key.reveal());
        out += fmt::format("<xenc:EncryptedKey>{}<ds:KeyInfo>{}</ds:KeyInfo>{}"
                           "</xenc:EncryptedKey>",
                           k_key_method, named, write_cipher_value(wrapped));
    }
    return out + "</ds:KeyInfo>";
}

std::string write_managed_key(const base::SecretBytes& key)
{
    return fmt::format("{}<ds:KeyInfo><ds:MgmtData>{}</ds:MgmtData></ds:KeyInfo>", k_method,
                       base::to_base64(key.reveal()));
}

std::string write_cipher_reference(std::string_view attachment)
{
    return fmt::format(
        "<xenc:CipherData><xenc:CipherReference URI=\"cid:{}\"><xenc:Transforms>"
        "<ds:Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#base64\"></ds:Transform>"
        "</xenc:Transforms></xenc:CipherReference></xenc:CipherData>",
        attachment);
}

std::string write_cipher_value(base::ByteView bytes)
{
    return fmt::format("<xenc:CipherData><xenc:CipherValue>{}</xenc:CipherValue>"
                       "</xenc:CipherData>",
                       base::to_wrapped_base64(bytes));
}

} // namespace anb::osci
