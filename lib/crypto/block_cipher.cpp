// SPDX-License-Identifier: EUPL-1.2

#include "crypto/block_cipher.hpp"

#include "base/error.hpp"
#include "crypto/aead.hpp"
#include "crypto/openssl.hpp"
#include "crypto/random.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>

namespace anb::crypto {

namespace {

using Context = Owned<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;

constexpr std::size_t k_piece = std::size_t{64} * 1024;

const EVP_CIPHER* evp(BlockCipher cipher)
{
    switch (cipher) {
    case BlockCipher::aes128_gcm:
        return EVP_aes_128_gcm();
    case BlockCipher::aes192_gcm:
        return EVP_aes_192_gcm();
    case BlockCipher::aes256_gcm:
        return EVP_aes_256_gcm();
    case BlockCipher::aes128_cbc:
        return EVP_aes_128_cbc();
    case BlockCipher::aes192_cbc:
        return EVP_aes_192_cbc();
    case BlockCipher::aes256_cbc:
        return EVP_aes_256_cbc();
    case BlockCipher::triple_des_cbc:
        return EVP_des_ede3_cbc();
    }
    base::fail_internal("unknown cipher");
}

void require(bool good)
{
    if (!good) {
        base::fail_internal("block cipher: " + drain_errors());
    }
}

} // namespace

bool authenticated(BlockCipher cipher)
{
    return cipher <= BlockCipher::aes256_gcm;
}

std::size_t key_size(BlockCipher cipher)
{
    return static_cast<std::size_t>(EVP_CIPHER_get_key_length(evp(cipher)));
}

struct BlockEncryptor::State {
    base::Sink sink;
    Aes256GcmEncryptor encryptor;
    std::array<std::byte, k_piece> piece;
};

BlockEncryptor::BlockEncryptor(const base::SecretBytes& key, base::Sink sink)
{
    const auto iv = random_bytes(k_gcm_iv_size);
    m_state = std::unique_ptr<State>(new State{
        .sink = std::move(sink), .encryptor = Aes256GcmEncryptor(key, iv, {}), .piece = {}});
    m_state->sink(iv);
}

BlockEncryptor::BlockEncryptor(BlockEncryptor&&) noexcept = default;
BlockEncryptor::~BlockEncryptor() = default;

void BlockEncryptor::update(base::ByteView plaintext)
{
    auto& [sink, encryptor, piece] = *m_state;
    while (!plaintext.empty()) {
        const auto part = plaintext.first(std::min(plaintext.size(), piece.size()));
        const auto out = std::span(piece).first(part.size());
        encryptor.update(part, out);
        sink(out);
        plaintext = plaintext.subspan(part.size());
    }
}

void BlockEncryptor::finish()
{
    m_state->sink(m_state->encryptor.finish());
}

/// Holds back the last 16 bytes of what came, which are the tag of GCM and the padding of CBC.
struct BlockDecryptor::State {
    BlockCipher cipher;
    std::size_t iv_size;
    base::SecretBytes key;
    base::Sink sink;
    Context context{EVP_CIPHER_CTX_new()};
    base::Bytes iv{};
    base::Bytes held{};
    base::Bytes piece = base::Bytes(k_piece + EVP_MAX_BLOCK_LENGTH);

    void begin()
    {
        require(context != nullptr &&
                EVP_CipherInit_ex(context.get(), evp(cipher), nullptr, nullptr, nullptr, 0) == 1);
        if (authenticated(cipher)) {
            require(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_IVLEN,
                                        static_cast<int>(iv_size), nullptr) == 1);
        }
        require(EVP_CipherInit_ex(context.get(), nullptr, nullptr, raw(key.reveal()), raw(iv), 0) ==
                    1 &&
                EVP_CIPHER_CTX_set_padding(context.get(), 0) == 1);
    }

    void decrypt(base::ByteView bytes)
    {
        while (!bytes.empty()) {
            const auto part = bytes.first(std::min(bytes.size(), k_piece));
            int size = 0;
            require(EVP_CipherUpdate(context.get(), raw_writable(piece), &size, raw(part),
                                     static_cast<int>(part.size())) == 1);
            sink(base::ByteView(piece).first(static_cast<std::size_t>(size)));
            bytes = bytes.subspan(part.size());
        }
    }

    bool finish_authenticated()
    {
        if (held.size() != k_gcm_tag_size) {
            return false;
        }
        require(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG,
                                    static_cast<int>(held.size()), raw_writable(held)) == 1);
        int size = 0;
        const auto good = EVP_CipherFinal_ex(context.get(), raw_writable(piece), &size) == 1;
        drain_errors();
        return good;
    }

    /// The last byte of the last block says how many bytes were added (XML Encryption §5.2).
    bool finish_padded()
    {
        const auto block = static_cast<std::size_t>(EVP_CIPHER_get_block_size(evp(cipher)));
        if (held.size() < block || held.size() % block != 0) {
            return false;
        }
        int size = 0;
        if (EVP_CipherUpdate(context.get(), raw_writable(piece), &size, raw(held),
                             static_cast<int>(held.size())) != 1 ||
            static_cast<std::size_t>(size) != held.size()) {
            drain_errors();
            return false;
        }
        const auto added = std::to_integer<std::size_t>(piece[held.size() - 1]);
        if (added == 0 || added > block) {
            return false;
        }
        sink(base::ByteView(piece).first(held.size() - added));
        return true;
    }
};

BlockDecryptor::BlockDecryptor(BlockCipher cipher, std::size_t iv_size,
                               const base::SecretBytes& key, base::Sink sink)
{
    if (key.size() != key_size(cipher)) {
        throw base::Error(base::ErrorKind::trust, "ANB-O203", {{"part", ""}});
    }
    const auto vector = authenticated(cipher)
                            ? iv_size
                            : static_cast<std::size_t>(EVP_CIPHER_get_iv_length(evp(cipher)));
    m_state = std::unique_ptr<State>(
        new State{.cipher = cipher, .iv_size = vector, .key = key.copy(), .sink = std::move(sink)});
}

BlockDecryptor::BlockDecryptor(BlockDecryptor&&) noexcept = default;
BlockDecryptor::~BlockDecryptor() = default;

void BlockDecryptor::update(base::ByteView ciphertext)
{
    auto& state = *m_state;
    if (state.iv.size() < state.iv_size) {
        const auto part =
            ciphertext.first(std::min(ciphertext.size(), state.iv_size - state.iv.size()));
        state.iv.insert(state.iv.end(), part.begin(), part.end());
        ciphertext = ciphertext.subspan(part.size());
        if (state.iv.size() < state.iv_size) {
            return;
        }
        state.begin();
    }
    auto& held = state.held;
    if (ciphertext.size() >= k_gcm_tag_size) {
        state.decrypt(held);
        const auto rest = ciphertext.size() - k_gcm_tag_size;
        state.decrypt(ciphertext.first(rest));
        held.assign(ciphertext.begin() + static_cast<std::ptrdiff_t>(rest), ciphertext.end());
        return;
    }
    held.insert(held.end(), ciphertext.begin(), ciphertext.end());
    if (held.size() > k_gcm_tag_size) {
        const auto over = held.size() - k_gcm_tag_size;
        state.decrypt(base::ByteView(held).first(over));
        held.erase(held.begin(), held.begin() + static_cast<std::ptrdiff_t>(over));
    }
}

bool BlockDecryptor::finish()
{
    auto& state = *m_state;
    if (state.iv.size() < state.iv_size) {
        return false;
    }
    return authenticated(state.cipher) ? state.finish_authenticated() : state.finish_padded();
}

} // namespace anb::crypto
