// The servers of one directory: which one is asked, and when the next one is (dvdv.md §§ 3, 4, 9).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/time.hpp"
#include "crypto/key.hpp"
#include "http/transport.hpp"
#include "oauth/token.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::dvdv {

/// By which way a server lets clients in: a piece of every path.
enum class Access {
    standalone,   ///< token of the server itself, the normal case
    bundesmaster, ///< token of the Bundesmaster
    intern,       ///< inside the data centre, without login
};

/// "standalone", "bundesmaster", "intern"; nothing for any other word.
std::optional<Access> to_access(std::string_view word);

/// The registered client certificate that a token is fetched with.
struct Login {
    std::string fingerprint;                 ///< SHA-1 of its DER, lower-case hexadecimal
    const crypto::PrivateKey* key = nullptr; ///< outlives the servers
};

struct Settings {
    /// Base addresses such as "https://operator.example/dvdv2-backend", the primary first; with or
    /// without a final slash. At least one.
    std::vector<std::string> servers;
    Access access = Access::standalone;
    std::string token_url; ///< bundesmaster: where the token comes from
};

/// What was done so far.
struct Statistics {
    int requests = 0;  ///< answered ones, those for tokens included
    int failovers = 0; ///< a server was left for the next one
};

class Servers {
public:
    Servers(Settings settings, std::optional<Login> login, http::Transport& transport,
            std::function<base::UtcTime()> clock);
    ~Servers();

    /// Sends a request to `path` below the access's root ("/v2/version"). The next server is asked
    /// only after a failure of technical kind: nobody answered, or a status of 500 and more. What a
    /// server says with any other status is the answer, "not found" too. One that took over stays
    /// in charge; after three minutes the primary is tried again. A token that is no longer known
    /// (401) is fetched anew once.
    ///
    /// @param request  its `url` is set here
    /// @return an answer below 500
    /// @throws Error{credentials} ANB-D205 {fingerprint} when a server does not know the
    ///         certificate, ANB-D206 when a login is needed and there is none; Error{try_later}
    ///         ANB-D208 {host}, {status}: the last server failed; otherwise as Transport::send()
    http::Response send(http::Request request, std::string_view path);

    /// The same at one certain server, without going on to another.
    http::Response send_to(std::size_t server, http::Request request, std::string_view path);

    /// Fetches a token where the access needs one, from the first server that answers.
    /// @return until when it is good; nothing without login
    std::optional<base::UtcTime> log_in();

    std::size_t count() const;
    /// Base address of the server in charge, which gave the last answer.
    const std::string& current() const;
    const std::string& address(std::size_t server) const;
    std::size_t current_index() const { return m_current; }
    const Statistics& statistics() const { return m_statistics; }

private:
    struct Server;
    using Call = std::function<http::Response(Server&, std::optional<int> retries)>;

    http::Response try_all(const Call& call);
    http::Response exchange(Server& server, http::Request request, std::string_view path);
    const base::SecretString* token(Server& server, std::optional<int> retries);
    std::size_t first() const;

    Settings m_settings;
    std::optional<Login> m_login;
    http::Transport& m_transport;
    std::function<base::UtcTime()> m_clock;
    std::vector<std::unique_ptr<Server>> m_servers;
    std::size_t m_current = 0;
    base::UtcTime m_left_primary{};
    Statistics m_statistics;
};

} // namespace anb::dvdv
