// Tests of http/recorded.hpp and http/transport.hpp.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "http/recorded.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace anb;

TEST_CASE("http::Response: finds a header whatever its case, the first of several")
{
    const http::Response response{200, {{"etag", "one"}, {"etag", "two"}}, ""};
    CHECK(response.header("ETag") == "one");
    CHECK(response.header("Date").empty());
    CHECK(response.ok());
    CHECK(!http::Response{304, {}, ""}.ok());
}

TEST_CASE("http::RecordedTransport: gives its answers in order and keeps what was sent")
{
    http::RecordedTransport transport({{"GET", "https://a.example/1", {200, {}, "one"}},
                                       {"PUT", "https://a.example/2", {204, {}, ""}}});
    http::Request get;
    get.url = "https://a.example/1";
    CHECK(transport.send(get).body == "one");

    const base::SecretString token("t0ken");
    http::Request put;
    put.method = "PUT";
    put.url = "https://a.example/2";
    put.bearer = &token;
    put.source_size = 6;
    put.source = [] {
        return [left = std::string("abcdef")](std::span<std::byte> buffer) mutable {
            const auto count =
                std::min<std::size_t>(buffer.size(), std::min<std::size_t>(left.size(), 4));
            std::copy_n(base::as_bytes(left).begin(), count, buffer.begin());
            left.erase(0, count);
            return count;
        };
    };
    CHECK(transport.send(put).status == 204);
    CHECK(transport.finished());
    REQUIRE(transport.sent().size() == 2);
    CHECK(transport.sent()[1].body == "abcdef");
    CHECK(transport.sent()[1].headers.back().second == "Bearer t0ken");
    CHECK(transport.sent()[1].bearer == nullptr);
}

TEST_CASE("http::RecordedTransport: refuses what was not expected")
{
    http::RecordedTransport transport({{"GET", "https://a.example/", {200, {}, ""}}});
    http::Request request;
    request.url = "https://b.example/";
    CHECK_THROWS_AS(transport.send(request), base::Error);
    CHECK_THROWS_AS(transport.send(request), base::Error);
}

TEST_CASE("http::RecordedTransport: feeds a sink with good answers only and keeps the limit")
{
    http::RecordedTransport transport({{"GET", "https://a.example/", {200, {}, "good"}},
                                       {"GET", "https://a.example/", {404, {}, "bad"}},
                                       {"GET", "https://a.example/", {200, {}, "too long"}}});
    std::string received;
    http::Request request;
    request.url = "https://a.example/";
    request.max_response = 5;
    request.sink = [&](base::ByteView piece) { received += base::as_text(piece); };
    CHECK(transport.send(request).body.empty());
    CHECK(transport.send(request).body == "bad");
    CHECK(received == "good");
    try {
        transport.send(request);
        FAIL("accepted");
    } catch (const base::Error& error) {
        CHECK(error.code() == "ANB-N307");
        CHECK(http::may_have_arrived(error));
    }
}
