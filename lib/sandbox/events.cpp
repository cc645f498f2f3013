// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/events.hpp"

#include "crypto/random.hpp"
#include "fitconnect/key_profile.hpp"
#include "jose/jws.hpp"
#include "sandbox/portal.hpp"

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

void let_time_pass(Environment& environment)
{
    const auto now = base::to_unix(environment.clock());
    for (auto& [id, submission] : environment.store.submissions) {
        if (submission.state == SubmissionState::incomplete &&
            now - submission.created_at >= environment.limits.until_deleted.count()) {
            finish(environment, submission, SubmissionState::deleted, "delete-submission",
                   json::Value::object());
        }
        if (submission.state == SubmissionState::submitted &&
            now - submission.submitted_at >= environment.limits.until_rejected.count()) {
            finish(environment, submission, SubmissionState::rejected, "reject-submission",
                   timeout_problem());
        }
    }
}

} // namespace anb::sandbox
