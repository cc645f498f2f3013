// SPDX-License-Identifier: EUPL-1.2

#include "base/lock.hpp"

#include "base/error.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace anb::base {

namespace {

constexpr std::chrono::milliseconds k_pause(50);

} // namespace

FolderLock::FolderLock(const fs::path& folder, std::chrono::milliseconds patience)
    : m_descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
{
    if (m_descriptor < 0) {
        throw Error(ErrorKind::io, "ANB-G206",
                    {{"file", folder.string()}, {"reason", std::strerror(errno)}});
    }
    const auto end = std::chrono::steady_clock::now() + patience;
    while (::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        if (std::chrono::steady_clock::now() >= end) {
            ::close(m_descriptor);
            throw Error(ErrorKind::try_later, "ANB-G208", {{"folder", folder.string()}});
        }
        std::this_thread::sleep_for(k_pause);
    }
}

FolderLock::~FolderLock()
{
    ::close(m_descriptor);
}

} // namespace anb::base
