// SPDX-License-Identifier: EUPL-1.2

#include "base/folder.hpp"

#include "base/detail/temporary.hpp"
#include "base/error.hpp"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <utility>

namespace anb::base {

namespace {

constexpr std::string_view k_aside = ".aside-anb";

[[noreturn]] void fail_writing(const fs::path& path, std::error_code error)
{
    throw Error(ErrorKind::io, "ANB-G206", {{"file", path.string()}, {"reason", error.message()}});
}

/// Gives a folder another name; who cannot is told the one that is known.
void put_away(const fs::path& folder, const fs::path& name)
{
    std::error_code failed;
    fs::rename(folder, name, failed);
    if (failed) {
        fail_writing(folder, failed);
    }
}

/// Where a folder waits while another one takes its place.
fs::path aside(const fs::path& target)
{
    return target.parent_path() / ("." + target.filename().string()).append(k_aside);
}

void put_back(const fs::path& folder)
{
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        const auto name = entry.path().filename().string();
        if (name.starts_with('.') && name.ends_with(k_aside)) {
            const auto target = folder / name.substr(1, name.size() - 1 - k_aside.size());
            if (fs::exists(target, ignored)) {
                fs::remove_all(entry.path(), ignored);
            } else {
                fs::rename(entry.path(), target, ignored);
            }
        }
    }
}

} // namespace

AtomicFolder::AtomicFolder(const fs::path& target)
    : m_target(fs::absolute(target).lexically_normal())
{
    make_folder(m_target.parent_path());
    detail::sweep_temporaries(m_target);
    auto temporary = detail::temporary_name(m_target);
    if (::mkdir(temporary.c_str(), 0700) != 0) {
        fail_writing(m_target, std::error_code(errno, std::generic_category()));
    }
    m_temporary = std::move(temporary);
}

AtomicFolder::AtomicFolder(AtomicFolder&& other) noexcept
    : m_target(std::move(other.m_target)), m_temporary(std::exchange(other.m_temporary, fs::path()))
{
}

AtomicFolder::~AtomicFolder()
{
    if (!m_temporary.empty()) {
        std::error_code ignored;
        fs::remove_all(m_temporary, ignored);
    }
}

void AtomicFolder::commit()
{
    sync_folder(m_temporary);
    std::error_code failed;
    fs::rename(m_temporary, m_target, failed);
    if (failed == std::errc::directory_not_empty || failed == std::errc::file_exists ||
        failed == std::errc::not_a_directory) {
        throw Error(ErrorKind::exists, "ANB-G205",
                    {{"file", m_target.string()}, {"reason", failed.message()}});
    }
    if (failed) {
        fail_writing(m_target, failed);
    }
    m_temporary.clear();
    sync_folder(m_target.parent_path());
}

void AtomicFolder::replace()
{
    sync_folder(m_temporary);
    const bool exchanged = ::renameat2(AT_FDCWD, m_temporary.c_str(), AT_FDCWD, m_target.c_str(),
                                       RENAME_EXCHANGE) == 0;
    std::error_code failed;
    if (exchanged) {
        sync_folder(m_target.parent_path());
        fs::remove_all(std::exchange(m_temporary, fs::path()), failed);
        return;
    }
    put_back(m_target.parent_path());
    if (fs::exists(m_target, failed)) {
        put_away(m_target, aside(m_target));
    }
    fs::rename(m_temporary, m_target, failed);
    put_back(m_target.parent_path());
    sync_folder(m_target.parent_path());
    if (failed) {
        fail_writing(m_target, failed);
    }
    m_temporary.clear();
}

void remove_folder(const fs::path& folder)
{
    const auto temporary = detail::temporary_name(folder);
    put_away(folder, temporary);
    sync_folder(folder.parent_path());
    std::error_code failed;
    fs::remove_all(temporary, failed);
    if (failed) {
        fail_writing(temporary, failed);
    }
}

void sweep_folder(const fs::path& folder)
{
    detail::sweep_all_temporaries(folder);
    put_back(folder);
}

} // namespace anb::base
