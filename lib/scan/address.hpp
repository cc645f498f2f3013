// Where a clamd listens on this machine.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace anb::scan {

/// A local socket or a port of the loopback: what is scanned goes there in clear, so that no other
/// machine is spoken to.
struct Address {
    std::string path; ///< of a local socket; empty: `host` and `port`
    std::string host; ///< "127.0.0.1", "::1" …
    std::uint16_t port = 0;
};

/// Reads "/run/clamav/clamd.ctl" (any absolute path), "127.0.0.1:3310", "[::1]:3310" or
/// "localhost:3310".
/// @throws Error{usage} ANB-S204 for everything else, hosts other than the loopback included
Address parse_address(std::string_view text);

} // namespace anb::scan
