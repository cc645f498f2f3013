// SPDX-License-Identifier: EUPL-1.2

#include "http/detail/exchange.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "http/detail/failure.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::http::detail {

namespace {

constexpr std::size_t k_head_limit = std::size_t{256} * 1024;
constexpr std::uint64_t k_error_body_limit = std::uint64_t{32} * 1024 * 1024;

bool has_header(const Request& request, std::string_view name)
{
    return std::any_of(request.headers.begin(), request.headers.end(), [&](const auto& header) {
        return base::to_lower_ascii(header.first) == name;
    });
}

long number(CURL* easy, CURLINFO info)
{
    long value = 0;
    curl().easy_getinfo(easy, info, &value);
    return value;
}

} // namespace

Exchange::Exchange(CURL* easy, const Request& request, const Target& target)
    : m_easy(easy), m_request(request), m_target(target),
      m_source(request.source ? request.source() : base::Source())
{
    set(easy, CURLOPT_URL, request.url.c_str());
    set(easy, CURLOPT_ERRORBUFFER, m_text.data());
    set(easy, CURLOPT_HEADERFUNCTION, &Exchange::on_header);
    set(easy, CURLOPT_HEADERDATA, this);
    set(easy, CURLOPT_WRITEFUNCTION, &Exchange::on_body);
    set(easy, CURLOPT_WRITEDATA, this);
    describe_body();
    describe_head();
}

Exchange::~Exchange()
{
    curl().easy_reset(m_easy);
}

