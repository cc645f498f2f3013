// One request and one response as the services of the sandbox see them, without the HTTP library.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sandbox/osci/effect.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anb::sandbox {

/// Takes a piece of a body; false ends the reading.
using Receiver = std::function<bool(std::string_view piece)>;

struct Request {
    std::string method;
    std::string path;                  ///< as in the request line, without the query
    std::vector<std::string> segments; ///< of the path, percent-decoded
    std::multimap<std::string, std::string> query;
    std::map<std::string, std::string> headers; ///< names in lower case
    /// Hands the body over piece by piece, once. False when it broke off or the receiver stopped.
    std::function<bool(const Receiver&)> read_body;
    /// Pieces of the path that the route named: {"submissionId", "…"}.
    std::map<std::string, std::string> captured;
    OsciEffect osci; ///< what a fault script wants of an Intermediär

    /// Value of a header, empty when absent. @param name  in lower case
    std::string header(std::string_view name) const;
    /// Media type of the body in lower case, without parameters.
    std::string media_type() const;
    /// The only value of a query parameter. @throws Refusal 400 when it occurs twice
    std::optional<std::string> parameter(const std::string& name) const;
    /// A captured piece of the path that must be a UUID, in canonical form. @throws Refusal 400
    std::string uuid(const std::string& name) const;
    /// The whole body. @throws Refusal 413 over the limit, 400 when it broke off
    std::string body(std::size_t limit) const;
};

struct Response {
    int status = 200;
    std::string media_type; ///< empty for an answer without a body
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    /// Sent in place of `body` when not empty; the file is streamed.
    std::filesystem::path file;
    bool file_is_ours = false; ///< it is removed when it was sent
};

/// Splits a raw path at its slashes and decodes the pieces; the leading slash gives no piece.
std::vector<std::string> decode_path(std::string_view path);

/// Decodes "a=b&c=d" (application/x-www-form-urlencoded).
std::multimap<std::string, std::string> decode_form(std::string_view text);

/// limit and offset of a list (fit-connect.md §3).
struct Page {
    std::size_t limit = 100;
    std::size_t offset = 0;
};

/// @throws Refusal 400 outside 1..500 and 0..2^31-1
Page parse_page(const Request& request);

} // namespace anb::sandbox
