// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/dvdv/problem.hpp"
#include "sandbox/dvdv/query.hpp"

#include <doctest/doctest.h>

using namespace anb;
using namespace anb::sandbox;

namespace {

constexpr std::string_view k_authority[] = {"category", "organizationKey"};
constexpr std::string_view k_element[] = {"serviceElementType", "parameterType", "parameterValue"};

Request request(const std::string& text)
{
    Request made;
    made.query.emplace("request_json", text);
    return made;
}

Request batch(const std::string& body, const std::string& type = "application/json; charset=utf-8")
{
    Request made;
    made.headers["content-type"] = type;
    made.read_body = [body](const Receiver& receiver) { return receiver(body); };
    return made;
}

template <typename Function>
json::Value refusal(Function function)
{
    try {
        function();
    } catch (const Refusal& refusal) {
        auto value = json::parse(refusal.response().body, "refusal");
        CHECK(refusal.response().media_type == "application/problem+json");
        CHECK(value.at("status") == refusal.response().status);
        return value;
    }
    FAIL("accepted");
    return {};
}

std::string detail(const std::string& text, std::span<const std::string_view> needed = k_authority)
{
    const auto value = refusal([&] { parse_query(request(text), needed); });
    CHECK(value.at("status") == 400);
    const auto type = value.at("type").get<std::string>();
    const auto shown = value.at("detail").get<std::string>();
    CHECK(type == (shown.starts_with("7006: ") ? "problems/type/INPUT_VALIDATION"
                                               : "problems/type/SERVICE_VALIDATION"));
    return shown;
}

} // namespace

TEST_CASE("sandbox::parse_query: reads the members and passes over unknown ones")
{
    const auto query = parse_query(
        request(R"({"category":"Töj","organizationKey":"soa:05999000","other":{"x":1}})"),
        k_authority);
    CHECK(query.category == "Töj");
    CHECK(query.organization_key == "soa:05999000");
    CHECK(query.finger_print.empty());
}

TEST_CASE("sandbox::parse_query: what is no request object is 7006")
{
    for (const auto* text :
         {"", "{", "[]", "null", R"({"category":1,"organizationKey":"soa:05999000"})",
          R"({"category":null,"organizationKey":"soa:05999000"})",
          R"({"category":"a","category":"b","organizationKey":"soa:05999000"})",
          R"({"category":"a","organizationKey":"soa:05999000","parameterType":"Hier"})",
          R"({"serviceElementType":"osci_addressee"})"}) {
        CAPTURE(text);
        CHECK(detail(text) ==
              "7006: Fehler bei JSON-Konvertierung für URL-Query-Parameter request_json='" +
                  std::string(text) + "'");
    }
}

TEST_CASE("sandbox::parse_query: names what is missing")
{
    CHECK(detail("{}") == "Parameter 'category' fehlt");
    CHECK(detail(R"({"category":"","organizationKey":"soa:05999000"})") ==
          "Parameter 'category' fehlt");
    CHECK(detail(R"({"category":"Sozialamt"})") == "Parameter 'organizationKey' fehlt");
    CHECK(detail(R"({"parameterType":"URI","parameterValue":"x"})", k_element) ==
          "Parameter 'serviceElementType' fehlt");
    CHECK(parse_query(request(R"({"customServiceElementType":"FAX","parameterType":"URI",)"
                              R"("parameterValue":"x"})"),
                      k_element)
              .custom_service_element_type == "FAX");
    const auto none = refusal([] { parse_query(Request(), k_authority); });
    CHECK(none.at("detail") == "Parameter 'request_json' fehlt");
    auto twice = request("{}");
    twice.query.emplace("request_json", "{}");
    CHECK(refusal([&] { parse_query(twice, k_authority); }).at("type") ==
          "problems/type/SERVICE_VALIDATION");
}

TEST_CASE("sandbox::parse_query: keeps the limits, counted in characters")
{
    const std::string umlauts = [] {
        std::string text;
        for (int i = 0; i < 255; ++i) {
            text += "ä";
        }
        return text;
    }();
    const auto with = [](const std::string& category, const std::string& key) {
        return R"({"category":")" + category + R"(","organizationKey":")" + key + "\"}";
    };
    CHECK(parse_query(request(with(umlauts, "soa:12")), k_authority).category == umlauts);
    CHECK(detail(with(umlauts + "x", "soa:12")) ==
          "Parameter 'category' muss 0 bis 255 Zeichen haben");
    CHECK(detail(with("a", "soa:1")) == "Parameter 'organizationKey' muss 6 bis 255 Zeichen haben");
    CHECK(detail(R"({"fingerPrint":"0123"})") == "Parameter 'fingerPrint' muss 40 Zeichen haben");
    CHECK(detail(R"({"fingerPrint":"11:51:43:a1:b5:fc:8b:b7:0a:3a:a9:b1:0f:6"})") ==
          "Parameter 'fingerPrint' ist nicht hexadezimal");
    CHECK(detail(R"({"serviceSpecificationUri":"urn:1234"})") ==
          "Parameter 'serviceSpecificationUri' muss 9 bis 1000 Zeichen haben");
}

TEST_CASE("sandbox::parse_batch: takes up to 200 objects")
{
    const std::string one = R"({"category":"a","organizationKey":"soa:05999000"})";
    const auto many = [&](int count) {
        std::string text;
        for (int i = 0; i < count; ++i) {
            text += (i == 0 ? "" : ",") + one;
        }
        return "[" + text + "]";
    };
    CHECK(parse_batch(batch("[]"), k_authority).empty());
    CHECK(parse_batch(batch(many(200)), k_authority).size() == 200);
    CHECK(refusal([&] { parse_batch(batch(many(201)), k_authority); }).at("detail") ==
          "201 Anfragen, höchstens 200 sind erlaubt");
    for (const auto& text : {std::string("{"), one, std::string("[1]"), std::string()}) {
        CHECK(refusal([&] { parse_batch(batch(text), k_authority); }).at("type") ==
              "problems/type/INPUT_VALIDATION");
    }
    CHECK(refusal([&] { parse_batch(batch("[" + one + ",{}]"), k_authority); }).at("detail") ==
          "Parameter 'category' fehlt");
    CHECK(refusal([&] { parse_batch(batch("[]", "text/plain"), k_authority); }).at("status") ==
          415);
}

TEST_CASE("sandbox::encoded_words: RFC 2047, words of at most 75 characters")
{
    CHECK(encoded_words("Dienst x_1 ist seit 31.12.2025 ungültig") ==
          "=?utf-8?q?Dienst_x=5F1_ist_seit_31=2E12=2E2025_ung=C3=BCltig?=");
    CHECK(encoded_words("") == "=?utf-8?q?"
                               "?=");
    std::string text;
    for (int i = 0; i < 60; ++i) {
        text += "ü";
    }
    const auto words = encoded_words(text);
    std::size_t begin = 0, count = 0;
    while (begin < words.size()) {
        const auto end = std::min(words.find(' ', begin), words.size());
        const auto word = words.substr(begin, end - begin);
        CHECK(word.size() <= 75);
        CHECK(word.starts_with("=?utf-8?q?=C3"));
        CHECK(word.ends_with("=BC?="));
        begin = end + 1;
        ++count;
    }
    CHECK(count > 1);
}
