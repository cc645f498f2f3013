// A sending of either way, as its journal tells it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "testantrag/fitconnect/journal.hpp"
#include "testantrag/osci/journal.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace anb::testantrag {

class Sending {
public:
    Sending(Entry entry) : m_entry(std::move(entry)) {}
    Sending(OsciEntry entry) : m_entry(std::move(entry)) {}

    /// Null for the other way.
    const Entry* fitconnect() const { return std::get_if<Entry>(&m_entry); }
    const OsciEntry* osci() const { return std::get_if<OsciEntry>(&m_entry); }

    const base::fs::path& folder() const;
    const PlanHead& plan() const;
    const StandingHead& standing() const;
    std::string_view step() const;
    /// The number that the service gave it, or the local one.
    const std::string& id() const;
    /// What people type to name it.
    std::string brief() const;
    /// The receiver may have it: it can no longer be discarded.
    bool maybe_submitted() const;
    /// Nothing more happens: finished or discarded.
    bool is_over() const;
    /// One of its numbers is `id` or begins with it; case does not count.
    bool is_named(std::string_view id) const;
    /// It goes to this Zustellpunkt, organisation or postbox for this service.
    bool is_for(std::string_view target, std::string_view service) const;

private:
    std::variant<Entry, OsciEntry> m_entry;
};

/// Reads the journal of either way without locking it. @throws as read_entry()
std::optional<Sending> read_sending(const base::fs::path& folder);

} // namespace anb::testantrag
