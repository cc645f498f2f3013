// A message that came: the layers are taken off one after the other, and nothing is believed that
// was not checked.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/spool.hpp"
#include "osci/envelope.hpp"
#include "osci/mime.hpp"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace anb::osci {

/// An attachment in the inner MIME text.
struct AttachmentPart {
    PartHead head;
    std::uint64_t offset = 0, size = 0; ///< of its bytes as they stand
};

/// The transport envelope is off.
struct Opened {
    std::string origin;
    std::optional<EncryptionFacts> transport; ///< nothing: it came plain
    std::shared_ptr<base::Spool> text;        ///< the inner MIME text
    base::Bytes envelope;                     ///< its first part
    std::vector<AttachmentPart> attachments;

    /// The bytes of an attachment as they stand.
    base::Source open(const AttachmentPart& attachment) const;
    const AttachmentPart* find(std::string_view id) const;
};

/// Reads a MIME text and decrypts it when it is encrypted. Memory does not depend on its size.
/// @throws as MimeReader, EncryptedData and xml::Document::parse()
Opened open_message(base::Source text, const std::string& origin, const KeyRing& keys);

/// An order or answer whose signature, when there is one, covers all of it and holds.
struct Incoming {
    Opened opened;
    std::variant<Message, Fault> content;
    std::optional<VerifiedSignature> signature;

    /// @throws std::bad_variant_access for a fault
    const Message& message() const { return std::get<Message>(content); }
    const Fault* fault() const { return std::get_if<Fault>(&content); }
};

/// Reads the envelope and checks its signature:
///
/// | code     | OSCI | what is wrong                                                           |
/// | -------- | ---- | ----------------------------------------------------------------------- |
/// | ANB-O301 | 9601 | the signature value does not fit                                        |
/// | ANB-O302 | 9601 | a part {part} is not what was signed                                    |
/// | ANB-O303 | 9602 | a part {part} is not covered                                            |
/// | ANB-O304 | 9601 | an Id {id} occurs twice                                                 |
/// | ANB-O305 | 9601 | a reference {part} points to what is no part of the message             |
/// | ANB-O306 | 9601 | an algorithm {algorithm} is not permitted                               |
/// | ANB-O307 | 9601 | the signature is not of the form of the profile {reason}                |
/// | ANB-O308 | 9601 | the certificate that it names is in no role, or in one that may not sign |
///
/// All are Error{trust}. Who the signer is, the caller judges.
Incoming read_message(Opened opened);

/// The feedback code that an Intermediär gives for an error of open_message() or read_message().
std::string_view feedback_code(const base::Error& error);

} // namespace anb::osci
