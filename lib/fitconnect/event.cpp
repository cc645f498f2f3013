// SPDX-License-Identifier: EUPL-1.2

#include "fitconnect/event.hpp"

#include "base/text.hpp"
#include "crypto/random.hpp"
#include "fitconnect/destination.hpp"
#include "fitconnect/detail/event_rules.hpp"
#include "fitconnect/detail/key_rules.hpp"
#include "fitconnect/key_profile.hpp"

#include <algorithm>
#include <utility>

namespace anb::fitconnect {

namespace {

constexpr std::string_view k_event_uri = "https://schema.fitko.de/fit-connect/events/";
constexpr std::int64_t k_earliest_issue = 1577833200;
constexpr std::int64_t k_year_10000 = 253'402'300'800;
constexpr base::Seconds k_clock_tolerance{600};
constexpr json::Limits k_limits{.bytes = 1024 * 1024, .depth = 16, .members = 512};

[[noreturn]] void refuse(const std::string& reason, const std::string& detail = {})
{
    throw base::Error(base::ErrorKind::input, "ANB-F350", {{"reason", reason}}, detail);
}

[[noreturn]] void distrust(const Event& event, const std::string& reason)
{
    throw base::Error(base::ErrorKind::trust, "ANB-S401",
                      {{"event", event.name}, {"reason", reason}});
}

std::string strip_prefix(const std::string& text, std::string_view prefix)
{
    return text.starts_with(prefix) ? text.substr(prefix.size()) : std::string();
}

template <typename Identifier>
Identifier parse_id(const std::string& text, const char* claim)
{
    const auto canonical = base::canonical_uuid(text);
    if (!canonical) {
        refuse(std::string(claim) + ": no UUID");
    }
    return Identifier::parse(*canonical);
}

void read_subject(const std::string& subject, Event& event)
{
    if (const auto id = strip_prefix(subject, "submission:"); !id.empty()) {
        event.submission = parse_id<SubmissionId>(id, "sub");
    } else if (const auto reply = strip_prefix(subject, "reply:"); !reply.empty()) {
        parse_id<SubmissionId>(reply, "sub");
    } else {
        refuse("sub: neither submission nor reply");
    }
}

EventProblem read_problem(const json::Reader& reader)
{
    return {.type = reader.string("type"),
            .title = reader.find_string("title").value_or(""),
            .detail = reader.find_string("detail").value_or(""),
            .instance = reader.find_string("instance").value_or("")};
}

void read_payload(const json::Reader& payload, Event& event)
{
    if (const auto tags = payload.find("authenticationTags")) {
        event.tags = parse_tags(*tags);
    }
    if (const auto problems = payload.find("problems")) {
        for (const auto& problem : problems->elements()) {
            event.problems.push_back(read_problem(problem));
        }
    }
}

void read_claims(const json::Reader& claims, Event& event)
{
    event.schema = claims.find_string("$schema").value_or("");
    event.jti = claims.string("jti");
    if (!base::canonical_uuid(event.jti)) {
        refuse("jti: no UUID");
    }
    event.issuer = claims.string("iss");
    const auto issued_at = claims.integer("iat");
    if (issued_at < k_earliest_issue || issued_at >= k_year_10000) {
        refuse("iat: not between 2020 and 9999");
    }
    event.issued_at = base::from_unix(issued_at);
    read_subject(claims.string("sub"), event);
    event.case_id = parse_id<CaseId>(strip_prefix(claims.string("txn"), "case:"), "txn");

    const auto events = claims.at("events").members();
    if (events.size() != 1) {
        refuse("events: not exactly one");
    }
    const auto& uri = events.front().first;
    if (uri.find(':') == std::string::npos) {
        refuse("events: no URI");
    }
    const auto tail = strip_prefix(uri, k_event_uri);
    event.name = detail::find_rule(tail) != nullptr || tail.ends_with("-reply") ? tail : uri;
    read_payload(events.front().second, event);
}

/// Reads keys that the other side published; what cannot be read as keys is not trusted.
template <typename Read>
auto trusting_no_keys(const Event& event, Read read)
{
    try {
        return read();
    } catch (const base::Error& error) {
        if (!error.code().starts_with("ANB-J2")) {
            throw;
        }
        distrust(event, "key: " + error.code());
    }
}

std::string without_slash(std::string address)
{
    while (address.ends_with('/')) {
        address.pop_back();
    }
    return address;
}

} // namespace

Event parse_event(std::string_view compact)
{
    Event event;
    event.compact = compact;
    try {
        const auto jws = jose::parse_jws(compact, "SET");
        if (jws.typ != "secevent+jwt" || jws.alg != algorithm(KeyRole::signature) ||
            jws.kid.empty()) {
            refuse("header: typ, alg or kid");
        }
        event.kid = jws.kid;
        const auto claims = json::parse(base::as_text(jws.payload), "SET", k_limits);
        read_claims(json::Reader(claims, "SET"), event);
    } catch (const base::Error& error) {
        if (error.code() == "ANB-F350") {
            throw;
        }
        refuse(error.code(), error.what());
    }
    return event;
}

EventVerifier::EventVerifier(Api& api, DestinationId destination)
    : m_api(&api), m_destination(std::move(destination))
{
    m_delivery_services[without_slash(api.environment().submission_url)];
    m_delivery_services[without_slash(api.environment().submission_v1_url)];
    m_delivery_services.erase("");
}

EventVerifier::EventVerifier(std::string delivery_service,
                             std::vector<jose::PublicJwk> delivery_keys, DestinationId destination,
                             std::vector<jose::PublicJwk> destination_keys)
    : m_destination(std::move(destination)),
      m_delivery_services{{without_slash(std::move(delivery_service)), std::move(delivery_keys)}},
      m_destination_keys(std::move(destination_keys))
{
}

EventIssuer EventVerifier::issuer_of(const Event& event) const
{
    if (event.issuer.starts_with("http")) {
        if (!m_delivery_services.contains(without_slash(event.issuer))) {
            distrust(event, "iss: " + event.issuer);
        }
        return EventIssuer::delivery_service;
    }
    if (base::canonical_uuid(event.issuer) != m_destination.str()) {
        distrust(event, "iss: " + event.issuer);
    }
    return EventIssuer::destination;
}

void EventVerifier::fetch_into(std::vector<jose::PublicJwk>& keys, const Event& event)
{
    try {
        keys.push_back(trusting_no_keys(
            event, [&] { return fetch_destination_key(*m_api, m_destination, event.kid); }));
    } catch (const base::Error& error) {
        if (error.kind() != base::ErrorKind::missing) {
            throw;
        }
    }
}

const crypto::PublicKey& EventVerifier::key_for(const Event& event, EventIssuer issuer)
{
    const auto by_kid = [&](const jose::PublicJwk& jwk) { return jwk.kid == event.kid; };
    auto& keys = issuer == EventIssuer::destination
                     ? m_destination_keys
                     : m_delivery_services.at(without_slash(event.issuer));
    auto found = std::find_if(keys.begin(), keys.end(), by_kid);
    if (found == keys.end() && m_api != nullptr) {
        if (issuer == EventIssuer::destination) {
            fetch_into(keys, event);
        } else {
            const auto url = without_slash(event.issuer) + "/.well-known/jwks.json";
            const auto body = json::dump(m_api->get(url, false));
            keys = trusting_no_keys(event, [&] { return jose::parse_jwk_set(body, url); });
        }
        found = std::find_if(keys.begin(), keys.end(), by_kid);
    }
    if (found == keys.end()) {
        distrust(event, "kid: " + event.kid);
    }
    if (const auto reason = detail::unfit_to_verify(*found)) {
        distrust(event, "key: " + *reason);
    }
    if (found->alg.empty()) {
        distrust(event, "key: alg");
    }
    return found->key;
}

EventIssuer EventVerifier::verify(const Event& event, const CaseId& case_id,
                                  const SubmissionId& submission)
{
    const auto issuer = issuer_of(event);
    const auto& key = key_for(event, issuer);
    if (!jose::verify(jose::parse_jws(event.compact, "SET"), key)) {
        distrust(event, "signature");
    }
    if (event.case_id != case_id) {
        distrust(event, "txn: " + event.case_id.str());
    }
    if (event.submission != submission) {
        distrust(event, "sub: " + event.submission.str());
    }
    const auto* rule = detail::find_rule(event.name);
    if (rule == nullptr || !rule->entitled(issuer)) {
        distrust(event, "iss: " + event.issuer);
    }
    if (m_api != nullptr && event.issued_at > m_api->now() + k_clock_tolerance) {
        distrust(event, "iat: " + base::format_time(event.issued_at));
    }
    return issuer;
}

std::string sign_event(std::string_view name, const DestinationId& issuer, const CaseId& case_id,
                       const SubmissionId& submission, const std::string& schema,
                       const json::Value& payload, const crypto::PrivateKey& key,
                       const std::string& kid, base::UtcTime at)
{
    const json::Value header = {
        {"typ", "secevent+jwt"}, {"alg", algorithm(KeyRole::signature)}, {"kid", kid}};
    json::Value claims;
    if (!schema.empty()) {
        claims["$schema"] = schema;
    }
    claims["jti"] = crypto::random_uuid();
    claims["iss"] = issuer.str();
    claims["iat"] = base::to_unix(at);
    claims["sub"] = "submission:" + submission.str();
    claims["txn"] = "case:" + case_id.str();
    claims["events"][std::string(k_event_uri) + std::string(name)] = payload;
    return jose::sign_compact(header, json::dump(claims), key);
}

json::Value to_json(const AuthenticationTags& tags)
{
    json::Value value = {{"metadata", tags.metadata}};
    if (!tags.data.empty()) {
        value["data"] = tags.data;
    }
    value["attachments"] = json::Value::object();
    for (const auto& [id, tag] : tags.attachments) {
        value["attachments"][id.str()] = tag;
    }
    return value;
}

AuthenticationTags parse_tags(const json::Reader& reader)
{
    AuthenticationTags tags;
    tags.metadata = reader.find_string("metadata").value_or("");
    tags.data = reader.find_string("data").value_or("");
    if (const auto attachments = reader.find("attachments")) {
        for (const auto& [id, tag] : attachments->members()) {
            const auto canonical = base::canonical_uuid(id);
            if (!canonical) {
                tag.fail("UUID");
            }
            tags.attachments[AttachmentId::parse(*canonical)] = tag.string();
        }
    }
    return tags;
}

json::Value to_json(const EventProblem& problem)
{
    return {{"type", problem.type},
            {"title", problem.title},
            {"detail", problem.detail},
            {"instance", problem.instance}};
}

} // namespace anb::fitconnect
