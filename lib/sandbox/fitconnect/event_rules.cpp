// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/fitconnect/event_rules.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "jose/jwk.hpp"
#include "jose/jws.hpp"
#include "sandbox/fitconnect/events.hpp"
#include "sandbox/problem.hpp"

#include <algorithm>
#include <regex>

namespace anb::sandbox {

namespace {

constexpr std::int64_t k_earliest = 1577833200; // fit-connect.md §11.1
constexpr std::int64_t k_clock_difference = 300;

[[noreturn]] void refuse(std::string_view issue)
{
    throw Refusal(problem(422, "", "the Security Event Token is not acceptable", issue));
}

jose::Jws parsed(const std::string& text)
{
    static const std::regex shape("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    if (!std::regex_match(text, shape)) {
        throw Refusal(400, "the body is not a compact JWS");
    }
    try {
        return jose::parse_jws(text, "body");
    } catch (const base::Error& fault) {
        refuse(std::string("not readable: ") + fault.what());
    }
}

void verify_signature(const jose::Jws& token, const Destination& destination)
{
    if (token.typ != "secevent+jwt") {
        refuse("header typ");
    }
    if (token.alg != "PS512") {
        refuse("header alg");
    }
    const auto jwk = destination.keys.find(token.kid);
    if (jwk == destination.keys.end() || jwk->second.at("alg") != "PS512") {
        refuse("header kid is no signature key of the destination");
    }
    const auto key = jose::parse_public_jwk(json::Reader(jwk->second, "destination"));
    if (!jose::verify(token, key.key)) {
        refuse("signature");
    }
}

void check_schema(const json::Reader& claims, int api_version)
{
    static const std::regex current("https://schema\\.fitko\\.de/fit-connect/set-payload/"
                                    "1\\.2\\.[0-9]+/set-payload\\.schema\\.json");
    static const std::regex any("https://schema\\.fitko\\.de/fit-connect/set-payload/"
                                "1\\.[0-9]+\\.[0-9]+/set-payload\\.schema\\.json");
    const auto schema = claims.find_string("$schema");
    if (!schema && api_version == 1) {
        return;
    }
    if (!schema || !std::regex_match(*schema, api_version == 1 ? any : current)) {
        refuse("Payload Schema not supported");
    }
}

/// The UUID behind "submission:" or "case:".
std::string id_behind(const json::Reader& claims, const char* claim, std::string_view prefix)
{
    const auto text = claims.string(claim);
    const auto id = text.starts_with(prefix)
                        ? base::canonical_uuid(std::string_view(text).substr(prefix.size()))
                        : std::nullopt;
    if (!id) {
        refuse(claim);
    }
    return *id;
}

void check_times(const json::Reader& claims, const Environment& environment)
{
    const auto latest = std::max(base::to_unix(environment.clock()), base::to_unix(base::now()));
    const auto issued = claims.integer("iat");
    if (issued < k_earliest || issued > latest + k_clock_difference) {
        refuse("iat");
    }
}

bool is_instance(const std::string& instance)
{
    constexpr std::string_view k_attachment = "attachment:";
    if (instance.starts_with(k_attachment)) {
        return base::canonical_uuid(instance.substr(k_attachment.size())).has_value();
    }
    return instance == "submission" || instance == "metadata" || instance == "data" ||
           instance == "other";
}

void check_problems(const json::Reader& problems)
{
    for (const auto& entry : problems.elements()) {
        const auto type = entry.string("type");
        if (!type.starts_with(k_problem_prefix) || type.size() == k_problem_prefix.size()) {
            refuse("problems: type");
        }
        if (entry.string("title").empty() || entry.string("detail").empty()) {
            refuse("problems: title and detail");
        }
        if (!is_instance(entry.string("instance"))) {
            refuse("problems: instance");
        }
    }
}

SubmissionState state_after(const json::Reader& claims, const Submission& submission)
{
    const auto events = claims.at("events").members();
    if (events.size() != 1) {
        refuse("events: exactly one");
    }
    const auto& [uri, payload] = events.front();
    payload.members();
    if (payload.has("problems")) {
        check_problems(payload.at("problems"));
    }
    if (uri == std::string(k_event_prefix) + "accept-submission") {
        if (payload.has("authenticationTags") &&
            payload.at("authenticationTags").value() != authentication_tags(submission)) {
            refuse("authenticationTags");
        }
        return SubmissionState::accepted;
    }
    if (uri == std::string(k_event_prefix) + "reject-submission") {
        if (!payload.has("problems") || payload.at("problems").elements().empty()) {
            refuse("problems: at least one");
        }
        return SubmissionState::rejected;
    }
    refuse("events: a subscriber sends accept-submission or reject-submission");
}

PostedEvent checked_claims(const Environment& environment, const Case& log,
                           const json::Reader& claims, int api_version)
{
    check_schema(claims, api_version);
    if (base::canonical_uuid(claims.string("iss")) != log.destination) {
        refuse("iss");
    }
    if (id_behind(claims, "txn", "case:") != log.id) {
        refuse("txn");
    }
    const auto id = id_behind(claims, "sub", "submission:");
    const auto submission = environment.store.submissions.find(id);
    if (submission == environment.store.submissions.end() || submission->second.case_id != log.id) {
        refuse("sub");
    }
    check_times(claims, environment);
    const auto token_id = base::canonical_uuid(claims.string("jti"));
    if (!token_id ||
        std::find(log.token_ids.begin(), log.token_ids.end(), *token_id) != log.token_ids.end()) {
        refuse("jti");
    }
    return {id, state_after(claims, submission->second), *token_id};
}

} // namespace

PostedEvent checked_event(const Environment& environment, const Case& log, const std::string& text,
                          int api_version)
{
    const auto token = parsed(text);
    const auto destination = environment.store.destinations.find(log.destination);
    if (destination == environment.store.destinations.end()) {
        throw Refusal(problem(404, "destination-not-found", "the destination was removed"));
    }
    verify_signature(token, destination->second);
    try {
        const auto claims = json::parse(base::as_text(token.payload), "payload");
        return checked_claims(environment, log, json::Reader(claims, "payload"), api_version);
    } catch (const base::Error& fault) {
        refuse(fault.what());
    }
}

} // namespace anb::sandbox
