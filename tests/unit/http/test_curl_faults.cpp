// Tests of http/curl.hpp: what goes wrong on the way, and what is repeated.
// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "curl_fixture.hpp"

#include <array>
#include <string>

using namespace anb;
using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

namespace {

struct Case {
    std::string port, code;
};

} // namespace

TEST_CASE("http::CurlTransport: trusts no certificate that it should not")
{
    ANB_REQUIRE_SERVER();
    for (const auto& test : std::array<Case, 4>{{{"unknown", "ANB-N305"},
                                                 {"expired", "ANB-N314"},
                                                 {"othername", "ANB-N315"},
                                                 {"old", "ANB-N311"}}}) {
        CAPTURE(test.port);
        const auto error = failure(options(), get("/echo", test.port));
        CHECK(error.kind() == base::ErrorKind::trust);
        CHECK(error.code() == test.code);
        CHECK(value_of(error, "host") == "127.0.0.1:" + faulty_server().value(test.port));
        CHECK(!http::may_have_arrived(error));
        CHECK(!error.detail().empty());
    }
    auto without_ca = options();
    without_ca.ca_files.clear();
    CHECK(failure(without_ca, get("/echo")).code() == "ANB-N305");
}

TEST_CASE("http::CurlTransport: refuses CA and login files that hold none")
{
    auto wrong = http::Options{};
    wrong.ca_files = {ANB_FAULTY_SERVER};
    CHECK(failure(wrong, {}).code() == "ANB-N312");
    wrong.ca_files = {"/nonexistent/ca.pem"};
    CHECK(failure(wrong, {}).kind() == base::ErrorKind::missing);
    wrong.ca_files.clear();
    wrong.proxy_secret_file = "/dev/null";
    CHECK(failure(wrong, {}).code() == "ANB-N313");
}

TEST_CASE("http::CurlTransport: names hosts that cannot be found or reached")
{
    ANB_REQUIRE_SERVER();
    const auto unknown = failure(options(), request("POST", "https://nirgends.invalid/x"));
    CHECK(unknown.code() == "ANB-N301");
    CHECK(unknown.kind() == base::ErrorKind::unavailable);
    CHECK(value_of(unknown, "host") == "nirgends.invalid");
    CHECK(value_of(unknown, "sent") == "no");

    const auto refused = failure(options(), request("POST", "https://127.0.0.1:1/"));
    CHECK(refused.code() == "ANB-N302");
    CHECK(value_of(refused, "sent") == "no");
}

TEST_CASE("http::CurlTransport: tells a proxy that refuses from one that is not there")
{
    ANB_REQUIRE_SERVER();
    auto refusing = options();
    refusing.proxy = "http://127.0.0.1:" + faulty_server().value("refusing");
    const auto refused = failure(refusing, get("/echo"));
    CHECK(refused.code() == "ANB-N303");
    CHECK(value_of(refused, "status") == "403");
    CHECK(!http::may_have_arrived(refused));

    auto absent = options();
    absent.proxy = "http://127.0.0.1:1";
    CHECK(failure(absent, get("/echo")).code() == "ANB-N316");
    absent.proxy = "http://proxy.invalid:3128";
    CHECK(failure(absent, get("/echo")).code() == "ANB-N316");
}

TEST_CASE("http::CurlTransport: never repeats what may have arrived")
{
    ANB_REQUIRE_SERVER();
    for (const std::string path : {"/reset-before-body", "/reset-after-body", "/truncated"}) {
        CAPTURE(path);
        const auto before = std::stoi(hits(path));
        auto post = request("POST", faulty_server().url(path));
        post.body = std::string(100000, 'x');
        const auto error = failure(options(), post);
        CHECK(error.code() == "ANB-N310");
        CHECK(error.kind() == base::ErrorKind::try_later);
        CHECK(http::may_have_arrived(error));
        CHECK(std::stoi(hits(path)) == before + 1);
    }
    auto post = request("POST", faulty_server().url("/status/503"));
    http::CurlTransport transport(options());
    CHECK(transport.send(post).status == 503);
    CHECK(hits("/status/503") == "1");
    // Refused for being one too many, it was certainly not carried out.
    CHECK(transport.send(request("POST", faulty_server().url("/wait-seconds/post"))).status == 200);
    CHECK(hits("/wait-seconds/post") == "2");
}

