// SPDX-License-Identifier: EUPL-1.2

#include "cli_dvdv/targets.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "dvdv/organization_key.hpp"
#include "pki/certificate.hpp"
#include "pki/pkcs12.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace anb::cli_dvdv {

namespace {

using base::Error;
using base::ErrorKind;
using config::Configuration;
using config::Leistung;

constexpr std::uint64_t k_most_bytes = 16 * 1024 * 1024;

constexpr std::array<std::pair<std::string_view, std::string Leistung::*>, 3> k_recipients{{
    {"test", &Leistung::recipient_certificate_test},
    {"stage", &Leistung::recipient_certificate_stage},
    {"prod", &Leistung::recipient_certificate_prod},
}};

std::string setting(const Configuration& configuration, std::string_view env, std::string_view key)
{
    const auto found = configuration.get(env, key);
    return found ? found->value : std::string();
}

std::string recipient_of(const Leistung* service, const Configuration& configuration,
                         std::string_view env)
{
    for (const auto& [name, member] : k_recipients) {
        if (service != nullptr && name == env && !(service->*member).empty()) {
            return service->*member;
        }
    }
    return setting(configuration, env, "recipient_certificate");
}

/// Everything but what tells services apart. What the profile expects counts for its own
/// organisation only.
Target target_of(const Configuration& configuration, std::string_view env, const std::string& key,
                 const Leistung* service)
{
    Target target;
    target.profile = configuration.profile_name();
    target.question.organization_key = key;
    const auto own_key = configuration.mandant("organisation");
    if (!own_key || own_key->value != key) {
        return target;
    }
    if (const auto category = configuration.mandant("category")) {
        target.category = category->value;
    }
    target.intermediary_url = setting(configuration, env, "intermediary_url");
    target.recipient = recipient_of(service, configuration, env);
    target.recipient_password = setting(configuration, env, "recipient_password_file");
    target.content = setting(configuration, env, "content_certificate");
    target.intermediary_cipher = setting(configuration, env, "intermediary_cipher_certificate");
    target.intermediary_signature =
        setting(configuration, env, "intermediary_signature_certificate");
    return target;
}

Target named_target(const std::string& name, const Configuration& configuration,
                    std::string_view env, const std::string& key)
{
    const bool is_uri = name.find(':') != std::string::npos;
    const Leistung* service = nullptr;
    if (is_uri) {
        const auto& all = configuration.leistungen();
        const auto found = std::ranges::find(all, name, &Leistung::dvdv_uri);
        service = found == all.end() ? nullptr : &*found;
    } else {
        service = &configuration.leistung(name);
        if (service->dvdv_uri.empty()) {
            throw Error(ErrorKind::configuration, "ANB-D307",
                        {{"name", name}, {"source", service->source}});
        }
    }
    auto target = target_of(configuration, env, key, service);
    target.label = service != nullptr ? service->name : name;
    target.question.specification_uri = service != nullptr ? service->dvdv_uri : name;
    return target;
}

void add_all(std::vector<Target>& targets, const Configuration& configuration, std::string_view env,
             const std::string& key, bool several)
{
    for (const auto& service : configuration.leistungen()) {
        if (!service.dvdv_uri.empty()) {
            auto target = named_target(service.name, configuration, env, key);
            if (several) {
                target.label = configuration.profile_name() + "/" + target.label;
            }
            targets.push_back(std::move(target));
        }
    }
}

std::vector<Target> of_profiles(const Call& call, std::string_view env)
{
    std::vector<Target> targets;
    for (const auto& configuration : cli_net::load_profiles(call.network, call.profiles)) {
        const auto key = configuration.mandant("organisation");
        if (!key) {
            throw Error(ErrorKind::usage, "ANB-D305", {{"profile", configuration.profile_name()}});
        }
        add_all(targets, configuration, env, dvdv::OrganizationKey::parse(key->value).str(), true);
    }
    return targets;
}

} // namespace

std::string organization_key(const Call& call, const Configuration& configuration)
{
    if (!call.organization.empty()) {
        return dvdv::OrganizationKey::parse(call.organization).str();
    }
    const auto key = configuration.mandant("organisation");
    if (!key) {
        throw Error(ErrorKind::usage, "ANB-D305",
                    {{"profile",
                      configuration.profile_name().empty() ? "-" : configuration.profile_name()}});
    }
    return dvdv::OrganizationKey::parse(key->value).str();
}

std::string organization_key_or_none(const Call& call, const Configuration& configuration)
{
    return call.organization.empty() && !configuration.mandant("organisation")
               ? std::string()
               : organization_key(call, configuration);
}

std::vector<Target> find_targets(const Call& call, const Configuration& configuration,
                                 std::string_view env)
{
    auto targets = of_profiles(call, env);
    if (call.profiles.empty()) {
        const auto key = organization_key(call, configuration);
        for (const auto& name : call.services) {
            targets.push_back(named_target(name, configuration, env, key));
        }
        if (call.all) {
            add_all(targets, configuration, env, key, false);
        }
    }
    if (targets.empty()) {
        throw Error(ErrorKind::usage, "ANB-D306");
    }
    std::set<std::pair<std::string, std::string>> seen;
    std::erase_if(targets, [&](const Target& target) {
        return !seen.emplace(target.label, target.question.specification_uri).second;
    });
    return targets;
}

dvdv::LocalCertificate read_certificate_file(const std::string& file, base::UtcTime at,
                                             const std::function<base::SecretString()>& password)
{
    const auto bytes = base::read_file(file, k_most_bytes);
    if (pki::detect_format(bytes) == "PKCS#12") {
        pki::Pkcs12Options options;
        options.at = at;
        const auto store = pki::load_pkcs12(bytes, password(), file, options);
        return {store.identity.chain.front().to_der(), file, true};
    }
    const auto certificates = pki::load_certificates(bytes, file);
    const auto leaf =
        std::ranges::find_if(certificates, [](const auto& each) { return !each.is_ca(); });
    return {(leaf == certificates.end() ? certificates.front() : *leaf).to_der(), file, false};
}

std::optional<dvdv::LocalCertificate> LocalFiles::read(const std::string& file,
                                                       const std::string& password_file)
{
    if (file.empty()) {
        return std::nullopt;
    }
    if (const auto known = m_known.find(file); known != m_known.end()) {
        return known->second;
    }
    const auto password = [&] {
        cli::SecretSource source;
        source.file = password_file;
        source.prompt = m_io.say("Kennwort für ", "Password for ") + file + ": ";
        return m_io.secret(source);
    };
    return m_known.emplace(file, read_certificate_file(file, m_io.now(), password)).first->second;
}

dvdv::Expectation LocalFiles::expectation(const Target& target)
{
    dvdv::Expectation expected;
    expected.organization_key = target.question.organization_key;
    expected.specification_uri = target.question.specification_uri;
    expected.category = target.category;
    expected.intermediary_url = target.intermediary_url;
    expected.recipient = read(target.recipient, target.recipient_password);
    expected.content = read(target.content, target.recipient_password);
    expected.intermediary_cipher = read(target.intermediary_cipher, {});
    expected.intermediary_signature = read(target.intermediary_signature, {});
    return expected;
}

} // namespace anb::cli_dvdv
