// Object identifiers as the field names them.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"

#include <string>
#include <string_view>

namespace anb::pki::detail {

/// Number of a known object identifier in OpenSSL's table, 0 when it is unknown.
/// @param oid  content octets
int to_nid(base::ByteView oid);

/// "CN", "keyUsage", "clientAuth"; dotted numbers when unknown.
std::string short_name(base::ByteView oid);
/// "commonName", "sha256WithRSAEncryption"; dotted numbers when unknown.
std::string long_name(base::ByteView oid);
/// "2.5.4.3"; hexadecimal in "#…" when it is none.
std::string dotted(base::ByteView oid);

/// Content octets below 2.5.29 (extensions of X.509): the same as `number`?
constexpr bool is_extension(base::ByteView oid, unsigned number)
{
    return oid.size() == 3 && oid[0] == std::byte{0x55} && oid[1] == std::byte{0x1d} &&
           oid[2] == static_cast<std::byte>(number);
}

} // namespace anb::pki::detail
