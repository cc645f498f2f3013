// SPDX-License-Identifier: EUPL-1.2

#include "config/watch.hpp"

#include "config/detail/shape.hpp"
#include "config/detail/toml_file.hpp"

#include <algorithm>

namespace anb::config {

namespace {

using detail::Entry;
using Kind = Watched::Kind;

constexpr std::string_view k_file_keys[] = {"path", "label", "env", "for", "password_file"};
constexpr std::string_view k_dvdv_keys[] = {"profile", "service", "label", "env"};
constexpr std::string_view k_destination_keys[] = {"id", "profile", "label", "env"};
constexpr std::string_view k_uses[] = {"fitconnect", "fitconnect-enc", "fitconnect-sig", "osci",
                                       "osci-enc",   "osci-sig",       "dvdv-client",    "tls"};

const std::vector<detail::Shape>& shape()
{
    static const std::vector<detail::Shape> k_shape{{{"datei", "*"}, k_file_keys},
                                                    {{"dvdv", "*"}, k_dvdv_keys},
                                                    {{"zustellpunkt", "*"}, k_destination_keys}};
    return k_shape;
}

std::string absolute(const Entry& entry)
{
    const auto folder = std::filesystem::absolute(entry.file).parent_path();
    return (folder / entry.value).lexically_normal().string();
}

void demand(const Entry& entry, std::span<const std::string_view> values, std::string_view shown)
{
    if (std::ranges::find(values, entry.value) == values.end()) {
        detail::refuse_value(entry, shown);
    }
}

void set(Watched& watched, const Entry& entry)
{
    constexpr std::string_view k_environments[] = {"test", "stage", "prod"};
    const auto& key = entry.key();
    if (key == "label") {
        watched.label = entry.value;
    } else if (key == "env") {
        demand(entry, k_environments, "test, stage, prod");
        watched.env = entry.value;
    } else if (key == "for") {
        demand(entry, k_uses,
               "fitconnect, fitconnect-enc, fitconnect-sig, osci, osci-enc, osci-sig, dvdv-client, "
               "tls");
        watched.use = entry.value;
    } else if (key == "path") {
        watched.path = absolute(entry);
    } else if (key == "password_file") {
        watched.password_file = absolute(entry);
    } else if (key == "profile") {
        const bool is_path =
            entry.value.find('/') != std::string::npos || entry.value.ends_with(".toml");
        watched.profile = is_path ? absolute(entry) : entry.value;
    } else if (key == "service") {
        watched.service = entry.value;
    } else {
        watched.id = entry.value;
    }
}

Watched begin(const Entry& entry)
{
    Watched watched;
    watched.kind = entry.path.front() == "datei"  ? Kind::file
                   : entry.path.front() == "dvdv" ? Kind::dvdv
                                                  : Kind::destination;
    watched.name = watched.label = entry.key();
    watched.source = entry.source();
    return watched;
}

/// Every entry says what it means.
void demand_complete(const Watched& watched, const Entry& table)
{
    const bool complete = watched.kind == Kind::file   ? !watched.path.empty()
                          : watched.kind == Kind::dvdv ? !watched.service.empty()
                                                       : !watched.id.empty();
    if (!complete) {
        detail::refuse_value(table, watched.kind == Kind::file   ? "path = \"…\""
                                    : watched.kind == Kind::dvdv ? "service = \"…\""
                                                                 : "id = \"…\"");
    }
}

} // namespace

std::vector<Watched> load_watched(const std::filesystem::path& file)
{
    const auto entries = detail::read_toml(file);
    detail::check(entries, shape());
    std::vector<Watched> found;
    std::vector<const Entry*> tables;
    for (const auto& entry : entries) {
        if (entry.path.size() == 2) {
            found.push_back(begin(entry));
            tables.push_back(&entry);
        }
    }
    for (const auto& entry : entries) {
        if (entry.path.size() != 3) {
            continue;
        }
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (std::ranges::equal(tables[i]->path, std::span(entry.path).first(2))) {
                set(found[i], entry);
            }
        }
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        demand_complete(found[i], *tables[i]);
    }
    return found;
}

} // namespace anb::config
