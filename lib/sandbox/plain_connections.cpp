// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/plain_connections.hpp"

#include "sandbox/connections.hpp"

#include <charconv>
#include <filesystem>
#include <functional>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>

namespace anb::sandbox {

namespace {

using AskName = int (*)(int, sockaddr*, socklen_t*);

/// Port of one end of a socket; 0 when it is none, or has no such end.
int port_of(int descriptor, AskName ask)
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    auto* general = reinterpret_cast<sockaddr*>(&address);
    if (ask(descriptor, general, &size) != 0) {
        return 0;
    }
    if (address.ss_family == AF_INET) {
        return ntohs(reinterpret_cast<sockaddr_in*>(general)->sin_port);
    }
    return address.ss_family == AF_INET6
               ? ntohs(reinterpret_cast<sockaddr_in6*>(general)->sin6_port)
               : 0;
}

/// Calls `visit` with socket and remote port of every connection at a port of ours.
void for_each(int local_port, const std::function<void(int, int)>& visit)
{
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd", ignored)) {
        const auto name = entry.path().filename().string();
        int descriptor = -1;
        std::from_chars(name.data(), name.data() + name.size(), descriptor);
        const auto remote = port_of(descriptor, getpeername);
        if (remote != 0 && port_of(descriptor, getsockname) == local_port) {
            visit(descriptor, remote);
        }
    }
}

} // namespace

void close_connections(int local_port)
{
    for_each(local_port, [](int descriptor, int) { shutdown(descriptor, SHUT_RDWR); });
}

void cut_connection(int local_port, int remote_port)
{
    for_each(local_port, [&](int descriptor, int remote) {
        if (remote == remote_port) {
            Connections::cut(descriptor);
        }
    });
}

} // namespace anb::sandbox
