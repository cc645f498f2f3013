// What libcurl's failures mean in our own terms.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.hpp"
#include "http/detail/handle.hpp"

#include <string>

namespace anb::http::detail {

/// What is known about a transfer that failed.
struct Failure {
    CURLcode code = CURLE_OK;
    std::string text;            ///< libcurl's own words
    long certificate_result = 0; ///< OpenSSL's X509_V_ERR_…, 0 when the chain was fine
    long proxy_status = 0;       ///< the proxy's answer to CONNECT, 0 when there was none
    bool sent = false;
    bool repeatable = false;
};

base::Error to_error(const Failure& failure, const Target& target);

/// True for errors that may pass by themselves: ANB-N301, N302, N304 and N316.
bool is_transient(const base::Error& error);

/// The values that every error of the transport has.
base::Values values(const Target& target, bool sent);

} // namespace anb::http::detail
