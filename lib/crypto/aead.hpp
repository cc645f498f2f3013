// Authenticated encryption of data that arrives in pieces: AES-256 in Galois/Counter Mode with an
// initialisation vector of 96 bits and a tag of 128 bits (NIST SP 800-38D).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "base/secret.hpp"

#include <memory>

namespace anb::crypto {

inline constexpr std::size_t k_aes256_key_size = 32;
inline constexpr std::size_t k_gcm_iv_size = 12;
inline constexpr std::size_t k_gcm_tag_size = 16;

class Aes256GcmEncryptor {
public:
    /// @param key  32 bytes
    /// @param iv  12 bytes, never used twice with one key
    Aes256GcmEncryptor(const base::SecretBytes& key, base::ByteView iv, base::ByteView aad);
    Aes256GcmEncryptor(Aes256GcmEncryptor&& other) noexcept;
    ~Aes256GcmEncryptor();

    /// Writes as many bytes to `ciphertext` as `plaintext` has; both may be the same memory.
    void update(base::ByteView plaintext, std::span<std::byte> ciphertext);
    /// The tag; nothing may follow.
    base::Bytes finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// What update() yields is not to be trusted, shown or kept before finish() has said yes.
class Aes256GcmDecryptor {
public:
    /// @throws Error{input} ANB-J301 when key or iv has the wrong size
    Aes256GcmDecryptor(const base::SecretBytes& key, base::ByteView iv, base::ByteView aad);
    Aes256GcmDecryptor(Aes256GcmDecryptor&& other) noexcept;
    ~Aes256GcmDecryptor();

    void update(base::ByteView ciphertext, std::span<std::byte> plaintext);
    /// @return whether the tag fits everything that was decrypted
    bool finish(base::ByteView tag);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace anb::crypto
