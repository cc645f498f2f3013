// SPDX-License-Identifier: EUPL-1.2

#include "jose/jws.hpp"
#include "unit/jose/support.hpp"

#include <doctest/doctest.h>

using namespace anb;
using test::code_of;

namespace {

std::string encode(std::string_view text)
{
    return base::to_base64url(base::as_bytes(text));
}

std::string refused(std::string_view compact)
{
    return code_of([&] { jose::parse_jws(compact, "test"); });
}

} // namespace

TEST_CASE("jose::sign_compact: makes what verify accepts, for this key only")
{
    const auto compact = jose::sign_compact(
        {{"typ", "secevent+jwt"}, {"alg", "PS512"}, {"kid", "k1"}}, R"({"a":1})", test::key());
    const auto jws = jose::parse_jws(compact, "test");
    CHECK(jws.kid == "k1");
    CHECK(jws.typ == "secevent+jwt");
    CHECK(base::as_text(jws.payload) == R"({"a":1})");
    CHECK(jose::verify(jws, test::key().public_key()));
    CHECK_FALSE(jose::verify(jws, test::other_key().public_key()));
}

TEST_CASE("jose::verify: notices a changed header, payload or signature")
{
    const auto compact = jose::sign_compact({{"alg", "PS512"}}, "payload", test::key());
    const auto key = test::key().public_key();
    for (std::size_t i = 0; i < compact.size(); i += 7) {
        auto changed = compact;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        bool good = false;
        code_of([&] { good = jose::verify(jose::parse_jws(changed, "test"), key); });
        CAPTURE(i);
        CHECK_FALSE(good);
    }
}

TEST_CASE("jose::verify: accepts no other algorithm than PS512")
{
    const auto header = encode(R"({"alg":"RS256"})");
    const auto input = header + "." + encode("{}");
    const auto signature = base::to_base64url(test::key().sign_ps512(base::as_bytes(input)));
    const auto jws = jose::parse_jws(input + "." + signature, "test");
    CHECK(jws.alg == "RS256");
    CHECK_FALSE(jose::verify(jws, test::key().public_key()));
}

TEST_CASE("jose::parse_jws: refuses what is no compact signature")
{
    const auto header = encode(R"({"alg":"PS512"})");
    CHECK(refused(header + "." + encode("{}") + ".AQAB") == "accepted");
    CHECK(refused("") == "ANB-J401");
    CHECK(refused(header + "." + encode("{}")) == "ANB-J401");
    CHECK(refused(header + "." + encode("{}") + ".") == "ANB-J401");
    CHECK(refused(header + "." + encode("{}") + ".AQAB.AQAB") == "ANB-J401");
    CHECK(refused(header + "." + encode("{}") + ".AQA=") == "ANB-J401");
    CHECK(refused(header + "." + encode("{}") + ".AQAB\n") == "ANB-J401");
    CHECK(refused(header + ".AAB.AQAB") == "ANB-J401");
    CHECK(refused("." + encode("{}") + ".AQAB") == "ANB-J401");
}

TEST_CASE("jose::parse_jws: refuses headers that change the meaning")
{
    for (const auto* header : {R"([])", R"({})", R"({"alg":7})", R"({"alg":"PS512","crit":["x"]})",
                               R"({"alg":"PS512","b64":false})", R"({"alg":"PS512","alg":"none"})",
                               R"({"alg":"PS512","kid":{}})", R"({"alg":"PS512"}x)"}) {
        CAPTURE(header);
        CHECK(refused(encode(header) + ".AQAB.AQAB") == "ANB-J401");
    }
    const auto long_header = R"({"alg":"PS512","x":")" + std::string(9000, 'x') + "\"}";
    CHECK(refused(encode(long_header) + ".AQAB.AQAB") == "ANB-J401");
}
