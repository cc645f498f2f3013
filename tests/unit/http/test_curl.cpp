// Tests of http/curl.hpp: requests and answers as they should be.
// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "curl_fixture.hpp"

#include <algorithm>

using namespace anb;

namespace {

base::Source source_of(const std::string& text)
{
    return [&text, at = std::size_t{0}](std::span<std::byte> buffer) mutable {
        const auto count = std::min({buffer.size(), text.size() - at, std::size_t{1000}});
        std::copy_n(base::as_bytes(text).begin() + static_cast<std::ptrdiff_t>(at), count,
                    buffer.begin());
        at += count;
        return count;
    };
}

} // namespace

TEST_CASE("http::CurlTransport: sends method, headers and body, and says who it is")
{
    ANB_REQUIRE_SERVER();
    http::CurlTransport transport(options());
    auto post = request("POST", faulty_server().url("/echo"));
    post.headers = {{"Content-Type", "application/json"}, {"X-Empty", ""}};
    post.body = "{\"a\":\"\u00e4\"}";
    const auto response = transport.send(post);
    CHECK(response.status == 200);
    CHECK(response.body == post.body);
    const auto head = response.header("X-Head");
    CHECK(head.find("\"method\": \"POST\"") != std::string::npos);
    CHECK(head.find("\"content-type\": \"application/json\"") != std::string::npos);
    CHECK(head.find("\"user-agent\": \"anbindung/0.0.0 (test)\"") != std::string::npos);
    CHECK(head.find("\"x-empty\": \"\"") != std::string::npos);
    CHECK(head.find("expect") == std::string::npos);
}

TEST_CASE("http::CurlTransport: knows the methods of our services")
{
    ANB_REQUIRE_SERVER();
    http::CurlTransport transport(options());
    for (const char* method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
        CAPTURE(method);
        const auto response = transport.send(request(method, faulty_server().url("/echo")));
        CHECK(response.status == 200);
        CHECK(response.header("x-head").find(method) != std::string::npos);
        CHECK(response.header("x-head").find("content-type") == std::string::npos);
    }
    CHECK(transport.send(request("DELETE", faulty_server().url("/status/204"))).status == 204);
    CHECK(transport.send(get("/status/404")).body == "status");
}

TEST_CASE("http::CurlTransport: sends tokens and secret bodies without tracing them")
{
    ANB_REQUIRE_SERVER();
    std::string traced;
    auto talkative = options();
    talkative.trace = [&](const std::string& line) { traced += line + "\n"; };
    http::CurlTransport transport(std::move(talkative));
    const base::SecretString token("t0ken");
    const base::SecretString body("client_secret=geheim");
    auto post = request("POST", faulty_server().url("/echo"));
    post.bearer = &token;
    post.secret_body = &body;
    const auto response = transport.send(post);
    CHECK(response.body == "client_secret=geheim");
    CHECK(response.header("x-head").find("\"authorization\": \"Bearer t0ken\"") !=
          std::string::npos);
    CHECK(traced.find("POST " + faulty_server().url("/echo") + " 200 ") == 0);
    CHECK(traced.find("t0ken") == std::string::npos);
    CHECK(traced.find("geheim") == std::string::npos);
}

TEST_CASE("http::CurlTransport: streams a body up, with its size or in chunks")
{
    ANB_REQUIRE_SERVER();
    http::CurlTransport transport(options());
    const std::string text(300000, 'x');
    for (const bool sized : {true, false}) {
        CAPTURE(sized);
        auto put = request("PUT", faulty_server().url("/echo"));
        put.source = [&] { return source_of(text); };
        if (sized) {
            put.source_size = text.size();
        }
        const auto response = transport.send(put);
        CHECK(response.body == text);
        CHECK((response.header("x-head").find("chunked") == std::string::npos) == sized);
    }
}

TEST_CASE("http::CurlTransport: passes on what a source throws and notices a wrong size")
{
    ANB_REQUIRE_SERVER();
    auto put = request("PUT", faulty_server().url("/echo"));
    const auto give = [&](base::Source source) { put.source = [source] { return source; }; };
    give([](std::span<std::byte>) -> std::size_t {
        throw base::Error(base::ErrorKind::io, "ANB-G204");
    });
    CHECK(failure(options(), put).code() == "ANB-G204");

    int calls = 0;
    give([&](std::span<std::byte>) { return calls++ == 0 ? std::size_t{5} : 0; });
    put.source_size = 10;
    CHECK(failure(options(), put).kind() == base::ErrorKind::internal);
    give([&](std::span<std::byte> buffer) { return buffer.size(); });
    CHECK(failure(options(), put).kind() == base::ErrorKind::internal);
}

