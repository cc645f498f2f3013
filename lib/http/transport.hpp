// One request in, one response out.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "base/error.hpp"
#include "base/secret.hpp"
#include "base/source.hpp"

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

struct Request {
    std::string method = "GET";
    std::string url; ///< https only, unless plain_http is set
    /// http is allowed too: for protocols that bring their own encryption and are meant to travel
    /// in the open. Anybody may have written the answer; a request with a bearer or a secret body
    /// is refused.
    bool plain_http = false;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    /// Makes the body from its first byte, once for every try; used instead of `body` when set.
    std::function<base::Source()> source;
    std::optional<std::uint64_t> source_size; ///< otherwise chunked
    /// Where the body of a 2xx answer goes instead of Response::body; its size is bounded by
    /// `max_response`. Bodies of other answers always land in Response::body. Once it was called
    /// the request is not repeated.
    base::Sink sink;
    /// Bytes after decompression; bodies of answers other than 2xx are bounded by 32 MiB besides.
    std::uint64_t max_response = 32 * 1024 * 1024;
    /// May be sent again after a failure that leaves open whether it arrived.
    bool repeatable = false;
    /// Most repetitions of this request; nothing: as many as the transport makes.
    std::optional<int> retries;
    /// Secret for "Authorization: Bearer"; never traced.
    const base::SecretString* bearer = nullptr;
    std::string bearer_scheme = "Bearer"; ///< the word in front of it
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

    /// An answer with any status is a Response. What throws (each error names {host}):
    ///
    /// | code     | kind          | meaning                                                   |
    /// | -------- | ------------- | --------------------------------------------------------- |
    /// | ANB-N301 | unavailable   | name not found                                            |
    /// | ANB-N302 | unavailable   | refused or lost; certainly not sent                       |
    /// | ANB-N302 | try_later     | lost after it was sent; repeatable                        |
    /// | ANB-N303 | unavailable   | the proxy refused with {status}                           |
    /// | ANB-N304 | try_later     | time limit; certainly not sent, or repeatable             |
    /// | ANB-N305 | trust         | TLS certificate not trusted                               |
    /// | ANB-N306 | trust         | redirect to another host, or one that goes on and on      |
    /// | ANB-N307 | input         | answer too large, in an unknown encoding or malformed     |
    /// | ANB-N308 | try_later     | stopped by the user                                       |
    /// | ANB-N309 | try_later     | the service asks with {status} to wait until {time}       |
    /// | ANB-N310 | try_later     | lost or timed out after it was sent: **outcome unknown**  |
    /// | ANB-N311 | trust         | no TLS 1.2 or newer with this server                      |
    /// | ANB-N312 | configuration | a CA file holds no certificate                            |
    /// | ANB-N313 | configuration | the proxy's password file holds no "user:password"        |
    /// | ANB-N314 | trust         | TLS certificate expired or not yet valid                  |
    /// | ANB-N315 | trust         | TLS certificate is for another name                       |
    /// | ANB-N316 | unavailable   | the proxy cannot be reached                               |
    ///
    /// ANB-N310 comes only for requests that are not `repeatable`: the service may have acted, and
    /// the caller finds out (event log) before it sends again. See may_have_arrived().
    /// Error{internal} for a URL that is not https, or http where plain_http allows it. What a
    /// source or a sink throws passes through.
    virtual Response send(const Request& request) = 0;
};

/// True when at least part of the request had left before this error of Transport::send(): the
/// service may have acted on it. True for every ANB-N310, and for ANB-N306 to ANB-N308 when they
/// came after sending. Errors of other origin give false.
bool may_have_arrived(const base::Error& error);

} // namespace anb::http
