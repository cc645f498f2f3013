// Addresses on which only this machine can be reached.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace anb::callback {

/// 127.0.0.0/8, ::1 or "localhost".
bool is_loopback(const std::string& host);

struct Address {
    std::string host;
    int port = 0; ///< 0: any free one
};

/// "127.0.0.1:8081", "localhost:8081" or "[::1]:8081"; nothing for anything else.
std::optional<Address> parse_address(std::string_view text);

} // namespace anb::callback
