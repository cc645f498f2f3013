// SPDX-License-Identifier: EUPL-1.2

#include "cli_net/network.hpp"

#include "base/error.hpp"
#include "base/time.hpp"
#include "base/walk.hpp"
#include "cli_net/detail/environment.hpp"
#include "cli_net/detail/show_config.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace anb::cli_net {

using base::Error;
using base::ErrorKind;

namespace {

constexpr std::chrono::seconds k_reading_time{600};
constexpr std::chrono::seconds k_changing_time{3600};

std::string variable(const char* name)
{
    const auto* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

std::chrono::seconds duration(std::string_view option, const std::string& text,
                              std::chrono::seconds otherwise)
{
    if (text.empty()) {
        return otherwise;
    }
    const auto parsed = base::parse_duration(text);
    if (!parsed) {
        throw Error(
            ErrorKind::usage, "ANB-G110",
            {{"option", std::string(option)}, {"value", text}, {"expected", "90s, 30m, 8h"}});
    }
    return *parsed;
}

std::string network_group(cli::Say say)
{
    return cli::shared_group(
        say("Netz, Umgebungen, Konfiguration", "network, environments, configuration"));
}

void refuse_exposed(const std::string& file)
{
    if (base::readable_by_others(file)) {
        throw Error(ErrorKind::credentials, "ANB-G407", {{"file", file}});
    }
}

http::Options transport_options(const NetworkOptions& options, cli::Io& io,
                                const config::Configuration& configuration, std::string_view env,
                                Purpose purpose, std::string_view tool)
{
    http::Options transport;
    transport.user_agent = fmt::format("anbindung/{} ({})", cli::version(), tool);
    transport.ca_files = ca_files(options, configuration, env);
    const auto proxy = configuration.general("proxy");
    transport.proxy = options.proxy.empty() && proxy ? proxy->value : options.proxy;
    if (const auto secret = configuration.general("proxy_secret_file")) {
        refuse_exposed(secret->value);
        transport.proxy_secret_file = secret->value;
    }
    transport.total_timeout =
        duration("--timeout", options.timeout,
                 purpose == Purpose::reading ? k_reading_time : k_changing_time);
    transport.retry_max_time =
        duration("--retry-max-time", options.retry_max_time, transport.retry_max_time);
    transport.retries = options.retry;
    transport.trace = [&io](const std::string& line) { io.trace(2, line); };
    transport.cancelled = [&io] { return io.cancelled(); };
    return transport;
}

config::Configuration load_configuration(const NetworkOptions& options, const std::string& profile)
{
    return config::Configuration::load({.profile = profile,
                                        .config_file = variable("ANB_CONFIG"),
                                        .environments_file = options.environments_file});
}

void refuse_offline(const cli::Io& io)
{
    if (io.common().offline) {
        throw Error(ErrorKind::usage, "ANB-G126");
    }
}

Session with_addresses(Line line)
{
    Session session{std::move(line), {}};
    session.environment =
        detail::resolve_environment(session.environment_name, session.configuration);
    return session;
}

Session announced(Line line, cli::Io& io, Purpose purpose)
{
    auto session = with_addresses(std::move(line));
    const auto rehearsed = purpose == Purpose::changing && io.common().dry_run;
    io.environment(session.environment_name, rehearsed
                                                 ? io.say("(Probelauf, nichts wird geändert)",
                                                          "(dry run, nothing will be changed)")
                                                 : std::string());
    return session;
}

} // namespace

std::vector<std::string> ca_files(const NetworkOptions& options,
                                  const config::Configuration& configuration, std::string_view env)
{
    auto files = options.ca_files;
    for (const auto& setting :
         {configuration.get(env, "ca_file"), configuration.general("ca_file")}) {
        if (setting && std::ranges::find(files, setting->value) == files.end()) {
            files.push_back(setting->value);
        }
    }
    return files;
}

void declare_network(CLI::App& app, NetworkOptions& options, cli::Say say)
{
    const auto group = network_group(say);
    app.add_option(
           "--timeout", options.timeout,
           say("Höchstdauer des ganzen Befehls, etwa 90s, 30m (sonst 10m, beim Senden 60m).",
               "Longest time of the whole command, such as 90s, 30m (otherwise 10m, when "
               "sending 60m)."))
        ->type_name("DURATION")
        ->group(group);
    app.add_option("--retry", options.retry,
                   say("Höchstzahl der Wiederholungen dessen, was gefahrlos wiederholbar ist.",
                       "Most repetitions of what is safe to repeat."))
        ->check(CLI::Range(0, 100))
        ->type_name("N")
        ->group(group);
    app.add_option("--retry-max-time", options.retry_max_time,
                   say("Längste Wartezeit, die ein Dienst vorgeben darf.",
                       "Longest wait that a service may ask for."))
        ->type_name("DURATION")
        ->group(group);
    app.add_option("--proxy", options.proxy,
                   say("Proxy, sonst https_proxy; das Kennwort kommt nur aus einer Datei.",
                       "Proxy, otherwise https_proxy; its password comes from a file only."))
        ->type_name("URL")
        ->group(group);
    app.add_option("--ca-file", options.ca_files,
                   say("Vertraut auch den Zertifikaten in FILE (PEM).",
                       "Also trusts the certificates in FILE (PEM)."))
        ->type_name("FILE")
        ->group(group);
    app.add_option("--environments", options.environments_file,
                   say("Adressen der Umgebungen aus FILE statt aus environments.toml.",
                       "Addresses of the environments from FILE instead of environments.toml."))
        ->type_name("FILE")
        ->group(group);
    app.add_flag_callback(
           "--show-config",
           [&options] {
               throw cli::Instead{[&options](cli::Io& io) {
                   return detail::show_config(load_configuration(options, io), io);
               }};
           },
           say("Zeigt jede wirksame Einstellung und ihre Herkunft.",
               "Shows every effective setting and where it comes from."))
        ->group(group);
}

void declare_api(CLI::App& app, NetworkOptions& options, cli::Say say)
{
    app.add_option("--api", options.api_version,
                   say("Version der Submission API.", "Version of the Submission API."))
        ->check(CLI::IsMember({"1", "2"}))
        ->group(network_group(say));
}

config::Configuration load_configuration(const NetworkOptions& options, const cli::Io& io)
{
    return load_configuration(options, io.common().profile);
}

Line open_line(const NetworkOptions& options, cli::Io& io, Purpose purpose, std::string_view tool,
               std::string_view environment)
{
    refuse_offline(io);
    Line line;
    line.configuration = load_configuration(options, io);
    line.environment_name =
        detail::choose_environment(io.common(), line.configuration, purpose, environment).value;
    line.transport = std::make_shared<http::CurlTransport>(
        transport_options(options, io, line.configuration, line.environment_name, purpose, tool));
    return line;
}

Session open_session(const NetworkOptions& options, cli::Io& io, Purpose purpose,
                     std::string_view tool, std::string_view environment)
{
    return announced(open_line(options, io, purpose, tool, environment), io, purpose);
}

Session open_named_session(const NetworkOptions& options, cli::Io& io, std::string_view tool,
                           const std::string& environment)
{
    refuse_offline(io);
    Line line;
    line.configuration = load_configuration(options, io);
    line.environment_name = environment;
    line.transport = std::make_shared<http::CurlTransport>(
        transport_options(options, io, line.configuration, environment, Purpose::reading, tool));
    return announced(std::move(line), io, Purpose::reading);
}

Session open_profile(const NetworkOptions& options, cli::Io& io, std::string_view tool,
                     const std::string& profile, const std::string& environment)
{
    refuse_offline(io);
    Line line;
    line.configuration =
        load_configuration(options, profile.empty() ? io.common().profile : profile);
    line.environment_name =
        environment.empty()
            ? detail::choose_environment(io.common(), line.configuration, Purpose::reading, {})
                  .value
            : environment;
    line.transport = std::make_shared<http::CurlTransport>(transport_options(
        options, io, line.configuration, line.environment_name, Purpose::reading, tool));
    return with_addresses(std::move(line));
}

Session closed_session(const NetworkOptions& options, cli::Io& io)
{
    Line line;
    line.configuration = load_configuration(options, io);
    line.environment_name =
        detail::choose_environment(io.common(), line.configuration, Purpose::reading, {}).value;
    return announced(std::move(line), io, Purpose::reading);
}

std::vector<config::Configuration> load_profiles(const NetworkOptions& options,
                                                 const std::vector<std::string>& places)
{
    std::vector<config::Configuration> profiles;
    for (const auto& place : base::expand(places, false)) {
        if (!place.from_folder || place.path.ends_with(".toml")) {
            profiles.push_back(load_configuration(options, place.path));
        }
    }
    return profiles;
}

Session other_profile(const Session& first, config::Configuration configuration)
{
    return with_addresses({std::move(configuration), first.environment_name, first.transport});
}

oauth::ClientCredentials client_credentials(const Session& session, Role role)
{
    const auto& env = session.environment.name;
    const auto& configuration = session.configuration;
    const bool own = role == Role::sender && configuration.get(env, "fitconnect_sender_client_id");
    const std::string id_key = own ? "fitconnect_sender_client_id" : "fitconnect_client_id";
    const std::string secret_key = own ? "fitconnect_sender_secret_file" : "fitconnect_secret_file";
    const auto demand = [&](const std::string& key) {
        const auto setting = configuration.get(env, key);
        if (!setting) {
            throw Error(ErrorKind::configuration, "ANB-G406", {{"env", env}, {"key", key}});
        }
        return *setting;
    };
    oauth::ClientCredentials credentials;
    credentials.token_url = session.environment.token_url;
    credentials.client_id = demand(id_key).value;
    const auto file = demand(secret_key);
    detail::refuse_shared_credentials(env, configuration, id_key, secret_key);
    refuse_exposed(file.value);
    credentials.client_secret = detail::read_secret(file.value);
    detail::refuse_shared_secret(env, configuration, file, credentials.client_secret);
    return credentials;
}

} // namespace anb::cli_net
