// Access tokens of one process: OAuth 2.0 client credentials, secret in the body.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/secret.hpp"
#include "base/time.hpp"
#include "http/transport.hpp"

#include <functional>
#include <string>

namespace anb::oauth {

struct ClientCredentials {
    std::string token_url;
    std::string client_id;
    base::SecretString client_secret;
};

/// What the token service said, without the token.
struct TokenInfo {
    std::string scope;
    base::Seconds lifetime{0};
};

/// Fetches a token when one is needed and keeps it in memory until shortly before it ends.
class TokenSource {
public:
    TokenSource(ClientCredentials credentials, http::Transport& transport);

    /// A token that is valid at `now` and some time after: a minute, or a fifth of a lifetime under
    /// five minutes. A lifetime that is not stated counts as 300 seconds, one over a day as a day.
    /// @throws Error{credentials} ANB-N401 login refused – {error} is the word of RFC 6749 §5.2,
    ///         such as invalid_client or invalid_scope (no Zustellpunkt assigned yet), "-" for any
    ///         other; the answer's body is never shown; Error{input} ANB-N402 answer is no token;
    ///         Error{configuration} ANB-N403 address not found; Error{try_later} ANB-N404 any other
    ///         {status}; otherwise as Transport::send()
    const base::SecretString& token(base::UtcTime now);
    /// Throws the token away, for instance after a 401.
    void forget();
    const TokenInfo& info() const { return m_info; }

private:
    void fetch(base::UtcTime now);
    void refuse_failure(const http::Response& response) const;
    void read_answer(const std::string& body, base::UtcTime now);

    ClientCredentials m_credentials;
    http::Transport& m_transport;
    base::SecretString m_token;
    base::UtcTime m_expires{};
    TokenInfo m_info;
};

} // namespace anb::oauth
