// SPDX-License-Identifier: EUPL-1.2

#include "base/spool.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/secret.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace anb::base {

namespace {

[[noreturn]] void fail(const fs::path& folder)
{
    throw Error(ErrorKind::io, "ANB-G206",
                {{"file", folder.string()}, {"reason", std::strerror(errno)}});
}

fs::path folder()
{
    std::error_code ignored;
    const auto path = fs::temp_directory_path(ignored);
    return path.empty() ? fs::path("/tmp") : path;
}

} // namespace

Spool::~Spool()
{
    wipe(m_memory);
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

void Spool::open()
{
    const auto where = folder();
    m_descriptor = ::open(where.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (m_descriptor < 0) {
        auto name = (where / "anb-XXXXXX").string();
        m_descriptor = ::mkostemp(name.data(), O_CLOEXEC);
        if (m_descriptor < 0) {
            fail(where);
        }
        ::unlink(name.c_str());
    }
}

void Spool::write(ByteView bytes)
{
    if (m_descriptor < 0 && m_memory.size() + bytes.size() <= m_bound) {
        m_memory.insert(m_memory.end(), bytes.begin(), bytes.end());
        return;
    }
    if (m_descriptor < 0) {
        open();
    }
    while (!bytes.empty()) {
        const auto count = ::write(m_descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) {
            fail(folder());
        }
        const auto written = count > 0 ? static_cast<std::size_t>(count) : 0;
        m_in_file += written;
        bytes = bytes.subspan(written);
    }
}

std::size_t Spool::read_at(std::uint64_t offset, std::span<std::byte> buffer) const
{
    if (offset < m_memory.size()) {
        const auto from = std::span(m_memory).subspan(offset);
        const auto count = std::min(buffer.size(), from.size());
        std::copy_n(from.begin(), count, buffer.begin());
        return count;
    }
    if (m_descriptor < 0) {
        return 0;
    }
    for (;;) {
        const auto count = ::pread(m_descriptor, buffer.data(), buffer.size(),
                                   static_cast<off_t>(offset - m_memory.size()));
        if (count >= 0) {
            return static_cast<std::size_t>(count);
        }
        if (errno != EINTR) {
            fail(folder());
        }
    }
}

Source Spool::source(std::uint64_t offset, std::uint64_t size) const
{
    return [this, offset, size](std::span<std::byte> buffer) mutable {
        const auto count =
            read_at(offset, buffer.first(std::min<std::uint64_t>(buffer.size(), size)));
        offset += count;
        size -= count;
        return count;
    };
}

void Spool::read(const std::function<void(ByteView)>& take) const
{
    copy(source(0, size()), take);
}

} // namespace anb::base
