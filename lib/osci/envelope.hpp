// SOAP envelopes of orders and answers: written in canonical form, so that every part is signed as
// it stands; read strictly.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "osci/encryption.hpp"
#include "osci/message.hpp"
#include "osci/signer.hpp"
#include "xml/document.hpp"
#include "xmldsig/signature.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace anb::osci {

/// Writes the envelope of an order or an answer, XML declaration included.
///
/// @param signer       null: not signed. The certificates of the message must hold its certificate
///                     as originator (requests) or Intermediär (answers).
/// @param attachments  references to the attachments, with their digests; signed with the rest
std::string write_envelope(const Message& message, const Signer* signer,
                           const std::vector<xmldsig::Reference>& attachments);
std::string write_envelope(const Fault& fault);

/// The transport envelope around bytes that stand in the part osci_enc.
std::string write_transport_envelope(const base::SecretBytes& key,
                                     const pki::Certificate& recipient);

/// An order or answer as read; its signature is not verified yet.
struct SignedMessage {
    Message message;
    std::optional<xmldsig::Signature> signature;
    std::vector<std::string> parts; ///< Ids of all parts that a signature must cover
};

using Envelope = std::variant<SignedMessage, Fault, EncryptedData>;

/// Reads an envelope; the literal schemaLocation says which kind it is.
/// @throws Error{input} ANB-O104 {reason}, {element} when it is none or not as the schema wants it,
///         ANB-O105 {announced}, {found} when the body is of another kind; Error{trust} as
///         xmldsig::read_signature() and EncryptedData::read()
Envelope read_envelope(const xml::Document& document);

} // namespace anb::osci
