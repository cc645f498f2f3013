// Tests of dvdv/directory.hpp. SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/text.hpp"
#include "dvdv/directory.hpp"
#include "entries.hpp"
#include "http/recorded.hpp"

#include <doctest/doctest.h>

using namespace anb;
using dvdv::Presence;

namespace {

const std::string k_root = "https://dvdv.example/intern/directory/v2/";

std::string query(const std::string& function, const std::string& json)
{
    return k_root + function + "?request_json=" + base::percent_encode(json);
}

const std::string k_question =
    R"({"organizationKey":"soa:05999000","serviceSpecificationUri":"http://www.osci.de/beispiel/probe/1/antrag.wsdl"})";
const std::string k_service = R"({"nameDe":"probe","serviceSpecificationUri":"u"})";

http::RecordedTransport::Exchange get(const std::string& function, const std::string& question,
                                      http::Response response)
{
    return {"GET", question.empty() ? k_root + function : query(function, question),
            std::move(response)};
}

http::RecordedTransport::Exchange post(const std::string& function, http::Response response)
{
    return {"POST", k_root + "batch/" + function, std::move(response)};
}

/// A directory over recorded answers.
struct Recorded {
    http::RecordedTransport transport;
    dvdv::Servers servers;
    dvdv::Directory directory;

    explicit Recorded(std::deque<http::RecordedTransport::Exchange> exchanges)
        : transport(std::move(exchanges)),
          servers({{"https://dvdv.example"}, dvdv::Access::intern, {}}, std::nullopt, transport,
                  [] { return entries::k_now; }),
          directory(servers)
    {
    }
};

const dvdv::ServiceQuestion k_asked{entries::k_key, entries::k_uri};

std::string problem(const std::string& type, const std::string& detail)
{
    return R"({"type":"problems/type/)" + type + R"(","detail":")" + detail + R"("})";
}

std::string code_of(http::Response response)
{
    Recorded recorded({get("findservicedescription", k_question, std::move(response))});
    try {
        recorded.directory.find_service(k_asked);
    } catch (const base::Error& error) {
        return error.code();
    }
    return "answered";
}

} // namespace

TEST_CASE("dvdv::Directory: tells the kinds of no apart")
{
    struct Case {
        http::Response response;
        Presence presence;
        const char* reason;
    };
    const Case cases[] = {
        {{200, {}, k_service}, Presence::found, ""},
        {{200, {}, "null"}, Presence::no_service, ""},
        {{204, {{"dvdv-warning-msg", "=?utf-8?q?ung=C3=BCltig?="}}, ""},
         Presence::not_valid,
         "ungültig"},
        {{204, {}, ""}, Presence::not_valid, ""},
        {{404, {}, problem("ENTITY_NOT_FOUND", "5005: Kein Dienst")}, Presence::no_service, ""},
        {{404, {}, problem("ENTITY_NOT_FOUND", "5009: Keine Organisation")},
         Presence::no_organization,
         ""},
    };
    for (const auto& each : cases) {
        CAPTURE(each.response.status);
        Recorded recorded({get("findservicedescription", k_question, each.response)});
        const auto answer = recorded.directory.find_service(k_asked);
        CHECK(answer.presence == each.presence);
        CHECK(answer.reason == each.reason);
    }
}

TEST_CASE("dvdv::Directory: every other answer is a failure with a code")
{
    CHECK(code_of({400, {}, problem("INPUT_VALIDATION", "7006: kaputt")}) == "ANB-D209");
    CHECK(code_of({403, {}, ""}) == "ANB-D205");
    CHECK(code_of({404, {}, "<html>kein Pfad</html>"}) == "ANB-D207");
    CHECK(code_of({404, {}, ""}) == "ANB-D207");
    CHECK(code_of({429, {}, ""}) == "ANB-D208");
    CHECK(code_of({500, {}, ""}) == "ANB-D208");
    CHECK(code_of({418, {}, ""}) == "ANB-D207");
    CHECK(code_of({200, {}, "<html>"}) == "ANB-D207");
    CHECK(code_of({200, {}, "[]"}) == "ANB-D207");
    CHECK(code_of({200, {}, R"({"a":1,"a":2})"}) == "ANB-D207");
    CHECK(code_of({200, {}, std::string(70, '[')}) == "ANB-D207");
}

TEST_CASE("dvdv::Directory: asks in batches, and singly only where there was no hit")
{
    Recorded recorded(
        {post("findservicedescription", {200, {}, "[" + k_service + ",null," + k_service + "]"}),
         get("findservicedescription", k_question, {204, {{"dvdv-warning-msg", "alt"}}, ""})});
    const std::vector<dvdv::ServiceQuestion> questions(3, k_asked);
    std::vector<Presence> seen;
    recorded.directory.find_services(questions, [&](std::size_t index, dvdv::ServiceAnswer answer) {
        CHECK(index == seen.size());
        seen.push_back(answer.presence);
    });
    CHECK(seen == std::vector{Presence::found, Presence::not_valid, Presence::found});
    CHECK(recorded.transport.finished());
    const auto sent = json::parse(recorded.transport.sent().front().body, "sent");
    CHECK(sent.size() == 3);
    CHECK(json::dump(sent[0]) == k_question);
}

