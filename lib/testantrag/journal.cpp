// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/journal.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "crypto/random.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace anb::testantrag {

namespace {

constexpr std::string_view k_lock = "lock";
constexpr std::uint64_t k_max_journal = 4ULL * 1024 * 1024;
constexpr std::array<std::pair<Step, std::string_view>, 11> k_steps{{
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

base::fs::path journal_file(const base::fs::path& folder)
{
    return folder / "journal.jsonl";
}

[[noreturn]] void fail_io(const base::fs::path& path)
{
    throw base::Error(base::ErrorKind::io, "ANB-G206",
                      {{"file", path.string()}, {"reason", std::strerror(errno)}});
}

[[noreturn]] void fail_damaged(const base::fs::path& file, std::size_t line,
                               const std::string& detail)
{
    throw base::Error(base::ErrorKind::input, "ANB-S304",
                      {{"file", file.string()}, {"line", std::to_string(line)}}, detail);
}

Step parse_step(const json::Reader& line)
{
    const auto text = line.string("step");
    const auto found = std::find_if(k_steps.begin(), k_steps.end(),
                                    [&](const auto& step) { return step.second == text; });
    if (found == k_steps.end()) {
        line.at("step").fail("step");
    }
    return found->first;
}

base::UtcTime parse_at(const json::Reader& line)
{
    const auto at = base::parse_time(line.string("at"));
    if (!at) {
        line.at("at").fail("RFC 3339");
    }
    return *at;
}

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
    const auto step = parse_step(line);
    const auto at = parse_at(line);
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

/// The complete lines; what a crash left of a last one is cut off.
/// @param keep  how many bytes of the file are good
std::vector<std::string> good_lines(const base::fs::path& file, std::size_t& keep)
{
    const auto bytes = base::read_file(file.string(), k_max_journal);
    const auto text = base::as_text(bytes);
    std::vector<std::string> lines;
    keep = 0;
    for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', keep)) {
        lines.emplace_back(text.substr(keep, end - keep));
        keep = end + 1;
    }
    return lines;
}

std::optional<Entry> read_lines(const base::fs::path& folder, std::size_t& keep)
{
    const auto file = journal_file(folder);
    Entry entry{.folder = folder, .plan = {}, .standing = {}};
    const auto lines = good_lines(file, keep);
    for (std::size_t number = 1; number <= lines.size(); ++number) {
        try {
            const auto value = json::parse(lines[number - 1], file.string());
            apply(json::Reader(value, file.string()), entry);
        } catch (const base::Error& error) {
            if (number < lines.size()) {
                fail_damaged(file, number, error.what());
            }
            keep -= lines.back().size() + 1;
        }
    }
    return keep == 0 ? std::nullopt : std::optional(std::move(entry));
}

bool file_exists(const base::fs::path& path)
{
    std::error_code ignored;
    return base::fs::exists(path, ignored);
}

int take_lock(const base::fs::path& folder)
{
    const auto path = folder / k_lock;
    const auto descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        fail_io(path);
    }
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const auto taken = errno == EWOULDBLOCK;
        ::close(descriptor);
        if (taken) {
            throw base::Error(base::ErrorKind::try_later, "ANB-S303",
                              {{"id", folder.filename().string()}});
        }
        fail_io(path);
    }
    return descriptor;
}

