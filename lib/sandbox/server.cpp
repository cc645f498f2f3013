// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/server.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "callback/address.hpp"
#include "sandbox/body_faults.hpp"
#include "sandbox/connections.hpp"
#include "sandbox/plain_connections.hpp"
#include "sandbox/problem.hpp"

#include <httplib.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <sys/socket.h>
#include <thread>

namespace anb::sandbox {

namespace {

constexpr std::size_t k_threads = 128;
constexpr std::size_t k_requests_per_connection = 10'000;
constexpr int k_keep_alive_seconds = 10;
constexpr int k_read_seconds = 60;

Request to_request(const httplib::Request& in, const httplib::ContentReader* reader)
{
    Request request;
    request.method = in.method;
    request.path = in.target.substr(0, in.target.find('?'));
    request.segments = decode_path(request.path);
    request.query.insert(in.params.begin(), in.params.end());
    for (const auto& [name, value] : in.headers) {
        if (name != "REMOTE_ADDR" && name != "REMOTE_PORT" && name != "LOCAL_ADDR" &&
            name != "LOCAL_PORT") {
            request.headers.emplace(base::to_lower_ascii(name), value);
        }
    }
    const bool has_body = in.has_header("Content-Length") || in.has_header("Transfer-Encoding");
    request.read_body = [reader, has_body, read = false](const Receiver& receiver) mutable {
        if (reader == nullptr || !has_body || std::exchange(read, true)) {
            return true;
        }
        return (*reader)([&](const char* data, std::size_t size) {
            return receiver(std::string_view(data, size));
        });
    };
    return request;
}

/// Waits, but not longer than the listener lives.
void idle(std::chrono::milliseconds time, const std::atomic<bool>& stopping)
{
    constexpr std::chrono::milliseconds k_step{50};
    const auto end = std::chrono::steady_clock::now() + time;
    while (!stopping && std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(
            std::min<std::chrono::nanoseconds>(k_step, end - std::chrono::steady_clock::now()));
    }
}

void send_file(const Response& response, httplib::Response& out)
{
    const auto size = std::filesystem::file_size(response.file);
    auto file = std::make_shared<std::ifstream>(response.file, std::ios::binary);
    if (response.file_is_ours) {
        std::filesystem::remove(response.file);
    }
    out.set_content_provider(
        size, response.media_type,
        [file](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
            std::array<char, 65536> buffer;
            file->seekg(static_cast<std::streamoff>(offset));
            file->read(buffer.data(),
                       static_cast<std::streamsize>(std::min(length, buffer.size())));
            const auto count = static_cast<std::size_t>(file->gcount());
            return count > 0 && sink.write(buffer.data(), count);
        });
}

/// Sends a body that breaks off, comes slowly, or both. @param stopping  ends the slowness
void send_faulty(const Response& response, const Effect& effect, const std::atomic<bool>& stopping,
                 httplib::Response& out)
{
    const auto end = std::min<std::uint64_t>(effect.truncate.value_or(response.body.size()),
                                             response.body.size());
    out.set_content_provider(
        response.body.size(), response.media_type,
        [body = response.body, effect, end, &stopping](std::size_t offset, std::size_t,
                                                       httplib::DataSink& sink) {
            const auto rest = end - std::min<std::uint64_t>(offset, end);
            const auto count = effect.drip > 0 ? std::min(effect.drip, rest) : rest;
            if (offset > 0) {
                idle(effect.drip_pause, stopping);
            }
            return count > 0 && !stopping && sink.write(body.data() + offset, count);
        });
}

int bind_to(httplib::Server& server, const std::string& host, int port)
{
    if (!callback::is_loopback(host)) {
        throw base::Error(base::ErrorKind::usage, "ANB-G600", {{"address", host}});
    }
    const int bound =
        port == 0 ? server.bind_to_any_port(host) : (server.bind_to_port(host, port) ? port : -1);
    if (bound <= 0) {
        throw base::Error(base::ErrorKind::unavailable, "ANB-G601",
                          {{"address", host + ":" + std::to_string(port)}});
    }
    return bound;
}

} // namespace

struct Server::State {
    ServerParts parts;
    Connections connections;
    httplib::SSLServer server;
    httplib::Server plain;
    int plain_port = 0;
    std::thread thread, plain_thread;
    std::atomic<bool> stopping = false;
    SwappedAnswers swapped;

    State(ServerParts given, const pki::Certificate& certificate, const crypto::PrivateKey& key)
        : parts(std::move(given)), server(certificate.get(), key.get())
    {
    }

