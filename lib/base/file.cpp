// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"

#include "base/detail/temporary.hpp"
#include "base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace anb::base {

namespace {

constexpr std::size_t k_piece = 64 * 1024;

[[noreturn]] void fail(ErrorKind kind, const char* code, const std::string& path, int number)
{
    throw Error(kind, code, {{"file", path}, {"reason", std::strerror(number)}});
}

[[noreturn]] void fail_open(const std::string& path, int number)
{
    if (number == ENOENT || number == ENOTDIR) {
        fail(ErrorKind::missing, "ANB-G201", path, number);
    }
    if (number == EACCES || number == EPERM) {
        fail(ErrorKind::credentials, "ANB-G202", path, number);
    }
    fail(ErrorKind::io, "ANB-G204", path, number);
}

std::size_t read_some(int descriptor, std::span<std::byte> buffer, const std::string& path)
{
    for (;;) {
        const auto count = ::read(descriptor, buffer.data(), buffer.size());
        if (count >= 0) {
            return static_cast<std::size_t>(count);
        }
        if (errno != EINTR) {
            fail(ErrorKind::io, "ANB-G204", path, errno);
        }
    }
}

template <typename Append>
void read_all(FileReader reader, const std::string& path, std::uint64_t limit, Append append)
{
    std::array<std::byte, k_piece> piece;
    std::uint64_t total = 0;
    std::size_t used = 0;
    while (const auto count = reader.read(piece)) {
        total += count;
        used = std::max(used, count);
        if (total > limit) {
            wipe(piece.data(), used);
            throw Error(ErrorKind::input, "ANB-G203",
                        {{"file", path}, {"reason", fmt::format("> {} bytes", limit)}});
        }
        append(ByteView(piece).first(count));
    }
    wipe(piece.data(), used);
}

SecretBytes read_secret(FileReader reader, const std::string& name, std::uint64_t limit)
{
    SecretBytes secret;
    read_all(std::move(reader), name, limit, [&](ByteView piece) {
        auto longer = SecretBytes::zeroed(secret.size() + piece.size());
        if (!secret.empty()) {
            std::memcpy(longer.reveal_writable().data(), secret.reveal().data(), secret.size());
        }
        std::memcpy(longer.reveal_writable().data() + secret.size(), piece.data(), piece.size());
        secret = std::move(longer);
    });
    return secret;
}

fs::path with_folder(fs::path path)
{
    return path.has_parent_path() ? path : fs::path(".") / path;
}

} // namespace

Bytes read_file(const std::string& path, std::uint64_t limit)
{
    Bytes bytes;
    read_all(FileReader(path), path, limit,
             [&](ByteView piece) { bytes.insert(bytes.end(), piece.begin(), piece.end()); });
    return bytes;
}

SecretBytes read_secret_file(const std::string& path, std::uint64_t limit)
{
    return read_secret(FileReader(path), path, limit);
}

SecretBytes read_secret_descriptor(int descriptor, std::uint64_t limit)
{
    const auto name = fmt::format("fd {}", descriptor);
    return read_secret(FileReader(descriptor, name), name, limit);
}

bool readable_by_others(const fs::path& path)
{
    struct stat status {};
    return stat(path.c_str(), &status) == 0 && (status.st_mode & (S_IRGRP | S_IROTH)) != 0;
}

