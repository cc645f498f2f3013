// SPDX-License-Identifier: EUPL-1.2

#include "oauth/token.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "crypto/random.hpp"
#include "jose/jws.hpp"
#include "json/json.hpp"

#include <algorithm>
#include <array>
#include <memory>

namespace anb::oauth {

namespace {

constexpr base::Seconds k_unstated_lifetime{300};
constexpr base::Seconds k_longest_lifetime{24 * 60 * 60};
constexpr base::Seconds k_margin{60};
constexpr std::size_t k_longest_token = 16384;

// RFC 6749 §5.2. Only these words are shown of an answer, which may echo the secret.
constexpr std::array<std::string_view, 6> k_known_errors{
    "invalid_request",     "invalid_client",         "invalid_grant",
    "unauthorized_client", "unsupported_grant_type", "invalid_scope"};

/// Wipes what held a secret, however the scope is left.
template <typename T>
class Wiped {
public:
    explicit Wiped(T& value) : m_value(value) {}
    ~Wiped() { base::wipe(m_value); }
    Wiped(const Wiped&) = delete;
    Wiped& operator=(const Wiped&) = delete;

private:
    T& m_value;
};

void append_encoded(std::string& body, std::string_view name, std::string_view value)
{
    auto encoded = base::percent_encode(value);
    const Wiped wiped(encoded);
    body += '&';
    body += name;
    body += '=';
    body += encoded;
}

base::SecretString form(const ClientCredentials& credentials)
{
    std::string body;
    const Wiped wiped(body);
    body.reserve(128 + 3 * (credentials.client_id.size() + credentials.client_secret.size()));
    body = "grant_type=client_credentials";
    append_encoded(body, "client_id", credentials.client_id);
    append_encoded(body, "client_secret", credentials.client_secret.reveal());
    return base::SecretString(body);
}

base::SecretString form(const ClientAssertion& assertion, base::UtcTime now)
{
    constexpr std::int64_t k_life = 60;
    const auto at = base::to_unix(now);
    const json::Value claims{{"iss", assertion.subject},
                             {"sub", assertion.subject},
                             {"aud", assertion.token_url},
                             {"jti", crypto::random_uuid()},
                             {"iat", at},
                             {"nbf", at},
                             {"exp", at + k_life}};
    auto signed_claims =
        jose::sign_compact({{"alg", "RS256"}, {"typ", "JWT"}}, json::dump(claims), *assertion.key);
    const Wiped wiped_claims(signed_claims);
    std::string body;
    const Wiped wiped(body);
    body.reserve(256 + signed_claims.size());
    body = "grant_type=client_credentials";
    append_encoded(body, "client_assertion_type",
                   "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    append_encoded(body, "client_assertion", signed_claims);
    return base::SecretString(body);
}

/// A word of k_known_errors, or "-".
std::string known_error(const std::string& body)
{
    try {
        const auto value = json::parse(body, "token");
        const auto error = json::Reader(value, "token").find_string("error");
        if (error && std::find(k_known_errors.begin(), k_known_errors.end(), *error) !=
                         k_known_errors.end()) {
            return *error;
        }
    } catch (const base::Error&) {
        return "-";
    }
    return "-";
}

bool is_token(std::string_view text)
{
    return !text.empty() && text.size() <= k_longest_token &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

} // namespace

TokenSource::TokenSource(ClientCredentials credentials, http::Transport& transport)
    : m_url(credentials.token_url), m_transport(transport)
{
    const auto shared = std::make_shared<ClientCredentials>(std::move(credentials));
    m_form = [shared](base::UtcTime) { return form(*shared); };
}

TokenSource::TokenSource(ClientAssertion assertion, http::Transport& transport)
    : m_url(assertion.token_url), m_lenient(true), m_transport(transport)
{
    m_form = [assertion = std::move(assertion)](base::UtcTime now) { return form(assertion, now); };
}

void TokenSource::forget()
{
    m_token = {};
}

const base::SecretString& TokenSource::token(base::UtcTime now)
{
    if (m_token.empty() || now >= m_expires) {
        forget();
        fetch(now);
    }
    return m_token;
}

void TokenSource::fetch(base::UtcTime now)
{
    const auto body = m_form(now);
    http::Request request;
    request.method = "POST";
    request.url = m_url;
    request.retries = m_retries;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                       {"Accept", "application/json"}};
    request.secret_body = &body;
    request.max_response = 64 * 1024;
    request.repeatable = true;
    auto response = m_transport.send(request);
    const Wiped wiped(response.body);
    refuse_failure(response);
    read_answer(response.body, now);
}

void TokenSource::refuse_failure(const http::Response& response) const
{
    base::Values values{{"url", m_url}, {"status", std::to_string(response.status)}};
    switch (response.status) {
    case 200:
        return;
    case 400:
    case 401:
    case 403:
        values.emplace_back("error", known_error(response.body));
        throw base::Error(base::ErrorKind::credentials, "ANB-N401", std::move(values));
    case 404:
        throw base::Error(base::ErrorKind::configuration, "ANB-N403", std::move(values));
    default:
        throw base::Error(base::ErrorKind::try_later, "ANB-N404", std::move(values));
    }
}

void TokenSource::read_answer(const std::string& body, base::UtcTime now)
{
    const auto refused = [&] {
        return base::Error(base::ErrorKind::input, "ANB-N402", {{"url", m_url}});
    };
    json::Value document;
    const json::Wiper wiper(document);
    try {
        document = json::parse(body, "token");
        const json::Reader answer(document, "token");
        const auto name = [&](const char* usual, const char* camel) {
            return m_lenient && !answer.has(usual) ? camel : usual;
        };
        auto token = answer.string(name("access_token", "accessToken"));
        const Wiped wiped(token);
        const bool is_bearer =
            m_lenient || base::to_lower_ascii(answer.string("token_type")) == "bearer";
        if (!is_token(token) || !is_bearer) {
            throw refused();
        }
        const auto stated = answer.find_integer(name("expires_in", "expiresIn"));
        const auto lifetime = stated ? base::Seconds(*stated) : k_unstated_lifetime;
        if (lifetime <= base::Seconds(0)) {
            throw refused();
        }
        m_info.scope = answer.find_string("scope").value_or("");
        m_info.lifetime = std::min(lifetime, k_longest_lifetime);
        m_expires = now + m_info.lifetime - std::min(k_margin, m_info.lifetime / 5);
        m_token = base::SecretString(token);
    } catch (const base::Error&) {
        throw refused();
    }
}

} // namespace anb::oauth
