// SPDX-License-Identifier: EUPL-1.2

#include "http/detail/call.hpp"

#include "base/error.hpp"
#include "http/detail/failure.hpp"
#include "http/retry.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

namespace anb::http::detail {

namespace {

using std::chrono::milliseconds;

constexpr int k_max_redirects = 3;
constexpr int k_repeats_when_never_sent = 2;
constexpr int k_too_many = 429;
constexpr milliseconds k_slice{50};
constexpr milliseconds k_shortest{20}; ///< with less left no request is begun

milliseconds since(Clock::time_point start)
{
    return std::chrono::duration_cast<milliseconds>(Clock::now() - start);
}

bool is_safe(const Request& request)
{
    return request.method == "GET" || request.method == "HEAD";
}

/// A request refused for being one too many was not carried out, whatever it is.
bool is_repeatable(const Request& request, const Response& response)
{
    return response.status == k_too_many ||
           (request.repeatable && worth_repeating(response.status));
}

bool is_redirect(int status)
{
    return (status >= 301 && status <= 303) || status == 307 || status == 308;
}

} // namespace

Shared::Shared(Options chosen)
    : options(std::move(chosen)), certificates(trusted_certificates(options.ca_files))
{
    if (!options.proxy_secret_file.empty()) {
        proxy_login = read_proxy_login(options.proxy_secret_file);
    }
}

Wire Shared::begin()
{
    const std::lock_guard lock(m_mutex);
    Wire wire;
    if (!m_idle.empty()) {
        wire = std::move(m_idle.back());
        m_idle.pop_back();
    } else {
        wire.multi.reset(curl().multi_init());
        wire.easy.reset(curl().easy_init());
        if (!wire.multi || !wire.easy) {
            base::fail_internal("curl_easy_init");
        }
    }
    if (m_busy++ == 0) {
        m_busy_since = Clock::now();
    }
    return wire;
}

void Shared::end(Wire wire) noexcept
{
    const std::lock_guard lock(m_mutex);
    if (--m_busy == 0) {
        m_used += since(m_busy_since);
    }
    m_idle.push_back(std::move(wire));
}

milliseconds Shared::left()
{
    const std::lock_guard lock(m_mutex);
    return options.total_timeout - m_used - since(m_busy_since);
}

std::optional<Rest> Shared::rest_of(const Target& target)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_rests.find(target.name());
    const auto is_over = found == m_rests.end() || found->second.until <= Clock::now();
    return is_over ? std::nullopt : std::optional(found->second);
}

void Shared::note_rest(const Response& response, const Target& target)
{
    if (const auto time = wanted_rest(response)) {
        const std::lock_guard lock(m_mutex);
        m_rests[target.name()] = {Clock::now() + *time, response.status};
    }
}

void Shared::trace(const std::string& line)
{
    if (options.trace) {
        const std::lock_guard lock(m_trace_mutex);
        options.trace(line);
    }
}

base::Error Call::stopped(const Target& target, bool sent) const
{
    return {base::ErrorKind::try_later, "ANB-N308", values(target, sent)};
}

void Call::trace(const Request& request, const std::string& result, Clock::time_point begin) const
{
    m_shared.trace(
        fmt::format("{} {} {} {} ms", request.method, request.url, result, since(begin).count()));
}

