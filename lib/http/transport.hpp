// One request in, one response out.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "base/secret.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anb::http {

/// A body that is produced while it is sent. Called repeatedly; fills `buffer` from the front and
/// returns the number of bytes, 0 at the end.
using BodySource = std::function<std::size_t(std::span<std::byte> buffer)>;
/// Receives a body in pieces as it arrives.
using BodySink = std::function<void(base::ByteView piece)>;

struct Request {
    std::string method = "GET";
    std::string url; ///< https only
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    /// Used instead of `body` when set; such a request is never repeated by the transport.
    BodySource source;
    std::optional<std::uint64_t> source_size; ///< otherwise chunked
    /// Where the body of a 2xx answer goes instead of Response::body; its size is bounded by
    /// `max_response`. Bodies of other answers always land in Response::body.
    BodySink sink;
    std::uint64_t max_response = 32 * 1024 * 1024;
    /// May be sent again after a failure that leaves open whether it arrived.
    bool repeatable = false;
    /// Secret for "Authorization: Bearer"; never traced.
    const base::SecretString* bearer = nullptr;
    /// A secret body, for the token request; used instead of `body` when set; never traced.
    const base::SecretString* secret_body = nullptr;
};

struct Response {
    int status = 0;
    std::vector<std::pair<std::string, std::string>> headers; ///< names in lower case
    std::string body;

    bool ok() const { return status >= 200 && status < 300; }
    /// First value of a header, "" when absent.
    std::string header(std::string_view name) const;
};

/// Sends requests. Two implementations: curl, and recorded answers in tests.
class Transport {
public:
    virtual ~Transport() = default;
    /// @throws Error{unavailable} ANB-N301 name not found, ANB-N302 refused or reset, ANB-N303
    ///         proxy refused; Error{try_later} ANB-N304 time limit; Error{trust} ANB-N305 TLS
    ///         certificate not trusted, ANB-N306 redirect to another host; Error{input} ANB-N307
    ///         answer too large or in an unknown encoding; Error{internal} for a non-https URL
    virtual Response send(const Request& request) = 0;
};

} // namespace anb::http
