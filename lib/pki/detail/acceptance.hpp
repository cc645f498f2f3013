// The second reader's word: does OpenSSL accept the certificate and the path too?
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "pki/path.hpp"

#include <optional>
#include <string>

namespace anb::pki::detail {

/// Why OpenSSL refuses to read a certificate of `path` or to verify it; nothing when it accepts.
/// Dates are left to our own reader. Where authorityKeyIdentifier names another certificate of the
/// issuer (ANB-C170), which OpenSSL takes for no issuer at all, only the reading counts.
std::optional<std::string> refused_by_openssl(const Path& path);

} // namespace anb::pki::detail
