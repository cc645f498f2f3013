// The open TLS connections of a listener, so that they can be cut.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <mutex>
#include <set>

struct ssl_ctx_st;
struct ssl_st;

namespace anb::sandbox {

class Connections {
public:
    /// From now on every connection of `context` is known from its handshake to its end.
    void watch(ssl_ctx_st* context);
    /// Ends all connections; those that come later end at once.
    void close_all();
    /// Ends one connection abruptly: the peer sees a reset, no answer.
    static void cut(const ssl_st* connection);
    static void cut(int socket);

    void add(const ssl_st* connection);
    void remove(const ssl_st* connection);

private:
    std::mutex m_mutex;
    std::set<int> m_sockets;
    bool m_closed = false;
};

} // namespace anb::sandbox
