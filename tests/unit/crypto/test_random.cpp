// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "crypto/random.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace anb;

TEST_CASE("crypto::random_bytes: has the length asked for and differs each time")
{
    CHECK(crypto::random_bytes(0).empty());
    CHECK(crypto::random_bytes(33).size() == 33);
    CHECK(crypto::random_bytes(16) != crypto::random_bytes(16));
}

TEST_CASE("crypto::random_uuid: is canonical, version 4, and never the same")
{
    std::set<std::string> seen;
    for (int i = 0; i < 200; ++i) {
        const auto uuid = crypto::random_uuid();
        CHECK(base::canonical_uuid(uuid) == uuid);
        CHECK(uuid[14] == '4');
        CHECK(std::string("89ab").find(uuid[19]) != std::string::npos);
        CHECK(seen.insert(uuid).second);
    }
}

TEST_CASE("crypto::name_uuid: gives the known version 5 UUID of a DNS name")
{
    constexpr auto k_dns = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
    CHECK(crypto::name_uuid(k_dns, "www.example.com") == "2ed6657d-e927-568b-95e1-2665a8aea6a2");
    CHECK(crypto::name_uuid(k_dns, "a") != crypto::name_uuid(k_dns, "b"));
}
