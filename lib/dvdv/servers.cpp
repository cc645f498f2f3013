// SPDX-License-Identifier: EUPL-1.2

#include "dvdv/servers.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace anb::dvdv {

namespace {

using base::Error;
using base::ErrorKind;

constexpr base::Seconds k_until_primary{180};

std::string_view root(Access access)
{
    switch (access) {
    case Access::standalone:
        return "/extern/standaloneauth/directory";
    case Access::bundesmaster:
        return "/extern/bundesmasterauth/directory";
    case Access::intern:
        break;
    }
    return "/intern/directory";
}

std::string value_of(const Error& error, std::string_view name)
{
    const auto found =
        std::ranges::find(error.values(), name, &std::pair<std::string, std::string>::first);
    return found == error.values().end() ? std::string() : found->second;
}

/// Nobody answered; what a server said, however unwelcome, is not of this kind.
bool is_technical(const Error& error)
{
    if (error.code() == "ANB-D208") {
        return true;
    }
    if (error.code() == "ANB-N309") {
        return value_of(error, "status").starts_with('5');
    }
    return error.code() == "ANB-N301" || error.code() == "ANB-N302" || error.code() == "ANB-N303" ||
           error.code() == "ANB-N304" || error.code() == "ANB-N310" || error.code() == "ANB-N316";
}

} // namespace

struct Servers::Server {
    std::string base;
    std::optional<oauth::TokenSource> tokens;
};

std::optional<Access> to_access(std::string_view word)
{
    if (word == "standalone") {
        return Access::standalone;
    }
    if (word == "bundesmaster") {
        return Access::bundesmaster;
    }
    return word == "intern" ? std::optional(Access::intern) : std::nullopt;
}

Servers::Servers(Settings settings, std::optional<Login> login, http::Transport& transport,
                 std::function<base::UtcTime()> clock)
    : m_settings(std::move(settings)), m_login(std::move(login)), m_transport(transport),
      m_clock(std::move(clock))
{
    for (auto base : m_settings.servers) {
        while (base.ends_with('/')) {
            base.pop_back();
        }
        auto server = std::make_unique<Server>(Server{base, std::nullopt});
        if (m_login && m_settings.access != Access::intern) {
            const auto url = m_settings.access == Access::bundesmaster
                                 ? m_settings.token_url
                                 : base + "/extern/standaloneauth/token";
            server->tokens.emplace(
                oauth::ClientAssertion{url, "fp:" + m_login->fingerprint, m_login->key},
                m_transport);
        }
        m_servers.push_back(std::move(server));
    }
    if (m_servers.empty()) {
        base::fail_internal("a directory without servers");
    }
}

Servers::~Servers() = default;

std::size_t Servers::count() const
{
    return m_servers.size();
}

const std::string& Servers::current() const
{
    return m_servers[m_current]->base;
}

const std::string& Servers::address(std::size_t server) const
{
    return m_servers[server]->base;
}

std::size_t Servers::first() const
{
    return m_current != 0 && m_clock() - m_left_primary >= k_until_primary ? 0 : m_current;
}

const base::SecretString* Servers::token(Server& server, std::optional<int> retries)
{
    if (m_settings.access == Access::intern) {
        return nullptr;
    }
    if (!server.tokens) {
        throw Error(ErrorKind::configuration, "ANB-D206");
    }
    server.tokens->limit_retries(retries);
    try {
        const auto before = server.tokens->expires();
        const auto& token = server.tokens->token(m_clock());
        m_statistics.requests += server.tokens->expires() != before;
        return &token;
    } catch (const Error& error) {
        if (error.code() == "ANB-N401") {
            ++m_statistics.requests;
            throw Error(ErrorKind::credentials, "ANB-D205",
                        {{"fingerprint", m_login->fingerprint}, {"url", value_of(error, "url")}});
        }
        if (error.code() == "ANB-N404") {
            ++m_statistics.requests;
            throw Error(ErrorKind::try_later, "ANB-D208",
                        {{"url", value_of(error, "url")}, {"status", value_of(error, "status")}});
        }
        throw;
    }
}

http::Response Servers::exchange(Server& server, http::Request request, std::string_view path)
{
    request.url = server.base + std::string(root(m_settings.access)) + std::string(path);
    request.bearer_scheme = "EmbeddedBearer";
    for (bool again = false;; again = true) {
        request.bearer = token(server, request.retries);
        auto response = m_transport.send(request);
        ++m_statistics.requests;
        if (response.status == 401 && server.tokens && !again) {
            server.tokens->forget();
            continue;
        }
        if (response.status == 401) {
            throw Error(
                ErrorKind::credentials, "ANB-D205",
                {{"fingerprint", m_login ? m_login->fingerprint : "-"}, {"url", request.url}});
        }
        if (response.status >= 500) {
            throw Error(ErrorKind::try_later, "ANB-D208",
                        {{"url", server.base}, {"status", std::to_string(response.status)}});
        }
        return response;
    }
}

http::Response Servers::try_all(const Call& call)
{
    const auto start = first();
    for (std::size_t tried = 0;; ++tried) {
        const auto index = (start + tried) % m_servers.size();
        const bool last = tried + 1 == m_servers.size();
        try {
            auto response = call(*m_servers[index], last ? std::nullopt : std::optional<int>(0));
            if (index != 0 && m_current != index) {
                m_left_primary = m_clock();
            }
            m_current = index;
            return response;
        } catch (const Error& error) {
            if (last || !is_technical(error)) {
                throw;
            }
            ++m_statistics.failovers;
        }
    }
}

http::Response Servers::send(http::Request request, std::string_view path)
{
    request.repeatable = true;
    return try_all([&](Server& server, std::optional<int> retries) {
        request.retries = retries;
        return exchange(server, request, path);
    });
}

http::Response Servers::send_to(std::size_t server, http::Request request, std::string_view path)
{
    request.repeatable = true;
    request.retries = 0;
    return exchange(*m_servers[server], std::move(request), path);
}

std::optional<base::UtcTime> Servers::log_in()
{
    if (m_settings.access == Access::intern || !m_login) {
        return std::nullopt;
    }
    try_all([&](Server& server, std::optional<int> retries) {
        token(server, retries);
        return http::Response{};
    });
    return m_servers[m_current]->tokens->expires();
}

} // namespace anb::dvdv
