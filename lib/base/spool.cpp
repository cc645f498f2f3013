// SPDX-License-Identifier: EUPL-1.2

#include "base/spool.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/secret.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace anb::base {

namespace {

constexpr std::size_t k_piece = std::size_t{64} * 1024;

[[noreturn]] void fail(const fs::path& folder)
{
    throw Error(ErrorKind::io, "ANB-G206", {{"file", folder.string()}}, std::strerror(errno));
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
        bytes = bytes.subspan(count > 0 ? static_cast<std::size_t>(count) : 0);
    }
}

void Spool::read(const std::function<void(ByteView)>& take) const
{
    take(m_memory);
    if (m_descriptor < 0) {
        return;
    }
    std::array<std::byte, k_piece> piece;
    for (off_t offset = 0;;) {
        const auto count = ::pread(m_descriptor, piece.data(), piece.size(), offset);
        if (count < 0 && errno != EINTR) {
            fail(folder());
        }
        if (count == 0) {
            return;
        }
        if (count > 0) {
            take(std::span(piece).first(static_cast<std::size_t>(count)));
            offset += count;
        }
    }
}

} // namespace anb::base
