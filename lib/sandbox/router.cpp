// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/router.hpp"

#include "base/error.hpp"
#include "sandbox/problem.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace anb::sandbox {

namespace {

using Captured = std::map<std::string, std::string>;

bool is_name(const std::string& piece)
{
    return piece.size() > 2 && piece.front() == '{' && piece.back() == '}';
}

std::optional<Captured> match(const std::vector<std::string>& pieces,
                              const std::vector<std::string>& segments)
{
    if (pieces.size() != segments.size()) {
        return std::nullopt;
    }
    Captured captured;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (is_name(pieces[i]) && !segments[i].empty()) {
            captured[pieces[i].substr(1, pieces[i].size() - 2)] = segments[i];
        } else if (pieces[i] != segments[i]) {
            return std::nullopt;
        }
    }
    return captured;
}

Response run(const Handler& handler, const Request& request)
{
    try {
        return handler(request);
    } catch (const Refusal& refusal) {
        return refusal.response();
    } catch (const base::Error& error) {
        const int status = error.kind() == base::ErrorKind::input ? 400 : 500;
        return problem(status, "", error.what());
    } catch (const std::exception& error) {
        return problem(500, "", error.what());
    }
}

} // namespace

void Router::add(std::string_view method, std::string_view pattern, Handler handler)
{
    m_routes.push_back({std::string(method), decode_path(pattern), std::move(handler)});
}

Response Router::dispatch(Request& request) const
{
    const auto wanted = request.method == "HEAD" ? "GET" : request.method;
    std::set<std::string> allowed;
    for (const auto& route : m_routes) {
        if (auto captured = match(route.pieces, request.segments)) {
            if (route.method == wanted) {
                request.captured = std::move(*captured);
                return run(route.handler, request);
            }
            allowed.insert(route.method);
        }
    }
    if (allowed.empty()) {
        return problem(404, "", "there is no such path");
    }
    auto response = problem(405, "", "this path does not know the method");
    std::string names;
    for (const auto& method : allowed) {
        names += (names.empty() ? "" : ", ") + method;
    }
    response.headers.emplace_back("Allow", names);
    return response;
}

} // namespace anb::sandbox
