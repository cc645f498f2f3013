// SPDX-License-Identifier: EUPL-1.2

#include "cli_net/detail/environment.hpp"

#include "base/error.hpp"
#include "base/file.hpp"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <span>

namespace anb::cli_net::detail {

using base::Error;
using base::ErrorKind;

namespace {

constexpr std::string_view k_environments[] = {"test", "stage", "prod"};
constexpr std::string_view k_production = "prod";

constexpr std::pair<std::string_view, std::string fitconnect::Environment::*> k_addresses[] = {
    {"token_url", &fitconnect::Environment::token_url},
    {"submission_url", &fitconnect::Environment::submission_url},
    {"submission_v1_url", &fitconnect::Environment::submission_v1_url},
    {"destination_url", &fitconnect::Environment::destination_url},
    {"routing_url", &fitconnect::Environment::routing_url},
    {"portal_url", &fitconnect::Environment::portal_url},
};

bool has_host(const fitconnect::Environment& environment, const std::string& host)
{
    return std::ranges::any_of(k_addresses, [&](const auto& address) {
        return fitconnect::host_of(environment.*address.second) == host;
    });
}

[[noreturn]] void refuse(std::string_view what, std::string_view env, const std::string& source)
{
    throw Error(ErrorKind::configuration, "ANB-G101",
                {{"what", std::string(what)}, {"env", std::string(env)}, {"source", source}});
}

/// An address may not point at a host that is known to be another environment's.
void check_host(std::string_view name, const config::Setting& setting)
{
    const auto host = fitconnect::host_of(setting.value);
    if (has_host(fitconnect::environment(name, nullptr), host)) {
        return;
    }
    for (const auto other : k_environments) {
        if (other != name && has_host(fitconnect::environment(other, nullptr), host)) {
            refuse(host, other, setting.source);
        }
    }
}

/// An address whose host every reader takes for the same: "https://", a host, perhaps a port.
void check_form(const config::Setting& setting)
{
    const auto fail = [&](const char* code) {
        throw Error(ErrorKind::configuration, code,
                    {{"url", setting.value}, {"source", setting.source}});
    };
    constexpr std::string_view k_scheme = "https://";
    if (!setting.value.starts_with(k_scheme)) {
        fail("ANB-G409");
    }
    auto authority = std::string_view(setting.value).substr(k_scheme.size());
    authority = authority.substr(0, authority.find_first_of("/?#"));
    const auto end = authority.starts_with('[') ? authority.find(']') : std::string_view::npos;
    const auto six = end != std::string_view::npos;
    const auto colon = authority.find(':', six ? end : 0);
    auto host = authority.substr(0, colon);
    const auto port = colon == std::string_view::npos ? "0" : authority.substr(colon + 1);
    if (six) {
        host = host.substr(1, end == host.size() - 1 ? end - 1 : 0);
    }
    constexpr std::string_view k_digits = "0123456789", k_six = "0123456789abcdefABCDEF:.";
    constexpr std::string_view k_name =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_";
    if (host.empty() || port.empty() ||
        host.find_first_not_of(six ? k_six : k_name) != std::string_view::npos ||
        port.find_first_not_of(k_digits) != std::string_view::npos) {
        fail("ANB-G410");
    }
}

/// One spelling for addresses that lead to the same place.
std::string canonical(std::string_view address)
{
    const auto host = fitconnect::host_of(address);
    const auto authority = address.find("://") + 3;
    const auto path_at = std::min(address.find_first_of("/?#", authority), address.size());
    const auto text = address.substr(authority, path_at - authority);
    const auto colon = text.rfind(':');
    const auto has_port = colon != std::string_view::npos && text.find(']', colon) == text.npos;
    auto port = has_port ? std::string(text.substr(colon + 1)) : std::string();
    port.erase(0, std::min(port.find_first_not_of('0'), port.size()));
    auto path = std::string(address.substr(path_at));
    path.erase(path.find_last_not_of('/') + 1);
    return host + ":" + (port.empty() ? "443" : port) + path;
}

/// Calls `visit` for every environment with which this one may share nothing: production and any
/// other have nothing in common.
template <typename Visit>
void for_each_foreign(std::string_view env, Visit visit)
{
    for (const auto other : k_environments) {
        if ((other == k_production) != (env == k_production)) {
            visit(other);
        }
    }
}

/// Refuses a value that another environment has under one of the keys.
void refuse_shared(std::string_view env, const config::Configuration& configuration,
                   const config::Setting& mine, std::span<const std::string_view> keys,
                   const std::function<bool(const std::string&)>& is_same)
{
    for_each_foreign(env, [&](std::string_view other) {
        for (const auto key : keys) {
            const auto theirs = configuration.get(other, key);
            if (theirs && mine.source != theirs->source && is_same(theirs->value)) {
                refuse(mine.value, other, mine.source);
            }
        }
    });
}

void refuse_shared_address(std::string_view env, const config::Configuration& configuration,
                           const config::Setting& mine)
{
    constexpr std::string_view k_keys[] = {"token_url",       "submission_url", "submission_v1_url",
                                           "destination_url", "routing_url",    "portal_url"};
    refuse_shared(env, configuration, mine, k_keys, [&](const std::string& theirs) {
        return theirs.starts_with("https://") && canonical(theirs) == canonical(mine.value);
    });
}

bool is_same_file(const std::string& left, const std::string& right)
{
    std::error_code ignored;
    return left == right || std::filesystem::equivalent(left, right, ignored);
}

constexpr std::string_view k_secret_keys[] = {"fitconnect_secret_file",
                                              "fitconnect_sender_secret_file"};
constexpr std::string_view k_id_keys[] = {"fitconnect_client_id", "fitconnect_sender_client_id"};
constexpr std::string_view k_folder_keys[] = {"keys"};
constexpr std::string_view k_store_keys[] = {"dvdv_client_p12", "osci_p12", "osci_signature_p12",
                                             "recipient_certificate"};

} // namespace

config::Setting choose_environment(const cli::Common& common,
                                   const config::Configuration& configuration, Purpose purpose,
                                   std::string_view known)
{
    const auto only = configuration.environments();
    const config::Setting from_profile{only.size() == 1 ? only.front() : "",
                                       configuration.profile_name()};
    if (common.env_from_command_line) {
        if (!known.empty() && known != common.env) {
            throw Error(ErrorKind::configuration, "ANB-G101",
                        {{"what", "--env " + common.env},
                         {"env", std::string(known)},
                         {"source", "--env"}});
        }
        return {common.env, "--env"};
    }
    if (!known.empty()) {
        if (known == k_production && purpose == Purpose::changing && from_profile.value != known) {
            throw Error(ErrorKind::usage, "ANB-G122", {{"env", std::string(known)}});
        }
        return {std::string(known), ""};
    }
    const bool counts = purpose == Purpose::reading || common.env != k_production;
    if (!common.env.empty() && counts) {
        return {common.env, "ANB_ENV"};
    }
    const auto configured = configuration.general("env");
    if (purpose == Purpose::reading && configured) {
        return *configured;
    }
    if (!from_profile.value.empty()) {
        return from_profile;
    }
    if (purpose == Purpose::changing) {
        throw Error(ErrorKind::usage, "ANB-G122", {{"env", "test"}});
    }
    return {"test", ""};
}

fitconnect::Environment resolve_environment(std::string_view name,
                                            const config::Configuration& configuration)
{
    for (const auto& [key, member] : k_addresses) {
        const auto setting = configuration.get(name, key);
        if (!setting) {
            continue;
        }
        check_form(*setting);
        check_host(name, *setting);
        refuse_shared_address(name, configuration, *setting);
    }
    return fitconnect::environment(name, [&](std::string_view key) {
        const auto setting = configuration.get(name, key);
        return setting ? std::optional(setting->value) : std::nullopt;
    });
}

void refuse_shared_credentials(std::string_view env, const config::Configuration& configuration,
                               std::string_view id_key, std::string_view secret_key)
{
    if (const auto id = configuration.get(env, id_key)) {
        refuse_shared(env, configuration, *id, k_id_keys,
                      [&](const std::string& theirs) { return theirs == id->value; });
    }
    if (const auto secret = configuration.get(env, secret_key)) {
        refuse_shared(env, configuration, *secret, k_secret_keys, [&](const std::string& theirs) {
            return is_same_file(theirs, secret->value);
        });
    }
}

void refuse_shared_secret(std::string_view env, const config::Configuration& configuration,
                          const config::Setting& mine, const base::SecretString& secret)
{
    refuse_shared(env, configuration, mine, k_secret_keys, [&](const std::string& theirs) {
        try {
            const auto other = read_secret(theirs);
            return !secret.reveal().empty() && other.reveal() == secret.reveal();
        } catch (const Error&) {
            return false;
        }
    });
}

void refuse_shared_store(std::string_view env, const config::Configuration& configuration,
                         const config::Setting& store)
{
    refuse_shared(env, configuration, store, k_store_keys,
                  [&](const std::string& theirs) { return is_same_file(theirs, store.value); });
}

void refuse_shared_folder(std::string_view env, const config::Configuration& configuration,
                          const config::Setting& folder)
{
    refuse_shared(env, configuration, folder, k_folder_keys,
                  [&](const std::string& theirs) { return is_same_file(theirs, folder.value); });
}

base::SecretString read_secret(const std::string& file)
{
    constexpr std::uint64_t k_limit = 64 * 1024;
    return base::without_line_break(base::read_secret_file(file, k_limit));
}

} // namespace anb::cli_net::detail
