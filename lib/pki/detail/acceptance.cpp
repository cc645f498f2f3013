// SPDX-License-Identifier: EUPL-1.2

#include "pki/detail/acceptance.hpp"

#include "base/error.hpp"
#include "crypto/openssl.hpp"

#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace anb::pki::detail {

namespace {

using Stack = crypto::Owned<STACK_OF(X509), +[](STACK_OF(X509) * stack) { sk_X509_free(stack); }>;

std::optional<std::string> refused_to_verify(const std::vector<Certificate>& certificates)
{
    const Stack trusted(sk_X509_new_null()), between(sk_X509_new_null());
    const crypto::Owned<X509_STORE_CTX, X509_STORE_CTX_free> context(X509_STORE_CTX_new());
    if (trusted == nullptr || between == nullptr || context == nullptr) {
        base::fail_internal("no memory for a certificate store");
    }
    sk_X509_push(trusted.get(), certificates.back().get());
    for (std::size_t i = 1; i + 1 < certificates.size(); ++i) {
        sk_X509_push(between.get(), certificates[i].get());
    }
    X509_STORE_CTX_init(context.get(), nullptr, certificates.front().get(), between.get());
    X509_STORE_CTX_set0_trusted_stack(context.get(), trusted.get());
    X509_STORE_CTX_set_flags(context.get(), X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_NO_CHECK_TIME);
    if (X509_verify_cert(context.get()) == 1) {
        return std::nullopt;
    }
    std::string reason = X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get()));
    crypto::drain_errors();
    return reason;
}

} // namespace

std::optional<std::string> refused_by_openssl(const Path& path)
{
    std::vector<Certificate> certificates;
    try {
        for (const auto& facts : path.certificates) {
            certificates.push_back(Certificate::from_der(*facts->der));
        }
        certificates.front().public_key();
    } catch (const base::Error& error) {
        return error.detail().empty() ? error.code() : error.detail();
    }
    const bool other_issuer =
        std::ranges::any_of(path.flaws, [](const Flaw& flaw) { return flaw.code == "ANB-C170"; });
    if (other_issuer || (!path.complete && certificates.size() == 1)) {
        const bool invalid =
            (X509_get_extension_flags(certificates.front().get()) & EXFLAG_INVALID) != 0;
        crypto::drain_errors();
        return invalid ? std::optional<std::string>("invalid extension") : std::nullopt;
    }
    return refused_to_verify(certificates);
}

} // namespace anb::pki::detail
