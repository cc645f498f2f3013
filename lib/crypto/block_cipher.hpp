// The block ciphers of XML Encryption for data that arrives in pieces: the initialisation vector
// stands in front, of GCM the tag of 16 bytes behind, of CBC the padding.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "base/secret.hpp"
#include "base/source.hpp"

#include <cstdint>
#include <memory>
#include <optional>

namespace anb::crypto {

enum class BlockCipher {
    aes128_gcm,
    aes192_gcm,
    aes256_gcm,
    aes128_cbc,
    aes192_cbc,
    aes256_cbc,
    triple_des_cbc
};

bool authenticated(BlockCipher cipher);
std::size_t key_size(BlockCipher cipher);

/// Encrypts with AES-256 in GCM and a random initialisation vector of 12 bytes.
class BlockEncryptor {
public:
    /// @param key  32 bytes, used for this text only
    BlockEncryptor(const base::SecretBytes& key, base::Sink sink);
    BlockEncryptor(BlockEncryptor&&) noexcept;
    ~BlockEncryptor();

    void update(base::ByteView plaintext);
    /// Writes the tag; nothing may follow.
    void finish();

    /// Bytes that it writes for a plaintext of this size.
    static std::uint64_t size_of(std::uint64_t plaintext) { return plaintext + 12 + 16; }

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// What reaches the sink is not to be trusted before finish() has said yes.
class BlockDecryptor {
public:
    /// @param iv_size  12 or 16 with GCM; with CBC the cipher decides
    /// @throws Error{trust} ANB-O203 when the key has the wrong size
    BlockDecryptor(BlockCipher cipher, std::size_t iv_size, const base::SecretBytes& key,
                   base::Sink sink);
    BlockDecryptor(BlockDecryptor&&) noexcept;
    ~BlockDecryptor();

    void update(base::ByteView ciphertext);
    /// @return whether everything was there and the tag (GCM) or the padding (CBC) fits
    bool finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace anb::crypto
