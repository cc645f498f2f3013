// Inhaltsdatencontainer: what author and reader exchange, inside the transport (osci.md §§11.2,
// 12.4, 12.5).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "osci/incoming.hpp"
#include "osci/signer.hpp"

#include <optional>
#include <string>
#include <vector>

namespace anb::osci {

/// An attachment that is encrypted for a container.
struct SealedAttachment {
    std::string id; ///< Content-ID, and in the container "Attachment<id>"
    base::SecretBytes key;
    base::Bytes digest; ///< of the plaintext, by the author's method
};

/// Encrypts an attachment with a key of its own.
/// @param id      letters, digits, "-", "." and "_"
/// @param digest  for the author's signature
SealedAttachment seal_attachment(const std::string& id, const base::Source& plain,
                                 const xmldsig::DigestMethod& digest, const base::Sink& sealed);

/// A container with data and attachments.
struct ContainerDraft {
    std::string id;      ///< Ref-Id of the service, an NCName
    base::ByteView data; ///< written as Base64Content
    std::vector<SealedAttachment> attachments;
};

/// Writes a container in canonical form.
/// @param author          null: not signed
/// @param certificate_id  of the author's certificate in the message around it
std::string write_container(const ContainerDraft& draft, const Signer* author,
                            std::string_view certificate_id);

/// Encrypts a container for its readers, whose certificates stand in the message around it.
/// @param number  of the encrypted containers of a message, from 0
std::string encrypt_container(std::string_view container,
                              const std::vector<RoledCertificate>& readers, std::size_t number);

/// Puts encrypted and plain containers together as Message::content.
std::string write_content_package(const std::vector<std::string>& encrypted,
                                  const std::vector<std::string>& plain);

/// One piece of content.
struct ContentPart {
    enum class Kind {
        data,       ///< Base64Content, decoded
        element,    ///< XML inline, in canonical form
        attachment, ///< a part of the MIME text
    };
    std::string id; ///< may be empty
    Kind kind = Kind::data;
    base::Bytes bytes;      ///< of data and element
    std::string attachment; ///< Content-ID
};

/// A container that was opened; its signatures hold, those digests aside that are of attachments.
struct Container {
    std::string id; ///< Ref-Id; may be empty
    std::optional<EncryptionFacts> encryption;
    std::vector<VerifiedSignature> signatures;
    std::vector<ContentPart> parts;

    /// For extract().
    struct Attachment {
        std::string id;
        std::shared_ptr<EncryptedData> encrypted; ///< null: it is not
        std::shared_ptr<base::SecretBytes> key;
        std::vector<xmldsig::Reference> digests; ///< one for each signature
    };
    std::vector<Attachment> attachments;
};

struct OpenedContent {
    std::vector<Container> containers;
    std::size_t locked = 0; ///< how many are encrypted for others
};

/// Opens every container of a message, nested ones included, and checks the authors' signatures:
/// each must cover all data and all attachments of its container (ANB-O301 to ANB-O308 with the
/// container as place).
/// @throws Error{credentials} ANB-O201 when none can be opened with the ring
OpenedContent open_content(const Incoming& incoming, const KeyRing& ring);

/// Hands over an attachment as plaintext and checks its tag and the authors' digests on the way.
/// What reached the sink is not to be trusted when this throws.
/// @throws Error{trust} ANB-O203 {part}, ANB-O302 {part}; Error{input} ANB-O305 when the message
///         has no such part
void extract(const Incoming& incoming, const Container& container, const std::string& attachment,
             const base::Sink& sink);

} // namespace anb::osci
