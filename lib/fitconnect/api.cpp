// SPDX-License-Identifier: EUPL-1.2
#include "fitconnect/api.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::fitconnect {

namespace {

using base::Error;
using base::ErrorKind;

constexpr std::int64_t k_page = 500;
constexpr std::size_t k_max_elements = 200'000;
constexpr std::size_t k_max_reason = 300;

std::string text_of(const json::Value& object, const char* name)
{
    const auto member = object.find(name);
    if (member == object.end()) {
        return {};
    }
    return member->is_string() ? member->get<std::string>() : json::dump(*member);
}

std::string in_own_words(const Problem& problem)
{
    auto words = problem.title;
    for (const auto& part : {problem.detail, problem.issue}) {
        if (!part.empty() && part != problem.title) {
            words += (words.empty() ? "" : ": ") + part;
        }
    }
    return base::printable(words.empty() ? "-" : words, k_max_reason);
}

struct Meaning {
    ErrorKind kind;
    const char* code;
};

Meaning meaning_of(int status)
{
    switch (status) {
    case 401:
        return {ErrorKind::credentials, "ANB-F401"};
    case 403:
        return {ErrorKind::credentials, "ANB-F402"};
    case 404:
    case 410:
        return {ErrorKind::missing, "ANB-F403"};
    case 409:
    case 412:
        return {ErrorKind::try_later, "ANB-F405"};
    case 408:
    case 429:
        return {ErrorKind::try_later, "ANB-F404"};
    default:
        return status >= 500 ? Meaning{ErrorKind::try_later, "ANB-F404"}
                             : Meaning{ErrorKind::input, "ANB-F406"};
    }
}

std::int64_t number_or(const json::Reader& reader, std::string_view name, std::int64_t fallback)
{
    return reader.find_integer(name).value_or(fallback);
}

} // namespace

Problem parse_problem(const http::Response& response)
{
    Problem problem;
    problem.status = response.status;
    try {
        const auto body = json::parse(response.body, "problem+json");
        if (body.is_object()) {
            problem.type = text_of(body, "type");
            problem.title = text_of(body, "title");
            problem.detail = text_of(body, "detail");
            problem.instance = text_of(body, "instance");
            problem.issue = text_of(body, "issue");
        }
    } catch (const Error&) {
        // Gateways answer with HTML or nothing (fit-connect.md §3): the status is all there is.
    }
    return problem;
}

void throw_problem(const http::Response& response, std::string_view url)
{
    const auto problem = parse_problem(response);
    const auto [kind, code] = meaning_of(response.status);
    throw Error(kind, code,
                {{"url", std::string(url)},
                 {"status", std::to_string(response.status)},
                 {"reason", in_own_words(problem)}},
                base::printable(problem.type + " " + problem.instance, k_max_reason));
}

Api::Api(Environment environment, int version, http::Transport& transport,
         oauth::TokenSource* tokens, std::function<base::UtcTime()> clock)
    : m_environment(std::move(environment)), m_version(version), m_transport(transport),
      m_tokens(tokens), m_clock(std::move(clock))
{
}

std::string Api::submission_url(std::string_view path) const
{
    return m_environment.submission(m_version) + (m_version == 1 ? "/v1" : "/v2") +
           std::string(path);
}

std::string Api::destination_url(std::string_view path) const
{
    return m_environment.destination_url + std::string(path);
}

base::SecretString Api::token()
{
    const std::lock_guard lock(m_token_mutex);
    return m_tokens->token(now()).copy();
}

void Api::forget_token()
{
    const std::lock_guard lock(m_token_mutex);
    m_tokens->forget();
}

http::Response Api::exchange(http::Request& request, bool with_token,
                             const std::vector<int>& also_accepted)
{
    const auto has_token = with_token && has_login();
    base::SecretString bearer;
    const auto attempt = [&] {
        if (has_token) {
            bearer = token();
            request.bearer = &bearer;
        }
        return m_transport.send(request);
    };
    auto response = attempt();
    if (response.status == 401 && has_token) {
        forget_token();
        response = attempt();
    }
    request.bearer = nullptr;
    const auto accepted = response.ok() || std::find(also_accepted.begin(), also_accepted.end(),
                                                     response.status) != also_accepted.end();
    if (!accepted) {
        throw_problem(response, request.url);
    }
    return response;
}

http::Response Api::send(http::Request request, const std::vector<int>& also_accepted)
{
    return exchange(request, true, also_accepted);
}

json::Value Api::get(const std::string& url, bool with_token)
{
    http::Request request;
    request.url = url;
    request.headers = {{"Accept", "application/json, application/problem+json"}};
    request.repeatable = true;
    return json::parse(exchange(request, with_token, {}).body, url);
}

std::vector<json::Value> Api::get_all(const std::string& url, std::string_view name,
                                      bool with_token)
{
    std::vector<json::Value> all;
    std::int64_t offset = 0;
    while (true) {
        const auto page_url =
            fmt::format("{}{}limit={}&offset={}", url,
                        url.find('?') == std::string::npos ? '?' : '&', k_page, offset);
        const auto page = get(page_url, with_token);
        const json::Reader reader(page, page_url);
        for (const auto& element : reader.at(name).elements()) {
            all.push_back(element.value());
        }
        const auto count = number_or(reader, "count", 0);
        const auto total = number_or(reader, "totalCount", 0);
        offset += count;
        if (count <= 0 || offset >= total) {
            return all;
        }
        if (all.size() > k_max_elements) {
            reader.at(name).fail(fmt::format("<= {}", k_max_elements));
        }
    }
}

} // namespace anb::fitconnect
