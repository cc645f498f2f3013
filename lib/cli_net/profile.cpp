// SPDX-License-Identifier: EUPL-1.2
#include "cli_net/profile.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/walk.hpp"
#include "cli_net/detail/environment.hpp"

#include <algorithm>
#include <array>

namespace anb::cli_net {

namespace {

using base::Error;
using base::ErrorKind;
using config::Leistung;
using fitconnect::DestinationId;

constexpr std::uint64_t k_max_anchors = 4 * 1024 * 1024;
constexpr std::uint64_t k_max_versions = 1024 * 1024;
constexpr const char* k_xml = "application/xml";

struct PerEnvironment {
    std::string_view name;
    std::string Leistung::*destination;
};

constexpr std::array k_destinations = {
    PerEnvironment{"test", &Leistung::destination_test},
    PerEnvironment{"stage", &Leistung::destination_stage},
    PerEnvironment{"prod", &Leistung::destination_prod},
};

std::string text_in(const Leistung& service, std::string_view environment)
{
    const auto entry = std::find_if(k_destinations.begin(), k_destinations.end(),
                                    [&](const auto& each) { return each.name == environment; });
    return entry == k_destinations.end() ? std::string() : service.*entry->destination;
}

std::string mandant(const Session& session, std::string_view key)
{
    const auto setting = session.configuration.mandant(key);
    return setting ? setting->value : std::string();
}

const Leistung* service_of(const Session& session, const DestinationId& id)
{
    for (const auto& service : session.configuration.leistungen()) {
        if (destination_of(session, service) == std::optional(id)) {
            return &service;
        }
    }
    return nullptr;
}

} // namespace

std::optional<DestinationId> destination_of(const Session& session, const Leistung& service)
{
    const auto text = text_in(service, session.environment.name);
    return text.empty() ? std::nullopt : std::optional(DestinationId::parse(text));
}

const Leistung* service_with(const Session& session, const fitconnect::LeikaKey& leika)
{
    for (const auto& service : session.configuration.leistungen()) {
        if (!service.leika.empty() &&
            fitconnect::LeikaKey::parse(service.leika).str() == leika.str()) {
            return &service;
        }
    }
    return nullptr;
}

void demand_own(const Session& session, const DestinationId& id)
{
    const auto production = session.environment.is_production();
    for (const auto& service : session.configuration.leistungen()) {
        for (const auto& each : k_destinations) {
            const auto& text = service.*each.destination;
            const auto one_is_production = production != (each.name == "prod");
            const auto foreign =
                each.name != session.environment.name &&
                (one_is_production || destination_of(session, service) != std::optional(id));
            if (foreign && !text.empty() && DestinationId::parse(text) == id) {
                throw Error(ErrorKind::configuration, "ANB-G101",
                            {{"what", id.str()},
                             {"env", std::string(each.name)},
                             {"source", service.source}});
            }
        }
    }
}

std::vector<Target> find_targets(const Session& session, const std::string& id,
                                 const std::string& service, bool all)
{
    std::vector<Target> targets;
    if (!id.empty()) {
        const auto parsed = DestinationId::parse(id);
        demand_own(session, parsed);
        const auto* named = service.empty() ? nullptr : &session.configuration.leistung(service);
        targets.push_back({parsed, named != nullptr ? named : service_of(session, parsed)});
        return targets;
    }
    for (const auto& each : session.configuration.leistungen()) {
        if (all || each.name == service) {
            if (const auto known = destination_of(session, each)) {
                demand_own(session, *known);
                targets.push_back({*known, &each});
            }
        }
    }
    if (targets.empty()) {
        if (!service.empty()) {
            session.configuration.leistung(service);
        }
        throw Error(ErrorKind::usage, "ANB-F327");
    }
    return targets;
}

fitconnect::Expectation expectation(const Session& session, const Leistung* service)
{
    const auto& services = session.configuration.leistungen();
    if (service == nullptr && services.size() == 1) {
        service = &services.front();
    }
    fitconnect::Expectation expected;
    if (service != nullptr) {
        if (!service->leika.empty()) {
            expected.leika = fitconnect::LeikaKey::parse(service->leika);
        }
        expected.schema_uri = service->schema_uri;
    }
    if (const auto ars = mandant(session, "ars"); !ars.empty()) {
        expected.ars = fitconnect::Ars::parse(ars);
    }
    if (const auto keys = session.configuration.get(session.environment.name, "keys")) {
        using fitconnect::KeyRole;
        expected.encryption_key = fitconnect::find_local_key(keys->value, KeyRole::encryption);
        expected.signature_key = fitconnect::find_local_key(keys->value, KeyRole::signature);
    }
    return expected;
}

std::filesystem::path keys_folder(const Session& session, const std::string& option)
{
    const auto& env = session.environment.name;
    const auto keys = option.empty() ? session.configuration.get(env, "keys")
                                     : std::optional(config::Setting{option, "--keys"});
    if (!keys) {
        throw Error(ErrorKind::configuration, "ANB-F328");
    }
    detail::refuse_shared_folder(env, session.configuration, *keys);
    return keys->value;
}

fitconnect::Draft draft(const Session& session, const Leistung& service)
{
    fitconnect::Draft draft;
    const auto name = mandant(session, "name");
    draft.name = name;
    draft.contact = {
        name, mandant(session, "address"), mandant(session, "phone"), mandant(session, "mail"), {}};
    fitconnect::Service offered;
    if (!service.leika.empty()) {
        offered.identifier = fitconnect::LeikaKey::parse(service.leika).urn();
    }
    if (const auto ars = mandant(session, "ars"); !ars.empty()) {
        offered.regions = {"DE" + fitconnect::Ars::parse(ars).str()};
    }
    if (!service.schema_uri.empty()) {
        offered.submission_schemas = {{service.schema_uri, k_xml}};
    }
    draft.services = {std::move(offered)};
    draft.metadata_versions = fitconnect::default_metadata_versions();
    return draft;
}

AskedRoute resolve_question(const Session& session, fitconnect::Api& api,
                            const RouteQuestion& question)
{
    const auto* service =
        question.service.empty() ? nullptr : &session.configuration.leistung(question.service);
    const auto leika =
        question.leika.empty() && service != nullptr ? service->leika : question.leika;
    const auto places = !question.ars.empty() + !question.ags.empty() + !question.area.empty();
    const auto ars = places == 0 && service != nullptr ? mandant(session, "ars") : question.ars;
    if (leika.empty() || places > 1 || (places == 0 && ars.empty())) {
        throw Error(ErrorKind::usage, "ANB-F326");
    }
    AskedRoute asked;
    asked.leika = fitconnect::LeikaKey::parse(leika);
    asked.expectation.leika = asked.leika;
    if (!ars.empty()) {
        asked.expectation.ars = fitconnect::Ars::parse(ars);
        asked.place.ars = asked.expectation.ars->str();
    }
    if (!question.ags.empty()) {
        asked.place.ags = fitconnect::parse_ags(question.ags);
    }
    const auto* known = service != nullptr ? service : service_with(session, asked.leika);
    if (known != nullptr) {
        asked.own = destination_of(session, *known);
        if (asked.own) {
            demand_own(session, *asked.own);
        }
    }
    if (!question.area.empty()) {
        asked.place.area_id = fitconnect::find_area(api, question.area).id;
    }
    return asked;
}

fitconnect::SchemaVersions schema_versions()
{
    const auto file = config::config_folder() / "schema-versions.json";
    if (!base::is_there(file)) {
        return fitconnect::SchemaVersions::shipped();
    }
    const auto bytes = base::read_file(file, k_max_versions);
    return fitconnect::SchemaVersions::parse(base::as_text(bytes), file.string());
}

fitconnect::KeyRules key_rules(const Session& session, base::UtcTime at)
{
    fitconnect::KeyRules rules;
    rules.production = !session.environment.allows_self_signed();
    rules.at = at;
    if (const auto trust = session.configuration.get(session.environment.name, "trust")) {
        rules.anchors =
            pki::load_certificates(base::read_file(trust->value, k_max_anchors), trust->value);
    }
    return rules;
}

} // namespace anb::cli_net
