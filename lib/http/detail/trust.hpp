// What the transport reads from files before the first request: additional trust, and the proxy's
// password.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/secret.hpp"

#include <string>
#include <vector>

namespace anb::http::detail {

/// What libcurl is to trust besides the system's folder of hashed certificates, as one text of PEM
/// blocks: the files, and the system's bundle where there is no such folder. Reading a bundle costs
/// some twenty milliseconds for each connection. Empty when no file is given, for then libcurl's
/// own way to the system's store is best. A system without any store adds nothing.
/// @throws Error{configuration} ANB-N312 for a file without a certificate in PEM
std::string trusted_certificates(const std::vector<std::string>& ca_files);

/// User and password of a proxy, percent-encoded as libcurl wants them.
struct ProxyLogin {
    base::SecretString user, password;
};

/// Reads "user:password"; one newline at the end is cut.
/// @throws Error{configuration} ANB-N313
ProxyLogin read_proxy_login(const std::string& path);

} // namespace anb::http::detail
