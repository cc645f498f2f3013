// What the signatures of orders and of contents have in common when they are checked.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "osci/message.hpp"
#include "osci/signer.hpp"
#include "xmldsig/ids.hpp"
#include "xmldsig/signature.hpp"

#include <initializer_list>
#include <vector>

namespace anb::osci::detail {

/// Checks the signature value with the certificate that the signature names.
/// @param roles  in which that certificate may stand
/// @throws Error{trust} ANB-O308 {id}, ANB-O301 {signer}
VerifiedSignature verify_value(const xmldsig::Signature& signature,
                               const std::vector<RoledCertificate>& certificates,
                               std::initializer_list<CertificateRole> roles);

/// @throws Error{trust} ANB-O302 {part} unless the digest is that of the reference
void require_digest(const xmldsig::Reference& reference, base::ByteView digest);

/// Checks a reference to an element.
/// @param expected  the transform that its kind demands
/// @throws Error{trust} ANB-O302, ANB-O305 {part}, ANB-O307
void verify_element(const xmldsig::Reference& reference, const xmldsig::IdTable& ids,
                    xmldsig::Transform expected);

} // namespace anb::osci::detail