AtomicFile::AtomicFile(fs::path target, Access access, Existing existing)
    : m_target(with_folder(std::move(target))), m_existing(existing)
{
    std::error_code ignored;
    const auto existing_type = fs::status(m_target, ignored).type();
    if (existing_type != fs::file_type::not_found && existing_type != fs::file_type::regular) {
        fail(ErrorKind::io, "ANB-G206", m_target.string(),
             existing_type == fs::file_type::directory ? EISDIR : EINVAL);
    }
    detail::sweep_temporaries(m_target);
    m_temporary = detail::temporary_name(m_target);
    const mode_t mode = access == Access::owner_only ? 0600 : 0666;
    m_descriptor = ::open(m_temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (m_descriptor < 0) {
        fail(ErrorKind::io, "ANB-G206", m_target.string(), errno);
    }
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : m_target(std::move(other.m_target)),
      m_temporary(std::exchange(other.m_temporary, fs::path())), m_existing(other.m_existing),
      m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

AtomicFile::~AtomicFile()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
    if (!m_temporary.empty()) {
        ::unlink(m_temporary.c_str());
    }
}

void AtomicFile::write(ByteView bytes)
{
    while (!bytes.empty()) {
        const auto count = ::write(m_descriptor, bytes.data(), bytes.size());
        if (count < 0) {
            if (errno == EINTR) {
                continue;
            }
            fail(ErrorKind::io, "ANB-G206", m_target.string(), errno);
        }
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
}

void AtomicFile::commit()
{
    const auto closed = fsync(m_descriptor) == 0 && ::close(std::exchange(m_descriptor, -1)) == 0;
    if (!closed) {
        fail(ErrorKind::io, "ANB-G206", m_target.string(), errno);
    }
    if (m_existing == Existing::refuse) {
        if (::link(m_temporary.c_str(), m_target.c_str()) != 0) {
            if (errno == EEXIST) {
                fail(ErrorKind::exists, "ANB-G205", m_target.string(), EEXIST);
            }
            fail(ErrorKind::io, "ANB-G206", m_target.string(), errno);
        }
        ::unlink(m_temporary.c_str());
    } else if (::rename(m_temporary.c_str(), m_target.c_str()) != 0) {
        fail(ErrorKind::io, "ANB-G206", m_target.string(), errno);
    }
    m_temporary.clear();
    sync_folder(m_target.parent_path());
}

void write_file(const fs::path& path, ByteView bytes, Access access, AtomicFile::Existing existing)
{
    AtomicFile file(path, access, existing);
    file.write(bytes);
    file.commit();
}

void make_folder(const fs::path& path)
{
    const auto folder = fs::absolute(path).lexically_normal();
    std::error_code ignored;
    if (fs::is_directory(folder, ignored)) {
        return;
    }
    if (folder.has_relative_path() && folder.parent_path() != folder) {
        make_folder(folder.parent_path());
    }
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
        fail(ErrorKind::io, "ANB-G206", path.string(), errno);
    }
    sync_folder(folder.parent_path());
}

void sync_folder(const fs::path& path)
{
    const auto descriptor = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        fsync(descriptor);
        ::close(descriptor);
    }
}

FileReader::FileReader(const std::string& path) : m_path(path)
{
    if (path == "-") {
        m_descriptor = STDIN_FILENO;
        return;
    }
    m_descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (m_descriptor < 0) {
        fail_open(path, errno);
    }
    struct stat status {};
    if (fstat(m_descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
        ::close(m_descriptor);
        fail(ErrorKind::input, "ANB-G203", path, EISDIR);
    }
    m_size = S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(status.st_size) : 0;
}

FileReader::FileReader(int descriptor, std::string name)
    : m_path(std::move(name)), m_descriptor(::fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1))
{
    if (m_descriptor < 0) {
        fail(ErrorKind::missing, "ANB-G201", m_path, errno);
    }
}

FileReader::FileReader(FileReader&& other) noexcept
    : m_path(std::move(other.m_path)), m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_size(other.m_size)
{
}

FileReader::~FileReader()
{
    if (m_descriptor > STDERR_FILENO) {
        ::close(m_descriptor);
    }
}

std::size_t FileReader::read(std::span<std::byte> buffer)
{
    return read_some(m_descriptor, buffer, m_path);
}

void FileReader::rewind()
{
    if (lseek(m_descriptor, 0, SEEK_SET) != 0) {
        fail(ErrorKind::io, "ANB-G204", m_path, errno);
    }
}

} // namespace anb::base
