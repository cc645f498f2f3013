// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/recorder.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "json/json.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace anb::sandbox {

namespace {

constexpr std::array<std::string_view, 4> k_secret_fields = {"client_secret", "client_assertion",
                                                             "access_token", "secret"};

/// "Bearer ***"
std::string without_credentials(const std::string& authorization)
{
    return std::string(base::split(authorization, ' ').front()) + " ***";
}

json::Value headers_of(const Request& request)
{
    auto headers = json::Value::object();
    for (const auto& [name, value] : request.headers) {
        headers[name] = name == "authorization" ? without_credentials(value) : value;
    }
    return headers;
}

json::Value query_of(const Request& request)
{
    auto query = json::Value::object();
    for (const auto& [name, value] : request.query) {
        if (!query.contains(name)) {
            query[name] = value;
        } else if (query[name].is_array()) {
            query[name].push_back(value);
        } else {
            query[name] = json::Value::array({query[name], value});
        }
    }
    return query;
}

void hide_secrets(json::Value& value)
{
    for (const auto name : k_secret_fields) {
        if (value.is_object() && value.contains(name) && value[name].is_string()) {
            value[name] = "***";
        }
    }
    if (value.is_structured()) {
        for (auto& element : value) {
            hide_secrets(element);
        }
    }
}

std::string without_secrets(const std::string& body, const std::string& media_type)
{
    if (media_type == "application/x-www-form-urlencoded") {
        std::string text;
        for (const auto& [name, value] : decode_form(body)) {
            const bool secret = std::ranges::find(k_secret_fields, name) != k_secret_fields.end();
            const auto shown = secret ? "***" : base::percent_encode(value);
            text += (text.empty() ? "" : "&") + base::percent_encode(name) + "=" + shown;
        }
        return text;
    }
    auto value = json::Value::parse(body, nullptr, false);
    if (!value.is_structured()) {
        return body;
    }
    const auto before = value;
    hide_secrets(value);
    return value == before ? body : json::dump(value);
}

json::Value recorded(const std::optional<std::string>& body, const std::string& media_type)
{
    return body && base::is_utf8(*body) ? json::Value(without_secrets(*body, media_type))
                                        : json::Value(nullptr);
}

/// What was sent as body; nothing when it is too long for a record.
std::optional<std::string> body_of(const Response& response)
{
    if (response.file.empty()) {
        return response.body.size() > Recorder::k_longest_body ? std::nullopt
                                                               : std::optional(response.body);
    }
    std::error_code ignored;
    if (std::filesystem::file_size(response.file, ignored) > Recorder::k_longest_body) {
        return std::nullopt;
    }
    return base::to_text(base::read_file(response.file.string(), Recorder::k_longest_body));
}

} // namespace

Recorder::Recorder(std::filesystem::path log, std::filesystem::path records)
    : m_log(std::move(log)), m_records(std::move(records))
{
}

void Recorder::append(const std::filesystem::path& file, const std::string& line)
{
    std::ofstream out(file, std::ios::app | std::ios::binary);
    out << line << '\n';
    out.flush();
    if (!out) {
        throw base::Error(base::ErrorKind::io, "ANB-G206",
                          {{"file", file.string()}, {"reason", std::strerror(errno)}});
    }
}

void Recorder::add(base::UtcTime at, const Request& request, const std::optional<std::string>& body,
                   const Response& response, int status, bool faulty)
{
    auto shown = json::Value::object();
    for (const auto* name : {"user-agent", "content-type", "content-length", "accept"}) {
        if (request.headers.contains(name)) {
            shown[name] = request.header(name);
        }
    }
    if (request.headers.contains("authorization")) {
        shown["authorization"] = base::split(request.header("authorization"), ' ').front();
    }
    json::Value entry = {{"time", base::format_time(at)},
                         {"method", request.method},
                         {"path", request.path},
                         {"status", status},
                         {"headers", std::move(shown)}};
    if (faulty) {
        entry["fault"] = true;
    }
    const std::lock_guard lock(m_mutex);
    append(m_log, json::dump(entry));
    if (m_records.empty()) {
        return;
    }
    auto headers = json::Value::object();
    headers["content-type"] = response.media_type;
    for (const auto& [name, value] : response.headers) {
        headers[base::to_lower_ascii(name)] = value;
    }
    append(m_records,
           json::dump({{"method", request.method},
                       {"path", request.path},
                       {"query", query_of(request)},
                       {"headers", headers_of(request)},
                       {"body", recorded(body, request.media_type())},
                       {"status", status},
                       {"response_headers", std::move(headers)},
                       {"response_body", recorded(body_of(response), response.media_type)}}));
}

} // namespace anb::sandbox