/// Everything in a folder but the journal itself, what a killed process left half done included.
std::vector<std::string> files_beside(const base::fs::path& folder)
{
    std::vector<std::string> files;
    for (const auto& entry : base::fs::directory_iterator(folder)) {
        const auto name = entry.path().filename();
        if (name != journal_file(folder).filename() && name != k_lock) {
            files.push_back(name.string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

void write_all(int descriptor, std::string_view text, const base::fs::path& path)
{
    while (!text.empty()) {
        const auto count = ::write(descriptor, text.data(), text.size());
        if (count < 0 && errno != EINTR) {
            fail_io(path);
        }
        text.remove_prefix(count < 0 ? 0 : static_cast<std::size_t>(count));
    }
}

} // namespace

std::string_view name(Step step)
{
    return std::find_if(k_steps.begin(), k_steps.end(),
                        [&](const auto& entry) { return entry.first == step; })
        ->second;
}

const std::string& Entry::id() const
{
    return standing.submission.empty() ? plan.local_id : standing.submission.str();
}

std::optional<Entry> read_entry(const base::fs::path& folder)
{
    if (!file_exists(journal_file(folder))) {
        return std::nullopt;
    }
    std::size_t keep = 0;
    return read_lines(folder, keep);
}

Journal::Journal(base::fs::path folder, Clock clock)
    : m_entry{.folder = std::move(folder), .plan = {}, .standing = {}}, m_clock(std::move(clock)),
      m_lock(take_lock(m_entry.folder))
{
}

Journal::Journal(Journal&& other) noexcept
    : m_entry(std::move(other.m_entry)), m_clock(std::move(other.m_clock)),
      m_lock(std::exchange(other.m_lock, -1)), m_prepared(std::exchange(other.m_prepared, true))
{
}

Journal::~Journal()
{
    if (m_lock < 0) {
        return;
    }
    if (!m_prepared) {
        std::error_code ignored;
        base::fs::remove_all(m_entry.folder, ignored);
    }
    ::close(m_lock);
}

Journal Journal::begin(const base::fs::path& shelf, Clock clock)
{
    const auto folder = shelf / crypto::random_uuid();
    base::make_folder(folder);
    return Journal(folder, std::move(clock));
}

Journal Journal::open(const base::fs::path& folder, Clock clock)
{
    Journal journal(folder, std::move(clock));
    journal.m_prepared = true;
    std::size_t keep = 0;
    auto entry = file_exists(journal_file(folder)) ? read_lines(folder, keep) : std::nullopt;
    if (!entry) {
        throw base::Error(base::ErrorKind::missing, "ANB-S301",
                          {{"id", folder.filename().string()}});
    }
    if (::truncate(journal_file(folder).c_str(), static_cast<off_t>(keep)) != 0) {
        fail_io(journal_file(folder));
    }
    journal.m_entry = std::move(*entry);
    return journal;
}

void Journal::append(json::Value line)
{
    const auto file = journal_file(folder());
    const auto descriptor = ::open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        fail_io(file);
    }
    try {
        write_all(descriptor, json::dump(line) + "\n", file);
        if (::fsync(descriptor) != 0) {
            fail_io(file);
        }
    } catch (...) {
        ::close(descriptor);
        throw;
    }
    ::close(descriptor);
    base::sync_folder(folder());
    apply(json::Reader(line, file.string()), m_entry);
}

void Journal::prepared(Plan plan)
{
    plan.local_id = folder().filename().string();
    append({{"step", "prepared"}, {"at", base::format_time(now())}, {"plan", to_json(plan)}});
    m_prepared = true;
}

void Journal::creating()
{
    append({{"step", "creating"}, {"at", base::format_time(now())}});
}

void Journal::refused()
{
    append({{"step", "prepared"}, {"at", base::format_time(now())}, {"refused", true}});
}

void Journal::created(const fitconnect::Created& created)
{
    append({{"step", "created"},
            {"at", base::format_time(now())},
            {"submission_id", created.submission.str()},
            {"case_id", created.case_id.str()}});
}

void Journal::encrypted(const fitconnect::AttachmentId& attachment, const EncryptedPart& part)
{
    append({{"step", "encrypted"},
            {"at", base::format_time(now())},
            {"attachment_id", attachment.str()},
            {"part", to_json(part)}});
}

void Journal::sealed(const EncryptedPart& metadata)
{
    append({{"step", "sealed"}, {"at", base::format_time(now())}, {"part", to_json(metadata)}});
}

void Journal::stored(const fitconnect::AttachmentId& attachment)
{
    append({{"step", "stored"},
            {"at", base::format_time(now())},
            {"attachment_id", attachment.str()}});
}

void Journal::submitting()
{
    append({{"step", "submitting"}, {"at", base::format_time(now())}});
}

void Journal::submitted()
{
    append({{"step", "submitted"}, {"at", base::format_time(now())}});
}

void Journal::finished(std::string_view outcome, base::UtcTime at)
{
    append({{"step", "finished"},
            {"at", base::format_time(now())},
            {"outcome", outcome},
            {"decided_at", base::format_time(at)}});
}

void Journal::discarded()
{
    append({{"step", "discarded"}, {"at", base::format_time(now())}});
}

void Journal::purge()
{
    auto removed = json::Value::array();
    for (const auto& file : files_beside(folder())) {
        if (::unlink((folder() / file).c_str()) != 0) {
            fail_io(folder() / file);
        }
        removed.push_back(file);
    }
    base::sync_folder(folder());
    append({{"step", "purged"}, {"at", base::format_time(now())}, {"files", removed}});
}

} // namespace anb::testantrag
