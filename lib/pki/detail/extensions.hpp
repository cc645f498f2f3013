// Decodes the extensions that facts and judgement need (RFC 5280 §4.2).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "pki/facts.hpp"

namespace anb::pki::detail {

/// Reads the content of `extension` into its fields of `facts`; others are left alone.
/// @throws der::Malformed
void decode(const Extension& extension, Facts& facts);

/// The ones that our judgement and OpenSSL's understand; all others must not be critical.
bool is_understood(base::ByteView oid);

/// One GeneralName (RFC 5280 §4.2.1.6) as text.
GeneralName to_general_name(const der::Element& element);

/// Reads an AlgorithmIdentifier. @throws der::Malformed
Algorithm read_algorithm(const der::Element& sequence);

/// Reads a name. What is read before a fault stays in `name`. @throws der::Malformed
void read_name(const der::Element& sequence, Name& name);

} // namespace anb::pki::detail