TEST_CASE("http::CurlTransport: knows of plain http as well what may have arrived")
{
    ANB_REQUIRE_SERVER();
    for (const std::string path : {"/reset-after-body/plain", "/truncated/plain"}) {
        CAPTURE(path);
        auto post = request("POST", faulty_server().url(path, "plain"));
        post.plain_http = true;
        post.body = std::string(100000, 'x');
        const auto error = failure(options(), post);
        CHECK(error.code() == "ANB-N310");
        CHECK(http::may_have_arrived(error));
        CHECK(hits(path) == "1");
    }
    auto lost = request("POST", "http://127.0.0.1:1/");
    lost.plain_http = true;
    CHECK(failure(options(), lost).code() == "ANB-N302");
    CHECK_FALSE(http::may_have_arrived(failure(options(), lost)));

    auto moved = request("GET", faulty_server().url("/redirect-other", "plain"));
    moved.plain_http = true;
    CHECK(failure(options(), moved).code() == "ANB-N306");
    auto left = get("/redirect-plain");
    left.plain_http = true;
    CHECK(failure(options(), left).code() == "ANB-N306");
}

TEST_CASE("http::CurlTransport: repeats anything that was refused for there being too many")
{
    ANB_REQUIRE_SERVER();
    http::CurlTransport transport(options());
    auto post = request("POST", faulty_server().url("/wait-limit/post"));
    post.body = "x";
    CHECK(transport.send(post).status == 200);
    CHECK(hits("/wait-limit/post") == "2");
}

TEST_CASE("http::CurlTransport: never sends a POST twice because an old connection broke")
{
    ANB_REQUIRE_SERVER();
    http::CurlTransport transport(options());
    CHECK(transport.send(get("/then-reset")).status == 200);
    CHECK(transport.send(request("POST", faulty_server().url("/echo/once"))).status == 200);
    CHECK(hits("/echo/once") == "1");

    http::CurlTransport reading(options());
    CHECK(reading.send(get("/then-reset")).status == 200);
    CHECK(reading.send(get("/echo/again")).status == 200);
    CHECK(hits("/echo/again") == "2");
}

TEST_CASE("http::CurlTransport: repeats what is repeatable")
{
    ANB_REQUIRE_SERVER();
    http::CurlTransport transport(options());
    CHECK(transport.send(get("/reset-twice")).body == "third");
    auto post = request("POST", faulty_server().url("/busy"));
    post.repeatable = true;
    CHECK(transport.send(post).status == 200);
    CHECK(hits("/busy") == "3");

    auto few = options();
    few.retries = 2;
    const auto error = failure(few, get("/reset-after-body/get"));
    CHECK(error.code() == "ANB-N302");
    CHECK(hits("/reset-after-body/get") == "3");
}

TEST_CASE("http::CurlTransport: makes a body anew for every try")
{
    ANB_REQUIRE_SERVER();
    http::CurlTransport transport(options());
    int made = 0;
    auto put = request("PUT", faulty_server().url("/reset-twice/put"));
    put.repeatable = true;
    put.source_size = 1;
    put.source = [&] {
        ++made;
        return [left = 1](std::span<std::byte> buffer) mutable -> std::size_t {
            if (left == 0 || buffer.empty()) {
                return 0;
            }
            buffer.front() = std::byte{'x'};
            left = 0;
            return 1;
        };
    };
    CHECK(transport.send(put).status == 200);
    CHECK(made == 3);
}

TEST_CASE("http::CurlTransport: gives the last answer when repetitions are used up")
{
    ANB_REQUIRE_SERVER();
    auto few = options();
    few.retries = 1;
    http::CurlTransport transport(few);
    CHECK(transport.send(get("/status/502")).status == 502);
    CHECK(hits("/status/502") == "2");
}

TEST_CASE("http::CurlTransport: waits as the service asks")
{
    ANB_REQUIRE_SERVER();
    for (const std::string path : {"/wait-seconds", "/wait-date", "/wait-limit"}) {
        CAPTURE(path);
        http::CurlTransport transport(options());
        const auto begin = steady_clock::now();
        CHECK(transport.send(get(path)).status == 200);
        CHECK(steady_clock::now() - begin >= milliseconds(950));
        CHECK(hits(path) == "2");
    }
}

