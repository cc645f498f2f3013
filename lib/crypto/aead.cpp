// SPDX-License-Identifier: EUPL-1.2

#include "crypto/aead.hpp"

#include "base/error.hpp"
#include "crypto/openssl.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>

namespace anb::crypto {

namespace {

using Context = Owned<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;

constexpr std::size_t k_largest_piece = std::size_t{1} << 30;

void require(bool good)
{
    if (!good) {
        base::fail_internal("AES-256-GCM: " + drain_errors());
    }
}

Context begin(const base::SecretBytes& key, base::ByteView iv, base::ByteView aad, bool encrypt)
{
    Context context(EVP_CIPHER_CTX_new());
    require(context != nullptr);
    require(EVP_CipherInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, raw(key.reveal()), raw(iv),
                              encrypt ? 1 : 0) == 1);
    int size = 0;
    for (auto rest = aad; !rest.empty();) {
        const auto piece = rest.first(std::min(rest.size(), k_largest_piece));
        require(EVP_CipherUpdate(context.get(), nullptr, &size, raw(piece),
                                 static_cast<int>(piece.size())) == 1);
        rest = rest.subspan(piece.size());
    }
    return context;
}

void run(EVP_CIPHER_CTX* context, base::ByteView in, std::span<std::byte> out)
{
    require(out.size() >= in.size());
    while (!in.empty()) {
        const auto piece = in.first(std::min(in.size(), k_largest_piece));
        int size = 0;
        require(EVP_CipherUpdate(context, raw_writable(out), &size, raw(piece),
                                 static_cast<int>(piece.size())) == 1);
        in = in.subspan(piece.size());
        out = out.subspan(piece.size());
    }
}

bool fits(const base::SecretBytes& key, base::ByteView iv)
{
    return key.size() == k_aes256_key_size && iv.size() == k_gcm_iv_size;
}

} // namespace

struct Aes256GcmEncryptor::State {
    Context context;
};

Aes256GcmEncryptor::Aes256GcmEncryptor(const base::SecretBytes& key, base::ByteView iv,
                                       base::ByteView aad)
{
    require(fits(key, iv));
    m_state = std::make_unique<State>(State{begin(key, iv, aad, true)});
}

Aes256GcmEncryptor::Aes256GcmEncryptor(Aes256GcmEncryptor&& other) noexcept = default;
Aes256GcmEncryptor::~Aes256GcmEncryptor() = default;

void Aes256GcmEncryptor::update(base::ByteView plaintext, std::span<std::byte> ciphertext)
{
    run(m_state->context.get(), plaintext, ciphertext);
}

base::Bytes Aes256GcmEncryptor::finish()
{
    auto* context = m_state->context.get();
    std::array<unsigned char, EVP_MAX_BLOCK_LENGTH> rest{};
    int size = 0;
    require(EVP_CipherFinal_ex(context, rest.data(), &size) == 1);
    base::Bytes tag(k_gcm_tag_size);
    require(EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, static_cast<int>(tag.size()),
                                tag.data()) == 1);
    return tag;
}

struct Aes256GcmDecryptor::State {
    Context context;
};

Aes256GcmDecryptor::Aes256GcmDecryptor(const base::SecretBytes& key, base::ByteView iv,
                                       base::ByteView aad)
{
    if (!fits(key, iv)) {
        throw base::Error(base::ErrorKind::input, "ANB-J301");
    }
    m_state = std::make_unique<State>(State{begin(key, iv, aad, false)});
}

Aes256GcmDecryptor::Aes256GcmDecryptor(Aes256GcmDecryptor&& other) noexcept = default;
Aes256GcmDecryptor::~Aes256GcmDecryptor() = default;

void Aes256GcmDecryptor::update(base::ByteView ciphertext, std::span<std::byte> plaintext)
{
    run(m_state->context.get(), ciphertext, plaintext);
}

bool Aes256GcmDecryptor::finish(base::ByteView tag)
{
    if (tag.size() != k_gcm_tag_size) {
        return false;
    }
    auto* context = m_state->context.get();
    std::array<unsigned char, k_gcm_tag_size> expected{};
    std::copy_n(raw(tag), expected.size(), expected.begin());
    require(EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, static_cast<int>(expected.size()),
                                expected.data()) == 1);
    std::array<unsigned char, EVP_MAX_BLOCK_LENGTH> rest{};
    int size = 0;
    const auto good = EVP_CipherFinal_ex(context, rest.data(), &size) == 1;
    drain_errors();
    return good;
}

} // namespace anb::crypto
