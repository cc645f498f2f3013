// Identifiers that are easily swapped, each as a type of its own.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace anb::fitconnect {

/// A UUID in lower-case canonical form. Empty when default-constructed.
template <typename Tag>
class Id {
public:
    Id() = default;
    /// @throws Error{usage} ANB-F330 when `text` is no UUID
    static Id parse(std::string_view text);

    const std::string& str() const { return m_text; }
    bool empty() const { return m_text.empty(); }
    /// First eight characters, as people type and read them.
    std::string brief() const { return m_text.substr(0, 8); }
    friend auto operator<=>(const Id&, const Id&) = default;

private:
    std::string m_text;
};

using DestinationId = Id<struct DestinationTag>; ///< Zustellpunkt
using SubmissionId = Id<struct SubmissionTag>;   ///< Einreichung
using CaseId = Id<struct CaseTag>;               ///< Vorgang
using AttachmentId = Id<struct AttachmentTag>;   ///< Anlage

extern template class Id<DestinationTag>;
extern template class Id<SubmissionTag>;
extern template class Id<CaseTag>;
extern template class Id<AttachmentTag>;

/// Amtlicher Regionalschlüssel: 2, 3, 5, 9 or 12 digits (fit-connect.md §7.1).
class Ars {
public:
    /// Also reads the region form "DE…". @throws Error{usage} ANB-F320 for an AGS (8 digits),
    /// ANB-F321 otherwise
    static Ars parse(std::string_view text);
    const std::string& str() const { return m_text; }

private:
    std::string m_text;
};

/// Leistungsschlüssel: 14 digits that begin with 99.
class LeikaKey {
public:
    /// Also reads the URN form. @throws Error{usage} ANB-F322
    static LeikaKey parse(std::string_view text);
    const std::string& str() const { return m_text; }
    /// "urn:de:fim:leika:leistung:" and the key
    std::string urn() const;

private:
    std::string m_text;
};

/// True when the region `offered` ("DE", "DE09") covers the place `ars`: equal or a prefix.
/// "DE000000000000" covers everything, as the test environment takes it (fit-connect.md §3).
bool region_covers(std::string_view offered, const Ars& ars);

} // namespace anb::fitconnect
