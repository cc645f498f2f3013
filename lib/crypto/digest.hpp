// Digests and keyed digests.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"

#include <memory>

namespace anb::crypto {

enum class DigestAlgorithm { sha1, sha256, sha384, sha512, sha3_256, sha3_384, sha3_512 };

/// Digest of bytes that arrive in pieces.
class Hasher {
public:
    explicit Hasher(DigestAlgorithm algorithm);
    Hasher(Hasher&& other) noexcept;
    Hasher& operator=(Hasher&& other) noexcept;
    ~Hasher();

    void update(base::ByteView bytes);
    /// The digest of everything so far; nothing may follow.
    base::Bytes finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

base::Bytes digest(DigestAlgorithm algorithm, base::ByteView bytes);

/// Compares without telling by its duration where the first difference is.
bool equal_constant_time(base::ByteView left, base::ByteView right);

} // namespace anb::crypto
