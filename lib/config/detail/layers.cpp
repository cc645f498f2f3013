// SPDX-License-Identifier: EUPL-1.2

#include "config/detail/layers.hpp"

#include "base/bytes.hpp"
#include "base/text.hpp"
#include "config/detail/shape.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace anb::config::detail {

namespace {

constexpr std::size_t k_leika_digits = 14;
constexpr std::size_t k_ars_digits = 12;

bool names_a_file(std::string_view key)
{
    return key == "keys" || key == "trust" || key.ends_with("_file") || key.ends_with("_p12") ||
           key.find("_certificate") != std::string_view::npos;
}

void demand_fingerprints(const Entry& entry)
{
    constexpr std::size_t k_sha256_bytes = 32;
    for (const auto part : base::split(entry.value, ',')) {
        const auto bytes = base::from_hex(base::trim(part));
        if (!bytes || bytes->size() != k_sha256_bytes) {
            refuse_value(entry, "SHA-256, 64 × 0-9 a-f");
        }
    }
}

Setting to_setting(const Entry& entry)
{
    if (entry.key() == "trust_sha256") {
        demand_fingerprints(entry);
    }
    if (entry.key() == "dvdv_access" && entry.value != "standalone" &&
        entry.value != "bundesmaster" && entry.value != "intern") {
        refuse_value(entry, "standalone, bundesmaster, intern");
    }
    if (entry.key() == "osci_network" && entry.value != "internet" && entry.value != "testa") {
        refuse_value(entry, "internet, testa");
    }
    auto value = entry.value;
    if (names_a_file(entry.key()) && !value.empty()) {
        const auto folder = std::filesystem::absolute(entry.file).parent_path();
        value = (folder / value).lexically_normal().string();
    }
    return {value, entry.source()};
}

void demand_digits(const Entry& entry, std::size_t count)
{
    const bool digits =
        std::ranges::all_of(entry.value, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || entry.value.size() != count) {
        refuse_value(entry, std::to_string(count) + " × 0-9");
    }
}

void demand_environment(const Entry& entry)
{
    if (entry.value != "test" && entry.value != "stage" && entry.value != "prod") {
        refuse_value(entry, "test, stage, prod");
    }
}

void set(Leistung& leistung, const Entry& entry)
{
    if (entry.key() == "leika") {
        demand_digits(entry, k_leika_digits);
    }
    for (const auto& [key, member] : leistung_members()) {
        if (key == entry.key()) {
            leistung.*member = to_setting(entry).value;
        }
    }
}

Leistung& leistung_of(Profile& profile, const std::string& name)
{
    auto found = std::ranges::find(profile.leistungen, name, &Leistung::name);
    if (found == profile.leistungen.end()) {
        found = profile.leistungen.insert(found, Leistung{});
        found->name = name;
    }
    return *found;
}

void set_general(Settings& settings, const Entry& entry)
{
    if (entry.key() == "env") {
        demand_environment(entry);
    }
    settings[entry.key()] = to_setting(entry);
}

} // namespace

std::span<const std::pair<std::string_view, std::string Leistung::*>> leistung_members()
{
    static constexpr std::pair<std::string_view, std::string Leistung::*> k_members[] = {
        {"leika", &Leistung::leika},
        {"schema_uri", &Leistung::schema_uri},
        {"destination_test", &Leistung::destination_test},
        {"destination_stage", &Leistung::destination_stage},
        {"destination_prod", &Leistung::destination_prod},
        {"dvdv_uri", &Leistung::dvdv_uri},
        {"recipient_certificate_test", &Leistung::recipient_certificate_test},
        {"recipient_certificate_stage", &Leistung::recipient_certificate_stage},
        {"recipient_certificate_prod", &Leistung::recipient_certificate_prod},
    };
    return k_members;
}

Profile to_profile(std::span<const Entry> entries)
{
    Profile profile;
    for (const auto& entry : entries) {
        const auto& path = entry.path;
        if (entry.kind == Kind::table) {
            if (path.size() == 2 && path[0] == "env") {
                profile.environments[path[1]];
            } else if (path.size() == 2) {
                leistung_of(profile, path[1]).source = entry.source();
            }
        } else if (path.size() == 1) {
            set_general(profile.general, entry);
        } else if (path[0] == "mandant") {
            if (entry.key() == "ars") {
                demand_digits(entry, k_ars_digits);
            }
            profile.mandant[entry.key()] = to_setting(entry);
        } else if (path[0] == "env") {
            profile.environments[path[1]][entry.key()] = to_setting(entry);
        } else {
            set(leistung_of(profile, path[1]), entry);
        }
    }
    return profile;
}

Settings to_general(std::span<const Entry> entries)
{
    Settings settings;
    for (const auto& entry : entries) {
        set_general(settings, entry);
    }
    return settings;
}

std::map<std::string, Settings, std::less<>> to_environments(std::span<const Entry> entries)
{
    std::map<std::string, Settings, std::less<>> environments;
    for (const auto& entry : entries) {
        if (entry.kind != Kind::table) {
            environments[entry.path[0]][entry.key()] = to_setting(entry);
        }
    }
    return environments;
}

void add_below(Settings& settings, const Settings& lower)
{
    settings.insert(lower.begin(), lower.end());
}

Settings from_variables()
{
    Settings settings;
    const auto take = [&](const char* variable, const char* key) {
        const auto* value = std::getenv(variable);
        if (value != nullptr && *value != '\0') {
            settings[key] = {value, variable};
        }
    };
    take("ANB_CA_FILE", "ca_file");
    take("ANB_CLIENT_SECRET_FILE", "fitconnect_secret_file");
    return settings;
}

} // namespace anb::config::detail
