// SPDX-License-Identifier: EUPL-1.2

#include "pki/certificate.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "crypto/openssl.hpp"

#include <climits>
#include <fmt/format.h>
#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <array>

namespace anb::pki {

namespace {

using crypto::drain_errors;
using crypto::Owned;
using crypto::raw;

[[noreturn]] void refuse(std::string_view origin, std::string reason)
{
    throw base::Error(base::ErrorKind::input, "ANB-C401",
                      {{"file", std::string(origin)}, {"reason", std::move(reason)}},
                      drain_errors());
}

/// RFC 5280 §4.1.2.5: both types, in 64 bits.
std::optional<base::UtcTime> to_time(const ASN1_TIME* time)
{
    std::tm parts{};
    if (time == nullptr || ASN1_TIME_check(time) != 1 || ASN1_TIME_to_tm(time, &parts) != 1) {
        drain_errors();
        return std::nullopt;
    }
    using namespace std::chrono;
    const auto day = year(parts.tm_year + 1900) / month(static_cast<unsigned>(parts.tm_mon + 1)) /
                     std::chrono::day(static_cast<unsigned>(parts.tm_mday));
    if (!day.ok()) {
        return std::nullopt;
    }
    return base::UtcTime(sys_days(day).time_since_epoch() + hours(parts.tm_hour) +
                         minutes(parts.tm_min) + seconds(parts.tm_sec));
}

Owned<BIO, BIO_free> memory()
{
    Owned<BIO, BIO_free> bio(BIO_new(BIO_s_mem()));
    if (bio == nullptr) {
        base::fail_internal("no memory for text");
    }
    return bio;
}

std::string text_of(BIO* bio)
{
    char* data = nullptr;
    const auto size = BIO_get_mem_data(bio, &data);
    return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

std::string to_text(const X509_NAME* name)
{
    const auto bio = memory();
    X509_NAME_print_ex(bio.get(), name, 0, XN_FLAG_RFC2253 & ~unsigned{ASN1_STRFLGS_ESC_MSB});
    drain_errors();
    return base::printable(text_of(bio.get()));
}

std::string to_text(const ASN1_OBJECT* object)
{
    if (const auto nid = OBJ_obj2nid(object); nid != NID_undef) {
        return OBJ_nid2ln(nid);
    }
    std::array<char, 128> dotted{};
    OBJ_obj2txt(dotted.data(), static_cast<int>(dotted.size()), object, 1);
    return dotted.data();
}

std::string pss_text(const X509_ALGOR* algorithm)
{
    const ASN1_OBJECT* object = nullptr;
    const void* value = nullptr;
    int type = V_ASN1_UNDEF;
    X509_ALGOR_get0(&object, &type, &value, algorithm);
    Owned<RSA_PSS_PARAMS, RSA_PSS_PARAMS_free> params;
    if (type == V_ASN1_SEQUENCE) {
        const auto* encoded = static_cast<const ASN1_STRING*>(value);
        const auto* at = ASN1_STRING_get0_data(encoded);
        params.reset(d2i_RSA_PSS_PARAMS(nullptr, &at, ASN1_STRING_length(encoded)));
    }
    drain_errors();
    if (params == nullptr) {
        return "RSASSA-PSS";
    }
    constexpr int k_default_salt = 20;
    const auto hash = params->hashAlgorithm == nullptr ? std::string("sha1")
                                                       : to_text(params->hashAlgorithm->algorithm);
    const auto salt =
        params->saltLength == nullptr ? k_default_salt : ASN1_INTEGER_get(params->saltLength);
    return fmt::format("RSASSA-PSS {}, salt {}", hash, salt);
}

} // namespace

Certificate Certificate::from_der(base::ByteView der, std::string_view origin)
{
    const auto* at = raw(der);
    auto* parsed = der.empty() || der.size() > LONG_MAX
                       ? nullptr
                       : d2i_X509(nullptr, &at, static_cast<long>(der.size()));
    if (parsed == nullptr) {
        refuse(origin, "DER");
    }
    auto certificate = adopt(parsed, origin);
    if (const auto left = raw(der) + der.size() - at; left != 0) {
        refuse(origin, fmt::format("DER + {} byte", left));
    }
    return certificate;
}

Certificate Certificate::adopt(x509_st* certificate, std::string_view origin)
{
    if (certificate == nullptr) {
        base::fail_internal("no certificate to adopt");
    }
    Certificate result;
    result.m_certificate.reset(certificate, X509_free);
    if (!to_time(X509_get0_notBefore(certificate))) {
        refuse(origin, "notBefore");
    }
    if (!to_time(X509_get0_notAfter(certificate))) {
        refuse(origin, "notAfter");
    }
    return result;
}

base::Bytes Certificate::to_der() const
{
    unsigned char* der = nullptr;
    const auto size = i2d_X509(get(), &der);
    if (size <= 0) {
        base::fail_internal("certificate to DER: " + drain_errors());
    }
    const auto written = crypto::view(der, static_cast<std::size_t>(size));
    base::Bytes bytes(written.begin(), written.end());
    OPENSSL_free(der);
    return bytes;
}

std::string Certificate::to_pem() const
{
    const auto bio = memory();
    if (PEM_write_bio_X509(bio.get(), get()) != 1) {
        base::fail_internal("certificate to PEM: " + drain_errors());
    }
    return text_of(bio.get());
}

std::string Certificate::subject() const
{
    return to_text(X509_get_subject_name(get()));
}

std::string Certificate::issuer() const
{
    return to_text(X509_get_issuer_name(get()));
}

std::string Certificate::common_name() const
{
    const auto* name = X509_get_subject_name(get());
    int last = -1;
    for (int i = -1; (i = X509_NAME_get_index_by_NID(name, NID_commonName, i)) >= 0;) {
        last = i;
    }
    unsigned char* utf8 = nullptr;
    const auto size =
        last < 0
            ? -1
            : ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, last)));
    if (size < 0) {
        drain_errors();
        return subject();
    }
    auto text = base::printable(base::as_text(crypto::view(utf8, static_cast<std::size_t>(size))));
    OPENSSL_free(utf8);
    return text;
}

