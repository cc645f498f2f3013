// SPDX-License-Identifier: EUPL-1.2

#include "cli_certificates/trust.hpp"

#include "config/config.hpp"
#include "inventory/open.hpp"
#include "inventory/walk.hpp"

#include <cstdlib>

namespace anb::cli_certificates {

namespace {

struct Source {
    std::string path, set;
};

Source to_source(const std::string& option)
{
    if (option.starts_with("test=")) {
        return {option.substr(5), "test"};
    }
    if (option.starts_with("prod=")) {
        return {option.substr(5), "production"};
    }
    return {option, "given"};
}

void add_file(const std::string& path, const std::string& set, pki::Issuers& trust)
{
    const auto bytes = base::read_file(path, inventory::k_most_bytes);
    for (const auto& item : inventory::open(bytes, path, {}).items) {
        if (item.facts != nullptr) {
            trust.add_anchor(item.facts, set);
        }
    }
}

std::vector<Source> from_profile(const cli::Io& io)
{
    std::vector<Source> sources;
    if (io.common().profile.empty()) {
        return sources;
    }
    const auto* file = std::getenv("ANB_CONFIG");
    const auto configuration =
        config::Configuration::load({.profile = io.common().profile,
                                     .config_file = file == nullptr ? "" : file,
                                     .environments_file = {}});
    for (const auto* env : {"test", "stage", "prod"}) {
        if (const auto setting = configuration.get(env, "trust")) {
            sources.push_back(
                {setting->value, std::string_view(env) == "test" ? "test" : "production"});
        }
    }
    return sources;
}

} // namespace

pki::Issuers load_trust(const Options& options, const cli::Io& io)
{
    auto sources = from_profile(io);
    for (const auto& option : options.trust) {
        sources.push_back(to_source(option));
    }
    pki::Issuers trust;
    for (const auto& source : sources) {
        for (const auto& place : inventory::expand(std::span(&source.path, 1), true)) {
            add_file(place.path, source.set, trust);
        }
    }
    return trust;
}

} // namespace anb::cli_certificates
