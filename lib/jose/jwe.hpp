// JSON Web Encryption in compact form: RSA-OAEP-256 with A256GCM (RFC 7516, RFC 7518 §4.3, §5.3).
// Both directions work on pieces, so that the size of a document does not matter.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "crypto/aead.hpp"
#include "crypto/key.hpp"
#include "jose/jwk.hpp"
#include "json/json.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace anb::jose {

/// Encrypts one document with a content key of its own.
class JweEncryptor {
public:
    /// @param kid  put into the header verbatim
    /// @param cty  media type of the plaintext; left out when empty
    JweEncryptor(const crypto::PublicKey& recipient, const std::string& kid,
                 const std::string& cty);
    JweEncryptor(JweEncryptor&&) noexcept;
    ~JweEncryptor();

    /// Appends text of the compact form to `out`; the first call brings the first three segments.
    void update(base::ByteView plaintext, std::string& out);
    /// Appends the rest. @return the authentication tag: the fifth segment, verbatim
    std::string finish(std::string& out);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// A document encrypted in one go.
struct Jwe {
    std::string compact;
    std::string tag; ///< the fifth segment, verbatim
};
Jwe encrypt(base::ByteView plaintext, const crypto::PublicKey& recipient, const std::string& kid,
            const std::string& cty);

/// Characters that a compact form has for a plaintext of this size.
std::uint64_t compact_size(std::uint64_t plaintext_size, const crypto::PublicKey& recipient,
                           const std::string& kid, const std::string& cty);

struct JweHeader {
    json::Value json;
    std::string alg, enc, kid, cty, zip; ///< empty when absent
};

/// Reads the header of a compact form without decrypting.
/// @throws Error{input} ANB-J310
JweHeader parse_jwe_header(std::string_view compact, std::string_view origin);

/// Gives the private key for a kid, or null when it is none of ours.
using KeyLookup = std::function<const crypto::PrivateKey*(const std::string& kid)>;

/// Decrypts a compact form that arrives in pieces.
///
/// What update() yields is not to be shown or kept before finish() returned. Refused with
/// Error{input}: ANB-J310 malformed (segments, base64url, sizes of IV and tag, "crit", headers
/// over 8 KiB), ANB-J311 other alg, enc or zip, ANB-J312 unknown kid, ANB-J301 content key
/// does not decrypt, ANB-J314 more plaintext than allowed, ANB-J315 not what `zip` announces;
/// with Error{trust}: ANB-J313 the tag does not fit. After an Error the object is of no more use.
class JweDecryptor {
public:
    /// @param max_plaintext  bound for what `zip` may inflate to (and for everything else)
    JweDecryptor(KeyLookup keys, std::string origin, std::uint64_t max_plaintext);
    JweDecryptor(JweDecryptor&&) noexcept;
    ~JweDecryptor();

    void update(std::string_view compact, base::Bytes& plaintext);
    void finish(base::Bytes& plaintext);

    /// After finish(): the header and the tag (fifth segment, verbatim).
    const JweHeader& header() const;
    const std::string& tag() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

struct Decrypted {
    JweHeader header;
    std::string tag;
    base::Bytes plaintext;
};
Decrypted decrypt(std::string_view compact, const KeyLookup& keys, const std::string& origin,
                  std::uint64_t max_plaintext);

} // namespace anb::jose
