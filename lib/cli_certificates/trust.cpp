// SPDX-License-Identifier: EUPL-1.2

#include "cli_certificates/trust.hpp"

#include "config/config.hpp"
#include "http/public.hpp"
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

std::shared_ptr<revocation::Checker> make_revocation(const Options& options, const cli::Io& io)
{
    constexpr std::uint64_t k_most = 32 * 1024 * 1024;
    const bool wanted =
        !options.use.empty() || !options.crl_files.empty() || !options.ocsp_files.empty();
    const auto mode = options.revocation.empty() ? (wanted ? "auto" : "off") : options.revocation;
    revocation::Options how;
    how.mode = mode == "off"       ? revocation::Mode::off
               : mode == "require" ? revocation::Mode::required
                                   : revocation::Mode::automatic;
    how.at = io.judged_at();
    for (const auto& file : options.crl_files) {
        how.lists.push_back({file, base::read_file(file, k_most)});
    }
    for (const auto& file : options.ocsp_files) {
        how.answers.push_back({file, base::read_file(file, k_most)});
    }
    if (how.mode != revocation::Mode::off) {
        how.cache = config::cache_folder() / "crl";
    }
    if (how.mode != revocation::Mode::off && !io.common().offline) {
        http::PublicOptions network;
        network.user_agent = "anbindung/" + std::string(cli::version()) + " (cert-check)";
        network.proxy = options.proxy;
        network.cancelled = [&io] { return io.cancelled(); };
        how.fetch = [network](const std::string& url, base::ByteView body) {
            auto answer = http::fetch_public(url, body, "application/ocsp-request", network);
            return revocation::Fetched{std::move(answer.failure), std::move(answer.body)};
        };
    }
    return std::make_shared<revocation::Checker>(std::move(how));
}

} // namespace anb::cli_certificates
