// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "unit/fitconnect/bench.hpp"

#include <doctest/doctest.h>

#include <utility>

using namespace anb;
using bench::code_of;
using bench::get;

namespace {

constexpr const char* k_token_url = "https://token_url.example";

http::RecordedTransport::Exchange token(const std::string& text)
{
    return {
        "POST",
        k_token_url,
        {200, {}, R"({"access_token":")" + text + R"(","token_type":"Bearer","expires_in":1800})"}};
}

struct WithLogin {
    http::RecordedTransport transport;
    oauth::TokenSource tokens;
    fitconnect::Api api;

    explicit WithLogin(std::deque<http::RecordedTransport::Exchange> exchanges)
        : transport(std::move(exchanges)),
          tokens({k_token_url, "client", base::SecretString("secret")}, transport),
          api(bench::environment(), 2, transport, &tokens, [] { return bench::k_now; })
    {
    }
};

base::Error refusal(int status, const std::string& body)
{
    try {
        fitconnect::throw_problem({status, {}, body}, "https://a.example/x");
    } catch (const base::Error& error) {
        return error;
    }
}

} // namespace

TEST_CASE("fitconnect::throw_problem: each status has its meaning")
{
    using base::ErrorKind;
    const std::tuple<int, ErrorKind, const char*> expected[] = {
        {401, ErrorKind::credentials, "ANB-F401"}, {403, ErrorKind::credentials, "ANB-F402"},
        {404, ErrorKind::missing, "ANB-F403"},     {429, ErrorKind::try_later, "ANB-F404"},
        {503, ErrorKind::try_later, "ANB-F404"},   {409, ErrorKind::try_later, "ANB-F405"},
        {412, ErrorKind::try_later, "ANB-F405"},   {400, ErrorKind::input, "ANB-F406"},
        {422, ErrorKind::input, "ANB-F406"},       {304, ErrorKind::input, "ANB-F406"}};
    for (const auto& [status, kind, code] : expected) {
        const auto error = refusal(status, "{}");
        CHECK(error.kind() == kind);
        CHECK(error.code() == code);
    }
}

TEST_CASE("fitconnect::throw_problem: gives the service's own words, safe to show")
{
    const auto error = refusal(
        422,
        R"({"type":"urn:x","title":"Nein\u001b[2J","detail":"weil","issue":["a"],"status":422})");
    const auto& reason = error.values().back().second;
    CHECK(reason == "Nein\\u{1b}[2J: weil: [\"a\"]");
    CHECK(refusal(502, "<html>bad gateway</html>").values().back().second == "-");
    CHECK(refusal(400, std::string(100'000, 'x')).values().back().second == "-");
    const auto long_words = refusal(400, R"({"title":")" + std::string(50'000, 'x') + "\"}");
    CHECK(long_words.values().back().second.size() < 1000);
}

TEST_CASE("fitconnect::Api: takes a fresh token after a 401, once")
{
    const auto* url = "https://a.example/x";
    WithLogin good({token("one"), get(url, "{}", 401), token("two"), get(url, "{\"a\":1}")});
    CHECK(good.api.get(url).at("a") == 1);
    CHECK(good.transport.finished());
    CHECK(good.transport.sent().back().headers.back().second == "Bearer two");

    WithLogin bad({token("one"), get(url, "{}", 401), token("two"), get(url, "{}", 401)});
    CHECK(code_of([&] { bad.api.get(url); }) == "ANB-F401");
    CHECK(bad.transport.finished());

    // A body that is made while it is sent is made anew.
    WithLogin streamed({token("one"),
                        {"PUT", url, {.status = 401, .headers = {}, .body = {}}},
                        token("two"),
                        {"PUT", url, {.status = 204, .headers = {}, .body = {}}}});
    http::Request put;
    put.method = "PUT";
    put.url = url;
    put.source = [] {
        return [left = true](std::span<std::byte> buffer) mutable -> std::size_t {
            buffer.front() = std::byte{'x'};
            return std::exchange(left, false) ? 1 : 0;
        };
    };
    streamed.api.send(std::move(put));
    CHECK(streamed.transport.finished());
    CHECK(streamed.transport.sent().back().body == "x");
}

TEST_CASE("fitconnect::Api: sends no token where none belongs")
{
    WithLogin login({get("https://a.example/x", "{}")});
    login.api.get("https://a.example/x", false);
    CHECK(login.transport.sent().front().headers.size() == 1);
}

TEST_CASE("fitconnect::Api: reads every page of a list")
{
    const std::string first = "https://a.example/x?q=1&limit=500&offset=0";
    const std::string second = "https://a.example/x?q=1&limit=500&offset=2";
    bench::Recorded pages({get(first, R"({"count":2,"offset":0,"totalCount":3,"list":[1,2]})"),
                           get(second, R"({"count":1,"offset":2,"totalCount":3,"list":[3]})")});
    CHECK(pages.api.get_all("https://a.example/x?q=1", "list").size() == 3);
    CHECK(pages.transport.finished());

    const std::string only = "https://a.example/x?limit=500&offset=0";
    bench::Recorded bare({get(only, R"({"list":[1]})")});
    CHECK(bare.api.get_all("https://a.example/x", "list").size() == 1);

    bench::Recorded stuck({get(only, R"({"count":0,"totalCount":9,"list":[]})")});
    CHECK(stuck.api.get_all("https://a.example/x", "list").empty());

    bench::Recorded wrong({get(only, R"({"list":{}})")});
    CHECK(code_of([&] { wrong.api.get_all("https://a.example/x", "list"); }) == "ANB-G302");
}

TEST_CASE("fitconnect::Api: the version decides the address")
{
    bench::Recorded one({}, 1);
    bench::Recorded two({}, 2);
    CHECK(one.api.submission_url("/x") == "https://submission_v1_url.example/v1/x");
    CHECK(two.api.submission_url("/x") == "https://submission_url.example/v2/x");
    CHECK(two.api.destination_url("/v1/x") == "https://destination_url.example/v1/x");
}
