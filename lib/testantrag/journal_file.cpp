// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/journal_file.hpp"

#include "base/error.hpp"
#include "base/walk.hpp"
#include "crypto/random.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace anb::testantrag {

namespace {

constexpr std::string_view k_lock = "lock";
constexpr std::uint64_t k_max_journal = 4ULL * 1024 * 1024;

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

std::size_t read_journal(const base::fs::path& folder, const TakeLine& take)
{
    const auto file = journal_file(folder);
    if (!base::is_there(file)) {
        return 0;
    }
    std::size_t keep = 0;
    const auto lines = good_lines(file, keep);
    for (std::size_t number = 1; number <= lines.size(); ++number) {
        try {
            const auto value = json::parse(lines[number - 1], file.string());
            take(json::Reader(value, file.string()));
        } catch (const base::Error& error) {
            if (number < lines.size()) {
                fail_damaged(file, number, error.what());
            }
            keep -= lines.back().size() + 1;
        }
    }
    return keep;
}

std::string journal_text(const base::fs::path& folder)
{
    try {
        return base::to_text(base::read_file(journal_file(folder).string(), k_max_journal));
    } catch (const base::Error&) {
        return {};
    }
}

base::fs::file_time_type last_written(const base::fs::path& folder)
{
    std::error_code failed;
    return base::fs::last_write_time(journal_file(folder), failed);
}

base::UtcTime parse_time(const json::Reader& line, std::string_view member)
{
    const auto at = base::parse_time(line.string(member));
    if (!at) {
        line.at(member).fail("RFC 3339");
    }
    return *at;
}

JournalFile::JournalFile(base::fs::path folder, Clock clock)
    : m_folder(std::move(folder)), m_clock(std::move(clock)), m_lock(take_lock(m_folder))
{
}

JournalFile::JournalFile(JournalFile&& other) noexcept
    : m_folder(std::move(other.m_folder)), m_clock(std::move(other.m_clock)),
      m_lock(std::exchange(other.m_lock, -1)), m_keep(std::exchange(other.m_keep, true))
{
}

JournalFile::~JournalFile()
{
    if (m_lock < 0) {
        return;
    }
    if (!m_keep) {
        std::error_code ignored;
        base::fs::remove_all(m_folder, ignored);
    }
    ::close(m_lock);
}

JournalFile JournalFile::begin(const base::fs::path& shelf, Clock clock)
{
    const auto folder = shelf / crypto::random_uuid();
    base::make_folder(folder);
    return {folder, std::move(clock)};
}

JournalFile JournalFile::open(const base::fs::path& folder, Clock clock, const TakeLine& take)
{
    JournalFile journal(folder, std::move(clock));
    journal.m_keep = true;
    const auto keep = read_journal(folder, take);
    if (keep == 0) {
        throw base::Error(base::ErrorKind::missing, "ANB-S301",
                          {{"id", folder.filename().string()}});
    }
    if (::truncate(journal_file(folder).c_str(), static_cast<off_t>(keep)) != 0) {
        fail_io(journal_file(folder));
    }
    return journal;
}

void JournalFile::append(std::string_view step, const json::Value& members, const TakeLine& take)
{
    json::Value line = {{"step", step}, {"at", base::format_time(now())}};
    line.update(members);
    const auto file = journal_file(m_folder);
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
    base::sync_folder(m_folder);
    m_keep = true;
    take(json::Reader(line, file.string()));
}

std::vector<std::string> JournalFile::remove_parts() const
{
    auto files = files_beside(m_folder);
    for (const auto& file : files) {
        if (::unlink((m_folder / file).c_str()) != 0) {
            fail_io(m_folder / file);
        }
    }
    base::sync_folder(m_folder);
    return files;
}

} // namespace anb::testantrag
