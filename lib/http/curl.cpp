// SPDX-License-Identifier: EUPL-1.2

#include "http/curl.hpp"

#include "base/error.hpp"
#include "http/detail/exchange.hpp"
#include "http/detail/failure.hpp"
#include "http/detail/trust.hpp"
#include "http/retry.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

namespace anb::http {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr int k_max_redirects = 3;
constexpr int k_repeats_when_never_sent = 2;
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

bool is_redirect(int status)
{
    return (status >= 301 && status <= 303) || status == 307 || status == 308;
}

/// One try: an answer or an error, and what it means for another try.
struct Outcome {
    std::optional<Response> response;
    std::optional<base::Error> error;
    std::string redirect;
    bool sent = false;
    bool consumed = false;
};

} // namespace

struct CurlTransport::State {
    Options options;
    std::string certificates;
    detail::ProxyLogin proxy_login;
    detail::Multi multi;
    detail::Easy easy;
    milliseconds used{0}; ///< of total_timeout, by earlier requests
    Clock::time_point started;

    milliseconds left() const { return options.total_timeout - used - since(started); }
    bool is_cancelled() const { return options.cancelled && options.cancelled(); }
    base::Error stopped(const detail::Target& target, bool sent) const;
    void trace(const Request& request, const std::string& result, Clock::time_point begin) const;

    void configure(const Request& request) const;
    CURLcode transfer(const detail::Target& target, const detail::Exchange& exchange) const;
    Outcome attempt(const Request& request, const detail::Target& target) const;
    Outcome follow(Request request, const detail::Target& target) const;
    bool may_repeat(const Request& request, const Outcome& outcome, int attempts) const;
    std::optional<milliseconds> pause(const Request& request, const Outcome& outcome, int attempts,
                                      const detail::Target& target) const;
    void wait(milliseconds time, const detail::Target& target, bool sent) const;
    Response send(const Request& request);
};

base::Error CurlTransport::State::stopped(const detail::Target& target, bool sent) const
{
    return {base::ErrorKind::try_later, "ANB-N308", detail::values(target, sent)};
}

void CurlTransport::State::trace(const Request& request, const std::string& result,
                                 Clock::time_point begin) const
{
    if (options.trace) {
        options.trace(fmt::format("{} {} {} {} ms", request.method, request.url, result,
                                  since(begin).count()));
    }
}

