// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/text.hpp"
#include "crypto/openssl.hpp"
#include "pki/certificate.hpp"
#include "pki/detail/container.hpp"
#include "pki/pem.hpp"
#include "pki/pkcs12.hpp"

#include <climits>
#include <fmt/format.h>
#include <openssl/pkcs7.h>
#include <openssl/x509.h>

namespace anb::pki {

namespace {

constexpr std::size_t k_most = 10'000;

class Loader {
public:
    Loader(base::ByteView bytes, std::string_view origin) : m_bytes(bytes), m_origin(origin) {}

    std::vector<Certificate> load()
    {
        const auto plain = detail::to_plain_text(m_bytes);
        const auto text = base::as_text(plain.reveal());
        const auto blocks = pki::read_pem(text);
        if (!blocks.empty()) {
            read_pem(blocks);
        } else if (const auto decoded = detail::decode_base64(text)) {
            read_der(decoded->reveal());
        } else {
            read_der(m_bytes);
        }
        if (m_found.empty()) {
            refuse(detect_format(m_bytes));
        }
        return std::move(m_found);
    }

private:
    void read_pem(const std::vector<PemBlock>& blocks)
    {
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            const auto& block = blocks[i];
            const auto trusted = block.label == "TRUSTED CERTIFICATE";
            const auto pkcs7 = block.label == "PKCS7" || block.label == "CMS";
            if (!trusted && !pkcs7 && block.label != "CERTIFICATE" &&
                block.label != "X509 CERTIFICATE") {
                continue;
            }
            const auto der =
                block.damage.empty() ? detail::decode_base64(block.body) : std::nullopt;
            if (!der) {
                refuse(fmt::format("PEM #{}: {}", i + 1, block.damage.empty() ? "base64" : "END"));
            }
            if (pkcs7) {
                read_pkcs7(der->reveal());
                continue;
            }
            const auto rest = read_one(der->reveal());
            if (!rest.empty() && !trusted) {
                refuse(fmt::format("PEM #{}: DER + {} byte", i + 1, rest.size()));
            }
        }
    }

    void read_der(base::ByteView der)
    {
        const auto format = detect_format(der);
        if (format == "PKCS#7") {
            return read_pkcs7(der);
        }
        if (format != "certificate (DER)") {
            refuse(detect_format(m_bytes));
        }
        while (!base::trim(base::as_text(der)).empty()) {
            der = read_one(der);
        }
    }

    /// @return what follows the certificate
    base::ByteView read_one(base::ByteView der)
    {
        const auto* at = crypto::raw(der);
        auto* parsed =
            der.size() > LONG_MAX ? nullptr : d2i_X509(nullptr, &at, static_cast<long>(der.size()));
        if (parsed == nullptr) {
            refuse(fmt::format("DER #{}", m_found.size() + 1));
        }
        take(Certificate::adopt(parsed, m_origin));
        return der.subspan(static_cast<std::size_t>(at - crypto::raw(der)));
    }

    void read_pkcs7(base::ByteView der)
    {
        const auto* at = crypto::raw(der);
        const crypto::Owned<PKCS7, PKCS7_free> container(
            d2i_PKCS7(nullptr, &at, static_cast<long>(der.size())));
        if (container == nullptr || !PKCS7_type_is_signed(container) ||
            container->d.sign == nullptr) {
            refuse("PKCS#7");
        }
        const auto* certificates = container->d.sign->cert;
        for (int i = 0; i < sk_X509_num(certificates); ++i) {
            auto* certificate = sk_X509_value(certificates, i);
            X509_up_ref(certificate);
            take(Certificate::adopt(certificate, m_origin));
        }
    }

    void take(Certificate certificate)
    {
        if (m_found.size() == k_most) {
            refuse(fmt::format("> {}", k_most));
        }
        m_found.push_back(std::move(certificate));
    }

    [[noreturn]] void refuse(std::string reason) const
    {
        throw base::Error(base::ErrorKind::input, "ANB-C401",
                          {{"file", std::string(m_origin)}, {"reason", std::move(reason)}},
                          crypto::drain_errors());
    }

    base::ByteView m_bytes;
    std::string_view m_origin;
    std::vector<Certificate> m_found;
};

} // namespace

std::vector<Certificate> load_certificates(base::ByteView bytes, std::string_view origin)
{
    return Loader(bytes, origin).load();
}

} // namespace anb::pki
