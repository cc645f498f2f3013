// SPDX-License-Identifier: EUPL-1.2
#include "fitconnect/schema_versions.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "fitconnect/detail/shipped_schema_versions.hpp"
#include "json/json.hpp"

#include <algorithm>
#include <charconv>

namespace anb::fitconnect {

namespace {

using base::Error;
using base::ErrorKind;

std::string_view last_name(std::string_view standard)
{
    return standard.substr(standard.rfind(':') + 1);
}

} // namespace

std::vector<int> version_parts(std::string_view text)
{
    std::vector<int> parts;
    for (const auto piece : base::split(text, '.')) {
        int number = 0;
        const auto [end, error] =
            std::from_chars(piece.data(), piece.data() + piece.size(), number);
        if (piece.empty() || error != std::errc() || end != piece.data() + piece.size() ||
            number < 0) {
            return {};
        }
        parts.push_back(number);
    }
    return parts;
}

std::string SchemaName::uri() const
{
    return standard + "_" + version + (message.empty() ? "" : "#" + message);
}

std::string SchemaName::brief() const
{
    return std::string(last_name(standard)) + "_" + version;
}

bool SchemaName::older_than(const SchemaName& other) const
{
    return standard == other.standard && version_parts(version) < version_parts(other.version);
}

std::optional<SchemaName> parse_schema_uri(std::string_view uri)
{
    const auto hash = uri.find('#');
    const auto name = uri.substr(0, hash);
    const auto underscore = name.rfind('_');
    if (!name.starts_with("urn:") || underscore == std::string_view::npos ||
        last_name(name.substr(0, underscore)).empty() ||
        version_parts(name.substr(underscore + 1)).empty()) {
        return std::nullopt;
    }
    return SchemaName{
        std::string(name.substr(0, underscore)), std::string(name.substr(underscore + 1)),
        hash == std::string_view::npos ? std::string() : std::string(uri.substr(hash + 1))};
}

SchemaName resolve_schema(std::string_view text, const std::vector<std::string>& uris_at_hand,
                          const SchemaVersions& known)
{
    if (const auto whole = parse_schema_uri(text)) {
        return *whole;
    }
    std::vector<std::string> standards;
    for (const auto& uri : uris_at_hand) {
        if (const auto schema = parse_schema_uri(uri)) {
            standards.push_back(schema->standard);
        }
    }
    for (const auto& version : known.all()) {
        standards.push_back(version.schema.standard);
    }
    const auto underscore = text.rfind('_');
    const auto name = text.substr(0, underscore);
    const auto found =
        std::find_if(standards.begin(), standards.end(), [&](const std::string& standard) {
            return !name.empty() && last_name(standard) == name;
        });
    if (underscore == std::string_view::npos || found == standards.end() ||
        version_parts(text.substr(underscore + 1)).empty()) {
        throw Error(ErrorKind::usage, "ANB-F225", {{"value", std::string(text)}});
    }
    return {*found, std::string(text.substr(underscore + 1)), {}};
}

SchemaVersions SchemaVersions::shipped()
{
    return parse(detail::k_shipped_schema_versions, "schema-versions.json");
}

SchemaVersions SchemaVersions::parse(std::string_view text, std::string_view origin)
{
    const auto document = json::parse(text, origin);
    const json::Reader reader(document, std::string(origin));
    SchemaVersions versions;
    for (const auto& standard : reader.at("standards").elements()) {
        for (const auto& entry : standard.at("versions").elements()) {
            KnownVersion known{{standard.string("standard"), entry.string("version"), {}}, {}};
            if (version_parts(known.schema.version).empty()) {
                entry.at("version").fail("2.3.1");
            }
            if (const auto since = entry.find_string("since")) {
                known.since = base::parse_time(*since);
                if (!known.since) {
                    entry.at("since").fail("2026-11-01");
                }
            }
            versions.m_versions.push_back(std::move(known));
        }
    }
    return versions;
}

const KnownVersion* SchemaVersions::find(const SchemaName& schema) const
{
    const auto found =
        std::find_if(m_versions.begin(), m_versions.end(), [&](const KnownVersion& known) {
            return known.schema.standard == schema.standard &&
                   known.schema.version == schema.version;
        });
    return found == m_versions.end() ? nullptr : &*found;
}

const KnownVersion* SchemaVersions::current(const std::string& standard, base::UtcTime at) const
{
    const KnownVersion* newest = nullptr;
    for (const auto& known : m_versions) {
        if (known.schema.standard == standard && known.since && *known.since <= at &&
            (newest == nullptr || newest->schema.older_than(known.schema))) {
            newest = &known;
        }
    }
    return newest;
}

void require_known(const SchemaName& schema, const SchemaVersions& known, base::UtcTime at)
{
    const auto* version = known.find(schema);
    if (version == nullptr) {
        std::vector<std::string> names;
        for (const auto& each : known.all()) {
            if (each.schema.standard == schema.standard) {
                names.push_back(each.schema.version);
            }
        }
        throw Error(
            ErrorKind::usage, "ANB-F226",
            {{"value", schema.uri()}, {"list", names.empty() ? "-" : base::join(names, ", ")}});
    }
    if (version->since && *version->since > at) {
        throw Error(ErrorKind::usage, "ANB-F227",
                    {{"value", schema.uri()}, {"date", base::format_date(*version->since)}});
    }
}

base::UtcTime next_xoev_date(base::UtcTime at)
{
    using namespace std::chrono;
    const year_month_day today(floor<days>(at));
    for (const auto& date : {year_month_day(today.year(), May, day(1)),
                             year_month_day(today.year(), November, day(1))}) {
        if (const base::UtcTime start = sys_days(date); start > at) {
            return start;
        }
    }
    return base::UtcTime(sys_days(year_month_day(today.year() + years(1), May, day(1))));
}

} // namespace anb::fitconnect
