// SPDX-License-Identifier: EUPL-1.2

#include "callback/listener.hpp"

#include "base/error.hpp"

#include <httplib.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <sys/socket.h>
#include <thread>

namespace anb::callback {

namespace {

constexpr std::size_t k_threads = 4;
constexpr int k_read_seconds = 5;
constexpr std::size_t k_remembered = 1000;

int status_for(Verdict verdict)
{
    return verdict == Verdict::genuine ? 204 : verdict == Verdict::incomplete ? 400 : 401;
}

std::string header(const httplib::Request& request, std::string_view name)
{
    return request.get_header_value(std::string(name).c_str());
}

} // namespace

struct Listener::State {
    Address address;
    base::SecretString secret;
    std::function<base::UtcTime()> clock;
    httplib::Server server;
    std::thread thread;

    std::mutex mutex;
    std::condition_variable called;
    bool is_called = false;
    std::deque<std::string> seen; ///< what genuine callbacks were signed with, newest last
    std::map<Verdict, std::uint64_t> refused;

    void take(const httplib::Request& request, httplib::Response& response)
    {
        const auto signature = header(request, k_authentication_header);
        const auto verdict =
            verify(secret, header(request, k_timestamp_header), signature, request.body, clock());
        response.status = status_for(verdict);
        const std::scoped_lock lock(mutex);
        if (verdict != Verdict::genuine) {
            ++refused[verdict];
        } else if (std::find(seen.begin(), seen.end(), signature) == seen.end()) {
            seen.push_back(signature);
            if (seen.size() > k_remembered) {
                seen.pop_front();
            }
            is_called = true;
            called.notify_all();
        }
    }

    void bind()
    {
        server.new_task_queue = [] { return new httplib::ThreadPool(k_threads); };
        server.set_socket_options([](int socket) {
            const int yes = 1;
            setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        });
        server.set_payload_max_length(k_largest_body);
        server.set_read_timeout(k_read_seconds);
        server.set_write_timeout(k_read_seconds);
        server.set_keep_alive_max_count(1);
        server.Post(".*", [this](const httplib::Request& request, httplib::Response& response) {
            take(request, response);
        });
        const auto port = address.port == 0 ? server.bind_to_any_port(address.host)
                          : server.bind_to_port(address.host, address.port) ? address.port
                                                                            : -1;
        if (port <= 0) {
            throw base::Error(base::ErrorKind::unavailable, "ANB-S651",
                              {{"address", address.host + ":" + std::to_string(address.port)}});
        }
        address.port = port;
    }
};

Listener::Listener(const Address& address, base::SecretString secret,
                   std::function<base::UtcTime()> clock)
    : m_state(std::make_unique<State>())
{
    if (!is_loopback(address.host)) {
        throw base::Error(base::ErrorKind::usage, "ANB-S650", {{"address", address.host}});
    }
    if (secret.size() < k_shortest_secret || secret.size() > k_longest_secret) {
        throw base::Error(base::ErrorKind::configuration, "ANB-S652",
                          {{"length", std::to_string(secret.size())}});
    }
    m_state->address = address;
    m_state->secret = std::move(secret);
    m_state->clock = std::move(clock);
    m_state->bind();
    m_state->thread = std::thread([state = m_state.get()] { state->server.listen_after_bind(); });
    while (!m_state->server.is_running()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

Listener::~Listener()
{
    if (m_state->thread.joinable()) {
        m_state->server.stop();
        m_state->thread.join();
    }
}

int Listener::port() const
{
    return m_state->address.port;
}

std::string Listener::url() const
{
    const auto& host = m_state->address.host;
    const bool v6 = host.find(':') != std::string::npos;
    return "http://" + (v6 ? "[" + host + "]" : host) + ":" + std::to_string(port());
}

bool Listener::wait(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_state->mutex);
    m_state->called.wait_for(lock, time, [&] { return m_state->is_called; });
    return std::exchange(m_state->is_called, false);
}

std::map<Verdict, std::uint64_t> Listener::take_refused()
{
    const std::scoped_lock lock(m_state->mutex);
    return std::exchange(m_state->refused, {});
}

} // namespace anb::callback
