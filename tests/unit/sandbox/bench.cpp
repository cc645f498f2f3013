// SPDX-License-Identifier: EUPL-1.2

#include "bench.hpp"

#include "base/bytes.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "crypto/random.hpp"
#include "jose/jwe.hpp"
#include "jose/jwk.hpp"
#include "jose/jws.hpp"
#include "pki/issue.hpp"

#include <doctest/doctest.h>
#include <httplib.h>

#include <thread>

namespace anb::sandbox::testing {

namespace {

std::filesystem::path new_folder()
{
    return std::filesystem::temp_directory_path() / ("anb-sandbox-" + crypto::random_uuid());
}

/// One folder of keys for the whole run: making RSA-4096 keys is slow.
const std::filesystem::path& shared_pki()
{
    struct Folder {
        std::filesystem::path path = new_folder();
        Folder() = default;
        Folder(const Folder&) = delete;
        Folder& operator=(const Folder&) = delete;
        ~Folder()
        {
            std::error_code ignored;
            std::filesystem::remove_all(path, ignored);
        }
    };
    static const Folder folder;
    return folder.path;
}

struct Pair {
    crypto::PrivateKey encryption = crypto::PrivateKey::generate_rsa(4096);
    crypto::PrivateKey signing = crypto::PrivateKey::generate_rsa(4096);
};

const Pair& pair()
{
    static const Pair keys;
    return keys;
}

const Client* account(const Environment& environment, As who)
{
    switch (who) {
    case As::sender:
        return &environment.clients.sender();
    case As::subscriber:
        return &environment.clients.subscriber();
    case As::other_subscriber:
        return &environment.clients.other_subscriber();
    case As::nobody:
        break;
    }
    return nullptr;
}

} // namespace

Bench::Bench(Options options) : m_folder(new_folder())
{
    start(std::move(options));
}

Bench::~Bench()
{
    m_sandbox.reset();
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

void Bench::start(Options options)
{
    options.state = m_folder;
    options.pki = shared_pki();
    m_sandbox = std::make_unique<Sandbox>(options);
    m_tokens.clear();
}

void Bench::restart(Options options)
{
    m_sandbox.reset();
    start(std::move(options));
}

Answer Bench::send(const std::string& method, const std::string& path, As who,
                   const std::string& body, const std::string& type, const std::string& environment)
{
    std::map<std::string, std::string> headers;
    if (!body.empty()) {
        headers["Content-Type"] = type;
    }
    if (who != As::nobody) {
        headers["Authorization"] = "Bearer " + token(who, environment);
    }
    return exchange(method, "/" + environment + path, headers, body);
}

Answer Bench::exchange(const std::string& method, const std::string& path,
                       const std::map<std::string, std::string>& headers, const std::string& body)
{
    const auto port = std::stoi(m_sandbox->address().substr(m_sandbox->address().rfind(':') + 1));
    httplib::SSLClient client("127.0.0.1", port);
    client.set_ca_cert_path(m_sandbox->ca_file().c_str());
    client.enable_server_certificate_verification(true);
    client.set_read_timeout(60);
    httplib::Request request;
    request.method = method;
    request.path = path;
    request.body = body;
    request.set_header("User-Agent", "anbindung-test");
    for (const auto& [name, value] : headers) {
        request.set_header(name, value);
    }
    const auto result = client.send(request);
    Answer answer;
    if (result) {
        answer.status = result->status;
        answer.body = result->body;
        for (const auto& [name, value] : result->headers) {
            answer.headers[base::to_lower_ascii(name)] = value;
        }
    }
    return answer;
}

std::string Bench::token(As who, const std::string& environment)
{
    auto& token = m_tokens[environment + std::to_string(static_cast<int>(who))];
    if (token.empty()) {
        const auto* client = account(m_sandbox->environment(environment), who);
        const auto secret = base::to_text(base::read_file(client->secret_file.string(), 1000));
        const auto answer = send("POST", "/auth/token", As::nobody,
                                 "grant_type=client_credentials&client_id=" + client->id +
                                     "&client_secret=" + base::percent_encode(secret),
                                 "application/x-www-form-urlencoded", environment);
        REQUIRE(answer.status == 200);
        token = answer.json().at("access_token");
    }
    return token;
}

json::Value Bench::destination() const
{
    return {{"name", "Testzustellpunkt"},
            {"contactInformation",
             {{"legalName", "Stadt Musterstadt"}, {"email", "ozg@musterstadt.example"}}},
            {"services",
             json::Value::array(
                 {{{"identifier", std::string("urn:de:fim:leika:leistung:") + k_leika},
                   {"regions", json::Value::array({"DE059990000000"})},
                   {"submissionSchemas",
                    json::Value::array({{{"schemaUri", "urn:xoev-de:test:standard:xtest_1.0"},
                                         {"mimeType", "application/xml"}}})}}})},
            {"encryptionKid", k_encryption_kid},
            {"encryptionPublicKey", public_jwk(encryption_key(), k_encryption_kid, true)},
            {"signingPublicKey", public_jwk(signing_key(), k_signing_kid, false)},
            {"metadataVersions", json::Value::array({"1.5.0", "2.1.0"})}};
}

std::string Bench::active_destination()
{
    const auto created =
        send("POST", "/destination-api/v1/destinations", As::subscriber, json::dump(destination()));
    REQUIRE_MESSAGE(created.status == 201, created.body);
    const auto id = created.json().at("destinationId").get<std::string>();
    const auto activated = send("PATCH", "/destination-api/v1/destinations/" + id, As::subscriber,
                                R"({"status":"active"})", "application/merge-patch+json");
    REQUIRE_MESSAGE(activated.status == 200, activated.body);
    return id;
}

const crypto::PrivateKey& encryption_key()
{
    return pair().encryption;
}

const crypto::PrivateKey& signing_key()
{
    return pair().signing;
}

json::Value public_jwk(const crypto::PrivateKey& key, const std::string& kid, bool for_encryption)
{
    pki::CertificateRequest request;
    request.common_name = "Stadt Musterstadt";
    request.not_before = base::now() - base::Seconds(3600);
    request.not_after = base::now() + base::Seconds(365 * 24 * 3600);
    request.key_usage = for_encryption ? pki::key_encipherment | pki::data_encipherment
                                       : static_cast<int>(pki::digital_signature);
    return jose::to_json({key.public_key(),
                          kid,
                          for_encryption ? "RSA-OAEP-256" : "PS512",
                          {},
                          {for_encryption ? "wrapKey" : "verify"},
                          {pki::self_sign(key, request)}});
}

std::pair<std::string, std::string> encrypted(const std::string& plaintext, const std::string& cty)
{
    auto jwe = jose::encrypt(base::as_bytes(plaintext), encryption_key().public_key(),
                             k_encryption_kid, cty);
    return {std::move(jwe.compact), std::move(jwe.tag)};
}

std::string event(const std::string& name, const std::string& destination,
                  const std::string& case_id, const std::string& submission,
                  const json::Value& payload, const json::Value& change)
{
    json::Value claims = {
        {"$schema",
         "https://schema.fitko.de/fit-connect/set-payload/1.2.2/set-payload.schema.json"},
        {"jti", crypto::random_uuid()},
        {"iss", destination},
        {"iat", base::to_unix(base::now())},
        {"sub", "submission:" + submission},
        {"txn", "case:" + case_id},
        {"events", {{"https://schema.fitko.de/fit-connect/events/" + name, payload}}}};
    claims.merge_patch(change);
    return jose::sign_compact({{"typ", "secevent+jwt"}, {"alg", "PS512"}, {"kid", k_signing_kid}},
                              json::dump(claims), signing_key());
}

json::Value submitted(Bench& bench, const std::string& destination, int version)
{
    const std::string base = version == 1 ? "/submission-api-v1/v1" : "/submission-api/v2";
    const auto created = bench.send(
        "POST", base + "/submissions", As::sender,
        json::dump({{"destinationId", destination},
                    {"announcedAttachments", json::Value::array()},
                    {version == 1 ? "serviceType" : "publicService",
                     {{"name", "Testleistung"},
                      {"identifier", std::string("urn:de:fim:leika:leistung:") + k_leika}}}}));
    REQUIRE_MESSAGE(created.status == 201, created.body);
    const auto id = created.json().at("submissionId").get<std::string>();
    const auto sent =
        bench.send("PUT", base + "/submissions/" + id, As::sender,
                   json::dump({{"encryptedMetadata", encrypted("{}", "application/json").first},
                               {"encryptedData", encrypted("<a/>", "application/xml").first}}));
    REQUIRE_MESSAGE(sent.status == (version == 1 ? 202 : 200), sent.body);
    return created.json();
}

} // namespace anb::sandbox::testing
