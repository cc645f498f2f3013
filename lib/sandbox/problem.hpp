// Refusals as services send them: application/problem+json (RFC 7807, fit-connect.md §3).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "json/json.hpp"
#include "sandbox/message.hpp"

#include <exception>
#include <string>
#include <string_view>

namespace anb::sandbox {

/// An answer outside 2xx, thrown by a handler and sent by the router.
class Refusal : public std::exception {
public:
    explicit Refusal(Response response);
    /// A problem without a type of its own ("about:blank").
    Refusal(int status, std::string_view detail);

    const Response& response() const { return m_response; }
    const char* what() const noexcept override { return "refused"; }

private:
    Response m_response;
};

/// @param tail    last part of the type's address, such as "submission-not-found"; empty for
///                "about:blank"
/// @param issue   member `issue` of the 422 of a posted event; left out when empty
Response problem(int status, std::string_view tail, std::string_view detail,
                 std::string_view issue = {});

/// "Not Found" for 404
std::string_view reason_phrase(int status);

/// 200 with a document.
Response json_response(const json::Value& value, int status = 200);

/// The document of a list: count, offset, totalCount and the page of `elements`.
Response list_response(std::string_view name, const std::vector<json::Value>& elements,
                       const Page& page);

/// Refuses a request whose body is of another media type: 415.
void require_media_type(const Request& request, std::string_view media_type);

/// Reads a JSON body. @throws Refusal 415, 413, 400
json::Value json_body(const Request& request, std::string_view media_type, std::size_t limit);

} // namespace anb::sandbox
