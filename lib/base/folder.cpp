// SPDX-License-Identifier: EUPL-1.2

#include "base/folder.hpp"

#include "base/detail/temporary.hpp"
#include "base/error.hpp"

#include <utility>

namespace anb::base {

AtomicFolder::AtomicFolder(const fs::path& target)
    : m_target(fs::absolute(target).lexically_normal())
{
    make_folder(m_target.parent_path());
    detail::sweep_temporaries(m_target);
    m_temporary = detail::temporary_name(m_target);
    make_folder(m_temporary);
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
        throw Error(ErrorKind::io, "ANB-G206",
                    {{"file", m_target.string()}, {"reason", failed.message()}});
    }
    m_temporary.clear();
    sync_folder(m_target.parent_path());
}

void sweep_folder(const fs::path& folder)
{
    detail::sweep_all_temporaries(folder);
}

} // namespace anb::base
