// SPDX-License-Identifier: EUPL-1.2

#include "scan/address.hpp"

#include "base/error.hpp"

#include <arpa/inet.h>
#include <charconv>
#include <netinet/in.h>
#include <sys/un.h>

namespace anb::scan {

namespace {

constexpr std::size_t k_longest_path = sizeof(sockaddr_un::sun_path) - 1;

[[noreturn]] void refuse(std::string_view text)
{
    throw base::Error(base::ErrorKind::usage, "ANB-S204", {{"address", std::string(text)}});
}

bool is_loopback(const std::string& host)
{
    in_addr four{};
    in6_addr six{};
    if (inet_pton(AF_INET, host.c_str(), &four) == 1) {
        return ntohl(four.s_addr) >> 24U == 127;
    }
    return inet_pton(AF_INET6, host.c_str(), &six) == 1 && IN6_IS_ADDR_LOOPBACK(&six);
}

} // namespace

Address parse_address(std::string_view text)
{
    if (text.starts_with('/')) {
        if (text.size() > k_longest_path || text.find('\0') != std::string_view::npos) {
            refuse(text);
        }
        return {.path = std::string(text), .host = {}, .port = 0};
    }
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos) {
        refuse(text);
    }
    auto host = std::string(text.substr(0, colon));
    if (host.starts_with('[') && host.ends_with(']')) {
        host = host.substr(1, host.size() - 2);
    } else if (host == "localhost") {
        host = "127.0.0.1";
    } else if (host.find(':') != std::string::npos) {
        refuse(text);
    }
    const auto digits = text.substr(colon + 1);
    std::uint16_t port = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (fault != std::errc() || end != digits.data() + digits.size() || port == 0 ||
        !is_loopback(host)) {
        refuse(text);
    }
    return {.path = {}, .host = std::move(host), .port = port};
}

} // namespace anb::scan
