// Tests of oauth/token.hpp.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/text.hpp"
#include "http/recorded.hpp"
#include "oauth/token.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace anb;

namespace {

const std::string k_url = "https://auth.example/token";
const auto k_now = base::from_unix(1800000000);

oauth::ClientCredentials credentials()
{
    return {k_url, "client-1", base::SecretString("p&ss=w\u00f6rt +%")};
}

http::RecordedTransport::Exchange answer(int status, const std::string& body)
{
    return {"POST", k_url, {status, {{"content-type", "application/json"}}, body}};
}

std::string token_json(const std::string& token, const std::string& more)
{
    return R"({"access_token":")" + token + R"(","token_type":"Bearer")" + more + "}";
}

base::Error failure(int status, const std::string& body)
{
    http::RecordedTransport transport({answer(status, body)});
    oauth::TokenSource source(credentials(), transport);
    try {
        source.token(k_now);
    } catch (const base::Error& error) {
        return error;
    }
    return base::Error(base::ErrorKind::internal, "none");
}

std::string value_of(const base::Error& error, const std::string& name)
{
    for (const auto& [key, value] : error.values()) {
        if (key == name) {
            return value;
        }
    }
    return "absent";
}

} // namespace

TEST_CASE("oauth::TokenSource: sends the credentials percent-encoded in the body, without scope")
{
    http::RecordedTransport transport({answer(200, token_json("abc.def", ""))});
    oauth::TokenSource source(credentials(), transport);
    CHECK(source.token(k_now).reveal() == "abc.def");

    REQUIRE(transport.sent().size() == 1);
    const auto& request = transport.sent().front();
    CHECK(request.body == "grant_type=client_credentials&client_id=client-1"
                          "&client_secret=p%26ss%3Dw%C3%B6rt%20%2B%25");
    CHECK(request.repeatable);
    for (const auto& [name, value] : request.headers) {
        CHECK(base::to_lower_ascii(name) != "authorization");
    }
}

TEST_CASE("oauth::TokenSource: keeps a token until shortly before its end")
{
    http::RecordedTransport transport({
        answer(200, token_json("first", R"(,"expires_in":1800,"scope":"a b")")),
        answer(200, token_json("second", R"(,"expires_in":1800)")),
    });
    oauth::TokenSource source(credentials(), transport);
    CHECK(source.token(k_now).reveal() == "first");
    CHECK(source.info().scope == "a b");
    CHECK(source.info().lifetime == base::Seconds(1800));
    CHECK(source.token(k_now + base::Seconds(1739)).reveal() == "first");
    CHECK(source.token(k_now + base::Seconds(1740)).reveal() == "second");
    CHECK(source.info().scope.empty());
}

TEST_CASE("oauth::TokenSource: assumes five minutes when no lifetime is stated")
{
    http::RecordedTransport transport({
        answer(200, token_json("first", "")),
        answer(200, token_json("second", "")),
    });
    oauth::TokenSource source(credentials(), transport);
    source.token(k_now);
    CHECK(source.info().lifetime == base::Seconds(300));
    CHECK(source.token(k_now + base::Seconds(239)).reveal() == "first");
    CHECK(source.token(k_now + base::Seconds(240)).reveal() == "second");
}

TEST_CASE("oauth::TokenSource: an endless lifetime ends after a day")
{
    http::RecordedTransport transport(
        {answer(200, token_json("first", R"(,"expires_in":9223372036854775807)"))});
    oauth::TokenSource source(credentials(), transport);
    source.token(k_now);
    CHECK(source.info().lifetime == base::Seconds(86400));
}

TEST_CASE("oauth::TokenSource: fetches anew after forget()")
{
    http::RecordedTransport transport(
        {answer(200, token_json("first", "")), answer(200, token_json("second", ""))});
    oauth::TokenSource source(credentials(), transport);
    source.token(k_now);
    source.forget();
    CHECK(source.token(k_now).reveal() == "second");
    CHECK(transport.finished());
}

TEST_CASE("oauth::TokenSource: names the reason of a refusal, but never what else the answer says")
{
    const auto refused = failure(401, R"({"error":"invalid_client","echo":"p&ss=wört +%"})");
    CHECK(refused.kind() == base::ErrorKind::credentials);
    CHECK(refused.code() == "ANB-N401");
    CHECK(value_of(refused, "error") == "invalid_client");
    CHECK(std::string(refused.what()).find("p&ss") == std::string::npos);

    CHECK(value_of(failure(400, R"({"error":"invalid_scope"})"), "error") == "invalid_scope");
    CHECK(value_of(failure(401, R"({"error":"p&ss=wört +%"})"), "error") == "-");
    CHECK(value_of(failure(401, "<html>p&ss"), "error") == "-");
    CHECK(failure(403, "").code() == "ANB-N401");
}

TEST_CASE("oauth::TokenSource: tells a wrong address from a service out of order")
{
    CHECK(failure(404, "").code() == "ANB-N403");
    CHECK(failure(404, "").kind() == base::ErrorKind::configuration);
    CHECK(failure(500, "").code() == "ANB-N404");
    CHECK(failure(302, "").code() == "ANB-N404");
    CHECK(failure(503, "").kind() == base::ErrorKind::try_later);
}

TEST_CASE("oauth::TokenSource: refuses answers that are no token")
{
    for (const auto* body : {"", "[]", "<html></html>", "{}", R"({"access_token":"a"})",
                             R"({"access_token":1,"token_type":"Bearer"})",
                             R"({"access_token":"","token_type":"Bearer"})",
                             R"({"access_token":"a\r\nX-Evil: 1","token_type":"Bearer"})",
                             R"({"access_token":"a","token_type":"mac"})",
                             R"({"access_token":"a","token_type":"Bearer","expires_in":-5})",
                             R"({"access_token":"a","token_type":"Bearer","expires_in":"soon"})"}) {
        CAPTURE(body);
        const auto error = failure(200, body);
        CHECK(error.code() == "ANB-N402");
        CHECK(error.detail().empty());
    }
}