std::string Certificate::serial() const
{
    const auto* number = X509_get0_serialNumber(get());
    const auto size = static_cast<std::size_t>(ASN1_STRING_length(number));
    const auto digits = base::to_hex(crypto::view(ASN1_STRING_get0_data(number), size));
    return (ASN1_STRING_type(number) == V_ASN1_NEG_INTEGER ? "-" : "") + digits;
}

base::UtcTime Certificate::not_before() const
{
    return to_time(X509_get0_notBefore(get())).value();
}

base::UtcTime Certificate::not_after() const
{
    return to_time(X509_get0_notAfter(get())).value();
}

bool Certificate::valid_at(base::UtcTime at) const
{
    return not_before() <= at && at <= not_after();
}

crypto::PublicKey Certificate::public_key() const
{
    auto* key = X509_get_pubkey(get());
    if (key == nullptr) {
        const ASN1_OBJECT* algorithm = nullptr;
        X509_PUBKEY_get0_param(const_cast<ASN1_OBJECT**>(&algorithm), nullptr, nullptr, nullptr,
                               X509_get_X509_PUBKEY(get()));
        throw base::Error(base::ErrorKind::input, "ANB-J201", {{"reason", to_text(algorithm)}},
                          drain_errors());
    }
    return crypto::PublicKey::adopt(key);
}

std::optional<std::uint16_t> Certificate::key_usage() const
{
    if (X509_get_ext_by_NID(get(), NID_key_usage, -1) < 0) {
        return std::nullopt;
    }
    const Owned<ASN1_BIT_STRING, ASN1_BIT_STRING_free> bits(
        static_cast<ASN1_BIT_STRING*>(X509_get_ext_d2i(get(), NID_key_usage, nullptr, nullptr)));
    unsigned usage = 0;
    for (int bit = 0; bits && bit < 9; ++bit) {
        usage |= static_cast<unsigned>(ASN1_BIT_STRING_get_bit(bits.get(), bit)) << bit;
    }
    drain_errors();
    return static_cast<std::uint16_t>(usage);
}

bool Certificate::is_ca() const
{
    const auto flags = X509_get_extension_flags(get());
    drain_errors();
    return (flags & EXFLAG_CA) != 0;
}

bool Certificate::is_self_signed() const
{
    return issued_by(*this);
}

std::string Certificate::signature_algorithm() const
{
    const X509_ALGOR* algorithm = nullptr;
    X509_get0_signature(nullptr, &algorithm, get());
    const ASN1_OBJECT* object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    return OBJ_obj2nid(object) == NID_rsassaPss ? pss_text(algorithm) : to_text(object);
}

base::Bytes Certificate::fingerprint(crypto::DigestAlgorithm algorithm) const
{
    return crypto::digest(algorithm, to_der());
}

bool Certificate::issued_by(const Certificate& issuer) const
{
    if (X509_NAME_cmp(X509_get_issuer_name(get()), X509_get_subject_name(issuer.get())) != 0) {
        return false;
    }
    auto* key = X509_get0_pubkey(issuer.get());
    const auto verified = key != nullptr && X509_verify(get(), key) == 1;
    drain_errors();
    return verified;
}

bool operator==(const Certificate& left, const Certificate& right)
{
    return left.get() == right.get() || X509_cmp(left.get(), right.get()) == 0;
}

} // namespace anb::pki
