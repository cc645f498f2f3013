// SPDX-License-Identifier: EUPL-1.2

#include "cli/detail/output.hpp"

#include "base/error.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace anb::cli::detail {

namespace {

constexpr std::size_t k_buffer_size = 64 * 1024;

} // namespace

Output::Output(const std::string& path) : m_descriptor(STDOUT_FILENO)
{
    if (path == "-") {
        return;
    }
    std::error_code ignored;
    const auto type = std::filesystem::status(path, ignored).type();
    if (type != std::filesystem::file_type::character && type != std::filesystem::file_type::fifo) {
        m_file.emplace(path, base::Access::everyone);
        return;
    }
    m_descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (m_descriptor < 0) {
        throw base::Error(base::ErrorKind::io, "ANB-G206",
                          {{"file", path}, {"reason", std::strerror(errno)}});
    }
}

Output::~Output()
{
    if (m_descriptor != STDOUT_FILENO) {
        ::close(m_descriptor);
    }
}

void Output::write(std::string_view text)
{
    m_buffer += text;
    if (m_buffer.size() >= k_buffer_size) {
        flush();
    }
}

void Output::flush()
{
    std::string_view left = m_buffer;
    if (m_file) {
        m_file->write(left);
        left = {};
    }
    while (!left.empty() && !m_reader_gone) {
        const auto count = ::write(m_descriptor, left.data(), left.size());
        if (count >= 0) {
            left.remove_prefix(static_cast<std::size_t>(count));
        } else if (errno == EPIPE) {
            m_reader_gone = true;
        } else if (errno != EINTR) {
            const int number = errno;
            m_buffer.clear();
            throw base::Error(base::ErrorKind::io, "ANB-G207", {{"reason", std::strerror(number)}});
        }
    }
    m_buffer.clear();
}

void Output::publish()
{
    flush();
    if (m_file) {
        m_file->commit();
    }
}

void write_stderr(std::string_view text)
{
    while (!text.empty()) {
        const auto count = ::write(STDERR_FILENO, text.data(), text.size());
        if (count < 0 && errno != EINTR) {
            return;
        }
        text.remove_prefix(count > 0 ? static_cast<std::size_t>(count) : 0);
    }
}

} // namespace anb::cli::detail
