// Tests of callback/listener.hpp.
// SPDX-License-Identifier: EUPL-1.2

#include "callback/listener.hpp"
#include "support/refusal.hpp"

#include <doctest/doctest.h>
#include <httplib.h>

using namespace anb;
using namespace anb::callback;
using test::code_of;

namespace {

constexpr const char* k_secret = "0123456789abcdef0123456789abcdef";
constexpr std::int64_t k_now = 1795694400;

std::unique_ptr<Listener> listener(const std::string& host = "127.0.0.1",
                                   const std::string& secret = k_secret)
{
    return std::make_unique<Listener>(Address{.host = host, .port = 0}, base::SecretString(secret),
                                      [] { return base::from_unix(k_now); });
}

/// Status of a callback that was sent so many seconds ago.
int post(const Listener& listener, const std::string& body, std::int64_t age = 0,
         const std::string& secret = k_secret)
{
    const auto timestamp = std::to_string(k_now - age);
    httplib::Client client("127.0.0.1", listener.port());
    const auto answer = client.Post("/fit-connect",
                                    {{std::string(k_timestamp_header), timestamp},
                                     {std::string(k_authentication_header),
                                      authentication(base::SecretString(secret), timestamp, body)}},
                                    body, "application/json");
    return answer ? answer->status : 0;
}

constexpr std::chrono::milliseconds k_at_once{0};

} // namespace

TEST_CASE("callback::Listener: a genuine callback wakes, the same one again does not")
{
    const auto it = listener();
    CHECK(it->url() == "http://127.0.0.1:" + std::to_string(it->port()));
    CHECK_FALSE(it->wait(k_at_once));
    CHECK(post(*it, "{}") == 204);
    CHECK(it->wait(std::chrono::seconds(10)));
    CHECK_FALSE(it->wait(k_at_once));
    CHECK(post(*it, "{}") == 204);
    CHECK_FALSE(it->wait(k_at_once));
    CHECK(post(*it, "{}", 1) == 204);
    CHECK(it->wait(std::chrono::seconds(10)));
    CHECK(it->take_refused().empty());
}

TEST_CASE("callback::Listener: what is not genuine is refused and counted")
{
    const auto it = listener();
    CHECK(post(*it, "{}", 301) == 401);
    CHECK(post(*it, "{}", 0, "another_secret_of_thirty_two_chars") == 401);
    CHECK(post(*it, std::string(Listener::k_largest_body + 1, 'a')) == 413);
    httplib::Client client("127.0.0.1", it->port());
    CHECK(client.Post("/", "{}", "application/json")->status == 400);
    CHECK(client.Get("/")->status == 404);
    CHECK_FALSE(it->wait(k_at_once));
    const auto refused = it->take_refused();
    CHECK(refused.size() == 3);
    CHECK(refused.at(Verdict::forged) == 1);
    CHECK(it->take_refused().empty());
}

TEST_CASE("callback::Listener: only on loopback, only with a secret of the right length")
{
    CHECK(code_of([] { listener("0.0.0.0"); }) == "ANB-S650");
    CHECK(code_of([] { listener("127.0.0.1", "kurz"); }) == "ANB-S652");
    const auto first = listener();
    CHECK(code_of([&] {
              Listener second({.host = "127.0.0.1", .port = first->port()},
                              base::SecretString(k_secret), base::now);
          }) == "ANB-S651");
}