void Exchange::describe_body()
{
    if (m_request.source) {
        set(m_easy, CURLOPT_UPLOAD, 1L);
        set(m_easy, CURLOPT_READFUNCTION, &Exchange::on_upload);
        set(m_easy, CURLOPT_READDATA, this);
        set(m_easy, CURLOPT_INFILESIZE_LARGE,
            m_request.source_size ? static_cast<curl_off_t>(*m_request.source_size)
                                  : curl_off_t{-1});
    } else {
        const std::string_view body = m_request.secret_body != nullptr
                                          ? m_request.secret_body->reveal()
                                          : std::string_view(m_request.body);
        const bool announces_body =
            m_request.method == "POST" || m_request.method == "PUT" || m_request.method == "PATCH";
        if (!body.empty() || announces_body) {
            set(m_easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
            set(m_easy, CURLOPT_POSTFIELDS, body.empty() ? "" : body.data());
            if (!has_header(m_request, "content-type")) {
                m_head.add("Content-Type:");
            }
        }
    }
    if (m_request.method == "HEAD") {
        set(m_easy, CURLOPT_NOBODY, 1L);
    } else {
        set(m_easy, CURLOPT_CUSTOMREQUEST, m_request.method.c_str());
    }
}

void Exchange::describe_head()
{
    m_head.add("Expect:");
    for (const auto& [name, value] : m_request.headers) {
        m_head.add(value.empty() ? name + ";" : name + ": " + value);
    }
    if (m_request.bearer != nullptr) {
        const auto token = m_request.bearer->reveal();
        std::string line;
        line.reserve(token.size() + 32);
        line += "Authorization: " + m_request.bearer_scheme + " ";
        line += token;
        try {
            m_head.add(line);
        } catch (...) {
            base::wipe(line);
            throw;
        }
        base::wipe(line);
    }
    set(m_easy, CURLOPT_HTTPHEADER, m_head.get());
}

std::size_t Exchange::on_header(char* data, std::size_t, std::size_t size, void* self)
{
    return static_cast<Exchange*>(self)->receive_header({data, size});
}

std::size_t Exchange::on_body(char* data, std::size_t, std::size_t size, void* self)
{
    return static_cast<Exchange*>(self)->receive_body(base::as_bytes({data, size}));
}

std::size_t Exchange::on_upload(char* data, std::size_t, std::size_t size, void* self)
{
    return static_cast<Exchange*>(self)->produce_body(
        std::as_writable_bytes(std::span(data, size)));
}

base::Error Exchange::too_much(const std::string& detail) const
{
    return {base::ErrorKind::input, "ANB-N307", values(m_target, true), detail};
}

std::size_t Exchange::receive_header(std::string_view line)
{
    if (line.starts_with("HTTP/")) {
        m_response.headers.clear();
    }
    m_head_size += line.size();
    if (m_head_size > k_head_limit) {
        m_thrown = std::make_exception_ptr(too_much("headers"));
        return 0;
    }
    if (const auto colon = line.find(':'); colon != std::string_view::npos) {
        m_response.headers.emplace_back(base::to_lower_ascii(base::trim(line.substr(0, colon))),
                                        base::trim(line.substr(colon + 1)));
    } else if (base::trim(line).empty() && !admits_encoding()) {
        m_thrown = std::make_exception_ptr(
            too_much("content-encoding: " + m_response.header("content-encoding")));
        return 0;
    }
    return line.size();
}

bool Exchange::admits_encoding() const
{
    const auto encoding = base::to_lower_ascii(m_response.header("content-encoding"));
    return encoding.empty() || encoding == "identity" || encoding == "gzip" ||
           encoding == "deflate";
}

std::size_t Exchange::receive_body(base::ByteView piece)
{
    const auto status = number(m_easy, CURLINFO_RESPONSE_CODE);
    const bool good = status >= 200 && status < 300;
    m_received += piece.size();
    if (m_received >
        (good ? m_request.max_response : std::min(m_request.max_response, k_error_body_limit))) {
        m_thrown = std::make_exception_ptr(too_much(fmt::format("more than {} bytes", m_received)));
        return 0;
    }
    try {
        if (m_request.sink && good) {
            m_consumed = true;
            m_request.sink(piece);
        } else {
            m_response.body += base::as_text(piece);
        }
    } catch (...) {
        m_thrown = std::current_exception();
        return 0;
    }
    return piece.size();
}

std::size_t Exchange::produce_body(std::span<std::byte> buffer)
{
    try {
        if (m_request.source_size) {
            const auto left = *m_request.source_size - m_produced;
            buffer = buffer.first(
                static_cast<std::size_t>(std::min<std::uint64_t>(left, buffer.size())));
        }
        const std::size_t count = buffer.empty() ? 0 : m_source(buffer);
        m_produced += count;
        if (count == 0 && m_request.source_size && m_produced != *m_request.source_size) {
            base::fail_internal(fmt::format("body source gave {} bytes, announced were {}",
                                            m_produced, *m_request.source_size));
        }
        if (m_produced == m_request.source_size) {
            std::byte extra{};
            if (m_source({&extra, 1}) != 0) {
                base::fail_internal("body source gave more than announced");
            }
        }
        return count;
    } catch (...) {
        m_thrown = std::current_exception();
        return CURL_READFUNC_ABORT;
    }
}

bool Exchange::sent() const
{
    curl_off_t ready = 0;
    curl().easy_getinfo(
        m_easy, m_target.is_plain() ? CURLINFO_CONNECT_TIME_T : CURLINFO_APPCONNECT_TIME_T, &ready);
    const bool connected = ready > 0 || number(m_easy, CURLINFO_NUM_CONNECTS) == 0;
    return connected && number(m_easy, CURLINFO_REQUEST_SIZE) > 0;
}

std::string Exchange::redirect() const
{
    const char* url = nullptr;
    curl().easy_getinfo(m_easy, CURLINFO_REDIRECT_URL, &url);
    return url == nullptr ? std::string() : std::string(url);
}

Response Exchange::take(CURLcode code)
{
    if (m_thrown) {
        std::rethrow_exception(m_thrown);
    }
    if (code != CURLE_OK) {
        Failure failure;
        failure.code = code;
        failure.text = m_text[0] == '\0' ? curl().easy_strerror(code) : m_text.data();
        failure.certificate_result = number(m_easy, CURLINFO_SSL_VERIFYRESULT);
        failure.proxy_status = number(m_easy, CURLINFO_HTTP_CONNECTCODE);
        failure.sent = sent();
        failure.repeatable = m_request.repeatable;
        throw to_error(failure, m_target);
    }
    m_response.status = static_cast<int>(number(m_easy, CURLINFO_RESPONSE_CODE));
    return std::move(m_response);
}

} // namespace anb::http::detail
