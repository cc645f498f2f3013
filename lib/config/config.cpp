// SPDX-License-Identifier: EUPL-1.2

#include "config/config.hpp"

#include "base/text.hpp"
#include "base/walk.hpp"
#include "config/detail/layers.hpp"
#include "config/detail/shape.hpp"

#include <algorithm>

namespace anb::config {

namespace fs = std::filesystem;

using base::Error;
using base::ErrorKind;

namespace {

const fs::path k_system_folder = "/etc/anbindung";

fs::path profile_file(const std::string& profile)
{
    const bool is_path = profile.find('/') != std::string::npos || profile.ends_with(".toml");
    return is_path ? fs::path(profile) : config_folder() / (profile + ".toml");
}

void demand(const fs::path& file, const std::string& name)
{
    if (!base::is_there(file)) {
        throw Error(ErrorKind::configuration, "ANB-G404",
                    {{"name", name}, {"file", file.string()}});
    }
}

/// The file that was named, which must exist, or the existing ones of the usual places; the
/// user's first.
std::vector<fs::path> files(const std::string& named, const char* usual_name)
{
    if (!named.empty()) {
        demand(named, named);
        return {named};
    }
    std::vector<fs::path> found;
    for (const auto& folder : {config_folder(), k_system_folder}) {
        if (base::is_there(folder / usual_name)) {
            found.push_back(folder / usual_name);
        }
    }
    return found;
}

std::vector<detail::Entry> read(const fs::path& file, const std::vector<detail::Shape>& shape)
{
    auto entries = detail::read_toml(file);
    detail::check(entries, shape);
    return entries;
}

std::optional<Setting> find(const Settings& settings, std::string_view key)
{
    const auto found = settings.find(key);
    return found == settings.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

Configuration Configuration::load(const Places& places)
{
    Configuration result;
    result.m_variables = detail::from_variables();
    if (!places.profile.empty()) {
        const auto file = profile_file(places.profile);
        demand(file, places.profile);
        auto profile = detail::to_profile(read(file, detail::profile_shape()));
        result.m_profile_name = file.stem().string();
        result.m_profile_env = std::move(profile.environments);
        result.m_mandant = std::move(profile.mandant);
        result.m_general = std::move(profile.general);
        result.m_leistungen = std::move(profile.leistungen);
    }
    for (const auto& file : files(places.config_file, "config.toml")) {
        detail::add_below(result.m_general, detail::to_general(read(file, detail::config_shape())));
    }
    for (const auto& file : files(places.environments_file, "environments.toml")) {
        for (const auto& [name, settings] :
             detail::to_environments(read(file, detail::environments_shape()))) {
            detail::add_below(result.m_environments[name], settings);
        }
    }
    return result;
}

std::optional<Setting> Configuration::get(std::string_view env, std::string_view key) const
{
    if (const auto setting = find(m_variables, key)) {
        return setting;
    }
    for (const auto* layer : {&m_profile_env, &m_environments}) {
        const auto table = layer->find(env);
        if (table != layer->end()) {
            if (auto setting = find(table->second, key)) {
                return setting;
            }
        }
    }
    return std::nullopt;
}

std::optional<Setting> Configuration::mandant(std::string_view key) const
{
    return find(m_mandant, key);
}

std::optional<Setting> Configuration::general(std::string_view key) const
{
    if (const auto setting = find(m_variables, key)) {
        return setting;
    }
    return find(m_general, key);
}

const Leistung& Configuration::leistung(std::string_view name) const
{
    const auto found = std::ranges::find(m_leistungen, name, &Leistung::name);
    if (found == m_leistungen.end()) {
        std::vector<std::string> names;
        for (const auto& leistung : m_leistungen) {
            names.push_back(leistung.name);
        }
        throw Error(
            ErrorKind::configuration, "ANB-G405",
            {{"name", std::string(name)}, {"list", names.empty() ? "–" : base::join(names, ", ")}});
    }
    return *found;
}

std::vector<std::string> Configuration::environments() const
{
    std::vector<std::string> names;
    for (const auto& [name, settings] : m_profile_env) {
        names.push_back(name);
    }
    return names;
}

std::vector<std::pair<std::string, Setting>> Configuration::effective() const
{
    std::map<std::string, Setting> all;
    const auto add = [&](const std::string& prefix, const Settings& settings) {
        for (const auto& [key, setting] : settings) {
            all.insert({prefix + key, setting});
        }
    };
    add("", m_variables);
    add("", m_general);
    add("mandant.", m_mandant);
    for (const auto* layer : {&m_profile_env, &m_environments}) {
        for (const auto& [name, settings] : *layer) {
            add("env." + name + ".", settings);
        }
    }
    for (const auto& leistung : m_leistungen) {
        const auto prefix = "leistung." + leistung.name + ".";
        for (const auto& [key, member] : detail::leistung_members()) {
            if (const auto& value = leistung.*member; !value.empty()) {
                all.insert({prefix + std::string(key), {value, leistung.source}});
            }
        }
    }
    return {all.begin(), all.end()};
}

} // namespace anb::config
