// Finds the handler of a request by method and path.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sandbox/message.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::sandbox {

using Handler = std::function<Response(const Request&)>;

/// The routes of all services. Filled before the server starts, read-only afterwards.
class Router {
public:
    /// @param pattern  such as "/test/submission-api/v2/submissions/{submissionId}"; a piece in
    ///                 braces takes any one segment and is found in Request::captured
    void add(std::string_view method, std::string_view pattern, Handler handler);

    /// Runs the handler. Unknown paths give 404, known ones with another method 405 with Allow.
    /// What a handler throws becomes an answer: Refusal as it says, Error{input} 400, any other
    /// exception 500.
    Response dispatch(Request& request) const;

private:
    struct Route {
        std::string method;
        std::vector<std::string> pieces;
        Handler handler;
    };
    std::vector<Route> m_routes;
};

} // namespace anb::sandbox
