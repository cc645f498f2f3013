// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/osci/journal.hpp"

namespace anb::testantrag {

namespace {

constexpr StepNames<OsciStep, 8> k_steps{{
    {OsciStep::number, "number"},
    {OsciStep::prepared, "prepared"},
    {OsciStep::delivering, "delivering"},
    {OsciStep::delivered, "delivered"},
    {OsciStep::card, "card"},
    {OsciStep::finished, "finished"},
    {OsciStep::discarded, "discarded"},
    {OsciStep::purged, "purged"},
}};

OsciMessageFile parse_message(const json::Reader& reader)
{
    const auto size = reader.integer("size");
    if (size < 0) {
        reader.fail("size");
    }
    return {.challenge = reader.string("challenge"),
            .size = static_cast<std::uint64_t>(size),
            .sha256 = reader.string("sha256")};
}

void take_delivered(const json::Reader& line, OsciStanding& standing)
{
    standing.delivered_at = parse_time(line, "at");
    standing.delivered_before = line.at("before").boolean();
    standing.remarks.clear();
    for (const auto& remark : line.at("feedback").elements()) {
        standing.remarks.push_back({remark.string("code"), remark.string("text")});
    }
}

void apply(const json::Reader& line, OsciEntry& entry)
{
    const auto step = parse_step(line, k_steps);
    const auto at = parse_time(line, "at");
    auto& standing = entry.standing;
    switch (step) {
    case OsciStep::purged:
        standing.purged_at = at;
        return;
    case OsciStep::number:
        entry.plan = parse_osci_plan(line.at("plan"));
        break;
    case OsciStep::prepared:
        if (!line.has("refused")) {
            standing.message = parse_message(line.at("message"));
        }
        break;
    case OsciStep::delivered:
        take_delivered(line, standing);
        break;
    case OsciStep::card:
        standing.creation = parse_time(line, "creation");
        break;
    case OsciStep::finished:
        standing.reception = parse_time(line, "reception");
        standing.outcome = line.string("outcome");
        break;
    case OsciStep::delivering:
    case OsciStep::discarded:
        break;
    }
    standing.step = step;
    standing.since = at;
}

OsciEntry empty_entry(const base::fs::path& folder)
{
    return {.folder = folder, .plan = {}, .standing = {}};
}

} // namespace

std::string_view name(OsciStep step)
{
    return name_of(step, k_steps);
}

std::optional<OsciEntry> read_osci_entry(const base::fs::path& folder)
{
    auto entry = empty_entry(folder);
    const auto good =
        read_journal(folder, [&](const json::Reader& line) { apply(line, entry); }) > 0;
    return good ? std::optional(std::move(entry)) : std::nullopt;
}

OsciJournal::OsciJournal(JournalFile file, OsciEntry entry)
    : m_file(std::move(file)), m_entry(std::move(entry))
{
}

OsciJournal OsciJournal::begin(const base::fs::path& shelf, Clock clock)
{
    auto file = JournalFile::begin(shelf, std::move(clock));
    auto entry = empty_entry(file.folder());
    return {std::move(file), std::move(entry)};
}

OsciJournal OsciJournal::open(const base::fs::path& folder, Clock clock)
{
    auto entry = empty_entry(folder);
    auto file = JournalFile::open(folder, std::move(clock),
                                  [&](const json::Reader& line) { apply(line, entry); });
    return {std::move(file), std::move(entry)};
}

void OsciJournal::append(OsciStep step, const json::Value& members)
{
    m_file.append(name(step), members, [&](const json::Reader& line) { apply(line, m_entry); });
}

void OsciJournal::number(OsciPlan plan)
{
    plan.local_id = m_file.local_id();
    append(OsciStep::number, {{"plan", to_json(plan)}});
}

void OsciJournal::prepared(const OsciMessageFile& message)
{
    append(
        OsciStep::prepared,
        {{"message",
          {{"challenge", message.challenge}, {"size", message.size}, {"sha256", message.sha256}}}});
}

void OsciJournal::delivering()
{
    append(OsciStep::delivering);
}

void OsciJournal::refused(std::string_view code)
{
    append(OsciStep::prepared, {{"refused", code}});
}

void OsciJournal::delivered(const std::vector<OsciRemark>& remarks, bool before)
{
    auto feedback = json::Value::array();
    for (const auto& remark : remarks) {
        feedback.push_back({{"code", remark.code}, {"text", remark.text}});
    }
    append(OsciStep::delivered, {{"feedback", feedback}, {"before", before}});
}

void OsciJournal::card(base::UtcTime creation)
{
    append(OsciStep::card, {{"creation", base::format_time(creation)}});
}

void OsciJournal::finished(base::UtcTime reception)
{
    append(OsciStep::finished,
           {{"outcome", "fetched"}, {"reception", base::format_time(reception)}});
}

void OsciJournal::discarded()
{
    append(OsciStep::discarded);
}

void OsciJournal::purge()
{
    append(OsciStep::purged, {{"files", m_file.remove_parts()}});
}

} // namespace anb::testantrag