TEST_CASE("http::CurlTransport: ends at once when the service asks for too long a wait")
{
    ANB_REQUIRE_SERVER();
    auto at_noon = options();
    at_noon.clock = [] { return *base::parse_time("2026-11-23T12:00:00Z"); };
    const auto begin = steady_clock::now();
    const auto error = failure(at_noon, get("/wait-an-hour"));
    CHECK(steady_clock::now() - begin < seconds(5));
    CHECK(error.code() == "ANB-N309");
    CHECK(error.kind() == base::ErrorKind::try_later);
    CHECK(value_of(error, "time") == "2026-11-23T13:00:00Z");
    CHECK(hits("/wait-an-hour") == "1");
}

TEST_CASE("http::CurlTransport: keeps its time limits")
{
    ANB_REQUIRE_SERVER();
    auto short_total = options();
    short_total.total_timeout = seconds(1);
    CHECK(failure(short_total, get("/slow")).code() == "ANB-N304");
    CHECK(failure(short_total, request("POST", faulty_server().url("/slow"))).code() == "ANB-N310");

    auto short_stall = options();
    short_stall.stall_timeout = seconds(1);
    short_stall.retries = 0;
    CHECK(failure(short_stall, get("/stall")).code() == "ANB-N304");

    http::CurlTransport transport(short_total);
    CHECK_THROWS_AS(transport.send(get("/slow")), base::Error);
    CHECK_THROWS_AS(transport.send(get("/echo")), base::Error);
}

TEST_CASE("http::CurlTransport: stops within a tenth of a second when asked to")
{
    ANB_REQUIRE_SERVER();
    for (const std::string path : {"/slow", "/stall", "/endless", "/status/500"}) {
        CAPTURE(path);
        const auto begin = steady_clock::now();
        auto interrupted = options();
        interrupted.retry_delay = seconds(10);
        interrupted.cancelled = [&] { return steady_clock::now() - begin > milliseconds(500); };
        auto fetch = get(path);
        fetch.max_response = std::uint64_t{1} << 40;
        fetch.sink = [](base::ByteView) {};
        const auto error = failure(interrupted, fetch);
        CHECK(steady_clock::now() - begin < milliseconds(1200));
        CHECK(error.code() == "ANB-N308");
        CHECK(http::may_have_arrived(error));
    }
}

TEST_CASE("http::CurlTransport: refuses redirects to elsewhere and those without end")
{
    ANB_REQUIRE_SERVER();
    for (const std::string path : {"/redirect-other", "/redirect-plain", "/redirect-loop"}) {
        CAPTURE(path);
        const auto error = failure(options(), get(path));
        CHECK(error.code() == "ANB-N306");
        CHECK(error.kind() == base::ErrorKind::trust);
    }
    CHECK(value_of(failure(options(), get("/redirect-other")), "target") ==
          "localhost:" + faulty_server().value("good"));
    CHECK(hits("/redirect-loop") == "4");
    const auto post = request("POST", faulty_server().url("/redirect-other"));
    CHECK(failure(options(), post).code() == "ANB-N306");
}

TEST_CASE("http::CurlTransport: bounds what it takes from a server")
{
    ANB_REQUIRE_SERVER();
    for (const std::string path :
         {"/endless", "/endless-error", "/endless-head", "/bomb", "/brotli", "/garbage"}) {
        CAPTURE(path);
        const auto error = failure(options(), get(path));
        CHECK(error.code() == "ANB-N307");
        CHECK(error.kind() == base::ErrorKind::input);
        CHECK(http::may_have_arrived(error));
    }
    auto tight = get("/status/200");
    tight.max_response = 5;
    CHECK(failure(options(), tight).code() == "ANB-N307");
    tight.max_response = 6;
    CHECK(failure(options(), tight).code() == "none");
}

TEST_CASE("http::CurlTransport: does not repeat what a sink has already received")
{
    ANB_REQUIRE_SERVER();
    const auto before = std::stoi(hits("/truncated"));
    std::string received;
    auto fetch = get("/truncated");
    fetch.sink = [&](base::ByteView piece) { received += base::as_text(piece); };
    CHECK(failure(options(), fetch).code() == "ANB-N302");
    CHECK(received == "abc");
    CHECK(std::stoi(hits("/truncated")) == before + 1);
}