TEST_CASE("dvdv::Directory: never more than 200 questions in a request")
{
    const auto answers = [](std::size_t count) {
        std::string text = "[";
        for (std::size_t i = 0; i < count; ++i) {
            text += (i == 0 ? "" : ",") + k_service;
        }
        return http::Response{200, {}, text + "]"};
    };
    Recorded recorded({post("findservicedescription", answers(200)),
                       post("findservicedescription", answers(200)),
                       post("findservicedescription", answers(1))});
    const std::vector<dvdv::ServiceQuestion> questions(401, k_asked);
    std::size_t count = 0;
    recorded.directory.find_services(questions,
                                     [&](std::size_t, const dvdv::ServiceAnswer&) { ++count; });
    CHECK(count == 401);
    CHECK(json::parse(recorded.transport.sent()[1].body, "sent").size() == 200);
    CHECK(recorded.servers.statistics().requests == 3);
}

TEST_CASE("dvdv::Directory: halves a question whose answer is too large")
{
    const std::string large = "\"" + std::string(33 * 1024 * 1024, 'x') + "\"";
    std::size_t count = 0;
    const std::vector<dvdv::ServiceQuestion> questions(2, k_asked);
    const http::Response half{200, {}, "[" + k_service + "]"};
    Recorded recorded({post("findservicedescription", {200, {}, large}),
                       post("findservicedescription", half), post("findservicedescription", half)});
    recorded.directory.find_services(questions,
                                     [&](std::size_t, const dvdv::ServiceAnswer&) { ++count; });
    CHECK(count == 2);
    CHECK(recorded.transport.finished());
}

TEST_CASE("dvdv::Directory: batch answers must be as many as the questions")
{
    for (const std::string body : {"[]", "{}", "[null,null,null]", "null"}) {
        CAPTURE(body);
        Recorded recorded({post("findservicedescription", {200, {}, body})});
        const std::vector<dvdv::ServiceQuestion> questions(2, k_asked);
        CHECK_THROWS_AS(recorded.directory.find_services(
                            questions, [](std::size_t, const dvdv::ServiceAnswer&) {}),
                        base::Error);
    }
}

TEST_CASE("dvdv::Directory: reads lists where the description names an object")
{
    const std::string light = R"({"id":1,"nameDe":"Stadt","organizationKeys":["soa:1"]})";
    const std::string element =
        R"({"serviceElementType":"OSCI_ADDRESSEE","parameterType":"CIPHER_CERTIFICATE","parameterValue":"ab"})";
    const dvdv::ElementQuestion asked{"OSCI_ADDRESSEE", "CIPHER_CERTIFICATE", "ab"};
    for (const auto& body : {"[" + light + "]", light}) {
        Recorded recorded({get("findOrganizationsByServiceElement", element, {200, {}, body})});
        CHECK(recorded.directory.find_by_element(asked).front().name == "Stadt");
    }
    Recorded versions({get("version", "", {200, {}, "\"2.15.0\""}),
                       get("version", "", {200, {}, R"({"version":"2.15.0","buildnunmber":"7"})"}),
                       get("version", "", {200, {}, "7"})});
    CHECK(versions.directory.server_version() == "2.15.0");
    CHECK(versions.directory.server_version() == "2.15.0");
    CHECK(versions.directory.server_version() == "-");
}

TEST_CASE("dvdv::Directory: the other functions")
{
    Recorded recorded(
        {get("findauthoritydescriptions", R"({"organizationKey":"soa:1"})",
             {200, {}, R"([{"organization":{"nameDe":"A"}},{"organization":{"nameDe":"B"}}])"}),
         get("findauthoritydescription", R"({"category":"Sozialamt","organizationKey":"soa:1"})",
             {404, {}, problem("ENTITY_NOT_FOUND", "5009: -")}),
         post("findauthoritydescription", {200, {}, R"([{"organization":{"nameDe":"A"}},null])"}),
         get("findcategories", R"({"fingerPrint":"ab","organizationKey":"soa:1"})",
             {200, {}, R"(["Sozialamt",null])"}),
         get("verifycategory", R"({"fingerPrint":"ab","category":"Sozialamt"})",
             {200, {}, R"({"verifyCategory":true})"}),
         get("findCertificateByFingerprint", R"({"fingerPrint":"ab"})",
             {404, {}, problem("ENTITY_NOT_FOUND", "-")}),
         get("findServiceSpecificationUrisByCategory", R"({"category":"Sozialamt"})",
             {200, {}, R"(["u1","u2"])"}),
         get("categories", "",
             {200, {}, R"([{"name":"a","children":[{"name":"b","prefix":"soa"}]}])"}),
         get("intermediaries", "", {200, {}, "[{}]"})});
    auto& directory = recorded.directory;
    CHECK(directory.find_organizations("soa:1").size() == 2);
    CHECK_FALSE(directory.find_organization("Sozialamt", "soa:1"));
    const std::vector<std::string> keys{"soa:1", "soa:2"};
    const auto many = directory.find_organizations("Sozialamt", keys);
    CHECK(many[0]->organization.name == "A");
    CHECK_FALSE(many[1]);
    CHECK(directory.find_categories("ab", "soa:1") == std::vector<std::string>{"Sozialamt"});
    CHECK(directory.verify_category("ab", "Sozialamt"));
    CHECK_FALSE(directory.find_certificate("ab"));
    CHECK(directory.uris_of_category("Sozialamt").size() == 2);
    CHECK(directory.categories().front().children.front().prefix == "soa");
    CHECK(directory.intermediaries().size() == 1);
    CHECK(recorded.transport.finished());
}
