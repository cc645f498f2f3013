// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/fitconnect/clients.hpp"

#include "base/file.hpp"
#include "base/text.hpp"
#include "crypto/digest.hpp"
#include "crypto/random.hpp"
#include "sandbox/problem.hpp"

namespace anb::sandbox {

namespace {

constexpr std::size_t k_secret_bytes = 32;
constexpr std::uint64_t k_largest_secret = 4096;
constexpr std::string_view k_scope = "https://schema.fitko.de/fit-connect/oauth/scopes/";

Refusal unauthorized(std::string_view detail)
{
    auto response = problem(401, "", detail);
    response.headers.emplace_back("WWW-Authenticate", "Bearer");
    return Refusal(std::move(response));
}

std::string read_text(const std::filesystem::path& file)
{
    return base::to_text(base::read_file(file.string(), k_largest_secret));
}

} // namespace

Clients::Clients(std::filesystem::path folder)
{
    base::make_folder(folder);
    add(folder, "sender", Role::sender);
    add(folder, "subscriber", Role::subscriber);
    add(folder, "other-subscriber", Role::subscriber);
}

void Clients::add(const std::filesystem::path& folder, const std::string& name, Role role)
{
    const auto id_file = folder / (name + ".id");
    const auto secret_file = folder / (name + ".secret");
    if (!std::filesystem::exists(id_file)) {
        auto secret = base::to_base64url(crypto::random_bytes(k_secret_bytes));
        base::write_file(secret_file, base::as_bytes(secret), base::Access::owner_only);
        base::wipe(secret);
        base::write_file(id_file, base::as_bytes(crypto::random_uuid()), base::Access::everyone);
    }
    const auto secret = base::read_secret_file(secret_file.string(), k_largest_secret);
    m_clients.push_back({read_text(id_file), role, secret_file});
    m_secrets.emplace_back(base::as_text(secret.reveal()));
}

const Client* Clients::log_in(const std::string& id, std::string_view secret) const
{
    for (std::size_t i = 0; i < m_clients.size(); ++i) {
        if (m_clients[i].id == id &&
            crypto::equal_constant_time(base::as_bytes(m_secrets[i].reveal()),
                                        base::as_bytes(secret))) {
            return &m_clients[i];
        }
    }
    return nullptr;
}

std::string Clients::issue_token(const Client& client, base::UtcTime at)
{
    auto token = base::to_base64url(crypto::random_bytes(k_secret_bytes));
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_tokens, [&](const auto& entry) { return entry.second.expires <= at; });
    m_tokens[token] = {&client, at + k_token_life};
    return token;
}

void Clients::forget_tokens()
{
    const std::lock_guard lock(m_mutex);
    m_tokens.clear();
}

const Client& Clients::authenticate(const Request& request, base::UtcTime at)
{
    constexpr std::string_view k_scheme = "bearer ";
    const auto header = request.header("authorization");
    if (!base::to_lower_ascii(header).starts_with(k_scheme)) {
        throw unauthorized("an access token is needed");
    }
    const std::lock_guard lock(m_mutex);
    const auto found = m_tokens.find(header.substr(k_scheme.size()));
    if (found == m_tokens.end() || found->second.expires <= at) {
        throw unauthorized("the access token is unknown or has expired");
    }
    return *found->second.client;
}

const Client& Clients::authenticate(const Request& request, base::UtcTime at, Role role)
{
    const auto& client = authenticate(request, at);
    if (client.role != role) {
        throw Refusal(403, role == Role::sender ? "this needs the token of a sender"
                                                : "this needs the token of a subscriber");
    }
    return client;
}

const Client* Clients::identify(const Request& request, base::UtcTime at)
{
    return request.headers.contains("authorization") ? &authenticate(request, at) : nullptr;
}

std::string scopes(Role role)
{
    const std::string prefix(k_scope);
    if (role == Role::sender) {
        return prefix + "send-submissions";
    }
    return prefix + "subscribe-destinations " + prefix + "manage-destinations " + prefix +
           "self-service-api/create:destination";
}

} // namespace anb::sandbox