    void serve(const httplib::Request& in, httplib::Response& out,
               const httplib::ContentReader* reader);
    Response answer(Request& request, const Effect& effect, bool encrypted) const;
    void cut(const httplib::Request& in) const;
    void configure(httplib::Server& listener);
};

/// What a fault answers; 204 and 304 have no body (RFC 9110 §6.4.1).
Response faulty_answer(int status)
{
    if (status == 204 || status == 304) {
        return {.status = status, .media_type = {}, .body = {}, .headers = {}, .file = {}};
    }
    return problem(status, "", "a fault of the sandbox's script");
}

Response Server::State::answer(Request& request, const Effect& effect, bool encrypted) const
{
    if (effect.status) {
        return faulty_answer(*effect.status);
    }
    if (!encrypted && !request.path.ends_with("/osci")) {
        return problem(404, "", "without TLS there is the Intermediär only");
    }
    request.osci = effect.osci;
    auto response = parts.router.dispatch(request);
    if (effect.late_status) {
        response = faulty_answer(*effect.late_status);
    }
    return response;
}

void Server::State::serve(const httplib::Request& in, httplib::Response& out,
                          const httplib::ContentReader* reader)
{
    auto request = to_request(in, reader);
    const auto effect = parts.faults.next(request.method, request.path);
    idle(effect.delay, stopping);
    if (effect.stale_token) {
        parts.forget_tokens();
    }
    std::optional<std::string> body = std::string();
    const auto read = request.read_body;
    request.read_body = [&](const Receiver& receiver) {
        return read([&](std::string_view piece) {
            if (body && parts.recorder.keeps_bodies()) {
                body->append(piece);
                if (body->size() > Recorder::k_longest_body) {
                    body.reset();
                }
            }
            return receiver(piece);
        });
    };

    Response response;
    if (!effect.reset_before) {
        response = answer(request, effect, in.ssl != nullptr);
        request.read_body([](std::string_view) { return true; });
        change_answer(effect, in.target, swapped, response);
    }
    const bool cut = effect.reset_before || effect.reset_after;
    const bool faulty = cut || effect.status || effect.late_status || effect.truncate ||
                        effect.drip > 0 || effect.stale_token || changes_answer(effect) ||
                        !effect.osci.empty() || effect.delay.count() > 0;
    parts.recorder.add(parts.clock(), request, body, response, cut ? 0 : response.status, faulty);
    if (cut) {
        if (response.file_is_ours) {
            std::filesystem::remove(response.file);
        }
        this->cut(in);
        return;
    }

    out.status = response.status;
    for (const auto& [name, value] : response.headers) {
        out.set_header(name, value);
    }
    if ((effect.truncate || effect.drip > 0) && !response.body.empty() && response.file.empty()) {
        send_faulty(response, effect, stopping, out);
    } else if (!response.file.empty()) {
        send_file(response, out);
    } else if (!response.media_type.empty()) {
        out.set_content(response.body, response.media_type);
    }
}

void Server::State::cut(const httplib::Request& in) const
{
    if (in.ssl != nullptr) {
        Connections::cut(in.ssl);
    } else {
        cut_connection(plain_port, in.remote_port);
    }
}

Server::Server(ServerParts parts, const pki::Certificate& certificate,
               const crypto::PrivateKey& key)
    : m_state(std::make_unique<State>(std::move(parts), certificate, key))
{
    auto& server = m_state->server;
    if (!server.is_valid()) {
        base::fail_internal("the TLS listener does not take its certificate");
    }
    SSL_CTX_set_min_proto_version(server.ssl_context(), TLS1_2_VERSION);
    m_state->connections.watch(server.ssl_context());
    m_state->configure(server);
    m_state->configure(m_state->plain);
}

void Server::State::configure(httplib::Server& listener)
{
    listener.new_task_queue = [] { return new httplib::ThreadPool(k_threads); };
    listener.set_tcp_nodelay(true);
    listener.set_socket_options([](int socket) {
        const int yes = 1;
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    listener.set_keep_alive_max_count(k_requests_per_connection);
    listener.set_keep_alive_timeout(k_keep_alive_seconds);
    listener.set_read_timeout(k_read_seconds);
    listener.set_write_timeout(k_read_seconds);

    const httplib::Server::Handler without_body =
        [this](const httplib::Request& in, httplib::Response& out) { serve(in, out, nullptr); };
    const httplib::Server::HandlerWithContentReader with_body =
        [this](const httplib::Request& in, httplib::Response& out,
               const httplib::ContentReader& reader) { serve(in, out, &reader); };
    listener.Get(".*", without_body);
    listener.Options(".*", without_body);
    listener.Post(".*", with_body);
    listener.Put(".*", with_body);
    listener.Patch(".*", with_body);
    listener.Delete(".*", with_body);
}

Server::~Server()
{
    stop();
}

int Server::bind(const std::string& host, int port)
{
    return bind_to(m_state->server, host, port);
}

int Server::bind_plain(const std::string& host, int port)
{
    return m_state->plain_port = bind_to(m_state->plain, host, port);
}

void Server::start()
{
    m_state->thread = std::thread([this] { m_state->server.listen_after_bind(); });
    m_state->plain_thread = std::thread([this] { m_state->plain.listen_after_bind(); });
    while (!m_state->server.is_running() || !m_state->plain.is_running()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

void Server::stop()
{
    if (m_state->thread.joinable()) {
        m_state->stopping = true;
        m_state->server.stop();
        m_state->plain.stop();
        m_state->connections.close_all();
        close_connections(m_state->plain_port);
        m_state->thread.join();
        m_state->plain_thread.join();
    }
}

} // namespace anb::sandbox
