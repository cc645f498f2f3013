// Access tokens of one process: OAuth 2.0 client credentials, with a secret or a signed assertion
// in the body (RFC 6749 §4.4, RFC 7523 §2.2).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/secret.hpp"
#include "base/time.hpp"
#include "crypto/key.hpp"
#include "http/transport.hpp"

#include <functional>
#include <optional>
#include <string>

namespace anb::oauth {

struct ClientCredentials {
    std::string token_url;
    std::string client_id;
    base::SecretString client_secret;
};

/// A login with a key: the form carries a JWT that says whose it is.
struct ClientAssertion {
    std::string token_url;
    std::string subject;                     ///< claims `iss` and `sub`: "fp:80157bbb…"
    const crypto::PrivateKey* key = nullptr; ///< signs it by RS256; outlives the source
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
    /// Every request carries an assertion of its own, good for a minute. Names in camel case and
    /// any `token_type` are taken, as servers of the DVDV write them (dvdv.md §4).
    TokenSource(ClientAssertion assertion, http::Transport& transport);

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
    /// When the token will be fetched anew; meaningful while there is one.
    base::UtcTime expires() const { return m_expires; }
    /// Repetitions of a request for a token; nothing: as the transport does.
    void limit_retries(std::optional<int> retries) { m_retries = retries; }

private:
    /// Makes the body of one request.
    using Form = std::function<base::SecretString(base::UtcTime now)>;

    void fetch(base::UtcTime now);
    void refuse_failure(const http::Response& response) const;
    void read_answer(const std::string& body, base::UtcTime now);

    std::string m_url;
    Form m_form;
    bool m_lenient = false;
    std::optional<int> m_retries;
    http::Transport& m_transport;
    base::SecretString m_token;
    base::UtcTime m_expires{};
    TokenInfo m_info;
};

} // namespace anb::oauth
