// SPDX-License-Identifier: EUPL-1.2

#include "fitconnect/submission.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <cstring>
#include <memory>
#include <utility>

namespace anb::fitconnect {

namespace {

constexpr std::uint64_t k_max_submission = 256ULL * 1024 * 1024;
constexpr std::uint64_t k_max_attachment = 512ULL * 1024 * 1024;
constexpr int k_conflict = 409;
constexpr int k_submit_retries = 2;

template <typename Identifier>
Identifier read_id(const json::Reader& reader)
{
    const auto canonical = base::canonical_uuid(reader.string());
    if (!canonical) {
        reader.fail("UUID");
    }
    return Identifier::parse(*canonical);
}

http::Request json_request(std::string method, std::string url)
{
    http::Request request;
    request.method = std::move(method);
    request.url = std::move(url);
    request.headers = {{"Content-Type", "application/json"},
                       {"Accept", "application/json, application/problem+json"}};
    return request;
}

http::Request jose_request(std::string method, std::string url)
{
    http::Request request;
    request.method = std::move(method);
    request.url = std::move(url);
    request.headers = {{"Content-Type", "application/jose"},
                       {"Accept", "application/json, application/problem+json"}};
    return request;
}

Upload text_upload(std::string text)
{
    const auto shared = std::make_shared<const std::string>(std::move(text));
    return {.open =
                [shared] {
                    return [shared, offset = std::size_t{0}](std::span<std::byte> buffer) mutable {
                        const auto count = std::min(buffer.size(), shared->size() - offset);
                        std::memcpy(buffer.data(), shared->data() + offset, count);
                        offset += count;
                        return count;
                    };
                },
            .size = shared->size()};
}

/// One body after the other.
Upload concatenated(std::vector<Upload> parts)
{
    Upload whole;
    for (const auto& part : parts) {
        whole.size += part.size;
    }
    whole.open = [parts = std::move(parts)] {
        std::vector<base::Source> sources;
        for (const auto& part : parts) {
            sources.push_back(part.open());
        }
        return [sources = std::move(sources),
                current = std::size_t{0}](std::span<std::byte> buffer) mutable {
            while (current < sources.size()) {
                if (const auto count = sources[current](buffer); count > 0) {
                    return count;
                }
                ++current;
            }
            return std::size_t{0};
        };
    };
    return whole;
}

void put(Api& api, http::Request request, const Upload& upload)
{
    request.source = upload.open;
    request.source_size = upload.size;
    api.send(std::move(request));
}

std::string submission_path(const SubmissionId& submission)
{
    return "/submissions/" + submission.str();
}

PublicService read_service(const json::Reader& reader)
{
    const auto service =
        reader.has("publicService") ? reader.at("publicService") : reader.at("serviceType");
    return {.identifier = base::to_lower_ascii(service.string("identifier")),
            .name = service.find_string("name").value_or("")};
}

} // namespace

Created create_submission(Api& api, const Announcement& announcement)
{
    auto attachments = json::Value::array();
    for (const auto& id : announcement.attachments) {
        attachments.push_back(id.str());
    }
    const char* service = api.version() == 1 ? "serviceType" : "publicService";
    const json::Value body = {
        {"destinationId", announcement.destination.str()},
        {"announcedAttachments", std::move(attachments)},
        {service,
         {{"name", announcement.service.name}, {"identifier", announcement.service.identifier}}}};
    auto request = json_request("POST", api.submission_url("/submissions"));
    request.body = json::dump(body);
    const auto url = request.url;
    const auto answer = json::parse(api.send(std::move(request)).body, url);
    const json::Reader reader(answer, url);
    return {.submission = read_id<SubmissionId>(reader.at("submissionId")),
            .case_id = read_id<CaseId>(reader.at("caseId"))};
}

void upload_attachment(Api& api, const SubmissionId& submission, const AttachmentId& attachment,
                       const Upload& upload)
{
    const auto path = submission_path(submission) + "/attachments/" + attachment.str();
    auto request = jose_request("PUT", api.submission_url(path));
    request.repeatable = true;
    put(api, std::move(request), upload);
}

void submit(Api& api, const SubmissionId& submission, const Upload& metadata,
            const std::optional<Upload>& data)
{
    std::vector<Upload> parts = {text_upload(R"({"encryptedMetadata":")"), metadata};
    if (data) {
        parts.push_back(text_upload(R"(","encryptedData":")"));
        parts.push_back(*data);
    }
    parts.push_back(text_upload(R"("})"));
    auto request = json_request("PUT", api.submission_url(submission_path(submission)));
    request.retries = k_submit_retries;
    put(api, std::move(request), concatenated(std::move(parts)));
}

std::vector<Pickup> list_submissions(Api& api, const std::optional<DestinationId>& destination)
{
    auto path = std::string("/submissions");
    if (destination) {
        path += "?destinationId=" + destination->str();
    }
    const auto url = api.submission_url(path);
    std::vector<Pickup> pickups;
    for (const auto& element : api.get_all(url, "submissions")) {
        const json::Reader reader(element, url, "/submissions");
        pickups.push_back({.submission = read_id<SubmissionId>(reader.at("submissionId")),
                           .case_id = read_id<CaseId>(reader.at("caseId")),
                           .destination = read_id<DestinationId>(reader.at("destinationId"))});
    }
    return pickups;
}

Submission parse_submission(const json::Reader& reader)
{
    Submission submission;
    submission.id = read_id<SubmissionId>(reader.at("submissionId"));
    submission.case_id = read_id<CaseId>(reader.at("caseId"));
    submission.destination = read_id<DestinationId>(reader.at("destinationId"));
    submission.service = read_service(reader);
    submission.region = reader.find_string("region").value_or("");
    if (const auto attachments = reader.find("attachments")) {
        for (const auto& id : attachments->elements()) {
            submission.attachments.push_back(read_id<AttachmentId>(id));
        }
    }
    submission.encrypted_metadata = reader.string("encryptedMetadata");
    submission.encrypted_data = reader.find_string("encryptedData").value_or("");
    return submission;
}

Submission fetch_submission(Api& api, const SubmissionId& submission)
{
    http::Request request;
    request.url = api.submission_url(submission_path(submission));
    request.headers = {{"Accept", "application/json, application/problem+json"}};
    request.repeatable = true;
    request.max_response = k_max_submission;
    const auto url = request.url;
    const auto answer =
        json::parse(api.send(std::move(request)).body, url, {.bytes = k_max_submission});
    return parse_submission(json::Reader(answer, url));
}

void download_attachment(Api& api, const SubmissionId& submission, const AttachmentId& attachment,
                         const base::Sink& sink)
{
    http::Request request;
    request.url =
        api.submission_url(submission_path(submission) + "/attachments/" + attachment.str());
    request.headers = {{"Accept", "application/jose, application/problem+json"}};
    request.sink = sink;
    request.max_response = k_max_attachment;
    api.send(std::move(request));
}

bool post_event(Api& api, const CaseId& case_id, const std::string& compact)
{
    auto request = jose_request("POST", api.submission_url("/cases/" + case_id.str() + "/events"));
    request.body = compact;
    return api.send(std::move(request), {k_conflict}).status != k_conflict;
}

} // namespace anb::fitconnect
