// A running sandbox for the tests, and a client that speaks to it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "crypto/key.hpp"
#include "json/json.hpp"
#include "sandbox/sandbox.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace anb::sandbox::testing {

/// An answer of the sandbox; status 0 when the connection broke.
struct Answer {
    int status = 0;
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body;

    json::Value json() const { return json::parse(body, "answer"); }
};

enum class As { nobody, sender, subscriber, other_subscriber };

/// A folder of its own that goes with the test; keys are shared by all benches of one run.
class Bench {
public:
    explicit Bench(Options options = {});
    ~Bench();

    Sandbox& sandbox() { return *m_sandbox; }
    const std::filesystem::path& state() const { return m_folder; }
    /// Ends the sandbox and starts it again on the same state.
    void restart(Options options = {});

    /// @param path  below the environment: "/submission-api/v2/submissions"
    Answer send(const std::string& method, const std::string& path, As who = As::nobody,
                const std::string& body = {}, const std::string& type = "application/json",
                const std::string& environment = "test");
    /// @param path     from the root, query included: "/test/dvdv/intern/directory/v2/version"
    /// @param headers  name and value; a body has its media type there
    Answer exchange(const std::string& method, const std::string& path,
                    const std::map<std::string, std::string>& headers,
                    const std::string& body = {});
    Answer get(const std::string& path, As who = As::nobody) { return send("GET", path, who); }

    std::string token(As who, const std::string& environment = "test");

    /// Creates and activates a destination of ours. @return its id
    std::string active_destination();
    /// The description that active_destination() uses.
    json::Value destination() const;

private:
    void start(Options options);

    std::filesystem::path m_folder;
    std::unique_ptr<Sandbox> m_sandbox;
    std::map<std::string, std::string> m_tokens;
};

/// Key pairs of the municipality under test, made once per run.
const crypto::PrivateKey& encryption_key();
const crypto::PrivateKey& signing_key();
inline constexpr const char* k_encryption_kid = "musterstadt-encryption";
inline constexpr const char* k_signing_kid = "musterstadt-signing";
inline constexpr const char* k_leika = "99123456760610";

/// Public JWK with a self-signed certificate.
json::Value public_jwk(const crypto::PrivateKey& key, const std::string& kid, bool for_encryption);

/// A JWE for the municipality. @return compact form and tag
std::pair<std::string, std::string> encrypted(const std::string& plaintext, const std::string& cty);

/// A subscriber's event, signed. `change` is merged into the claims before.
std::string event(const std::string& name, const std::string& destination,
                  const std::string& case_id, const std::string& submission,
                  const json::Value& payload, const json::Value& change = json::Value::object());

/// {submissionId, caseId, …} of a submission that was announced without attachments and submitted.
json::Value submitted(Bench& bench, const std::string& destination, int version = 2);

} // namespace anb::sandbox::testing