void Call::configure(const Request& request) const
{
    auto* handle = m_wire.easy.get();
    curl().easy_reset(handle);
    set(handle, CURLOPT_PROTOCOLS_STR, request.plain_http ? "http,https" : "https");
    set(handle, CURLOPT_REDIR_PROTOCOLS_STR, "https");
    set(handle, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
    set(handle, CURLOPT_FOLLOWLOCATION, 0L);
    set(handle, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    set(handle, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
    set(handle, CURLOPT_USERAGENT, m_shared.options.user_agent.c_str());
    set(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(handle, CURLOPT_QUICK_EXIT, 1L);
    if (!request.repeatable && !is_safe(request)) {
        set(handle, CURLOPT_FRESH_CONNECT, 1L);
    }

    set(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    set(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    set(handle, CURLOPT_PROXY_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!m_shared.certificates.empty()) {
        curl_blob blob{const_cast<char*>(m_shared.certificates.data()),
                       m_shared.certificates.size(), CURL_BLOB_NOCOPY};
        set(handle, CURLOPT_CAINFO_BLOB, &blob);
        set(handle, CURLOPT_PROXY_CAINFO_BLOB, &blob);
    }

    if (!m_shared.options.proxy.empty()) {
        set(handle, CURLOPT_PROXY, m_shared.options.proxy.c_str());
    }
    if (!m_shared.proxy_login.user.empty()) {
        const std::string user(m_shared.proxy_login.user.reveal());
        std::string password(m_shared.proxy_login.password.reveal());
        set(handle, CURLOPT_PROXYUSERNAME, user.c_str());
        set(handle, CURLOPT_PROXYPASSWORD, password.c_str());
        set(handle, CURLOPT_PROXYAUTH, CURLAUTH_ANY);
        base::wipe(password);
    }

    const auto connect = milliseconds(m_shared.options.connect_timeout);
    set(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(connect.count()));
    set(handle, CURLOPT_TIMEOUT_MS, std::max(1L, static_cast<long>(m_shared.left().count())));
    set(handle, CURLOPT_LOW_SPEED_LIMIT, 1L);
    set(handle, CURLOPT_LOW_SPEED_TIME, static_cast<long>(m_shared.options.stall_timeout.count()));
}

CURLcode Call::transfer(const Target& target, const Exchange& exchange) const
{
    struct Joined {
        CURLM* multi;
        CURL* easy;
        ~Joined() { curl().multi_remove_handle(multi, easy); }
    };
    if (curl().multi_add_handle(m_wire.multi.get(), m_wire.easy.get()) != CURLM_OK) {
        base::fail_internal("curl_multi_add_handle");
    }
    const Joined joined{m_wire.multi.get(), m_wire.easy.get()};

    int running = 1;
    while (true) {
        if (curl().multi_perform(m_wire.multi.get(), &running) != CURLM_OK) {
            base::fail_internal("curl_multi_perform");
        }
        if (running == 0) {
            break;
        }
        if (is_cancelled()) {
            throw stopped(target, exchange.sent());
        }
        curl().multi_poll(m_wire.multi.get(), nullptr, 0, static_cast<int>(k_slice.count()),
                          nullptr);
    }
    int queued = 0;
    const auto* message = curl().multi_info_read(m_wire.multi.get(), &queued);
    return message == nullptr ? CURLE_RECV_ERROR : message->data.result;
}

Outcome Call::attempt(const Request& request, const Target& target) const
{
    const auto begin = Clock::now();
    configure(request);
    Exchange exchange(m_wire.easy.get(), request, target);
    Outcome outcome;
    try {
        const auto code = transfer(target, exchange);
        outcome.sent = exchange.sent();
        outcome.consumed = exchange.consumed();
        outcome.response = exchange.take(code);
        outcome.redirect = exchange.redirect();
        trace(request, std::to_string(outcome.response->status), begin);
    } catch (const base::Error& error) {
        trace(request, error.code(), begin);
        if (!is_transient(error)) {
            throw;
        }
        outcome.error = error;
    }
    return outcome;
}

Outcome Call::follow(Request request, const Target& target) const
{
    for (int redirects = 0;; ++redirects) {
        auto outcome = attempt(request, target);
        if (!outcome.response || !is_redirect(outcome.response->status) ||
            outcome.redirect.empty()) {
            return outcome;
        }
        const auto next = parse_any(outcome.redirect);
        const bool same = next == target;
        if (same && request.method != "GET") {
            return outcome;
        }
        if (!same || redirects == k_max_redirects) {
            auto named = values(target, true);
            named.emplace_back("target", next.host.empty() ? "?" : next.name());
            throw base::Error(base::ErrorKind::trust, "ANB-N306", std::move(named));
        }
        request.url = outcome.redirect;
    }
}

bool Call::may_repeat(const Request& request, const Outcome& outcome, int attempts) const
{
    if (attempts >= request.retries.value_or(m_shared.options.retries) || outcome.consumed) {
        return false;
    }
    if (outcome.response) {
        return is_repeatable(request, *outcome.response);
    }
    if (!outcome.sent) {
        return attempts < k_repeats_when_never_sent;
    }
    return request.repeatable;
}

std::optional<milliseconds> Call::pause(const Request& request, const Outcome& outcome,
                                        int attempts, const Target& target) const
{
    const auto most =
        std::min<milliseconds>(m_shared.options.retry_max_time - m_waited, m_shared.left());
    if (outcome.response && is_repeatable(request, *outcome.response)) {
        const auto now = m_shared.options.clock();
        if (const auto wanted = wanted_wait(*outcome.response, now)) {
            if (*wanted > most) {
                auto named = values(target, true);
                named.emplace_back("time", base::format_time(now + *wanted));
                named.emplace_back("status", std::to_string(outcome.response->status));
                throw base::Error(base::ErrorKind::try_later, "ANB-N309", std::move(named));
            }
            if (may_repeat(request, outcome, attempts)) {
                return std::max(milliseconds(*wanted), backoff(0, m_shared.options.retry_delay));
            }
        }
    }
    const auto grown = backoff(attempts, m_shared.options.retry_delay);
    if (!may_repeat(request, outcome, attempts) || grown > most) {
        return std::nullopt;
    }
    return grown;
}

void Call::wait(milliseconds time, const Target& target, bool sent) const
{
    const auto until = Clock::now() + time;
    while (Clock::now() < until) {
        if (is_cancelled()) {
            throw stopped(target, sent);
        }
        std::this_thread::sleep_for(
            std::min(k_slice, std::chrono::ceil<milliseconds>(until - Clock::now())));
    }
}

/// Waits until the host allows another request. @throws ANB-N309 when that takes too long
void Call::rest(const Request& request, const Target& target) const
{
    const auto asked = m_shared.rest_of(target);
    if (!asked) {
        return;
    }
    const auto time = std::chrono::ceil<milliseconds>(asked->until - Clock::now());
    if (time > std::min<milliseconds>(m_shared.options.retry_max_time, m_shared.left())) {
        auto named = values(target, false);
        named.emplace_back("time", base::format_time(m_shared.options.clock() +
                                                     std::chrono::ceil<base::Seconds>(time)));
        named.emplace_back("status", std::to_string(asked->status));
        throw base::Error(base::ErrorKind::try_later, "ANB-N309", std::move(named));
    }
    m_shared.trace(fmt::format("{} {} rests {} ms", request.method, request.url, time.count()));
    wait(time, target, false);
}

Response Call::send(const Request& request)
{
    const auto target = parse_target(request.url, request.plain_http);
    if (target.is_plain() && (request.bearer != nullptr || request.secret_body != nullptr)) {
        base::fail_internal("a secret for a plain address");
    }
    rest(request, target);
    for (int attempts = 0;; ++attempts) {
        if (m_shared.left() < k_shortest) {
            throw base::Error(base::ErrorKind::try_later, "ANB-N304", values(target, false));
        }
        auto outcome = follow(request, target);
        const auto time = pause(request, outcome, attempts, target);
        if (!time) {
            if (outcome.error) {
                throw base::Error(*outcome.error);
            }
            m_shared.note_rest(*outcome.response, target);
            return std::move(*outcome.response);
        }
        m_shared.trace(
            fmt::format("{} {} again in {} ms", request.method, request.url, time->count()));
        wait(*time, target, outcome.sent);
        m_waited += *time;
    }
}

} // namespace anb::http::detail
