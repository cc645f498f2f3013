// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "base/text.hpp"
#include "crypto/random.hpp"
#include "sandbox/fitconnect/events.hpp"
#include "sandbox/fitconnect/jwe_scan.hpp"
#include "sandbox/fitconnect/submission_access.hpp"
#include "sandbox/fitconnect/submission_rules.hpp"
#include "sandbox/problem.hpp"
#include "sandbox/services.hpp"

#include <algorithm>

namespace anb::sandbox {

namespace {

constexpr std::size_t k_largest_announcement = 1024 * 1024;

/// One version of the Submission API.
struct View {
    Environment& environment;
    int version;
};

void require_accepting(const View& view, const Submission& submission)
{
    const auto& destinations = view.environment.store.destinations;
    const auto found = destinations.find(submission.destination);
    if (found == destinations.end()) {
        throw Refusal(problem(404, "destination-not-found", "no such destination"));
    }
    if (found->second.status != "active") {
        throw Refusal(problem(422, "destination-state-invalid",
                              "the destination is " + found->second.status));
    }
    if (!offers(found->second, submission)) {
        throw Refusal(422, "the destination does not offer this service in this region");
    }
}

Case open_case(const View& view, const Submission& submission, const Client& client)
{
    if (submission.case_id.empty()) {
        return {crypto::random_uuid(), submission.destination, client.id, {}, {}};
    }
    const auto& cases = view.environment.store.cases;
    const auto found = cases.find(submission.case_id);
    if (found == cases.end()) {
        throw Refusal(404, "no such case");
    }
    if (found->second.sender != client.id || found->second.destination != submission.destination) {
        throw Refusal(403, "this case belongs to another client or destination");
    }
    return found->second;
}

json::Value created(const Submission& submission)
{
    return {{"submissionId", submission.id},
            {"destinationId", submission.destination},
            {"caseId", submission.case_id}};
}

Response create(const View& view, const Request& request)
{
    auto& environment = view.environment;
    const auto& client = environment.require(request, Role::sender);
    const auto document = json_body(request, "application/json", k_largest_announcement);
    auto submission =
        checked_submission(json::Reader(document, "body"), view.version, environment.limits);
    const auto lock = environment.store.lock();
    require_accepting(view, submission);
    auto log = open_case(view, submission, client);
    submission.id = crypto::random_uuid();
    submission.case_id = log.id;
    submission.sender = client.id;
    submission.created_at = base::to_unix(environment.clock());
    append_event(environment, log, submission, "create-submission", json::Value::object());
    environment.store.save(log);
    environment.store.save(submission);
    environment.store.cases[log.id] = log;
    const auto id = submission.id;
    const auto& kept = environment.store.submissions[id] = std::move(submission);
    return json_response(created(kept), 201);
}

json::Value show(const View& view, const Submission& submission)
{
    auto attachments = json::Value::array();
    for (const auto& [id, attachment] : submission.attachments) {
        attachments.push_back(id);
    }
    auto result = created(submission);
    result["attachments"] = std::move(attachments);
    result[service_member(view.version)] = submission.service;
    if (view.version != 1 && !submission.region.empty()) {
        result["region"] = submission.region;
    }
    if (!submission.callback.is_null()) {
        result["callback"] = shown_callback(submission.callback);
    }
    return result;
}

Response list(const View& view, const Request& request)
{
    auto& environment = view.environment;
    const auto& client = environment.require(request, Role::subscriber);
    const auto page = parse_page(request);
    const auto wanted = request.parameter("destinationId");
    const auto only = wanted ? base::canonical_uuid(*wanted) : std::nullopt;
    if (wanted && !only) {
        throw Refusal(400, "destinationId is not a UUID");
    }
    const auto lock = environment.store.lock();
    let_time_pass(environment);
    const auto& destinations = environment.store.destinations;
    const auto owned = [&](const std::string& id) {
        const auto found = destinations.find(id);
        return found != destinations.end() && found->second.owner == client.id;
    };
    if (only && !owned(*only)) {
        throw Refusal(403, "this destination belongs to another client");
    }
    std::vector<const Submission*> waiting;
    for (const auto& [id, submission] : environment.store.submissions) {
        if (submission.state == SubmissionState::submitted && owned(submission.destination) &&
            (!only || submission.destination == *only)) {
            waiting.push_back(&submission);
        }
    }
    std::stable_sort(waiting.begin(), waiting.end(), [](const auto* left, const auto* right) {
        return left->submitted_at < right->submitted_at;
    });
    std::vector<json::Value> entries;
    for (const auto* submission : waiting) {
        entries.push_back(created(*submission));
    }
    return list_response("submissions", entries, page);
}

Response get(const View& view, const Request& request)
{
    auto& environment = view.environment;
    const auto& client = environment.require(request, Role::subscriber);
    const auto lock = environment.store.lock();
    let_time_pass(environment);
    const auto& submission = ready_for_subscriber(environment, request, client);
    const auto& store = environment.store;
    auto result = show(view, submission);
    const auto text = [&](const std::filesystem::path& file) {
        return base::to_text(base::read_file(file.string(), environment.limits.document));
    };
    result["encryptedMetadata"] = text(store.metadata_file(submission));
    if (!submission.data_tag.empty()) {
        result["encryptedData"] = text(store.data_file(submission));
    }
    return json_response(result);
}

std::string checked_part(const View& view, const json::Reader& document, const char* name,
                         const Destination& destination)
{
    JweScan scan;
    scan.update(document.string(name));
    return scan.finish(destination, view.version, true, name);
}

void require_complete(const Submission& submission, const Limits& limits, std::uint64_t size)
{
    for (const auto& id : submission.announced) {
        if (!submission.attachments.contains(id)) {
            throw Refusal(422, "the announced attachment " + id + " is missing");
        }
    }
    for (const auto& [id, attachment] : submission.attachments) {
        size += attachment.size;
    }
    if (size > limits.submission_size) {
        throw Refusal(413, "the submission is too large as a whole");
    }
}

void write_part(const std::filesystem::path& file, const std::string& text)
{
    base::write_file(file, base::as_bytes(text), base::Access::owner_only);
}

Response submit(const View& view, const Request& request)
{
    auto& environment = view.environment;
    auto& store = environment.store;
    const auto& client = environment.require(request, Role::sender);
    const auto value = json_body(request, "application/json", environment.limits.document);
    const json::Reader document(value, "body");
    const auto metadata = document.string("encryptedMetadata");
    const auto data = document.find_string("encryptedData");
    if (!data && view.version != 1) {
        document.at("encryptedData").fail("a JWE");
    }

    const auto lock = store.lock();
    let_time_pass(environment);
    auto& submission = open_for_sender(environment, request, client);
    const auto& destination = destination_of(environment, submission);
    auto changed = submission;
    changed.metadata_tag = checked_part(view, document, "encryptedMetadata", destination);
    changed.data_tag =
        data ? checked_part(view, document, "encryptedData", destination) : std::string();
    require_complete(changed, environment.limits, metadata.size() + (data ? data->size() : 0));

    write_part(store.metadata_file(submission), metadata);
    if (data) {
        write_part(store.data_file(submission), *data);
    }
    changed.state = SubmissionState::submitted;
    changed.submitted_at = base::to_unix(environment.clock());
    auto log = store.cases.at(submission.case_id);
    append_event(environment, log, changed, "submit-submission",
                 {{"authenticationTags", authentication_tags(changed)}});
    append_event(environment, log, changed, "notify-submission", json::Value::object());
    store.save(log);
    store.save(changed);
    store.cases[log.id] = std::move(log);
    submission = std::move(changed);
    tell_receiver(environment, submission, CallbackType::new_submissions);
    tell_sender(environment, submission);
    return json_response(show(view, submission), view.version == 1 ? 202 : 200);
}

json::Value info(int major, int minor, int patch)
{
    return {{"version", {{"major", major}, {"minor", minor}, {"patch", patch}}}};
}

void add_version(Router& router, const std::string& base, const View& view)
{
    router.add("GET", base + "/submissions",
               [view](const Request& request) { return list(view, request); });
    router.add("POST", base + "/submissions",
               [view](const Request& request) { return create(view, request); });
    router.add("GET", base + "/submissions/{submissionId}",
               [view](const Request& request) { return get(view, request); });
    router.add("PUT", base + "/submissions/{submissionId}",
               [view](const Request& request) { return submit(view, request); });
    const auto version = view.version == 1 ? info(1, 1, 3) : info(2, 0, 0);
    router.add("GET", base + "/info", [version](const Request&) { return json_response(version); });
}

} // namespace

void register_submission_service(Router& router, Environment& environment)
{
    const auto base = "/" + environment.name;
    add_version(router, base + "/submission-api-v1/v1", View{environment, 1});
    add_version(router, base + "/submission-api/v2", View{environment, 2});
}

} // namespace anb::sandbox
