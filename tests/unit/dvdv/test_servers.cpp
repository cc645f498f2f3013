// Tests of dvdv/servers.hpp: which server is asked, and when the next one is.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "dvdv/servers.hpp"

#include <doctest/doctest.h>

#include <functional>

using namespace anb;

namespace {

using Answer = std::function<http::Response(const http::Request&)>;

/// Answers by a function, and remembers which hosts were asked.
class Scripted : public http::Transport {
public:
    explicit Scripted(Answer answer) : m_answer(std::move(answer)) {}

    http::Response send(const http::Request& request) override
    {
        asked.push_back(request.url.substr(8, request.url.find('/', 8) - 8));
        urls.push_back(request.url);
        retries.push_back(request.retries);
        scheme = request.bearer == nullptr ? "" : request.bearer_scheme;
        token = request.bearer == nullptr ? "" : std::string(request.bearer->reveal());
        return m_answer(request);
    }

    std::vector<std::string> asked, urls;
    std::vector<std::optional<int>> retries;
    std::string scheme, token;

private:
    Answer m_answer;
};

const dvdv::Settings k_two{
    {"https://eins.example/dvdv2-backend/", "https://zwei.example/x"}, dvdv::Access::intern, {}};

bool is_first(const http::Request& request)
{
    return request.url.find("eins.example") != std::string::npos;
}

http::Response status(int code, std::vector<std::pair<std::string, std::string>> headers = {})
{
    return {code, std::move(headers), "{}"};
}

[[noreturn]] http::Response fail(base::ErrorKind kind, const char* code, base::Values values = {})
{
    throw base::Error(kind, code, std::move(values));
}

base::UtcTime noon()
{
    return base::from_unix(1800000000);
}

std::string outcome(Scripted& transport, const dvdv::Settings& settings = k_two)
{
    dvdv::Servers servers(settings, std::nullopt, transport, noon);
    try {
        return std::to_string(servers.send({}, "/v2/version").status);
    } catch (const base::Error& error) {
        return error.code();
    }
}

} // namespace

TEST_CASE("dvdv::Servers: goes to the next server for technical failures only")
{
    using base::ErrorKind;
    struct Case {
        const char* what;
        std::function<http::Response()> first;
        bool next; ///< the second server is asked
        const char* outcome;
    };
    const Case cases[] = {
        {"name not found", [] { return fail(ErrorKind::unavailable, "ANB-N301"); }, true, "200"},
        {"connection refused", [] { return fail(ErrorKind::unavailable, "ANB-N302"); }, true,
         "200"},
        {"proxy refuses", [] { return fail(ErrorKind::unavailable, "ANB-N303"); }, true, "200"},
        {"time limit", [] { return fail(ErrorKind::try_later, "ANB-N304"); }, true, "200"},
        {"lost after sending", [] { return fail(ErrorKind::try_later, "ANB-N310"); }, true, "200"},
        {"proxy away", [] { return fail(ErrorKind::unavailable, "ANB-N316"); }, true, "200"},
        {"500", [] { return status(500); }, true, "200"},
        {"502", [] { return status(502); }, true, "200"},
        {"503", [] { return status(503); }, true, "200"},
        {"504", [] { return status(504); }, true, "200"},
        {"503, come back in an hour",
         [] {
             return fail(ErrorKind::try_later, "ANB-N309", {{"status", "503"}});
         },
         true, "200"},
        {"429, come back in an hour",
         [] {
             return fail(ErrorKind::try_later, "ANB-N309", {{"status", "429"}});
         },
         false, "ANB-N309"},
        {"certificate not trusted", [] { return fail(ErrorKind::trust, "ANB-N305"); }, false,
         "ANB-N305"},
        {"redirect elsewhere", [] { return fail(ErrorKind::trust, "ANB-N306"); }, false,
         "ANB-N306"},
        {"malformed", [] { return fail(ErrorKind::input, "ANB-N307"); }, false, "ANB-N307"},
        {"stopped by the user", [] { return fail(ErrorKind::try_later, "ANB-N308"); }, false,
         "ANB-N308"},
        {"204", [] { return status(204); }, false, "204"},
        {"400", [] { return status(400); }, false, "400"},
        {"401", [] { return status(401); }, false, "ANB-D205"},
        {"403", [] { return status(403); }, false, "403"},
        {"404", [] { return status(404); }, false, "404"},
        {"429", [] { return status(429); }, false, "429"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.what);
        Scripted transport([&](const http::Request& request) {
            return is_first(request) ? each.first() : status(200);
        });
        CHECK(outcome(transport) == each.outcome);
        CHECK(transport.asked.front() == "eins.example");
        CHECK((transport.asked.back() == "zwei.example") == each.next);
    }
}

