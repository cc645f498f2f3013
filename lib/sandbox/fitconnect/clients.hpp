// The client accounts of one environment and the access tokens given to them (fit-connect.md §2).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/secret.hpp"
#include "base/time.hpp"
#include "sandbox/message.hpp"

#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace anb::sandbox {

enum class Role {
    sender,     ///< Onlinedienst
    subscriber, ///< Verwaltungssystem
};

struct Client {
    std::string id; ///< UUID
    Role role = Role::sender;
    std::filesystem::path secret_file; ///< 0600, no final newline
};

inline constexpr base::Seconds k_token_life{1800};

/// Three accounts: a sender, a subscriber, and the subscriber of another authority. Ids and secrets
/// are made once and kept in the folder; tokens live in memory only.
class Clients {
public:
    explicit Clients(std::filesystem::path folder);

    const Client& sender() const { return m_clients[0]; }
    const Client& subscriber() const { return m_clients[1]; }
    const Client& other_subscriber() const { return m_clients[2]; }

    /// The account whose id and secret these are, or null.
    const Client* log_in(const std::string& id, std::string_view secret) const;
    /// A new token, good for k_token_life.
    std::string issue_token(const Client& client, base::UtcTime at);
    void forget_tokens();

    /// The account behind "Authorization: Bearer …".
    /// @throws Refusal 401 without a valid token
    const Client& authenticate(const Request& request, base::UtcTime at);
    /// The same, and it must have this role. @throws Refusal 403
    const Client& authenticate(const Request& request, base::UtcTime at, Role role);
    /// The account of a request that needs none: null without the header.
    const Client* identify(const Request& request, base::UtcTime at);

private:
    struct Token {
        const Client* client;
        base::UtcTime expires;
    };

    void add(const std::filesystem::path& folder, const std::string& name, Role role);

    std::vector<Client> m_clients;
    std::vector<base::SecretString> m_secrets;
    std::mutex m_mutex;
    std::map<std::string, Token> m_tokens;
};

/// The scopes that a token of this role carries, separated by blanks.
std::string scopes(Role role);

} // namespace anb::sandbox
