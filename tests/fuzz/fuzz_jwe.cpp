// Feeds arbitrary text to jose::JweDecryptor: in pieces and at once the verdict is the same. One
// input in two is taken as the plaintext of a good document instead, so that deflate is reached.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "crypto/random.hpp"
#include "jose/jwe.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace anb;

namespace {

constexpr std::uint64_t k_limit = 1024 * 1024;

const crypto::PrivateKey& key()
{
    static const auto made = crypto::PrivateKey::generate_rsa(2048);
    return made;
}

std::string verdict(std::string_view compact, std::size_t piece)
{
    const auto keys = [](const std::string&) { return &key(); };
    jose::JweDecryptor decryptor(keys, "fuzz", k_limit);
    base::Bytes plaintext;
    try {
        while (!compact.empty()) {
            const auto part = compact.substr(0, piece);
            decryptor.update(part, plaintext);
            compact.remove_prefix(part.size());
        }
        decryptor.finish(plaintext);
        return "accepted " + base::to_hex(plaintext);
    } catch (const base::Error& error) {
        if (plaintext.size() > k_limit ||
            (error.kind() != base::ErrorKind::input && error.kind() != base::ErrorKind::trust)) {
            std::abort();
        }
        return error.code();
    }
}

std::string compressed(base::ByteView content)
{
    const auto header =
        base::to_base64url(base::as_bytes(R"({"alg":"RSA-OAEP-256","enc":"A256GCM","zip":"DEF"})"));
    const base::SecretBytes content_key(crypto::random_bytes(crypto::k_aes256_key_size));
    const auto iv = crypto::random_bytes(crypto::k_gcm_iv_size);
    crypto::Aes256GcmEncryptor cipher(content_key, iv, base::as_bytes(header));
    base::Bytes ciphertext(content.size());
    cipher.update(content, ciphertext);
    return header + "." +
           base::to_base64url(key().public_key().wrap_oaep256(content_key.reveal())) + "." +
           base::to_base64url(iv) + "." + base::to_base64url(ciphertext) + "." +
           base::to_base64url(cipher.finish());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto bytes = std::as_bytes(std::span(data, size));
    const bool as_content = size > 0 && data[0] % 2 == 1;
    const auto compact = as_content ? compressed(bytes.subspan(1)) : base::to_text(bytes);
    if (verdict(compact, 7) != verdict(compact, compact.size() + 1)) {
        std::abort();
    }
    return 0;
}
