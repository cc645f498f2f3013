// Versions of the standards that Fachdaten follow: what a schemaUri says, and which versions are
// known and in force (user-journeys C4). New versions as a rule come on 1 May and 1 November.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::fitconnect {

/// A version as numbers, "2.3.1"; empty when the text is none.
std::vector<int> version_parts(std::string_view text);

/// "urn:xoev-de:d-nrw:standard:xsozialbasis_2.3.1", also with "#message" behind it.
struct SchemaName {
    std::string standard; ///< "urn:xoev-de:d-nrw:standard:xsozialbasis"
    std::string version;  ///< "2.3.1"
    std::string message;  ///< what stands behind "#"; may be empty

    std::string uri() const;
    /// "xsozialbasis_2.3.1"
    std::string brief() const;
    /// True when this is an older version of the same standard.
    bool older_than(const SchemaName& other) const;
};

/// Takes a schemaUri apart; nothing when it is no URN with a version at its end.
std::optional<SchemaName> parse_schema_uri(std::string_view uri);

/// One version of a standard. Without `since` it is known that it exists, not from when on it is in
/// force.
struct KnownVersion {
    SchemaName schema;
    std::optional<base::UtcTime> since;
};

class SchemaVersions {
public:
    /// The list that was shipped (schema-versions.json).
    static SchemaVersions shipped();
    /// @throws Error{input} ANB-G301, ANB-G302
    static SchemaVersions parse(std::string_view text, std::string_view origin);

    const std::vector<KnownVersion>& all() const { return m_versions; }
    /// Null when the version is not known.
    const KnownVersion* find(const SchemaName& schema) const;
    /// The newest version of a standard of which it is known that it is in force on that day.
    const KnownVersion* current(const std::string& standard, base::UtcTime at) const;

private:
    std::vector<KnownVersion> m_versions;
};

/// The URN that a short name such as "xsozialbasis_2.3.1" means, by one of the URNs at hand or by
/// the list of known standards; a URN means itself.
/// @throws Error{usage} ANB-F225 when none of them is of this standard
SchemaName resolve_schema(std::string_view text, const std::vector<std::string>& uris_at_hand,
                          const SchemaVersions& known);

/// A typing error must not switch off a service. @throws Error{usage} ANB-F226 for a version that
/// is not known, ANB-F227 for one that is not in force on that day
void require_known(const SchemaName& schema, const SchemaVersions& known, base::UtcTime at);

/// The next 1 May or 1 November after that day.
base::UtcTime next_xoev_date(base::UtcTime at);

} // namespace anb::fitconnect
