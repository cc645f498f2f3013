// Access tokens of one DVDV server, and the assertions that it gives them for (dvdv.md §4).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/time.hpp"
#include "sandbox/dvdv/directory.hpp"
#include "sandbox/message.hpp"

#include <map>
#include <mutex>
#include <string>

namespace anb::sandbox {

class DvdvTokens {
public:
    static constexpr base::Seconds k_life{86'400};
    /// By how much the clocks of client and server may differ.
    static constexpr base::Seconds k_leeway{30};

    /// Judges the form of a request for a token.
    ///
    /// The assertion is a JWT signed with RS256 by a certificate that `view` has as client
    /// certificate; `sub` is "fp:" and its SHA-1 in lower-case hexadecimal, `iss` the same when it
    /// is there, `aud` names `token_url` when it is there; `exp` must be there, `nbf` and `iat`
    /// may; a `jti` is taken once.
    ///
    /// @return the token
    /// @throws Refusal 401 AUTHENTICATION naming the fingerprint, 415, 413
    std::string issue(const Request& request, const DvdvView& view, const std::string& token_url,
                      base::UtcTime at);

    /// @throws Refusal 401 without "Authorization: EmbeddedBearer …" and a token of this server
    void authenticate(const Request& request, base::UtcTime at);
    void forget();

private:
    void judge(const std::string& assertion, const DvdvView& view, const std::string& token_url,
               base::UtcTime at);
    void use_once(const std::string& token_id, base::UtcTime until, base::UtcTime at,
                  const std::string& fingerprint);

    std::mutex m_mutex;
    std::map<std::string, base::UtcTime> m_tokens;    ///< and when they end
    std::map<std::string, base::UtcTime> m_token_ids; ///< jti, and until when it is kept
};

} // namespace anb::sandbox
