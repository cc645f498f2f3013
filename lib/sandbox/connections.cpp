// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/connections.hpp"

#include <openssl/ssl.h>

#include <sys/socket.h>

namespace anb::sandbox {

namespace {

void forget(void* parent, void* pointer, CRYPTO_EX_DATA*, int, long, void*)
{
    if (pointer != nullptr) {
        static_cast<Connections*>(pointer)->remove(static_cast<const SSL*>(parent));
    }
}

int connection_index()
{
    static const int index =
        CRYPTO_get_ex_new_index(CRYPTO_EX_INDEX_SSL, 0, nullptr, nullptr, nullptr, forget);
    return index;
}

int context_index()
{
    static const int index =
        CRYPTO_get_ex_new_index(CRYPTO_EX_INDEX_SSL_CTX, 0, nullptr, nullptr, nullptr, nullptr);
    return index;
}

void on_handshake(const SSL* connection, int where, int)
{
    if ((where & SSL_CB_HANDSHAKE_DONE) != 0) {
        auto* context = SSL_get_SSL_CTX(connection);
        static_cast<Connections*>(SSL_CTX_get_ex_data(context, context_index()))->add(connection);
    }
}

} // namespace

void Connections::watch(ssl_ctx_st* context)
{
    SSL_CTX_set_ex_data(context, context_index(), this);
    SSL_CTX_set_info_callback(context, on_handshake);
}

void Connections::add(const ssl_st* connection)
{
    const std::lock_guard lock(m_mutex);
    const int socket = SSL_get_fd(connection);
    SSL_set_ex_data(const_cast<SSL*>(connection), connection_index(), this);
    m_sockets.insert(socket);
    if (m_closed) {
        shutdown(socket, SHUT_RDWR);
    }
}

void Connections::remove(const ssl_st* connection)
{
    const std::lock_guard lock(m_mutex);
    m_sockets.erase(SSL_get_fd(connection));
}

void Connections::close_all()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    for (const int socket : m_sockets) {
        shutdown(socket, SHUT_RDWR);
    }
}

void Connections::cut(const ssl_st* connection)
{
    cut(SSL_get_fd(connection));
}

void Connections::cut(int socket)
{
    const linger at_once{1, 0};
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    shutdown(socket, SHUT_RDWR);
}

} // namespace anb::sandbox
