// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "crypto/detail/evp_digest.hpp"
#include "crypto/detail/rsa.hpp"
#include "crypto/key.hpp"
#include "crypto/openssl.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

namespace anb::crypto {

namespace {

using namespace detail;

using KeyContext = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;

KeyContext begin(EVP_PKEY* key, int (*init)(EVP_PKEY_CTX*))
{
    KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    require(context != nullptr && init(context.get()) == 1, "key transport");
    return context;
}

KeyContext oaep(EVP_PKEY* key, int (*init)(EVP_PKEY_CTX*), const OaepParameters& parameters)
{
    auto context = begin(key, init);
    require(EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_OAEP_PADDING) == 1 &&
                EVP_PKEY_CTX_set_rsa_oaep_md(context.get(), evp(parameters.hash)) == 1 &&
                EVP_PKEY_CTX_set_rsa_mgf1_md(context.get(), evp(parameters.mask)) == 1,
            "RSA-OAEP");
    return context;
}

base::SecretBytes decrypt(EVP_PKEY_CTX* context, std::size_t most, base::ByteView wrapped)
{
    auto unwrapped = base::SecretBytes::zeroed(most);
    auto size = most;
    const auto good = EVP_PKEY_decrypt(context, raw_writable(unwrapped.reveal_writable()), &size,
                                       raw(wrapped), wrapped.size()) == 1;
    drain_errors();
    if (!good) {
        throw base::Error(base::ErrorKind::input, "ANB-J301");
    }
    return base::SecretBytes(unwrapped.reveal().first(size));
}

void require_rsa(EVP_PKEY* key)
{
    if (!is_rsa(key)) {
        refuse_private(EVP_PKEY_get0_type_name(key));
    }
}

} // namespace

base::Bytes PublicKey::wrap_oaep256(base::ByteView content_key) const
{
    if (!is_rsa()) {
        refuse_public(type_name());
    }
    if (is_too_large(get())) {
        refuse_public(fmt::format("{} bit", bits()));
    }
    const auto context = oaep(get(), EVP_PKEY_encrypt_init, {});
    auto size = static_cast<std::size_t>(EVP_PKEY_get_size(get()));
    base::Bytes wrapped(size);
    if (EVP_PKEY_encrypt(context.get(), raw_writable(wrapped), &size, raw(content_key),
                         content_key.size()) != 1) {
        refuse_public(fmt::format("{} bit", bits()));
    }
    wrapped.resize(size);
    return wrapped;
}

base::SecretBytes PrivateKey::unwrap_oaep256(base::ByteView wrapped) const
{
    return unwrap_oaep(wrapped, {});
}

base::SecretBytes PrivateKey::unwrap_oaep(base::ByteView wrapped,
                                          const OaepParameters& parameters) const
{
    require_rsa(get());
    const auto context = oaep(get(), EVP_PKEY_decrypt_init, parameters);
    return decrypt(context.get(), static_cast<std::size_t>(EVP_PKEY_get_size(get())), wrapped);
}

base::SecretBytes PrivateKey::unwrap_pkcs1(base::ByteView wrapped) const
{
    require_rsa(get());
    const auto context = begin(get(), EVP_PKEY_decrypt_init);
    require(EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) == 1, "RSA");
    return decrypt(context.get(), static_cast<std::size_t>(EVP_PKEY_get_size(get())), wrapped);
}

} // namespace anb::crypto
