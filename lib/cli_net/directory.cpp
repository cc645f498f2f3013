// SPDX-License-Identifier: EUPL-1.2

#include "cli_net/directory.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli_net/detail/environment.hpp"

#include <fmt/format.h>

#include <array>

namespace anb::cli_net {

namespace {

using base::Error;
using base::ErrorKind;

constexpr std::uint64_t k_store_limit = 1024 * 1024;

/// Host of the only server whose environment is known to everybody (dvdv.md §2).
constexpr std::string_view k_test_server = "dvdv-testserver.governikus.de";

void check_address(const std::string& address, std::string_view env, const config::Setting& setting)
{
    if (!address.starts_with("https://")) {
        throw Error(ErrorKind::configuration, "ANB-G409",
                    {{"url", address}, {"source", setting.source}});
    }
    if (env == "prod" && fitconnect::host_of(address) == k_test_server) {
        throw Error(ErrorKind::configuration, "ANB-G101",
                    {{"what", address}, {"env", "test"}, {"source", setting.source}});
    }
}

/// Addresses of one environment are never those of another (user-journeys §7.4).
void refuse_foreign(const std::string& address, std::string_view env, const Line& line,
                    const config::Setting& setting)
{
    for (const std::string_view other : {"test", "stage", "prod"}) {
        const auto theirs = line.configuration.get(other, "dvdv_servers");
        const bool one_is_production = (other == "prod") != (env == "prod");
        if (!theirs || !one_is_production) {
            continue;
        }
        for (const auto each : base::split(theirs->value, ' ')) {
            if (each == address) {
                throw Error(
                    ErrorKind::configuration, "ANB-G101",
                    {{"what", address}, {"env", std::string(other)}, {"source", setting.source}});
            }
        }
    }
}

dvdv::Settings directory_settings(const Line& line)
{
    const auto& env = line.environment_name;
    const auto servers = line.configuration.get(env, "dvdv_servers");
    if (!servers || servers->value.empty()) {
        throw Error(ErrorKind::configuration, "ANB-G406", {{"env", env}, {"key", "dvdv_servers"}});
    }
    dvdv::Settings settings;
    for (const auto part : base::split(servers->value, ' ')) {
        const std::string address(part);
        check_address(address, env, *servers);
        refuse_foreign(address, env, line, *servers);
        settings.servers.push_back(address);
    }
    if (const auto access = line.configuration.get(env, "dvdv_access")) {
        settings.access = dvdv::to_access(access->value).value_or(settings.access);
    }
    if (settings.access == dvdv::Access::bundesmaster) {
        const auto url = line.configuration.get(env, "dvdv_token_url");
        if (!url) {
            throw Error(ErrorKind::configuration, "ANB-G406",
                        {{"env", env}, {"key", "dvdv_token_url"}});
        }
        check_address(url->value, env, *url);
        settings.token_url = url->value;
    }
    return settings;
}

std::optional<pki::Identity> client_identity(const Line& line, const dvdv::Settings& settings,
                                             cli::Io& io, const cli::SecretSource& password)
{
    if (settings.access == dvdv::Access::intern) {
        return std::nullopt;
    }
    const auto& env = line.environment_name;
    const auto file = line.configuration.get(env, "dvdv_client_p12");
    if (!file) {
        throw Error(ErrorKind::configuration, "ANB-D206", {{"env", env}});
    }
    detail::refuse_shared_store(env, line.configuration, *file);
    const auto bytes = base::read_file(file->value, k_store_limit);
    pki::require_pkcs12(bytes, file->value);
    auto source = password;
    if (source.prompt.empty()) {
        source.prompt = fmt::format("{} {}: ", io.say("Kennwort für", "Password for"), file->value);
    }
    const auto secret =
        store_password(line.configuration, env, "dvdv_client_password_file", std::move(source), io);
    pki::Pkcs12Options options;
    options.at = io.now();
    auto store = pki::load_pkcs12(bytes, secret, file->value, options);
    if (!store.identity.key.is_rsa()) {
        throw Error(ErrorKind::configuration, "ANB-D242",
                    {{"file", file->value}, {"kind", store.identity.key.public_key().type_name()}});
    }
    return std::move(store.identity);
}

std::string fingerprint_of(const std::optional<pki::Identity>& client)
{
    return client ? base::to_hex(client->chain.front().fingerprint(crypto::DigestAlgorithm::sha1))
                  : std::string();
}

std::optional<dvdv::Login> login(const std::optional<pki::Identity>& client,
                                 const std::string& fingerprint)
{
    return client ? std::optional(dvdv::Login{fingerprint, &client->key}) : std::nullopt;
}

/// "2026-11-24 09:10"
std::string minute_text(base::UtcTime time)
{
    auto text = base::format_time(time).substr(0, 16);
    text[10] = ' ';
    return text;
}

} // namespace

std::string specification_of(const config::Configuration& configuration, const std::string& service)
{
    if (service.find(':') != std::string::npos) {
        return service;
    }
    const auto& known = configuration.leistung(service);
    if (known.dvdv_uri.empty()) {
        throw Error(ErrorKind::configuration, "ANB-D307",
                    {{"name", known.name}, {"source", known.source}});
    }
    return known.dvdv_uri;
}

base::SecretString store_password(const config::Configuration& configuration, std::string_view env,
                                  std::string_view setting, cli::SecretSource source, cli::Io& io)
{
    const auto file = configuration.get(env, setting);
    const bool named = !source.file.empty() || source.descriptor >= 0 || !source.variable.empty();
    if (file && !named) {
        source.file = file->value;
    }
    source.credential = "p12-password";
    source.file_variable = "ANB_P12_PASSWORD_FILE";
    return io.secret(source);
}

DirectoryConnection::DirectoryConnection(const NetworkOptions& options, cli::Io& io,
                                         std::string_view tool, const cli::SecretSource& password)
    : DirectoryConnection(open_line(options, io, Purpose::reading, tool), io, password)
{
}

DirectoryConnection::DirectoryConnection(Line line, cli::Io& io, const cli::SecretSource& password)
    : m_io(io), m_password(password), m_line(std::move(line)),
      m_settings(directory_settings(m_line))
{
}

void DirectoryConnection::prepare()
{
    m_client = client_identity(m_line, m_settings, m_io, m_password);
    m_fingerprint = fingerprint_of(m_client);
    m_servers.emplace(m_settings, login(m_client, m_fingerprint), *m_line.transport, base::now);
    m_directory.emplace(*m_servers);
}

void DirectoryConnection::log_in()
{
    prepare();
    m_until = m_servers->log_in();
}

void DirectoryConnection::open()
{
    prepare();
    const auto host = [&] { return "(" + fitconnect::host_of(m_servers->current()) + ")"; };
    try {
        m_until = m_servers->log_in();
    } catch (...) {
        m_io.environment(environment(), host());
        throw;
    }
    auto more = host();
    if (m_until) {
        more += fmt::format(", {} {}", m_io.say("Token gültig bis", "token good until"),
                            minute_text(*m_until));
    }
    m_io.environment(environment(), more);
}

} // namespace anb::cli_net