TEST_CASE("http::CurlTransport: streams a good answer into the sink, any other into the body")
{
    ANB_REQUIRE_SERVER();
    http::CurlTransport transport(options());
    std::string received;
    auto fetch = get("/status/200");
    fetch.sink = [&](base::ByteView piece) { received += base::as_text(piece); };
    CHECK(transport.send(fetch).body.empty());
    CHECK(received == "status");
    fetch.url = faulty_server().url("/status/404");
    CHECK(transport.send(fetch).body == "status");
    CHECK(received == "status");

    fetch.url = faulty_server().url("/status/200");
    fetch.sink = [](base::ByteView) { throw base::Error(base::ErrorKind::io, "ANB-G206"); };
    CHECK(failure(options(), fetch).code() == "ANB-G206");
}

TEST_CASE("http::CurlTransport: unpacks gzip")
{
    ANB_REQUIRE_SERVER();
    http::CurlTransport transport(options());
    CHECK(transport.send(get("/gzip")).body == "hello");
}

TEST_CASE("http::CurlTransport: follows redirects on the same host, for GET only")
{
    ANB_REQUIRE_SERVER();
    http::CurlTransport transport(options());
    CHECK(transport.send(get("/redirect-same")).status == 200);
    CHECK(transport.send(request("POST", faulty_server().url("/redirect-same"))).status == 302);
}

TEST_CASE("http::CurlTransport: refuses addresses that are not https")
{
    for (const char* url : {"http://127.0.0.1/", "ftp://127.0.0.1/", "file:///etc/passwd", "", "x",
                            "https://", "https://user:word@127.0.0.1/"}) {
        CAPTURE(url);
        CHECK(failure({}, request("GET", url)).kind() == base::ErrorKind::internal);
    }
}

TEST_CASE("http::CurlTransport: speaks plain http only where it is allowed, and never a secret")
{
    ANB_REQUIRE_SERVER();
    auto post = request("POST", faulty_server().url("/echo", "plain"));
    post.body = "offen";
    CHECK(failure(options(), post).kind() == base::ErrorKind::internal);
    CHECK(hits("/echo/plain") == "0");

    post.plain_http = true;
    http::CurlTransport transport(options());
    CHECK(transport.send(post).body == "offen");
    auto secure = request("POST", faulty_server().url("/echo"));
    secure.plain_http = true;
    CHECK(transport.send(secure).status == 200);

    const base::SecretString secret("geheim");
    post.bearer = &secret;
    CHECK(failure(options(), post).kind() == base::ErrorKind::internal);
    post.bearer = nullptr;
    post.secret_body = &secret;
    CHECK(failure(options(), post).kind() == base::ErrorKind::internal);
    for (const char* url : {"ftp://127.0.0.1/", "http://user:word@127.0.0.1/", "http://"}) {
        CAPTURE(url);
        auto other = request("GET", url);
        other.plain_http = true;
        CHECK(failure({}, other).kind() == base::ErrorKind::internal);
    }
}

TEST_CASE("http::CurlTransport: lets nobody smuggle a header line")
{
    ANB_REQUIRE_SERVER();
    auto fetch = get("/echo");
    fetch.headers = {{"X-A", "b\r\nX-Evil: 1"}};
    CHECK(failure(options(), fetch).kind() == base::ErrorKind::internal);
}

TEST_CASE("http::CurlTransport: speaks through a proxy that wants a login")
{
    ANB_REQUIRE_SERVER();
    const auto& path = faulty_server().value("ca");
    const auto login = path.substr(0, path.rfind('/')) + "/proxy-login";
    base::write_file(login, base::as_bytes("erika:p:\u00e4\u00df%41\n"), base::Access::owner_only);
    auto proxied = options();
    proxied.proxy = "http://127.0.0.1:" + faulty_server().value("proxy");
    CHECK(failure(proxied, get("/echo")).code() == "ANB-N303");
    proxied.proxy_secret_file = login;
    http::CurlTransport transport(proxied);
    CHECK(transport.send(get("/echo")).status == 200);
    CHECK(transport.send(request("POST", faulty_server().url("/echo"))).status == 200);
}
