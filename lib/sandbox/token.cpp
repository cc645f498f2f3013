// SPDX-License-Identifier: EUPL-1.2

#include "base/secret.hpp"
#include "base/text.hpp"
#include "json/json.hpp"
#include "sandbox/problem.hpp"
#include "sandbox/services.hpp"

#include <set>

namespace anb::sandbox {

namespace {

constexpr std::size_t k_largest_form = 16 * 1024;

/// RFC 6749 §5.2
Response token_error(int status, std::string_view error)
{
    auto response = json_response({{"error", std::string(error)}}, status);
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

/// The only value of a field, empty when it is absent. RFC 6749 §3.2: none may be repeated.
std::string field(const std::multimap<std::string, std::string>& form, const std::string& name)
{
    if (form.count(name) > 1) {
        throw Refusal(token_error(400, "invalid_request"));
    }
    const auto found = form.find(name);
    return found == form.end() ? std::string() : found->second;
}

/// The scopes given: all of the client, or those asked for.
std::string granted(const Client& client, const std::string& wanted)
{
    const auto all = scopes(client.role);
    if (wanted.empty()) {
        return all;
    }
    std::set<std::string_view> known;
    for (const auto scope : base::split(all, ' ')) {
        known.insert(scope);
    }
    for (const auto scope : base::split(wanted, ' ')) {
        if (!known.contains(scope)) {
            throw Refusal(token_error(400, "invalid_scope"));
        }
    }
    return wanted;
}

Response give_token(const Request& request, Environment& environment)
{
    if (request.headers.contains("authorization")) {
        auto response = token_error(401, "invalid_client");
        response.headers.emplace_back("WWW-Authenticate", "Basic");
        return response;
    }
    if (request.media_type() != "application/x-www-form-urlencoded") {
        return token_error(400, "invalid_request");
    }
    auto body = request.body(k_largest_form);
    auto form = decode_form(body);
    base::wipe(body);
    const auto grant = field(form, "grant_type");
    if (grant != "client_credentials") {
        return token_error(400, grant.empty() ? "invalid_request" : "unsupported_grant_type");
    }
    auto secret = field(form, "client_secret");
    const auto* client = environment.clients.log_in(field(form, "client_id"), secret);
    base::wipe(secret);
    if (client == nullptr) {
        return token_error(401, "invalid_client");
    }
    const auto scope = granted(*client, field(form, "scope"));
    auto response = json_response(
        {{"access_token", environment.clients.issue_token(*client, environment.clock())},
         {"token_type", "Bearer"},
         {"expires_in", k_token_life.count()},
         {"scope", scope}});
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

} // namespace

void register_token_service(Router& router, Environment& environment)
{
    router.add("POST", "/" + environment.name + "/auth/token",
               [&environment](const Request& request) { return give_token(request, environment); });
}

} // namespace anb::sandbox
