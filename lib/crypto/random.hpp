// Randomness, and identifiers made of it or of a name. Random bytes are OpenSSL's.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace anb::crypto {

base::Bytes random_bytes(std::size_t count);

/// A random UUID (version 4), lower case with hyphens.
std::string random_uuid();

/// A UUID made of a name (version 5, RFC 4122 §4.3): the same name gives the same UUID.
/// @param space  the name space's UUID, lower case with hyphens
std::string name_uuid(std::string_view space, std::string_view name);

} // namespace anb::crypto
