// One client of one FIT-Connect environment: token, problem+json, paging (fit-connect.md §2, §3).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/time.hpp"
#include "fitconnect/environment.hpp"
#include "http/transport.hpp"
#include "json/json.hpp"
#include "oauth/token.hpp"

#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace anb::fitconnect {

/// The answer of a service that refused (RFC 7807); empty members when the body was no
/// problem+json.
struct Problem {
    int status = 0;
    std::string type, title, detail, instance, issue;
};

/// Reads a problem from an answer; gateways that answer with HTML give only the status.
Problem parse_problem(const http::Response& response);

/// Throws what an answer outside 2xx means: Error{credentials} ANB-F401 (401) and ANB-F402 (403),
/// Error{missing} ANB-F403 (404, 410), Error{try_later} ANB-F404 (408, 429, 5xx), ANB-F405 (409,
/// 412: somebody else was faster), Error{input} ANB-F406 (400, 413, 415, 422 …). Values: "url",
/// "status" and "reason", the problem's own words made safe to show.
[[noreturn]] void throw_problem(const http::Response& response, std::string_view url);

/// May be used from several threads at once when its transport may.
class Api {
public:
    /// @param version  of the Submission API: 1 or 2
    /// @param tokens   null for services that need no login
    Api(Environment environment, int version, http::Transport& transport,
        oauth::TokenSource* tokens, std::function<base::UtcTime()> clock);

    const Environment& environment() const { return m_environment; }
    int version() const { return m_version; }
    bool has_login() const { return m_tokens != nullptr; }
    base::UtcTime now() const { return m_clock(); }

    /// "/v2" or "/v1" below the Submission API's address, then `path`, which begins with a slash.
    std::string submission_url(std::string_view path) const;
    /// Below the Destination API; `path` begins with the version that the call needs: "/v1/…".
    std::string destination_url(std::string_view path) const;

    /// Sends with the token, if this client has one; after a 401 once more with a fresh token.
    /// Returns 2xx answers and those in `also_accepted`. @throws as throw_problem()
    http::Response send(http::Request request, const std::vector<int>& also_accepted = {});
    /// GET, repeatable, the body as JSON.
    json::Value get(const std::string& url, bool with_token = true);
    /// Every page of a list: elements of the array `name`. Asks with "limit=500&offset=N" behind
    /// `url`; a page without `count` is the last (fit-connect.md §3, paging).
    std::vector<json::Value> get_all(const std::string& url, std::string_view name,
                                     bool with_token = true);

private:
    http::Response exchange(http::Request& request, bool with_token,
                            const std::vector<int>& also_accepted);
    /// A token of one's own, since another thread may throw the common one away.
    base::SecretString token();
    void forget_token();

    Environment m_environment;
    int m_version;
    http::Transport& m_transport;
    oauth::TokenSource* m_tokens; ///< guarded by m_token_mutex
    std::mutex m_token_mutex;
    std::function<base::UtcTime()> m_clock;
};

} // namespace anb::fitconnect