TEST_CASE("dvdv::Servers: tells of the last server when all have failed")
{
    Scripted transport([](const http::Request&) { return status(503); });
    CHECK(outcome(transport) == "ANB-D208");
    CHECK(transport.asked == std::vector<std::string>{"eins.example", "zwei.example"});
    CHECK(transport.retries.front() == 0);
    CHECK_FALSE(transport.retries.back());
}

TEST_CASE("dvdv::Servers: stays with the substitute for three minutes")
{
    bool broken = true;
    auto now = noon();
    Scripted transport([&](const http::Request& request) {
        return broken && is_first(request) ? status(500) : status(200);
    });
    dvdv::Servers servers(k_two, std::nullopt, transport, [&] { return now; });
    CHECK(servers.send({}, "/v2/version").status == 200);
    CHECK(servers.current() == "https://zwei.example/x");
    broken = false;
    now += base::Seconds(179);
    servers.send({}, "/v2/version");
    CHECK(transport.asked.back() == "zwei.example");
    now += base::Seconds(2);
    servers.send({}, "/v2/version");
    CHECK(transport.asked.back() == "eins.example");
    CHECK(servers.current() == "https://eins.example/dvdv2-backend");
    CHECK(servers.statistics().failovers == 1);
}

TEST_CASE("dvdv::Servers: every access has its path")
{
    Scripted transport([](const http::Request&) { return status(200); });
    outcome(transport);
    CHECK(transport.urls.back() ==
          "https://eins.example/dvdv2-backend/intern/directory/v2/version");
    auto standalone = k_two;
    standalone.access = dvdv::Access::standalone;
    CHECK(outcome(transport, standalone) == "ANB-D206");
    CHECK(dvdv::to_access("standalone") == dvdv::Access::standalone);
    CHECK(dvdv::to_access("bundesmaster") == dvdv::Access::bundesmaster);
    CHECK(dvdv::to_access("intern") == dvdv::Access::intern);
    CHECK_FALSE(dvdv::to_access("extern"));
}

TEST_CASE("dvdv::Servers: fetches a token of each server and a new one when it is stale")
{
    const auto key = crypto::PrivateKey::generate_rsa(2048);
    int tokens = 0;
    bool stale = true;
    bool broken = false;
    Scripted transport([&](const http::Request& request) -> http::Response {
        if (request.url.ends_with("/extern/standaloneauth/token")) {
            ++tokens;
            return {200,
                    {},
                    R"({"access_token":"t)" + std::to_string(tokens) +
                        R"(","expires_in":86400,"token_type":"Bearer"})"};
        }
        if (broken && is_first(request)) {
            return status(500);
        }
        return std::exchange(stale, false) ? status(401) : status(200);
    });
    auto settings = k_two;
    settings.access = dvdv::Access::standalone;
    dvdv::Servers servers(settings, dvdv::Login{std::string(40, 'a'), &key}, transport, noon);
    CHECK(servers.send({}, "/v2/version").status == 200);
    CHECK(tokens == 2);
    CHECK(transport.scheme == "EmbeddedBearer");
    CHECK(transport.token == "t2");
    servers.send({}, "/v2/version");
    CHECK(tokens == 2);
    broken = true;
    servers.send({}, "/v2/version");
    CHECK(tokens == 3);
    CHECK(transport.token == "t3");
    CHECK(servers.log_in() == noon() + base::Seconds(86400 - 60));
}

TEST_CASE("dvdv::Servers: an unknown client certificate is no reason to ask another server")
{
    const auto key = crypto::PrivateKey::generate_rsa(2048);
    Scripted transport([&](const http::Request&) { return status(401); });
    auto settings = k_two;
    settings.access = dvdv::Access::standalone;
    dvdv::Servers servers(settings, dvdv::Login{std::string(40, 'b'), &key}, transport, noon);
    try {
        servers.log_in();
        FAIL("a token was given");
    } catch (const base::Error& error) {
        CHECK(error.code() == "ANB-D205");
        CHECK(error.kind() == base::ErrorKind::credentials);
        CHECK(std::string(error.what()).find(std::string(40, 'b')) != std::string::npos);
    }
    CHECK(transport.asked == std::vector<std::string>{"eins.example"});
}
