// The XRepository, where XÖV standards and code lists are published; reading needs no account
// (xsozial.md §8).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "http/transport.hpp"

#include <string>
#include <vector>

namespace anb::xrepository {

inline constexpr std::string_view k_address = "https://www.xrepository.de/api";

/// Every call throws Error{missing} ANB-V330 when there is no such standard or version, and
/// Error{unavailable} ANB-V331 for another status; otherwise as http::Transport::send().
class Client {
public:
    /// @param transport  must outlive the client
    /// @param address    without a slash at the end
    Client(http::Transport& transport, std::string address);

    /// URNs of all versions of a standard, as published.
    /// @throws also Error{input} ANB-G301, ANB-G302 for an answer that is not the interface's
    std::vector<std::string> versions(const std::string& urn);

    /// ZIP with the schemas of a version.
    base::Bytes schemas(const std::string& version_urn);

    /// ZIP with the code lists that a version uses, as far as they are published.
    base::Bytes code_lists(const std::string& version_urn);

private:
    std::string get(const std::string& path, const std::string& accept, const std::string& urn,
                    std::uint64_t most);

    http::Transport& m_transport;
    std::string m_address;
};

} // namespace anb::xrepository
