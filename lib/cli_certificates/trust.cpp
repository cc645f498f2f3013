// SPDX-License-Identifier: EUPL-1.2

#include "cli_certificates/trust.hpp"

#include "base/text.hpp"
#include "base/walk.hpp"
#include "http/public.hpp"
#include "inventory/open.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>

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

/// What the profile and the call say together.
struct Trust {
    std::vector<Source> sources;
    std::map<std::string, std::vector<base::Bytes>, std::less<>> pins; ///< by set
};

Trust from(const config::Configuration& configuration)
{
    Trust trust;
    for (const std::string env : {"test", "stage", "prod"}) {
        const std::string set = env == "test" ? "test" : "production";
        if (const auto setting = configuration.get(env, "trust")) {
            trust.sources.push_back({setting->value, set});
        }
        if (const auto setting = configuration.get(env, "trust_sha256")) {
            for (const auto pin : base::split(setting->value, ',')) {
                trust.pins[set].push_back(base::from_hex(base::trim(pin)).value());
            }
        }
    }
    return trust;
}

void demand_pinned(const pki::Facts& anchor, const std::string& path, const Source& source,
                   const Trust& trust)
{
    const auto pins = trust.pins.find(source.set);
    if (pins == trust.pins.end()) {
        return;
    }
    const auto fingerprint = anchor.fingerprint(crypto::DigestAlgorithm::sha256);
    if (std::ranges::find(pins->second, fingerprint) == pins->second.end()) {
        throw base::Error(base::ErrorKind::trust, "ANB-C414",
                          {{"file", path},
                           {"subject", anchor.subject.to_text()},
                           {"found", base::to_hex(fingerprint)},
                           {"set", source.set}});
    }
}

void add_file(const std::string& path, const Source& source, const Trust& trust,
              pki::Issuers& issuers)
{
    const auto bytes = base::read_file(path, inventory::k_most_bytes);
    for (const auto& item : inventory::open(bytes, path, {}).items) {
        if (item.facts != nullptr) {
            demand_pinned(*item.facts, path, source, trust);
            issuers.add_anchor(item.facts, source.set);
        }
    }
}

} // namespace

pki::Issuers load_trust(std::span<const std::string> given,
                        const config::Configuration* configuration)
{
    auto trust = configuration == nullptr ? Trust() : from(*configuration);
    for (const auto& option : given) {
        trust.sources.push_back(to_source(option));
    }
    pki::Issuers issuers;
    for (const auto& source : trust.sources) {
        for (const auto& place : base::expand(std::span(&source.path, 1), true)) {
            add_file(place.path, source, trust, issuers);
        }
    }
    return issuers;
}

pki::Issuers load_trust(const Options& options, const cli::Io& io)
{
    if (io.common().profile.empty()) {
        return load_trust(options.trust, nullptr);
    }
    const auto* file = std::getenv("ANB_CONFIG");
    const auto configuration =
        config::Configuration::load({.profile = io.common().profile,
                                     .config_file = file == nullptr ? "" : file,
                                     .environments_file = {}});
    return load_trust(options.trust, &configuration);
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
