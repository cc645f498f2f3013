// Encrypts the parts of a sending into its journal's folder, so that every repetition sends the
// same bytes.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/source.hpp"
#include "crypto/digest.hpp"
#include "jose/jwe.hpp"
#include "testantrag/fitconnect/draft.hpp"
#include "testantrag/fitconnect/journal.hpp"

#include <optional>
#include <string>

namespace anb::testantrag {

/// One part on its way: its plaintext is read once, hashed, encrypted and encoded; the compact form
/// is stored and handed on at the same time. Memory does not depend on the size.
class Sealer {
public:
    /// @param path  of the compact form; appears with finish(), owner-only
    Sealer(base::Source plain, const jose::PublicJwk& recipient, const std::string& media_type,
           const base::fs::path& path);

    /// The next bytes of the compact form; 0 at the end.
    std::size_t read(std::span<std::byte> buffer);
    /// Everything is encrypted; read() may still have bytes to hand on.
    bool ended() const { return m_ended; }
    /// Stores what read() has not handed on yet and publishes the file.
    EncryptedPart finish();

private:
    void advance();

    base::Source m_plain;
    crypto::Hasher m_hasher;
    jose::JweEncryptor m_encryptor;
    base::AtomicFile m_file;
    EncryptedPart m_part;
    base::Bytes m_piece;
    std::string m_pending;
    std::size_t m_handed_on = 0; ///< of m_pending
    bool m_ended = false;
};

/// Encrypts the metadata, which name the checksums of all other parts, and notes it; from then on
/// neither the user's files nor the destination's key are needed.
void seal_metadata(Journal& journal, const jose::PublicJwk& recipient);

} // namespace anb::testantrag
