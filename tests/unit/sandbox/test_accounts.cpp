// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "bench.hpp"
#include "sandbox/message.hpp"
#include "sandbox/server.hpp"

#include <doctest/doctest.h>

using namespace anb;
using namespace anb::sandbox;
using namespace anb::sandbox::testing;

namespace {

constexpr const char* k_form = "application/x-www-form-urlencoded";

std::string credentials(Bench& bench)
{
    const auto& client = bench.sandbox().environment("test").clients.sender();
    return "client_id=" + client.id +
           "&client_secret=" + base::to_text(base::read_file(client.secret_file.string(), 1000));
}

} // namespace

TEST_CASE("sandbox: decodes forms and paths")
{
    const auto form = decode_form("a=1+2&b=%C3%A4&a=%2B&c");
    CHECK(form.count("a") == 2);
    CHECK(form.find("a")->second == "1 2");
    CHECK(form.find("b")->second == "ä");
    CHECK(form.find("c")->second.empty());
    CHECK(decode_path("/a%2Fb/c+d/%zz") == std::vector<std::string>{"a/b", "c+d", "%zz"});
}

TEST_CASE("sandbox: the token service takes credentials in the body only")
{
    Bench bench;
    const auto good = "grant_type=client_credentials&" + credentials(bench);
    const auto token = bench.send("POST", "/auth/token", As::nobody, good, k_form);
    CHECK(token.status == 200);
    CHECK(token.json().at("token_type") == "Bearer");
    CHECK(token.json().at("expires_in") == 1800);
    CHECK(token.json().at("scope") ==
          "https://schema.fitko.de/fit-connect/oauth/scopes/send-submissions");
    CHECK(token.headers.at("cache-control") == "no-store");

    const auto refused = [&](const std::string& body, int status, const char* error) {
        const auto answer = bench.send("POST", "/auth/token", As::nobody, body, k_form);
        CHECK(answer.status == status);
        CHECK(answer.json().at("error") == error);
    };
    refused("grant_type=password&" + credentials(bench), 400, "unsupported_grant_type");
    refused(credentials(bench), 400, "invalid_request");
    refused(good + "x", 401, "invalid_client");
    refused("grant_type=client_credentials", 401, "invalid_client");
    refused(good + "&scope=unknown", 400, "invalid_scope");
    refused(good + "&client_id=twice", 400, "invalid_request");

    const auto basic = bench.send("POST", "/auth/token", As::sender, good, k_form);
    CHECK(basic.status == 401);
    CHECK(basic.json().at("error") == "invalid_client");
    CHECK(bench.send("POST", "/auth/token", As::nobody, "{}").status == 400);
    CHECK(bench.get("/auth/token").status == 405);
    CHECK(bench.send("POST", "/auth/token", As::nobody, good, k_form, "prod").status == 401);
}

TEST_CASE("sandbox: tokens expire, and roles are kept apart")
{
    Bench bench;
    CHECK(bench.get("/submission-api/v2/submissions").status == 401);
    CHECK(bench.get("/submission-api/v2/submissions", As::sender).status == 403);
    CHECK(bench.get("/submission-api/v2/submissions", As::subscriber).status == 200);
    CHECK(bench.send("POST", "/submission-api/v2/submissions", As::subscriber, "{}").status == 403);
    const auto stale = bench.get("/submission-api/v2/submissions");
    CHECK(stale.headers.at("www-authenticate") == "Bearer");
    CHECK(stale.json().at("status") == 401);
    CHECK(stale.json().at("type") == "about:blank");
}

TEST_CASE("sandbox: unknown paths and methods are told apart")
{
    Bench bench;
    CHECK(bench.get("/nowhere").status == 404);
    const auto answer = bench.send("DELETE", "/submission-api/v2/info");
    CHECK(answer.status == 405);
    CHECK(answer.headers.at("allow") == "GET");
}
