// SPDX-License-Identifier: EUPL-1.2

#include "scan/detail/connection.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace anb::scan::detail {

namespace {

constexpr std::size_t k_longest_answer = 1024;

/// A socket address of any family, and its size.
struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t size = 0;
};

template <typename Family>
SocketAddress store(const Family& address)
{
    SocketAddress stored;
    std::memcpy(&stored.storage, &address, sizeof address);
    stored.size = sizeof address;
    return stored;
}

SocketAddress to_socket_address(const Address& address)
{
    if (!address.path.empty()) {
        sockaddr_un local{};
        local.sun_family = AF_UNIX;
        address.path.copy(local.sun_path, sizeof local.sun_path - 1);
        return store(local);
    }
    sockaddr_in four{};
    if (inet_pton(AF_INET, address.host.c_str(), &four.sin_addr) == 1) {
        four.sin_family = AF_INET;
        four.sin_port = htons(address.port);
        return store(four);
    }
    sockaddr_in6 six{};
    six.sin6_family = AF_INET6;
    six.sin6_port = htons(address.port);
    inet_pton(AF_INET6, address.host.c_str(), &six.sin6_addr);
    return store(six);
}

bool would_block()
{
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR || errno == EINPROGRESS;
}

} // namespace

Connection::Connection(const Address& address, const Limits& limits)
    : m_silence(limits.connect), m_end(Clock::now() + limits.whole)
{
    const auto target = to_socket_address(address);
    m_socket = ::socket(target.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (m_socket < 0) {
        throw Failure{"no_connection"};
    }
    try {
        if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&target.storage), target.size) !=
            0) {
            if (!would_block()) {
                throw Failure{"no_connection"};
            }
            wait_for(POLLOUT);
        }
        int fault = 0;
        socklen_t size = sizeof fault;
        if (::getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &fault, &size) != 0 || fault != 0) {
            throw Failure{"no_connection"};
        }
    } catch (...) {
        ::close(m_socket);
        throw;
    }
    m_silence = limits.silence;
}

Connection::~Connection()
{
    ::close(m_socket);
}

void Connection::wait_for(short events)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_end - Clock::now());
    const auto patience = std::min<std::chrono::milliseconds>(m_silence, left);
    pollfd watched{.fd = m_socket, .events = events, .revents = 0};
    const auto ready =
        patience.count() > 0 ? ::poll(&watched, 1, static_cast<int>(patience.count())) : 0;
    if (ready == 0) {
        throw Failure{"timeout"};
    }
    if (ready < 0 && errno != EINTR) {
        throw Failure{"no_connection"};
    }
}

bool Connection::send(base::ByteView bytes)
{
    while (!bytes.empty()) {
        const auto sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent > 0) {
            bytes = bytes.subspan(static_cast<std::size_t>(sent));
        } else if (sent < 0 && would_block()) {
            wait_for(POLLOUT);
        } else {
            return false;
        }
    }
    return true;
}

bool Connection::has_spoken() const
{
    pollfd watched{.fd = m_socket, .events = POLLIN, .revents = 0};
    return ::poll(&watched, 1, 0) > 0 && watched.revents != 0;
}

void Connection::stop_sending()
{
    ::shutdown(m_socket, SHUT_WR);
}

std::string Connection::receive()
{
    std::string answer;
    std::array<char, k_longest_answer + 1> piece{};
    while (true) {
        const auto count = ::recv(m_socket, piece.data(), piece.size(), 0);
        if (count == 0) {
            break;
        }
        if (count > 0) {
            answer.append(piece.data(), static_cast<std::size_t>(count));
        } else if (would_block()) {
            wait_for(POLLIN);
        } else if (answer.empty()) {
            throw Failure{"no_connection"};
        } else {
            break;
        }
        if (answer.size() > k_longest_answer) {
            throw Failure{"bad_answer"};
        }
    }
    if (answer.empty()) {
        throw Failure{"no_connection"};
    }
    if (answer.back() != '\0') {
        throw Failure{"bad_answer"};
    }
    answer.pop_back();
    if (!std::ranges::all_of(answer, [](char c) { return c >= ' ' && c <= '~'; })) {
        throw Failure{"bad_answer"};
    }
    return answer;
}

} // namespace anb::scan::detail
