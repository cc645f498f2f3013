// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/sending.hpp"

#include "base/text.hpp"

namespace anb::testantrag {

namespace {

bool begins(const std::string& number, std::string_view id)
{
    return base::to_lower_ascii(number).starts_with(base::to_lower_ascii(id));
}

/// The first line says it; journals of FIT-Connect do not name a way.
bool is_osci(const base::fs::path& folder)
{
    bool first = true;
    bool osci = false;
    const auto look = [&](const json::Reader& line) {
        const auto plan = first ? line.find("plan") : std::nullopt;
        osci = osci || (plan && plan->find_string("via") == "osci");
        first = false;
    };
    read_journal(folder, look);
    return osci;
}

} // namespace

const base::fs::path& Sending::folder() const
{
    return std::visit(
        [](const auto& entry) -> const auto& { return entry.folder; }, m_entry);
}

const PlanHead& Sending::plan() const
{
    return std::visit([](const auto& entry) -> const PlanHead& { return entry.plan; }, m_entry);
}

const StandingHead& Sending::standing() const
{
    return std::visit([](const auto& entry) -> const StandingHead& { return entry.standing; },
                      m_entry);
}

std::string_view Sending::step() const
{
    return std::visit([](const auto& entry) { return name(entry.standing.step); }, m_entry);
}

const std::string& Sending::id() const
{
    return std::visit([](const auto& entry) -> const std::string& { return entry.id(); }, m_entry);
}

std::string Sending::brief() const
{
    return std::visit([](const auto& entry) { return std::string(entry.brief()); }, m_entry);
}

bool Sending::maybe_submitted() const
{
    return std::visit([](const auto& entry) { return entry.standing.maybe_submitted(); }, m_entry);
}

bool Sending::is_over() const
{
    return std::visit(
        [](const auto& entry) {
            const auto step = entry.standing.step;
            using Steps = decltype(step);
            return step == Steps::finished || step == Steps::discarded;
        },
        m_entry);
}

bool Sending::is_named(std::string_view id) const
{
    if (begins(plan().local_id, id)) {
        return true;
    }
    if (const auto* entry = fitconnect()) {
        return begins(entry->standing.submission.str(), id) ||
               begins(entry->standing.case_id.str(), id);
    }
    return begins(osci()->plan.message_id, id);
}

bool Sending::is_for(std::string_view target, std::string_view service) const
{
    if (const auto* entry = fitconnect()) {
        return entry->plan.destination.str() == target && entry->plan.service.identifier == service;
    }
    return osci()->plan.target() == target && osci()->plan.service == service;
}

std::optional<Sending> read_sending(const base::fs::path& folder)
{
    if (is_osci(folder)) {
        auto entry = read_osci_entry(folder);
        return entry ? std::optional<Sending>(std::move(*entry)) : std::nullopt;
    }
    auto entry = read_entry(folder);
    return entry ? std::optional<Sending>(std::move(*entry)) : std::nullopt;
}

} // namespace anb::testantrag
