// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/fitconnect/events.hpp"

#include "crypto/random.hpp"
#include "fitconnect/key_profile.hpp"
#include "jose/jws.hpp"
#include "sandbox/fitconnect/portal.hpp"

#include <fstream>

namespace anb::sandbox {

namespace {

constexpr std::string_view k_payload_schema =
    "https://schema.fitko.de/fit-connect/set-payload/1.2.2/set-payload.schema.json";

void finish(Environment& environment, Submission& submission, SubmissionState state,
            std::string_view event, const json::Value& payload)
{
    auto& log = environment.store.cases.at(submission.case_id);
    append_event(environment, log, submission, event, payload);
    submission.state = state;
    environment.store.save(log);
    environment.store.save(submission);
    tell_receiver(environment, submission, CallbackType::new_events);
    tell_sender(environment, submission);
}

/// The mail that the delivery service would write; kept in place of being sent.
void write_to_contact(Environment& environment, Submission& submission)
{
    const auto found = environment.store.destinations.find(submission.destination);
    if (found == environment.store.destinations.end()) {
        return;
    }
    submission.noticed_at = base::to_unix(environment.clock());
    environment.store.save(submission);
    const json::Value mail = {{"time", base::format_time(environment.clock())},
                              {"to", found->second.contact.value("email", "")},
                              {"subject", "Einreichung seit drei Tagen nicht abgeholt"},
                              {"destinationId", submission.destination},
                              {"submissionId", submission.id},
                              {"caseId", submission.case_id}};
    std::ofstream(environment.store.mails_file(), std::ios::app) << json::dump(mail) << "\n";
}

json::Value timeout_problem()
{
    return {{"problems",
             json::Value::array({{{"type", std::string(k_problem_prefix) + "technical-error"},
                                  {"title", "Technischer Fehler"},
                                  {"detail", "Die Einreichung wurde nicht fristgerecht abgeholt."},
                                  {"instance", "other"}}})}};
}

} // namespace

std::string delivery_service_kid(const Credential& credential)
{
    return fitconnect::derive_kid(credential.key.public_key(), fitconnect::KeyRole::signature);
}

void append_event(Environment& environment, Case& log, const Submission& submission,
                  std::string_view name, const json::Value& payload)
{
    const auto& credential = environment.pki.delivery_service(environment.name);
    const auto token_id = crypto::random_uuid();
    const json::Value header = {
        {"typ", "secevent+jwt"}, {"alg", "PS512"}, {"kid", delivery_service_kid(credential)}};
    const json::Value claims = {
        {"$schema", std::string(k_payload_schema)},
        {"jti", token_id},
        {"iss", environment.issuer(submission.api_version)},
        {"iat", base::to_unix(environment.clock())},
        {"sub", "submission:" + submission.id},
        {"txn", "case:" + submission.case_id},
        {"events", {{std::string(k_event_prefix) + std::string(name), payload}}}};
    log.events.push_back(jose::sign_compact(header, with_escaped_slashes(claims), credential.key));
    log.token_ids.push_back(token_id);
}

json::Value authentication_tags(const Submission& submission)
{
    json::Value tags = {{"metadata", submission.metadata_tag}};
    if (!submission.data_tag.empty()) {
        tags["data"] = submission.data_tag;
    }
    auto attachments = json::Value::object();
    for (const auto& [id, attachment] : submission.attachments) {
        attachments[id] = attachment.tag;
    }
    tags["attachments"] = std::move(attachments);
    return tags;
}

void tell_receiver(Environment& environment, const Submission& submission, CallbackType type)
{
    const auto found = environment.store.destinations.find(submission.destination);
    if (environment.callbacks != nullptr && found != environment.store.destinations.end()) {
        environment.callbacks->send(found->second.callback, type, submission);
    }
}

void tell_sender(Environment& environment, const Submission& submission)
{
    if (environment.callbacks != nullptr) {
        environment.callbacks->send(submission.callback, CallbackType::new_events, submission);
    }
}

void let_time_pass(Environment& environment)
{
    const auto now = base::to_unix(environment.clock());
    for (auto& [id, submission] : environment.store.submissions) {
        if (submission.state == SubmissionState::incomplete &&
            now - submission.created_at >= environment.limits.until_deleted.count()) {
            finish(environment, submission, SubmissionState::deleted, "delete-submission",
                   json::Value::object());
        }
        if (submission.state == SubmissionState::submitted && submission.noticed_at == 0 &&
            now - submission.submitted_at >= environment.limits.until_noticed.count()) {
            write_to_contact(environment, submission);
        }
        if (submission.state == SubmissionState::submitted &&
            now - submission.submitted_at >= environment.limits.until_rejected.count()) {
            finish(environment, submission, SubmissionState::rejected, "reject-submission",
                   timeout_problem());
        }
    }
}

} // namespace anb::sandbox
