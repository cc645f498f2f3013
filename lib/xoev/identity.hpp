// Which standard, and which version of it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/time.hpp"
#include "xml/schema_set.hpp"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace anb::xoev {

/// What a generated XÖV schema says about itself in xs:appinfo (xsozial.md §2.1).
struct Identity {
    std::string urn;     ///< kennung: "urn:xoev-de:d-nrw:standard:xsozialbasis"
    std::string version; ///< "2.5.0"
    std::string name;    ///< nameKurz: "XSozial-basis"

    /// The schemaUri of a Zustellpunkt: urn + "_" + version.
    std::string version_urn() const { return urn + "_" + version; }
    bool operator==(const Identity&) const = default;
};

/// Nothing when the block is missing or incomplete.
std::optional<Identity> read_identity(const xml::SchemaFile& file);

/// Takes "urn:…:xsozialbasis_2.5.0" apart, also with "#message" behind it; `name` stays empty.
std::optional<Identity> parse_version_urn(std::string_view urn);

/// Part by part as numbers; what is no number is compared as text. "2.10" is above "2.9".
std::strong_ordering compare_versions(std::string_view left, std::string_view right);

/// The last day on or before `at` on which new versions take effect as a rule: 1 May or 1 November
/// (Anbindungsleitfaden 2.3).
base::UtcTime last_change_day(base::UtcTime at);

} // namespace anb::xoev
