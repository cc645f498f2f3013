// Makes tokens of FIT-Connect and their forgeries: what a service, a proxy or somebody with a key
// of his own could put in place of a genuine event or of genuine addressing information.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "fitconnect/api.hpp"
#include "fitconnect/event.hpp"
#include "jose/jwk.hpp"
#include "pki/pkcs12.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anb::test {

/// A forged token; `kind` is its row in the table of expected codes.
struct Forgery {
    std::string kind, token;
};

/// Keys of testdata/pkcs12: "musterstadt-sign" (the service and the portal), "musterstadt-encrypt"
/// (the Zustellpunkt), "musterstadt-prod" (nobody's business here), all with 4096 bits, and
/// "musterdorf" with 2048. Each is read once.
const pki::Identity& identity(const std::string& name);

inline const std::string k_service_key = "musterstadt-sign";
inline const std::string k_destination_key = "musterstadt-encrypt";
inline const std::string k_foreign_key = "musterstadt-prod";
inline const std::string k_short_key = "musterdorf";

inline const std::string k_service = "https://submission_url.example";
inline const std::string k_portal = "https://portal_url.example";
inline const std::string k_case = "520a2835-9d46-4fc2-9524-9140edcc66e4";
inline const std::string k_submission = "2153770b-84d1-4be8-bd12-0e91ea63653c";
inline const std::string k_other = "90d9b29d-c05f-4f03-81c0-e233116c56d9";
inline const std::string k_service_kid = "dienst-schluessel";
inline const std::string k_destination_kid = "zustellpunkt-schluessel";
inline const std::string k_portal_kid = "portal-schluessel";

std::string encode(std::string_view bytes);
/// A compact JWS of three segments as they are.
std::string compact(std::string_view header, std::string_view payload, std::string_view signature);
/// Signs with what "PS512", "PS384", "PS256", "RS256", "RS384", "RS512", "HS256" or "HS512" mean;
/// HMACs use the bytes of the public key. "PS512/32" has a salt of 32 bytes.
std::string signature(std::string_view algorithm, const std::string& key, std::string_view input);
/// The whole token, header and payload as text.
std::string sign(std::string_view header, std::string_view payload, const std::string& key,
                 std::string_view algorithm = "PS512");

/// A genuine token to begin from, and what its forgeries share.
struct Genuine {
    json::Value header, claims;
    std::string key;

    std::string token() const;
    /// Signed by its own key, so that nothing but the change is wrong.
    std::string with_header(const std::function<void(json::Value&)>& change) const;
    std::string with_claims(const std::function<void(json::Value&)>& change) const;
};

/// An event of the service, or of the Zustellpunkt.
Genuine event_of_service(const std::string& name);
Genuine event_of_destination(const std::string& name);
/// The seven events of a submission, each by one who is entitled to it; a rejection by both.
std::vector<Genuine> genuine_events();
Genuine genuine_addressing();

/// What is wrong with any JWS, whatever it says: algorithms, headers, segments, base64url,
/// signatures.
std::vector<Forgery> forge_jws(const Genuine& genuine);
/// What is wrong with an event only.
std::vector<Forgery> forge_event(const Genuine& genuine);
/// What is wrong with addressing information only.
std::vector<Forgery> forge_addressing(const Genuine& genuine);

/// A change of a published key, with the name of what was done to it.
struct KeyForgery {
    std::string kind;
    json::Value jwk;
};
/// Forgeries of the key that genuine tokens need; each token stays genuine.
std::vector<KeyForgery> forge_key(const json::Value& jwk);
json::Value public_jwk(const std::string& key, const std::string& kid);

/// Answers with what lies at an address; with 404 where nothing lies.
class Shelf : public http::Transport {
public:
    http::Response send(const http::Request& request) override;
    std::map<std::string, json::Value> bodies;
};

/// A shelf with the genuine keys of service, portal and Zustellpunkt, and an API over it.
struct Place {
    Place();
    Shelf shelf;
    fitconnect::Api api;
    static const std::string k_service_keys, k_portal_keys, k_destination_key_address;
};

} // namespace anb::test
