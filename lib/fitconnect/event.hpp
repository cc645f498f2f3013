// Security Event Tokens and the event log of a case (fit-connect.md §11).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/time.hpp"
#include "crypto/key.hpp"
#include "fitconnect/api.hpp"
#include "fitconnect/ids.hpp"
#include "jose/jwk.hpp"
#include "jose/jws.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace anb::fitconnect {

/// The fifth segments of the JWEs of a submission, verbatim.
struct AuthenticationTags {
    std::string metadata;
    std::string data; ///< empty when there is no data
    std::map<AttachmentId, std::string> attachments;
    friend bool operator==(const AuthenticationTags&, const AuthenticationTags&) = default;
};

/// A reason of a rejection (§11.5). `instance`: "submission", "metadata", "data",
/// "attachment:<id>", "other".
struct EventProblem {
    std::string type, title, detail, instance;
};

enum class EventIssuer { delivery_service, destination };

/// One event. Not to be believed before EventVerifier::verify().
struct Event {
    std::string name;        ///< "submit-submission"; the whole URI when it is none of ours
    SubmissionId submission; ///< empty for events of replies
    CaseId case_id;
    std::string issuer, kid, jti, schema;
    base::UtcTime issued_at;
    std::optional<AuthenticationTags> tags;
    std::vector<EventProblem> problems;
    std::string compact; ///< the token as it came
};

/// Reads a token. @throws Error{input} ANB-F350 for anything that is no SET of §11.1
Event parse_event(std::string_view compact);

/// Verifies tokens in the order of §11.3. Keys are fetched once per run.
class EventVerifier {
public:
    /// The delivery service is the one of the API's environment, under either of its addresses.
    EventVerifier(Api& api, DestinationId destination);
    /// For tests and stored evidence: keys are given, nothing is fetched.
    EventVerifier(std::string delivery_service, std::vector<jose::PublicJwk> delivery_keys,
                  DestinationId destination, std::vector<jose::PublicJwk> destination_keys);

    /// @throws Error{trust} ANB-S401 wrong signature, unknown or unfit key, foreign issuer, issuer
    ///         not entitled to this event, wrong case or submission, issued in the future
    EventIssuer verify(const Event& event, const CaseId& case_id, const SubmissionId& submission);

private:
    EventIssuer issuer_of(const Event& event) const;
    void fetch_into(std::vector<jose::PublicJwk>& keys, const Event& event);
    const crypto::PublicKey& key_for(const Event& event, EventIssuer issuer);

    Api* m_api = nullptr;
    DestinationId m_destination;
    std::map<std::string, std::vector<jose::PublicJwk>> m_delivery_services; ///< by address
    std::vector<jose::PublicJwk> m_destination_keys;
};

/// Where a submission stands (§11.2).
enum class State { none, incomplete, submitted, forwarded, accepted, rejected, deleted };

/// What a verified log says about one submission. Events of other submissions of the case are
/// passed over, unknown ones kept in `unknown`. A deletion after acceptance or rejection leaves
/// the state as it is: the service then only clears away what was decided.
struct Log {
    State state = State::none;
    std::vector<Event> events; ///< verified, oldest first
    std::vector<std::string> unknown;
    const Event* find(std::string_view name) const;
};

/// Reads and verifies the log. @throws Error{trust} ANB-S401, ANB-S404 when the order of states
/// is impossible
Log read_log(Api& api, EventVerifier& verifier, const CaseId& case_id,
             const SubmissionId& submission);

/// The part of read_log() that needs no network.
Log verify_log(const std::vector<std::string>& tokens, EventVerifier& verifier,
               const CaseId& case_id, const SubmissionId& submission);

/// "accepted", "rejected", …
std::string_view name(State state);

/// Makes and signs a subscriber's event; `$schema` is mirrored from the case's submit event.
std::string sign_event(std::string_view name, const DestinationId& issuer, const CaseId& case_id,
                       const SubmissionId& submission, const std::string& schema,
                       const json::Value& payload, const crypto::PrivateKey& key,
                       const std::string& kid, base::UtcTime at);

json::Value to_json(const AuthenticationTags& tags);
/// Reads the form that to_json() writes. @throws Error{input} ANB-G302
AuthenticationTags parse_tags(const json::Reader& reader);
json::Value to_json(const EventProblem& problem);

} // namespace anb::fitconnect
