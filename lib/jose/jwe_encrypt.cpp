// SPDX-License-Identifier: EUPL-1.2

#include "crypto/random.hpp"
#include "jose/jwe.hpp"

#include <algorithm>

namespace anb::jose {

namespace {

/// A multiple of three, so that base64 holds nothing back between blocks.
constexpr std::size_t k_block = 48 * 1024;

std::string encoded_header(const std::string& kid, const std::string& cty)
{
    json::Value header = {{"alg", "RSA-OAEP-256"}, {"enc", "A256GCM"}, {"kid", kid}};
    if (!cty.empty()) {
        header["cty"] = cty;
    }
    return base::to_base64url(base::as_bytes(json::dump(header)));
}

constexpr std::uint64_t encoded_size(std::uint64_t bytes)
{
    return (bytes * 8 + 5) / 6;
}

base::SecretBytes new_content_key()
{
    auto bytes = crypto::random_bytes(crypto::k_aes256_key_size);
    base::SecretBytes key(bytes);
    base::wipe(bytes);
    return key;
}

} // namespace

struct JweEncryptor::State {
    State(std::string first_segments, const base::SecretBytes& key, base::ByteView iv,
          std::string_view header)
        : pending(std::move(first_segments)), cipher(key, iv, base::as_bytes(header)),
          block(k_block)
    {
    }

    std::string pending;
    crypto::Aes256GcmEncryptor cipher;
    base::Base64UrlEncoder encoder;
    base::Bytes block;
};

JweEncryptor::JweEncryptor(const crypto::PublicKey& recipient, const std::string& kid,
                           const std::string& cty)
{
    const auto header = encoded_header(kid, cty);
    const auto key = new_content_key();
    const auto iv = crypto::random_bytes(crypto::k_gcm_iv_size);
    const auto wrapped = recipient.wrap_oaep256(key.reveal());
    m_state = std::make_unique<State>(header + "." + base::to_base64url(wrapped) + "." +
                                          base::to_base64url(iv) + ".",
                                      key, iv, header);
}

JweEncryptor::JweEncryptor(JweEncryptor&&) noexcept = default;
JweEncryptor::~JweEncryptor() = default;

void JweEncryptor::update(base::ByteView plaintext, std::string& out)
{
    out += std::exchange(m_state->pending, {});
    while (!plaintext.empty()) {
        const auto piece = plaintext.first(std::min(plaintext.size(), k_block));
        const auto target = std::span(m_state->block).first(piece.size());
        m_state->cipher.update(piece, target);
        m_state->encoder.update(target, out);
        plaintext = plaintext.subspan(piece.size());
    }
}

std::string JweEncryptor::finish(std::string& out)
{
    out += std::exchange(m_state->pending, {});
    m_state->encoder.finish(out);
    auto tag = base::to_base64url(m_state->cipher.finish());
    out += ".";
    out += tag;
    return tag;
}

Jwe encrypt(base::ByteView plaintext, const crypto::PublicKey& recipient, const std::string& kid,
            const std::string& cty)
{
    Jwe jwe;
    jwe.compact.reserve(compact_size(plaintext.size(), recipient, kid, cty));
    JweEncryptor encryptor(recipient, kid, cty);
    encryptor.update(plaintext, jwe.compact);
    jwe.tag = encryptor.finish(jwe.compact);
    return jwe;
}

std::uint64_t compact_size(std::uint64_t plaintext_size, const crypto::PublicKey& recipient,
                           const std::string& kid, const std::string& cty)
{
    const auto wrapped_size = static_cast<std::uint64_t>(recipient.bits() + 7) / 8;
    return encoded_header(kid, cty).size() + encoded_size(wrapped_size) +
           encoded_size(crypto::k_gcm_iv_size) + encoded_size(plaintext_size) +
           encoded_size(crypto::k_gcm_tag_size) + 4;
}

} // namespace anb::jose
