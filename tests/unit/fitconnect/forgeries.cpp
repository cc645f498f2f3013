// SPDX-License-Identifier: EUPL-1.2

#include "unit/fitconnect/forgeries.hpp"

#include "unit/fitconnect/bench.hpp"
#include "unit/fitconnect/keys.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rsa.h>

#include <memory>
#include <stdexcept>

namespace anb::test {

namespace {

const std::string k_events = "https://schema.fitko.de/fit-connect/events/";

void demand(bool good)
{
    if (!good) {
        throw std::logic_error("the forger's tools are broken");
    }
}

const EVP_MD* digest_of(std::string_view algorithm)
{
    return algorithm.substr(2, 3) == "256"   ? EVP_sha256()
           : algorithm.substr(2, 3) == "384" ? EVP_sha384()
                                             : EVP_sha512();
}

std::string hmac(std::string_view algorithm, const std::string& key, std::string_view input)
{
    const auto secret = identity(key).key.public_key().to_der();
    std::string out(EVP_MAX_MD_SIZE, '\0');
    unsigned int size = 0;
    demand(HMAC(digest_of(algorithm), secret.data(), static_cast<int>(secret.size()),
                reinterpret_cast<const unsigned char*>(input.data()), input.size(),
                reinterpret_cast<unsigned char*>(out.data()), &size) != nullptr);
    out.resize(size);
    return out;
}

Genuine event(const std::string& name, const std::string& issuer, const std::string& kid,
              const std::string& key)
{
    auto payload = json::Value::object();
    if (name == "submit-submission" || name == "accept-submission") {
        payload["authenticationTags"] = {{"metadata", "2U4a6hwIvvL59X9eozXQlQ"},
                                         {"data", "6X5a6hwIvvL59X9eozXQlQ"},
                                         {"attachments", {{k_other, "7Y6a6hwIvvL59X9eozXQlQ"}}}};
    } else if (name == "reject-submission") {
        payload["problems"] = {{{"type", k_events + "problems/schema-violation"},
                                {"title", "Schema-Fehler"},
                                {"detail", "Die Fachdaten sind nicht gueltig."},
                                {"instance", "data"}}};
    }
    return {{{"typ", "secevent+jwt"}, {"alg", "PS512"}, {"kid", kid}},
            {{"$schema", "https://schema.fitko.de/fit-connect/set-payload/1.2.2/"
                         "set-payload.schema.json"},
             {"jti", "b75b3804-bfc1-4661-b040-d22fdf235fb3"},
             {"iss", issuer},
             {"iat", 1768470007},
             {"sub", "submission:" + k_submission},
             {"txn", "case:" + k_case},
             {"events", {{k_events + name, payload}}}},
            key};
}

} // namespace

const pki::Identity& identity(const std::string& name)
{
    static std::map<std::string, pki::Pkcs12> stores;
    auto found = stores.find(name);
    if (found == stores.end()) {
        found = stores.emplace(name, store(name)).first;
    }
    return found->second.identity;
}

std::string encode(std::string_view bytes)
{
    return base::to_base64url(base::as_bytes(bytes));
}

std::string compact(std::string_view header, std::string_view payload, std::string_view signature)
{
    return std::string(header) + "." + std::string(payload) + "." + std::string(signature);
}

std::string signature(std::string_view algorithm, const std::string& key, std::string_view input)
{
    if (algorithm.starts_with("HS")) {
        return hmac(algorithm, key, input);
    }
    const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(EVP_MD_CTX_new(),
                                                                     EVP_MD_CTX_free);
    EVP_PKEY_CTX* parameters = nullptr;
    demand(EVP_DigestSignInit(context.get(), &parameters, digest_of(algorithm), nullptr,
                              identity(key).key.get()) == 1);
    if (algorithm.starts_with("PS")) {
        demand(EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING) == 1);
        const auto salt = algorithm.ends_with("/32") ? 32 : RSA_PSS_SALTLEN_DIGEST;
        demand(EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, salt) == 1);
    }
    const auto* bytes = reinterpret_cast<const unsigned char*>(input.data());
    std::size_t size = 0;
    demand(EVP_DigestSign(context.get(), nullptr, &size, bytes, input.size()) == 1);
    std::string out(size, '\0');
    demand(EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(out.data()), &size, bytes,
                          input.size()) == 1);
    out.resize(size);
    return out;
}

