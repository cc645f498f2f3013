// The event logs as services: reading by both sides, posting by the subscriber, the key set.
// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/fitconnect/event_rules.hpp"
#include "sandbox/fitconnect/events.hpp"
#include "sandbox/fitconnect/portal.hpp"
#include "sandbox/problem.hpp"
#include "sandbox/services.hpp"

namespace anb::sandbox {

namespace {

constexpr std::size_t k_largest_token = 256 * 1024;

Case& find_case(Environment& environment, const std::string& id)
{
    const auto found = environment.store.cases.find(id);
    if (found == environment.store.cases.end()) {
        throw Refusal(404, "no such case");
    }
    return found->second;
}

bool owns_destination(const Environment& environment, const Case& log, const Client& client)
{
    const auto found = environment.store.destinations.find(log.destination);
    return found != environment.store.destinations.end() && found->second.owner == client.id;
}

Response show(const Environment& environment, const Case& log, const Client& client,
              const Page& page)
{
    if (log.sender != client.id && !owns_destination(environment, log, client)) {
        throw Refusal(403, "this case belongs to other clients");
    }
    return list_response("eventLog", {log.events.begin(), log.events.end()}, page);
}

Response list_of_case(Environment& environment, const Request& request)
{
    const auto& client = environment.require(request);
    const auto page = parse_page(request);
    const auto id = request.uuid("caseId");
    const auto lock = environment.store.lock();
    let_time_pass(environment);
    return show(environment, find_case(environment, id), client, page);
}

Response list_of_submission(Environment& environment, const Request& request)
{
    const auto& client = environment.require(request);
    const auto page = parse_page(request);
    const auto id = request.uuid("submissionId");
    const auto lock = environment.store.lock();
    let_time_pass(environment);
    const auto found = environment.store.submissions.find(id);
    if (found == environment.store.submissions.end()) {
        throw Refusal(problem(404, "submission-not-found", "no such submission"));
    }
    return show(environment, find_case(environment, found->second.case_id), client, page);
}

Response post(Environment& environment, int version, const Request& request)
{
    auto& store = environment.store;
    const auto& client = environment.require(request, Role::subscriber);
    require_media_type(request, "application/jose");
    const auto id = request.uuid("caseId");
    const auto text = request.body(k_largest_token);
    const auto lock = store.lock();
    let_time_pass(environment);
    auto& log = find_case(environment, id);
    if (!owns_destination(environment, log, client)) {
        throw Refusal(403, "this case is for another client's destination");
    }
    const auto event = checked_event(environment, log, text, version);
    auto& submission = store.submissions.at(event.submission);
    if (submission.state != SubmissionState::submitted &&
        submission.state != SubmissionState::forwarded) {
        throw Refusal(409, "the submission is " + to_string(submission.state));
    }
    log.events.push_back(text);
    log.token_ids.push_back(event.token_id);
    submission.state = event.state;
    store.save(log);
    store.save(submission);
    tell_sender(environment, submission);
    Response response;
    response.status = 204;
    return response;
}

void add_version(Router& router, Environment& environment, const std::string& base, int version)
{
    const auto path = base + "/v" + std::to_string(version);
    router.add("GET", path + "/cases/{caseId}/events", [&environment](const Request& request) {
        return list_of_case(environment, request);
    });
    router.add("POST", path + "/cases/{caseId}/events",
               [&environment, version](const Request& request) {
                   return post(environment, version, request);
               });
    router.add("GET", path + "/submissions/{submissionId}/events",
               [&environment](const Request& request) {
                   return list_of_submission(environment, request);
               });
    const bool with_certificate = version == 1;
    router.add(
        "GET", base + "/.well-known/jwks.json", [&environment, with_certificate](const Request&) {
            const auto& key = environment.pki.delivery_service(environment.name);
            return json_response(
                {{"keys", json::Value::array(
                              {public_jwk(key, delivery_service_kid(key), with_certificate)})}});
        });
}

} // namespace

void register_event_service(Router& router, Environment& environment)
{
    add_version(router, environment, "/" + environment.name + "/submission-api-v1", 1);
    add_version(router, environment, "/" + environment.name + "/submission-api", 2);
}

} // namespace anb::sandbox
