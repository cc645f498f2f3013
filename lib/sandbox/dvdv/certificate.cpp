// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/dvdv/certificate.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "pki/facts.hpp"
#include "sandbox/dvdv/fields.hpp"

#include <algorithm>

namespace anb::sandbox {

namespace {

constexpr std::uint64_t k_largest_file = 1024 * 1024;

json::Value text_or_null(const std::string& text)
{
    return text.empty() ? json::Value(nullptr) : json::Value(text);
}

std::string without_leading_zeros(const std::string& hex)
{
    const auto first = std::min(hex.find_first_not_of('0'), hex.size() - 1);
    return hex.substr(first);
}

/// Decimal digits of a whole number in hexadecimal.
std::string to_decimal(std::string_view hex)
{
    std::vector<int> digits{0}; // the lowest first
    for (const char c : hex) {
        int carry = c <= '9' ? c - '0' : c - 'a' + 10;
        for (auto& digit : digits) {
            carry += digit * 16;
            digit = carry % 10;
            carry /= 10;
        }
        for (; carry > 0; carry /= 10) {
            digits.push_back(carry % 10);
        }
    }
    std::string text;
    std::for_each(digits.rbegin(), digits.rend(),
                  [&](int digit) { text += static_cast<char>('0' + digit); });
    return text;
}

struct Serial {
    std::string sign, hex;
};

Serial serial_of(const pki::Certificate& certificate)
{
    const auto serial = certificate.serial();
    const std::string sign = serial.starts_with('-') ? "-" : "";
    return {sign, without_leading_zeros(serial.substr(sign.size()))};
}

/// The name that Java gives a signature algorithm, which is what the directory shows.
std::string java_name(const std::string& algorithm)
{
    struct Name {
        std::string_view openssl, java;
    };
    constexpr Name k_names[] = {
        {"sha1WithRSAEncryption", "SHA1withRSA"},     {"sha256WithRSAEncryption", "SHA256withRSA"},
        {"sha384WithRSAEncryption", "SHA384withRSA"}, {"sha512WithRSAEncryption", "SHA512withRSA"},
        {"ecdsa-with-SHA256", "SHA256withECDSA"},     {"ecdsa-with-SHA384", "SHA384withECDSA"},
        {"ecdsa-with-SHA512", "SHA512withECDSA"}};
    const auto* found = std::ranges::find(k_names, algorithm, &Name::openssl);
    return found != std::end(k_names)            ? std::string(found->java)
           : algorithm.starts_with("RSASSA-PSS") ? "RSASSA-PSS"
                                                 : algorithm;
}

std::string email_of(const pki::Facts& facts)
{
    const auto found = std::ranges::find(facts.alternative_names, "email", &pki::GeneralName::kind);
    return found == facts.alternative_names.end() ? facts.subject.last("emailAddress")
                                                  : found->value;
}

pki::Certificate read_certificate(const json::Reader& name, const std::filesystem::path& folder,
                                  std::vector<std::filesystem::path>& files)
{
    const auto path = folder / name.string();
    files.push_back(path);
    return pki::load_certificates(base::read_file(path.string(), k_largest_file), path.string())
        .front();
}

std::optional<pki::Certificate> decoded(const std::string& content)
{
    const auto der = base::from_base64(content);
    if (!der) {
        return std::nullopt;
    }
    try {
        return pki::Certificate::from_der(*der);
    } catch (const base::Error&) {
        return std::nullopt;
    }
}

} // namespace

json::Value describe_certificate(const pki::Certificate& certificate)
{
    const auto der = certificate.to_der();
    const auto facts = pki::read_facts(der);
    auto value = json::Value::object();
    value["content"] = base::to_base64(der);
    value["fingerprint"] = base::to_hex(certificate.fingerprint(crypto::DigestAlgorithm::sha1));
    const auto serial = serial_of(certificate);
    value["serial"] = serial.sign + to_decimal(serial.hex);
    value["serialHex"] = serial.sign + serial.hex;
    value["algorithm"] = java_name(certificate.signature_algorithm());
    if (facts) {
        value["emailSubject"] = text_or_null(email_of(*facts));
        value["nameIssuer"] = text_or_null(facts->issuer.last("CN"));
        value["nameSubject"] = text_or_null(facts->subject.last("CN"));
        value["organizationIssuer"] = text_or_null(facts->issuer.last("O"));
        value["organizationSubject"] = text_or_null(facts->subject.last("O"));
        value["ouIssuer"] = text_or_null(facts->issuer.last("OU"));
        value["ouSubject"] = text_or_null(facts->subject.last("OU"));
    }
    value["validFrom"] = with_milliseconds(base::format_time(certificate.not_before()));
    value["validTo"] = with_milliseconds(base::format_time(certificate.not_after()));
    const auto usage = certificate.key_usage();
    value["x509KeyUsage"] = usage ? json::Value(*usage & 0x7fff) : json::Value(nullptr);
    return value;
}

DvdvCertificate load_dvdv_certificate(const json::Reader& object,
                                      const std::filesystem::path& folder,
                                      std::vector<std::filesystem::path>& files)
{
    if (object.value().is_null()) {
        return {};
    }
    DvdvCertificate result;
    result.value = shaped(object, certificate_fields());
    if (const auto file = object.find("file")) {
        result.value.erase("file");
        result.certificate = read_certificate(*file, folder, files);
    } else if (result.value["content"].is_string()) {
        result.certificate = decoded(result.value["content"].get<std::string>());
    }
    if (result.certificate) {
        const auto computed = describe_certificate(*result.certificate);
        for (const auto& [name, member] : computed.items()) {
            if (!object.has(name)) {
                result.value[name] = member;
            }
        }
    }
    if (!object.has("revocationReason")) {
        result.value.erase("revocationReason");
    }
    if (result.value["fingerprint"].is_string()) {
        result.fingerprint = result.value["fingerprint"].get<std::string>();
    }
    return result;
}

std::string decimal_serial(const pki::Certificate& certificate)
{
    const auto serial = serial_of(certificate);
    return serial.sign + to_decimal(serial.hex);
}

} // namespace anb::sandbox