std::string sign(std::string_view header, std::string_view payload, const std::string& key,
                 std::string_view algorithm)
{
    const auto input = encode(header) + "." + encode(payload);
    return input + "." + encode(signature(algorithm, key, input));
}

std::string Genuine::token() const
{
    return sign(json::dump(header), json::dump(claims), key);
}

std::string Genuine::with_header(const std::function<void(json::Value&)>& change) const
{
    auto changed = header;
    change(changed);
    return sign(json::dump(changed), json::dump(claims), key);
}

std::string Genuine::with_claims(const std::function<void(json::Value&)>& change) const
{
    auto changed = claims;
    change(changed);
    return sign(json::dump(header), json::dump(changed), key);
}

Genuine event_of_service(const std::string& name)
{
    return event(name, k_service, k_service_kid, k_service_key);
}

Genuine event_of_destination(const std::string& name)
{
    return event(name, bench::k_id, k_destination_kid, k_destination_key);
}

std::vector<Genuine> genuine_events()
{
    std::vector<Genuine> events;
    for (const auto* name : {"create-submission", "submit-submission", "notify-submission",
                             "forward-submission", "reject-submission", "delete-submission"}) {
        events.push_back(event_of_service(name));
    }
    events.push_back(event_of_destination("accept-submission"));
    events.push_back(event_of_destination("reject-submission"));
    return events;
}

Genuine genuine_addressing()
{
    return {{{"typ", "JWT"}, {"alg", "PS512"}, {"kid", k_portal_kid}},
            {{"submissionHost", "submission_url.example"},
             {"iss", k_portal},
             {"services",
              {{{"gebietIDs", {"urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:05999"}},
                {"leistungIDs", {"urn:de:fim:leika:leistung:99123456760610"}}}}},
             {"destinationId", bench::k_id},
             {"iat", 1768470007},
             {"jti", "b75b3804-bfc1-4661-b040-d22fdf235fb3"}},
            k_service_key};
}

json::Value public_jwk(const std::string& key, const std::string& kid)
{
    const auto& own = identity(key);
    return jose::to_json(jose::PublicJwk{.key = own.key.public_key(),
                                         .kid = kid,
                                         .alg = "PS512",
                                         .use = {},
                                         .key_ops = {"verify"},
                                         .x5c = own.chain});
}

http::Response Shelf::send(const http::Request& request)
{
    const auto found = bodies.find(request.url);
    if (found == bodies.end()) {
        return {404, {{"content-type", "application/problem+json"}}, "{}"};
    }
    return {200, {{"content-type", "application/json"}}, json::dump(found->second)};
}

const std::string Place::k_service_keys = k_service + "/.well-known/jwks.json";
const std::string Place::k_portal_keys = k_portal + "/.well-known/jwks.json";
const std::string Place::k_destination_key_address =
    k_service + "/v2/destinations/" + bench::k_id + "/keys/" + k_destination_kid;

Place::Place() : api(bench::environment(), 2, shelf, nullptr, [] { return bench::k_now; })
{
    static const auto k_service_jwk = public_jwk(k_service_key, k_service_kid);
    static const auto k_portal_jwk = public_jwk(k_service_key, k_portal_kid);
    static const auto k_destination_jwk = public_jwk(k_destination_key, k_destination_kid);
    shelf.bodies[k_service_keys] = {{"keys", {k_service_jwk}}};
    shelf.bodies[k_portal_keys] = {{"keys", {k_portal_jwk}}};
    shelf.bodies[k_destination_key_address] = k_destination_jwk;
}

} // namespace anb::test
