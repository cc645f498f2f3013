// SPDX-License-Identifier: EUPL-1.2

#include "unit/scan/fake_clamd.hpp"

#include <array>
#include <cstdlib>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace anb::test {

namespace {

using namespace std::string_literals;

/// Reads until `text` has `size` bytes. @return false when the other side ended before
bool fill(int connection, std::string& text, std::size_t size)
{
    while (text.size() < size) {
        std::array<char, 4096> piece{};
        const auto count =
            ::recv(connection, piece.data(), std::min(piece.size(), size - text.size()), 0);
        if (count <= 0) {
            return false;
        }
        text.append(piece.data(), static_cast<std::size_t>(count));
    }
    return true;
}

void say(int connection, const std::string& text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto count = ::send(connection, text.data() + at, text.size() - at, MSG_NOSIGNAL);
        if (count <= 0) {
            return;
        }
        at += static_cast<std::size_t>(count);
    }
}

} // namespace

scan::Limits short_limits()
{
    return {.connect = std::chrono::milliseconds(2'000),
            .silence = std::chrono::milliseconds(300),
            .whole = std::chrono::milliseconds(20'000)};
}

FakeClamd::FakeClamd(Behaviour behaviour) : m_behaviour(std::move(behaviour))
{
    auto pattern = (std::filesystem::temp_directory_path() / "anb-scan-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) {
        throw std::runtime_error("mkdtemp");
    }
    m_folder = pattern;
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    this->address().copy(address.sun_path, sizeof address.sun_path - 1);
    m_socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        ::listen(m_socket, 8) != 0 || ::pipe(m_stop) != 0) {
        throw std::runtime_error("bind");
    }
    m_thread = std::thread([this] { serve(); });
}

FakeClamd::~FakeClamd()
{
    ::close(m_stop[1]);
    m_thread.join();
    ::close(m_stop[0]);
    ::close(m_socket);
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

std::string FakeClamd::file(const std::string& content, const std::string& name) const
{
    const auto path = m_folder / name;
    base::write_file(path, base::as_bytes(content), base::Access::owner_only);
    return path.string();
}

scan::Result FakeClamd::scan(const std::string& content) const
{
    return scan::Scanner(address(), short_limits()).scan(file(content));
}

void FakeClamd::serve()
{
    while (true) {
        std::array<pollfd, 2> watched = {pollfd{.fd = m_socket, .events = POLLIN, .revents = 0},
                                         pollfd{.fd = m_stop[0], .events = POLLIN, .revents = 0}};
        ::poll(watched.data(), watched.size(), -1);
        if (watched[1].revents != 0) {
            return;
        }
        const auto connection = ::accept(m_socket, nullptr, nullptr);
        answer(connection);
        ::close(connection);
    }
}

void FakeClamd::answer(int connection)
{
    ++m_questions;
    std::string command;
    while (command.empty() || command.back() != '\0') {
        if (!fill(connection, command, command.size() + 1)) {
            return;
        }
    }
    if (command == "zVERSION\0"s) {
        say(connection, m_behaviour.version);
    } else if (command == "zINSTREAM\0"s) {
        take_stream(connection);
    } else {
        say(connection, "UNKNOWN COMMAND\0"s);
    }
}

void FakeClamd::take_stream(int connection)
{
    m_received.clear();
    auto answered = false;
    while (true) {
        std::string head;
        if (!fill(connection, head, 4)) {
            return;
        }
        std::size_t size = 0;
        for (const char c : head) {
            size = size << 8U | static_cast<unsigned char>(c);
        }
        if (size == 0) {
            break;
        }
        if (!fill(connection, m_received, m_received.size() + size)) {
            return;
        }
        if (!answered && m_received.size() >= m_behaviour.answer_after) {
            say(connection, m_behaviour.answer);
            answered = true;
            if (!m_behaviour.reads_on) {
                return;
            }
        }
    }
    if (m_behaviour.silent) {
        std::string more;
        fill(connection, more, 1);
    } else if (!answered && !m_behaviour.hangs_up) {
        say(connection, m_behaviour.answer);
    }
}

} // namespace anb::test
