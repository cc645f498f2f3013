// The subject's key in a certificate, read without decoding it for use.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "pki/facts.hpp"

namespace anb::pki::detail {

/// Reads a SubjectPublicKeyInfo. @throws der::Malformed
void read_key(const der::Element& sequence, KeyFacts& key);

} // namespace anb::pki::detail
