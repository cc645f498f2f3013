// SPDX-License-Identifier: EUPL-1.2
#include "fitconnect/environment.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <array>

namespace anb::fitconnect {

namespace {

// Source: fit-connect.md §1.1 and §1.2. The routing host of STAGE is disputed (§17 no. 1); the one
// seen in running code is taken.
constexpr std::string_view k_test_routing = "https://routing-api-testing.fit-connect.fitko.dev";

struct Address {
    std::string_view key;
    std::string Environment::*member;
    std::string_view test, stage, prod;
};

constexpr std::array k_addresses = {
    Address{"token_url", &Environment::token_url,
            "https://auth-testing.fit-connect.fitko.dev/token",
            "https://auth-refz.fit-connect.fitko.net/token",
            "https://auth-prod.fit-connect.fitko.net/token"},
    Address{"submission_url", &Environment::submission_url,
            "https://test.fit-connect.fitko.dev/submission-api",
            "https://stage.fit-connect.fitko.net/submission-api",
            "https://prod.fit-connect.fitko.net/submission-api"},
    Address{"submission_v1_url", &Environment::submission_v1_url,
            "https://submission-api-testing.fit-connect.fitko.dev",
            "https://submission-api-refz.fit-connect.niedersachsen.de",
            "https://submission-api-prod.fit-connect.niedersachsen.de"},
    Address{"destination_url", &Environment::destination_url,
            "https://test.fit-connect.fitko.dev/destination-api",
            "https://stage.fit-connect.fitko.net/destination-api",
            "https://prod.fit-connect.fitko.net/destination-api"},
    Address{"routing_url", &Environment::routing_url, k_test_routing, k_test_routing,
            "https://routing-api-prod.fit-connect.fitko.net"},
    Address{"portal_url", &Environment::portal_url,
            "https://portal.auth-testing.fit-connect.fitko.dev",
            "https://portal.auth-refz.fit-connect.fitko.net",
            "https://portal.auth-prod.fit-connect.fitko.net"},
};

std::string_view built_in(const Address& address, std::string_view environment)
{
    if (environment == "test") {
        return address.test;
    }
    if (environment == "stage") {
        return address.stage;
    }
    return environment == "prod" ? address.prod : std::string_view();
}

} // namespace

Environment environment(std::string_view name, const Override& override_for)
{
    Environment result;
    result.name = name;
    for (const auto& address : k_addresses) {
        auto text = std::string(built_in(address, name));
        if (const auto configured = override_for ? override_for(address.key) : std::nullopt) {
            text = *configured;
        }
        if (text.empty()) {
            throw base::Error(base::ErrorKind::usage, "ANB-G123", {{"env", result.name}});
        }
        while (text.ends_with('/')) {
            text.pop_back();
        }
        result.*address.member = std::move(text);
    }
    return result;
}

std::string host_of(std::string_view address)
{
    const auto scheme = address.find("://");
    auto rest = scheme == std::string_view::npos ? address : address.substr(scheme + 3);
    rest = rest.substr(0, rest.find_first_of("/?#"));
    if (const auto user = rest.rfind('@'); user != std::string_view::npos) {
        rest.remove_prefix(user + 1);
    }
    if (rest.starts_with('[')) {
        return std::string(rest.substr(0, rest.find(']') + 1));
    }
    rest = rest.substr(0, rest.find(':'));
    while (rest.ends_with('.')) {
        rest.remove_suffix(1);
    }
    return base::to_lower_ascii(rest);
}

} // namespace anb::fitconnect
