// SPDX-License-Identifier: EUPL-1.2

#include "cli_net/detail/environment.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <array>

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

/// Production and any other environment have nothing in common.
void refuse_shared(std::string_view env, const config::Configuration& configuration,
                   std::string_view key)
{
    const auto mine = configuration.get(env, key);
    for (const auto other : k_environments) {
        const bool one_is_production = (other == k_production) != (env == k_production);
        const auto theirs = configuration.get(other, key);
        if (one_is_production && mine && theirs && mine->source != theirs->source &&
            mine->value == theirs->value) {
            refuse(mine->value, other, mine->source);
        }
    }
}

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
                        {{"what", "--env " + common.env}, {"env", std::string(known)}});
        }
        return {common.env, "--env"};
    }
    if (!known.empty() && known != k_production) {
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
        throw Error(ErrorKind::usage, "ANB-G122");
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
        if (!setting->value.starts_with("https://")) {
            throw Error(ErrorKind::configuration, "ANB-G409",
                        {{"url", setting->value}, {"source", setting->source}});
        }
        check_host(name, *setting);
        refuse_shared(name, configuration, key);
    }
    return fitconnect::environment(name, [&](std::string_view key) {
        const auto setting = configuration.get(name, key);
        return setting ? std::optional(setting->value) : std::nullopt;
    });
}

void refuse_shared_credentials(std::string_view env, const config::Configuration& configuration,
                               std::string_view id_key, std::string_view secret_key)
{
    refuse_shared(env, configuration, id_key);
    refuse_shared(env, configuration, secret_key);
}

} // namespace anb::cli_net::detail
