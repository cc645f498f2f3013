// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/fitconnect/journal.hpp"

#include <algorithm>

namespace anb::testantrag {

namespace {

constexpr StepNames<Step, 11> k_steps{{
    {Step::prepared, "prepared"},
    {Step::creating, "creating"},
    {Step::created, "created"},
    {Step::encrypted, "encrypted"},
    {Step::stored, "stored"},
    {Step::sealed, "sealed"},
    {Step::submitting, "submitting"},
    {Step::submitted, "submitted"},
    {Step::finished, "finished"},
    {Step::discarded, "discarded"},
    {Step::purged, "purged"},
}};

EncryptedPart& part_of(Plan& plan, const json::Reader& attachment)
{
    const auto id = fitconnect::AttachmentId::parse(attachment.string());
    const auto found = std::find_if(plan.attachments.begin(), plan.attachments.end(),
                                    [&](const EncryptedAttachment& each) { return each.id == id; });
    if (found == plan.attachments.end()) {
        attachment.fail("attachment");
    }
    return found->part;
}

void apply(const json::Reader& line, Entry& entry)
{
    const auto step = parse_step(line, k_steps);
    const auto at = parse_time(line, "at");
    auto& standing = entry.standing;
    if (step == Step::purged) {
        standing.purged_at = at;
        return;
    }
    const auto refused = line.has("refused");
    if (standing.step == Step::creating && !refused && step != Step::created) {
        ++standing.orphans;
    }
    if (step == Step::prepared && !refused) {
        entry.plan = parse_plan(line.at("plan"));
    } else if (step == Step::created) {
        standing.submission = fitconnect::SubmissionId::parse(line.string("submission_id"));
        standing.case_id = fitconnect::CaseId::parse(line.string("case_id"));
    } else if (step == Step::encrypted) {
        part_of(entry.plan, line.at("attachment_id")) = parse_part(line.at("part"));
    } else if (step == Step::sealed) {
        entry.plan.metadata = parse_part(line.at("part"));
    } else if (step == Step::stored) {
        standing.stored.insert(fitconnect::AttachmentId::parse(line.string("attachment_id")));
    } else if (step == Step::submitted) {
        standing.submitted_at = at;
    } else if (step == Step::finished) {
        standing.outcome = line.string("outcome");
    }
    standing.step = step;
    standing.since = at;
}

} // namespace

std::string_view name(Step step)
{
    return name_of(step, k_steps);
}

const std::string& Entry::id() const
{
    return standing.submission.empty() ? plan.local_id : standing.submission.str();
}

std::optional<Entry> read_entry(const base::fs::path& folder)
{
    Entry entry{.folder = folder, .plan = {}, .standing = {}};
    const auto good =
        read_journal(folder, [&](const json::Reader& line) { apply(line, entry); }) > 0;
    return good ? std::optional(std::move(entry)) : std::nullopt;
}

Journal::Journal(JournalFile file, Entry entry) : m_file(std::move(file)), m_entry(std::move(entry))
{
}

Journal Journal::begin(const base::fs::path& shelf, Clock clock)
{
    auto file = JournalFile::begin(shelf, std::move(clock));
    Entry entry{.folder = file.folder(), .plan = {}, .standing = {}};
    return {std::move(file), std::move(entry)};
}

Journal Journal::open(const base::fs::path& folder, Clock clock)
{
    Entry entry{.folder = folder, .plan = {}, .standing = {}};
    auto file = JournalFile::open(folder, std::move(clock),
                                  [&](const json::Reader& line) { apply(line, entry); });
    return {std::move(file), std::move(entry)};
}

void Journal::append(Step step, const json::Value& members)
{
    m_file.append(name(step), members, [&](const json::Reader& line) { apply(line, m_entry); });
}

void Journal::prepared(Plan plan)
{
    plan.local_id = m_file.local_id();
    append(Step::prepared, {{"plan", to_json(plan)}});
}

void Journal::creating()
{
    append(Step::creating);
}

void Journal::refused()
{
    append(Step::prepared, {{"refused", true}});
}

void Journal::created(const fitconnect::Created& created)
{
    append(Step::created,
           {{"submission_id", created.submission.str()}, {"case_id", created.case_id.str()}});
}

void Journal::encrypted(const fitconnect::AttachmentId& attachment, const EncryptedPart& part)
{
    append(Step::encrypted, {{"attachment_id", attachment.str()}, {"part", to_json(part)}});
}

void Journal::sealed(const EncryptedPart& metadata)
{
    append(Step::sealed, {{"part", to_json(metadata)}});
}

void Journal::stored(const fitconnect::AttachmentId& attachment)
{
    append(Step::stored, {{"attachment_id", attachment.str()}});
}

void Journal::submitting()
{
    append(Step::submitting);
}

void Journal::submitted()
{
    append(Step::submitted);
}

void Journal::finished(std::string_view outcome, base::UtcTime at)
{
    append(Step::finished, {{"outcome", outcome}, {"decided_at", base::format_time(at)}});
}

void Journal::discarded()
{
    append(Step::discarded);
}

void Journal::purge()
{
    append(Step::purged, {{"files", m_file.remove_parts()}});
}

} // namespace anb::testantrag