void CurlTransport::State::configure(const Request& request) const
{
    auto* handle = easy.get();
    detail::curl().easy_reset(handle);
    detail::set(handle, CURLOPT_PROTOCOLS_STR, "https");
    detail::set(handle, CURLOPT_REDIR_PROTOCOLS_STR, "https");
    detail::set(handle, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
    detail::set(handle, CURLOPT_FOLLOWLOCATION, 0L);
    detail::set(handle, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    detail::set(handle, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
    detail::set(handle, CURLOPT_USERAGENT, options.user_agent.c_str());
    detail::set(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    detail::set(handle, CURLOPT_QUICK_EXIT, 1L);
    if (!request.repeatable && !is_safe(request)) {
        detail::set(handle, CURLOPT_FRESH_CONNECT, 1L);
    }

    detail::set(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    detail::set(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    detail::set(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    detail::set(handle, CURLOPT_PROXY_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!certificates.empty()) {
        curl_blob blob{const_cast<char*>(certificates.data()), certificates.size(),
                       CURL_BLOB_NOCOPY};
        detail::set(handle, CURLOPT_CAINFO_BLOB, &blob);
        detail::set(handle, CURLOPT_PROXY_CAINFO_BLOB, &blob);
    }

    if (!options.proxy.empty()) {
        detail::set(handle, CURLOPT_PROXY, options.proxy.c_str());
    }
    if (!proxy_login.user.empty()) {
        const std::string user(proxy_login.user.reveal());
        std::string password(proxy_login.password.reveal());
        detail::set(handle, CURLOPT_PROXYUSERNAME, user.c_str());
        detail::set(handle, CURLOPT_PROXYPASSWORD, password.c_str());
        detail::set(handle, CURLOPT_PROXYAUTH, CURLAUTH_ANY);
        base::wipe(password);
    }

    const auto connect = milliseconds(options.connect_timeout);
    detail::set(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(connect.count()));
    detail::set(handle, CURLOPT_TIMEOUT_MS, std::max(1L, static_cast<long>(left().count())));
    detail::set(handle, CURLOPT_LOW_SPEED_LIMIT, 1L);
    detail::set(handle, CURLOPT_LOW_SPEED_TIME, static_cast<long>(options.stall_timeout.count()));
}

CURLcode CurlTransport::State::transfer(const detail::Target& target,
                                        const detail::Exchange& exchange) const
{
    struct Joined {
        CURLM* multi;
        CURL* easy;
        ~Joined() { detail::curl().multi_remove_handle(multi, easy); }
    };
    if (detail::curl().multi_add_handle(multi.get(), easy.get()) != CURLM_OK) {
        base::fail_internal("curl_multi_add_handle");
    }
    const Joined joined{multi.get(), easy.get()};

    int running = 1;
    while (true) {
        if (detail::curl().multi_perform(multi.get(), &running) != CURLM_OK) {
            base::fail_internal("curl_multi_perform");
        }
        if (running == 0) {
            break;
        }
        if (is_cancelled()) {
            throw stopped(target, exchange.sent());
        }
        detail::curl().multi_poll(multi.get(), nullptr, 0, static_cast<int>(k_slice.count()),
                                  nullptr);
    }
    int queued = 0;
    const auto* message = detail::curl().multi_info_read(multi.get(), &queued);
    return message == nullptr ? CURLE_RECV_ERROR : message->data.result;
}

Outcome CurlTransport::State::attempt(const Request& request, const detail::Target& target) const
{
    const auto begin = Clock::now();
    configure(request);
    detail::Exchange exchange(easy.get(), request, target);
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
        if (!detail::is_transient(error)) {
            throw;
        }
        outcome.error = error;
    }
    return outcome;
}

Outcome CurlTransport::State::follow(Request request, const detail::Target& target) const
{
    for (int redirects = 0;; ++redirects) {
        auto outcome = attempt(request, target);
        if (!outcome.response || !is_redirect(outcome.response->status) ||
            outcome.redirect.empty()) {
            return outcome;
        }
        const auto next = detail::parse_any(outcome.redirect);
        const bool same = next == target;
        if (same && request.method != "GET") {
            return outcome;
        }
        if (!same || redirects == k_max_redirects) {
            auto named = detail::values(target, true);
            named.emplace_back("target", next.host.empty() ? "?" : next.name());
            throw base::Error(base::ErrorKind::trust, "ANB-N306", std::move(named));
        }
        request.url = outcome.redirect;
    }
}

bool CurlTransport::State::may_repeat(const Request& request, const Outcome& outcome,
                                      int attempts) const
{
    if (attempts >= request.retries.value_or(options.retries) || outcome.consumed) {
        return false;
    }
    const bool repeatable = request.repeatable && !request.source;
    if (outcome.response) {
        return repeatable && worth_repeating(outcome.response->status);
    }
    if (!outcome.sent) {
        return attempts < k_repeats_when_never_sent;
    }
    return repeatable;
}

std::optional<milliseconds> CurlTransport::State::pause(const Request& request,
                                                        const Outcome& outcome, int attempts,
                                                        const detail::Target& target) const
{
    const auto most = std::min<milliseconds>(options.retry_max_time - since(started), left());
    if (outcome.response && request.repeatable && worth_repeating(outcome.response->status)) {
        const auto now = options.clock();
        if (const auto wanted = wanted_wait(*outcome.response, now)) {
            if (*wanted > most) {
                auto named = detail::values(target, true);
                named.emplace_back("time", base::format_time(now + *wanted));
                named.emplace_back("status", std::to_string(outcome.response->status));
                throw base::Error(base::ErrorKind::try_later, "ANB-N309", std::move(named));
            }
            if (may_repeat(request, outcome, attempts)) {
                return std::max(milliseconds(*wanted), backoff(0, options.retry_delay));
            }
        }
    }
    const auto grown = backoff(attempts, options.retry_delay);
    if (!may_repeat(request, outcome, attempts) || grown > most) {
        return std::nullopt;
    }
    return grown;
}

void CurlTransport::State::wait(milliseconds time, const detail::Target& target, bool sent) const
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

Response CurlTransport::State::send(const Request& request)
{
    const auto target = detail::parse_https(request.url);
    for (int attempts = 0;; ++attempts) {
        if (left() < k_shortest) {
            throw base::Error(base::ErrorKind::try_later, "ANB-N304",
                              detail::values(target, false));
        }
        auto outcome = follow(request, target);
        const auto time = pause(request, outcome, attempts, target);
        if (!time) {
            if (outcome.error) {
                throw base::Error(*outcome.error);
            }
            return std::move(*outcome.response);
        }
        if (options.trace) {
            options.trace(
                fmt::format("{} {} again in {} ms", request.method, request.url, time->count()));
        }
        wait(*time, target, outcome.sent);
    }
}

CurlTransport::CurlTransport(Options options) : m_state(std::make_unique<State>())
{
    m_state->certificates = detail::trusted_certificates(options.ca_files);
    if (!options.proxy_secret_file.empty()) {
        m_state->proxy_login = detail::read_proxy_login(options.proxy_secret_file);
    }
    m_state->options = std::move(options);
    m_state->multi.reset(detail::curl().multi_init());
    m_state->easy.reset(detail::curl().easy_init());
    if (!m_state->multi || !m_state->easy) {
        base::fail_internal("curl_easy_init");
    }
}

CurlTransport::~CurlTransport() = default;

Response CurlTransport::send(const Request& request)
{
    m_state->started = Clock::now();
    struct Account {
        State& state;
        ~Account() { state.used += since(state.started); }
    } const account{*m_state};
    return m_state->send(request);
}

} // namespace anb::http
