// SPDX-License-Identifier: EUPL-1.2

#include "callback/address.hpp"

#include <arpa/inet.h>
#include <charconv>
#include <netinet/in.h>

namespace anb::callback {

bool is_loopback(const std::string& host)
{
    in_addr v4{};
    in6_addr v6{};
    if (inet_pton(AF_INET, host.c_str(), &v4) == 1) {
        return (ntohl(v4.s_addr) >> 24) == 127;
    }
    if (inet_pton(AF_INET6, host.c_str(), &v6) == 1) {
        return IN6_IS_ADDR_LOOPBACK(&v6);
    }
    return host == "localhost";
}

std::optional<Address> parse_address(std::string_view text)
{
    constexpr int k_last_port = 65535;
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos) {
        return std::nullopt;
    }
    auto host = text.substr(0, colon);
    const auto port = text.substr(colon + 1);
    if (host.starts_with('[') && host.ends_with(']')) {
        host = host.substr(1, host.size() - 2);
    } else if (host.find(':') != std::string_view::npos) {
        return std::nullopt;
    }
    Address address{.host = std::string(host)};
    const auto* end = port.data() + port.size();
    const auto [stop, fault] = std::from_chars(port.data(), end, address.port);
    const bool good = fault == std::errc() && stop == end && address.port >= 0 &&
                      address.port <= k_last_port && !host.empty();
    return good ? std::optional(std::move(address)) : std::nullopt;
}

} // namespace anb::callback
