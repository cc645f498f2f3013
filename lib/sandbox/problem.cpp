// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/problem.hpp"

#include <algorithm>

namespace anb::sandbox {

namespace {

constexpr std::string_view k_type_prefix =
    "https://schema.fitko.de/fit-connect/submission-api/problems/";

} // namespace

std::string_view reason_phrase(int status)
{
    switch (status) {
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 413:
        return "Request Entity Too Large";
    case 415:
        return "Unsupported Media Type";
    case 422:
        return "Unprocessable Entity";
    case 429:
        return "Too Many Requests";
    case 500:
        return "Internal Server Error";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    default:
        return "Error";
    }
}

Response problem(int status, std::string_view tail, std::string_view detail, std::string_view issue)
{
    json::Value body = {
        {"type", tail.empty() ? "about:blank" : std::string(k_type_prefix) + std::string(tail)},
        {"title", std::string(reason_phrase(status))},
        {"status", status},
        {"detail", std::string(detail)},
    };
    if (!issue.empty()) {
        body["issue"] = std::string(issue);
    }
    Response response;
    response.status = status;
    response.media_type = "application/problem+json";
    response.body = json::dump(body);
    return response;
}

Refusal::Refusal(Response response) : m_response(std::move(response)) {}

Refusal::Refusal(int status, std::string_view detail) : m_response(problem(status, "", detail)) {}

Response json_response(const json::Value& value, int status)
{
    Response response;
    response.status = status;
    response.media_type = "application/json";
    response.body = json::dump(value);
    return response;
}

Response list_response(std::string_view name, const std::vector<json::Value>& elements,
                       const Page& page)
{
    const auto first = std::min(page.offset, elements.size());
    const auto last = std::min(first + page.limit, elements.size());
    auto list = json::Value::array();
    for (auto i = first; i < last; ++i) {
        list.push_back(elements[i]);
    }
    return json_response({{"count", last - first},
                          {"offset", page.offset},
                          {"totalCount", elements.size()},
                          {std::string(name), std::move(list)}});
}

void require_media_type(const Request& request, std::string_view media_type)
{
    if (request.media_type() != media_type) {
        throw Refusal(415, "Content-Type must be " + std::string(media_type));
    }
}

json::Value json_body(const Request& request, std::string_view media_type, std::size_t limit)
{
    require_media_type(request, media_type);
    json::Limits limits;
    limits.bytes = limit;
    auto value = json::parse(request.body(limit), "body", limits);
    if (!value.is_object()) {
        throw Refusal(400, "the body is not a JSON object");
    }
    return value;
}

} // namespace anb::sandbox
