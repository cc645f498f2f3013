// SPDX-License-Identifier: EUPL-1.2

#include "fitconnect/submission.hpp"
#include "http/recorded.hpp"
#include "unit/fitconnect/demo_case.hpp"

#include <doctest/doctest.h>

#include <cstring>

using namespace anb;
using demo::code_of;
using Exchange = http::RecordedTransport::Exchange;

namespace {

constexpr const char* k_submission = "2153770b-84d1-4be8-bd12-0e91ea63653c";
constexpr const char* k_case = "520a2835-9d46-4fc2-9524-9140edcc66e4";
constexpr const char* k_destination = "d6094b2a-6eb9-4193-b501-34fe78fdf22a";
constexpr const char* k_attachment = "46cecbaa-4e08-42e5-a104-6da5fead6491";

fitconnect::Environment environment()
{
    fitconnect::Environment environment;
    environment.name = "test";
    environment.submission_url = "https://zustelldienst.example/submission-api";
    environment.submission_v1_url = "https://alt.example";
    return environment;
}

http::Response answer(int status, std::string body = {})
{
    return {.status = status, .headers = {}, .body = std::move(body)};
}

struct Service {
    Service(int version, std::deque<Exchange> exchanges)
        : transport(std::move(exchanges)),
          api(environment(), version, transport, nullptr, [] { return base::UtcTime{}; })
    {
    }
    json::Value sent() { return json::parse(transport.sent().back().body, "sent"); }

    http::RecordedTransport transport;
    fitconnect::Api api;
};

fitconnect::Upload upload(const std::string& text)
{
    return {.open =
                [text] {
                    return [text, done = false](std::span<std::byte> buffer) mutable {
                        if (done) {
                            return std::size_t{0};
                        }
                        done = true;
                        std::memcpy(buffer.data(), text.data(), text.size());
                        return text.size();
                    };
                },
            .size = text.size()};
}

fitconnect::Announcement announcement()
{
    return {.destination = fitconnect::DestinationId::parse(k_destination),
            .service = {.identifier = "urn:de:fim:leika:leistung:99123456760610", .name = "hzl"},
            .attachments = {fitconnect::AttachmentId::parse(k_attachment)}};
}

const auto k_id = fitconnect::SubmissionId::parse(k_submission);

std::string created_body()
{
    return json::dump({{"submissionId", k_submission},
                       {"caseId", "520A2835-9D46-4FC2-9524-9140EDCC66E4"},
                       {"destinationId", k_destination}});
}

} // namespace

TEST_CASE("fitconnect::create_submission: v2 says publicService, v1 serviceType")
{
    Service second(2, {{"POST", "https://zustelldienst.example/submission-api/v2/submissions",
                        answer(201, created_body())}});
    const auto created = fitconnect::create_submission(second.api, announcement());
    CHECK(created.submission.str() == k_submission);
    CHECK(created.case_id.str() == k_case);
    CHECK(second.sent()["publicService"]["name"] == "hzl");
    CHECK(second.sent()["announcedAttachments"][0] == k_attachment);
    CHECK_FALSE(second.sent().contains("serviceType"));
    CHECK_FALSE(second.transport.sent().back().repeatable);

    Service first(1, {{"POST", "https://alt.example/v1/submissions", answer(201, created_body())}});
    fitconnect::create_submission(first.api, announcement());
    CHECK(first.sent()["serviceType"]["identifier"] == "urn:de:fim:leika:leistung:99123456760610");
    CHECK_FALSE(first.sent().contains("publicService"));
}

TEST_CASE("fitconnect::submit: puts the two compact forms into one document; any 2xx will do")
{
    const auto url =
        std::string("https://zustelldienst.example/submission-api/v2/submissions/") + k_submission;
    for (const int status : {200, 202}) {
        Service service(2, {{"PUT", url, answer(status)}});
        fitconnect::submit(service.api, k_id, upload("a.b.c.d.e"), upload("f.g.h.i.j"));
        CHECK(service.transport.sent().back().body ==
              R"({"encryptedMetadata":"a.b.c.d.e","encryptedData":"f.g.h.i.j"})");
    }
    Service service(2, {{"PUT", url, answer(200)}});
    fitconnect::submit(service.api, k_id, upload("a.b.c.d.e"), std::nullopt);
    CHECK(service.sent()["encryptedMetadata"] == "a.b.c.d.e");
    CHECK(service.sent().size() == 1);
}

TEST_CASE("fitconnect::upload_attachment: sends the compact form, and may be repeated")
{
    const auto url = std::string("https://zustelldienst.example/submission-api/v2/submissions/") +
                     k_submission + "/attachments/" + k_attachment;
    Service service(2, {{"PUT", url, answer(204)}});
    fitconnect::upload_attachment(service.api, k_id, fitconnect::AttachmentId::parse(k_attachment),
                                  upload("a.b.c.d.e"));
    CHECK(service.transport.sent().back().body == "a.b.c.d.e");
    CHECK(service.transport.sent().back().repeatable);
    Service refused(2, {{"PUT", url, answer(413)}});
    CHECK(code_of([&] {
              fitconnect::upload_attachment(refused.api, k_id,
                                            fitconnect::AttachmentId::parse(k_attachment),
                                            upload("a.b.c.d.e"));
          }) == "ANB-F406");
}

TEST_CASE("fitconnect::parse_submission: reads either API's form")
{
    for (const auto* service : {"publicService", "serviceType"}) {
        const json::Value value = {
            {"submissionId", k_submission},          {"caseId", k_case},
            {"destinationId", k_destination},        {"attachments", {k_attachment}},
            {service, {{"identifier", "urn:DE:x"}}}, {"encryptedMetadata", "a.b.c.d.e"}};
        const auto read = fitconnect::parse_submission(json::Reader(value, "answer"));
        CHECK(read.service.identifier == "urn:de:x");
        CHECK(read.attachments.size() == 1);
        CHECK(read.encrypted_data.empty());
    }
    const json::Value hostile = {
        {"submissionId", "../../etc"}, {"caseId", k_case}, {"destinationId", k_destination}};
    CHECK(code_of([&] { fitconnect::parse_submission(json::Reader(hostile, "answer")); }) ==
          "ANB-G302");
}

TEST_CASE("fitconnect::post_event: a conflict is an answer, not a failure")
{
    const auto url =
        std::string("https://zustelldienst.example/submission-api/v2/cases/") + k_case + "/events";
    const auto case_id = fitconnect::CaseId::parse(k_case);
    Service service(2, {{"POST", url, answer(204)}, {"POST", url, answer(409)}});
    CHECK(fitconnect::post_event(service.api, case_id, "h.p.s"));
    CHECK_FALSE(fitconnect::post_event(service.api, case_id, "h.p.s"));
}
