// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/text.hpp"
#include "crypto/random.hpp"
#include "jose/jws.hpp"
#include "pki/issue.hpp"
#include "sandbox/dvdv/problem.hpp"
#include "sandbox/dvdv/tokens.hpp"

#include <doctest/doctest.h>

using namespace anb;
using namespace anb::sandbox;

namespace {

constexpr auto k_url = "https://127.0.0.1:1/test/dvdv/extern/standaloneauth/token";
const auto k_now = *base::parse_time("2026-11-23T08:00:00Z");

const crypto::PrivateKey& key()
{
    static const auto k_key = crypto::PrivateKey::generate_rsa(2048);
    return k_key;
}

const pki::Certificate& certificate()
{
    static const auto k_certificate = [] {
        pki::CertificateRequest request;
        request.common_name = "Client";
        request.not_before = k_now - base::Seconds(3600);
        request.not_after = k_now + base::Seconds(3600);
        return pki::self_sign(key(), request);
    }();
    return k_certificate;
}

std::string sha1()
{
    return base::to_hex(certificate().fingerprint(crypto::DigestAlgorithm::sha1));
}

DvdvView view()
{
    const json::Value organization = {
        {"category", "Sozialamt"},
        {"organizationKeys", json::Value::array({"soa:1234"})},
        {"clientCertificates",
         json::Value::array({{{"content", base::to_base64(certificate().to_der())},
                              {"fingerprint", "0123456789012345678901234567890123456789"}}})}};
    DvdvView made;
    made.entries.push_back(
        std::make_shared<const DvdvEntry>(parse_entry(json::dump(organization), "a.json", ".")));
    made.categories = usual_categories();
    return made;
}

std::string assertion(const json::Value& change = json::Value::object())
{
    json::Value claims = {{"sub", "fp:" + sha1()},
                          {"iss", "fp:" + sha1()},
                          {"aud", k_url},
                          {"iat", base::to_unix(k_now)},
                          {"nbf", base::to_unix(k_now)},
                          {"exp", base::to_unix(k_now) + 60},
                          {"jti", crypto::random_uuid()}};
    claims.merge_patch(change);
    return jose::sign_compact({{"alg", "RS256"}, {"typ", "JWT"}}, json::dump(claims), key());
}

Request form(const std::string& token, const std::string& more = {})
{
    Request request;
    request.headers["content-type"] = "application/x-www-form-urlencoded";
    const auto body =
        "grant_type=client_credentials&client_assertion_type=" +
        base::percent_encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer") +
        "&client_assertion=" + base::percent_encode(token) + more;
    request.read_body = [body](const Receiver& receiver) { return receiver(body); };
    return request;
}

Request bearer(const std::string& header)
{
    Request request;
    request.headers["authorization"] = header;
    return request;
}

std::string refused(DvdvTokens& tokens, const Request& request, base::UtcTime at = k_now)
{
    try {
        tokens.issue(request, view(), k_url, at);
    } catch (const Refusal& refusal) {
        const auto value = json::parse(refusal.response().body, "refusal");
        CHECK(refusal.response().status == 401);
        CHECK(value.at("type") == "problems/type/AUTHENTICATION");
        CHECK(value.at("instance") == "problems/instance/StandaloneAuthentication");
        return value.at("detail").get<std::string>();
    }
    return "accepted";
}

bool admitted(DvdvTokens& tokens, const std::string& header, base::UtcTime at = k_now)
{
    try {
        tokens.authenticate(bearer(header), at);
        return true;
    } catch (const Refusal& refusal) {
        CHECK(refusal.response().status == 401);
        return false;
    }
}

} // namespace

