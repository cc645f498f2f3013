// Fetches signed public data, such as revocation lists, from addresses that stand in certificates:
// http, https and ldap. What comes back is trusted by its own signature only.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace anb::http {

struct PublicOptions {
    std::string user_agent;
    std::string proxy;                 ///< empty: http_proxy, https_proxy and no_proxy
    std::vector<std::string> ca_files; ///< PEM; trusted besides the system's store
    std::chrono::seconds connect_timeout{5};
    std::chrono::seconds total_timeout{20};
    std::uint64_t most_bytes = 32 * 1024 * 1024;
    std::function<bool()> cancelled; ///< asked often; true ends the transfer
};

struct PublicAnswer {
    /// Stable English word or phrase for what went wrong: "time_out", "unreachable", "too_large",
    /// "not_trusted" (TLS), "no_address" (not http, https or ldap), "stopped", "status 404"; empty
    /// for success.
    std::string failure;
    base::Bytes body;
};

/// One GET, or a POST when `body` is not empty. Redirects are not followed.
PublicAnswer fetch_public(const std::string& url, base::ByteView body, std::string_view type,
                          const PublicOptions& options);

} // namespace anb::http
