// Behördenschlüssel: "soa:05999000" (dvdv.md §7). SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace anb::dvdv {

/// A prefix of the official code list and the category of the organisations that have it.
struct Prefix {
    std::string_view prefix, category;
};

/// The code list, in its order. Letters and case count: "töj" and "MELDID" are among them.
std::span<const Prefix> prefixes();

/// Version of the list that prefixes() holds.
inline constexpr std::string_view k_prefix_list_version = "51";

/// What stands behind the prefix is a matter of the body that assigns the keys and not judged,
/// except that `ags:` wants a municipality key.
class OrganizationKey {
public:
    /// @throws Error{usage} ANB-D301 no prefix, or an AGS or ARS without one; ANB-D302 {prefix} not
    ///         in the code list, {near} is the nearest; ANB-D303 {reason}: length, blanks, control
    ///         characters, combining characters (only precomposed ones are taken); ANB-D304 an ARS
    ///         with 12 digits behind `ags:`, {ags} is the AGS in it
    static OrganizationKey parse(std::string_view text);

    const std::string& str() const { return m_text; }
    std::string_view prefix() const { return std::string_view(m_text).substr(0, m_colon); }
    /// Category of the code list for this prefix.
    std::string_view category() const;

private:
    std::string m_text;
    std::size_t m_colon = 0;
};

/// The municipality key (AGS, 8 digits) in a regional key (ARS, 12 digits): its first five and its
/// last three digits.
std::string ags_of(std::string_view ars);

} // namespace anb::dvdv