TEST_CASE("sandbox::DvdvTokens: a token is good for a day, at its server, with its scheme")
{
    DvdvTokens tokens, others;
    const auto token = tokens.issue(form(assertion()), view(), k_url, k_now);
    CHECK(admitted(tokens, "EmbeddedBearer " + token));
    CHECK_FALSE(admitted(tokens, "Bearer " + token));
    CHECK_FALSE(admitted(tokens, "embeddedbearer " + token));
    CHECK_FALSE(admitted(tokens, "EmbeddedBearer " + token + "x"));
    CHECK_FALSE(admitted(tokens, ""));
    CHECK_FALSE(admitted(others, "EmbeddedBearer " + token));
    CHECK(admitted(tokens, "EmbeddedBearer " + token, k_now + base::Seconds(86'399)));
    CHECK_FALSE(admitted(tokens, "EmbeddedBearer " + token, k_now + base::Seconds(86'400)));
    tokens.forget();
    CHECK_FALSE(admitted(tokens, "EmbeddedBearer " + token));
}

TEST_CASE("sandbox::DvdvTokens: only sub and exp are needed, aud may be a list")
{
    DvdvTokens tokens;
    CHECK(refused(tokens, form(assertion({{"aud", nullptr},
                                          {"iss", nullptr},
                                          {"iat", nullptr},
                                          {"nbf", nullptr},
                                          {"jti", nullptr}}))) == "accepted");
    CHECK(refused(tokens, form(assertion({{"aud", json::Value::array({"x", k_url})}}))) ==
          "accepted");
    CHECK(refused(tokens, form(assertion()), k_now + base::Seconds(90)) == "accepted");
    CHECK(refused(tokens, form(assertion()), k_now - base::Seconds(30)) == "accepted");
}

TEST_CASE("sandbox::DvdvTokens: a refusal says why and names the fingerprint")
{
    DvdvTokens tokens;
    const auto why = [&](const json::Value& change, base::UtcTime at = k_now) {
        return refused(tokens, form(assertion(change)), at);
    };
    const auto own = " für fingerprint " + sha1();
    CHECK(why({{"sub", "fp:" + std::string(40, '0')}}) ==
          "Kein passendes Client-Zertifikat gefunden für fingerprint " + std::string(40, '0'));
    CHECK(why({{"sub", "fp:0123456789012345678901234567890123456789"}})
              .starts_with("Kein passendes Client-Zertifikat"));
    CHECK(why({{"sub", nullptr}}).starts_with("sub der client_assertion"));
    CHECK(why({{"sub", 1}}) == "sub ist kein Text");
    CHECK(why({{"iss", "other"}}) == "iss ist nicht sub" + own);
    CHECK(why({{"aud", "https://elsewhere/"}}).starts_with("aud ist nicht https://127.0.0.1:1/"));
    CHECK(why({{"exp", nullptr}}) == "exp fehlt" + own);
    CHECK(why({{"exp", "tomorrow"}}) == "exp ist keine Zeit" + own);
    CHECK(why({{"exp", 1e300}}) == "exp ist keine Zeit" + own);
    CHECK(why(json::Value::object(), k_now + base::Seconds(91)) ==
          "client_assertion ist abgelaufen" + own);
    CHECK(why(json::Value::object(), k_now - base::Seconds(31)) ==
          "nbf liegt in der Zukunft" + own);

    const auto once = assertion({{"jti", "1"}});
    CHECK(refused(tokens, form(once)) == "accepted");
    CHECK(refused(tokens, form(once)) == "jti wurde schon verwendet" + own);

    const auto other = crypto::PrivateKey::generate_rsa(2048);
    const json::Value claims = {{"sub", "fp:" + sha1()}, {"exp", base::to_unix(k_now) + 60}};
    CHECK(
        refused(tokens, form(jose::sign_compact({{"alg", "RS256"}}, json::dump(claims), other))) ==
        "Signatur der client_assertion passt nicht zum Client-Zertifikat" + own);
    CHECK(
        refused(tokens, form(jose::sign_compact({{"alg", "PS512"}}, json::dump(claims), key()))) ==
        "alg der client_assertion ist nicht RS256" + own);
    for (const auto* text : {"", "a.b.c", "a.b", "{}"}) {
        CHECK(refused(tokens, form(text)) == "client_assertion ist kein JWT");
    }
    CHECK(refused(tokens, form(jose::sign_compact({{"alg", "RS256"}}, "[]", key())))
              .starts_with("sub der client_assertion"));
}

TEST_CASE("sandbox::DvdvTokens: judges the form")
{
    DvdvTokens tokens;
    CHECK(refused(tokens, form(assertion(), "&grant_type=client_credentials")) ==
          "grant_type kommt mehrfach vor");
    auto request = form(assertion());
    request.read_body = [](const Receiver& receiver) {
        return receiver("grant_type=password&client_assertion_type=x&client_assertion=y");
    };
    CHECK(refused(tokens, request) == "grant_type ist nicht client_credentials");
    request.read_body = [](const Receiver& receiver) {
        return receiver("grant_type=client_credentials&client_assertion_type=x&client_assertion=y");
    };
    CHECK(refused(tokens, request).starts_with("client_assertion_type ist nicht urn:"));
    request.read_body = [](const Receiver& receiver) {
        return receiver("grant_type=client_credentials");
    };
    CHECK(refused(tokens, request) == "client_assertion_type fehlt");
    request.headers["content-type"] = "application/json";
    CHECK_THROWS_AS(tokens.issue(request, view(), k_url, k_now), Refusal);
}
