// SPDX-License-Identifier: EUPL-1.2

#include "jose/jwk.hpp"

#include "base/error.hpp"
#include "crypto/digest.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace anb::jose {

namespace {

constexpr std::array<std::string_view, 7> k_private_members = {"d",  "p",  "q",  "dp",
                                                               "dq", "qi", "oth"};
constexpr std::size_t k_max_number_bytes = 2048;
constexpr std::size_t k_max_certificates = 16;
constexpr json::Limits k_private_limits{.bytes = 64 * 1024, .depth = 8, .members = 64};

[[noreturn]] void fail(const json::Reader& reader, std::string_view name, std::string_view expected)
{
    const auto pointer = reader.pointer() + (name.empty() ? "" : "/") + std::string(name);
    throw base::Error(base::ErrorKind::input, "ANB-J210",
                      {{"file", reader.origin()},
                       {"pointer", pointer.empty() ? "/" : pointer},
                       {"expected", std::string(expected)}});
}

void demand_object(const json::Reader& reader)
{
    if (!reader.value().is_object()) {
        fail(reader, {}, "object");
    }
}

std::string text_of(const json::Reader& reader, std::string_view name)
{
    const auto member = reader.find(name);
    if (!member) {
        return {};
    }
    if (!member->value().is_string()) {
        fail(reader, name, "string");
    }
    return member->string();
}

std::vector<std::string> texts_of(const json::Reader& reader, std::string_view name)
{
    const auto member = reader.find(name);
    if (!member) {
        return {};
    }
    const auto& value = member->value();
    if (!value.is_array() ||
        !std::ranges::all_of(value, [](const auto& element) { return element.is_string(); })) {
        fail(reader, name, "array of strings");
    }
    return value.get<std::vector<std::string>>();
}

void demand_rsa(const json::Reader& reader)
{
    if (text_of(reader, "kty") != "RSA") {
        fail(reader, "kty", "\"RSA\"");
    }
}

base::Bytes number(const json::Reader& reader, std::string_view name)
{
    auto text = text_of(reader, name);
    auto bytes = base::from_base64url(text);
    base::wipe(text);
    if (!bytes || bytes->empty() || bytes->size() > k_max_number_bytes) {
        fail(reader, name, "base64url");
    }
    return *std::move(bytes);
}

base::SecretBytes secret_number(const json::Reader& reader, std::string_view name)
{
    auto bytes = number(reader, name);
    base::SecretBytes secret(bytes);
    base::wipe(bytes);
    return secret;
}

std::vector<pki::Certificate> certificates(const json::Reader& reader)
{
    const auto texts = texts_of(reader, "x5c");
    if (texts.size() > k_max_certificates) {
        fail(reader, "x5c", "16 certificates at most");
    }
    std::vector<pki::Certificate> chain;
    for (const auto& text : texts) {
        const auto name = "x5c/" + std::to_string(chain.size());
        const auto der = base::from_base64(text);
        if (!der) {
            fail(reader, name, "base64");
        }
        try {
            chain.push_back(pki::Certificate::from_der(*der));
        } catch (const base::Error& error) {
            if (error.kind() != base::ErrorKind::input) {
                throw;
            }
            fail(reader, name, "X.509 certificate");
        }
    }
    return chain;
}

void append_member(std::string& out, std::string_view name, base::ByteView value)
{
    auto text = base::to_base64url(value);
    out.append(",\n  \"").append(name).append("\": \"").append(text).append("\"");
    base::wipe(text);
}

} // namespace

bool is_private_member(std::string_view name)
{
    return std::ranges::find(k_private_members, name) != k_private_members.end();
}

PublicJwk parse_public_jwk(const json::Reader& reader)
{
    demand_object(reader);
    demand_rsa(reader);
    for (const auto name : k_private_members) {
        if (reader.has(name)) {
            fail(reader, name, "public members only");
        }
    }
    return {.key = crypto::PublicKey::from_numbers({number(reader, "n"), number(reader, "e")}),
            .kid = text_of(reader, "kid"),
            .alg = text_of(reader, "alg"),
            .use = text_of(reader, "use"),
            .key_ops = texts_of(reader, "key_ops"),
            .x5c = certificates(reader)};
}

PrivateJwk parse_private_jwk(const json::Reader& reader)
{
    demand_object(reader);
    demand_rsa(reader);
    if (reader.has("oth")) {
        fail(reader, "oth", "two primes");
    }
    crypto::RsaPrivateNumbers numbers{
        .n = number(reader, "n"),
        .e = number(reader, "e"),
        .d = secret_number(reader, "d"),
        .p = secret_number(reader, "p"),
        .q = secret_number(reader, "q"),
        .dp = secret_number(reader, "dp"),
        .dq = secret_number(reader, "dq"),
        .qi = secret_number(reader, "qi"),
    };
    return {crypto::PrivateKey::from_numbers(numbers), text_of(reader, "kid"),
            text_of(reader, "alg"), texts_of(reader, "key_ops")};
}

PrivateJwk parse_private_jwk(std::string_view text, std::string_view origin)
{
    auto document = json::parse(text, origin, k_private_limits);
    const json::Wiper wiper(document);
    return parse_private_jwk(json::Reader(document, std::string(origin)));
}

std::vector<PublicJwk> parse_jwk_set(std::string_view text, std::string_view origin)
{
    const auto document = json::parse(text, origin);
    const json::Reader reader(document, std::string(origin));
    demand_object(reader);
    const auto keys = reader.find("keys");
    if (!keys || !keys->value().is_array()) {
        fail(reader, "keys", "array");
    }
    std::vector<PublicJwk> set;
    std::set<std::string> kids;
    for (const auto& key : keys->elements()) {
        demand_object(key);
        if (text_of(key, "kty") != "RSA") {
            continue;
        }
        set.push_back(parse_public_jwk(key));
        const auto& kid = set.back().kid;
        if (!kid.empty() && !kids.insert(kid).second) {
            fail(key, "kid", "unique kid");
        }
    }
    return set;
}

json::Value to_json(const PublicJwk& jwk)
{
    const auto numbers = jwk.key.numbers();
    json::Value value = {{"kty", "RSA"}};
    if (!jwk.alg.empty()) {
        value["alg"] = jwk.alg;
    }
    if (!jwk.use.empty()) {
        value["use"] = jwk.use;
    }
    if (!jwk.key_ops.empty()) {
        value["key_ops"] = jwk.key_ops;
    }
    if (!jwk.kid.empty()) {
        value["kid"] = jwk.kid;
    }
    value["n"] = base::to_base64url(numbers.n);
    value["e"] = base::to_base64url(numbers.e);
    for (const auto& certificate : jwk.x5c) {
        value["x5c"].push_back(base::to_base64(certificate.to_der()));
    }
    return value;
}

base::SecretString to_text(const PrivateJwk& jwk)
{
    const auto numbers = jwk.key.numbers();
    json::Value head = {{"kty", "RSA"}};
    if (!jwk.alg.empty()) {
        head["alg"] = jwk.alg;
    }
    if (!jwk.key_ops.empty()) {
        head["key_ops"] = jwk.key_ops;
    }
    if (!jwk.kid.empty()) {
        head["kid"] = jwk.kid;
    }
    const auto opening = json::dump_pretty(head);
    constexpr std::size_t k_closing = std::string_view("\n}\n").size();

    std::string text;
    text.reserve(opening.size() + 16 * numbers.n.size() + 256);
    text.append(opening, 0, opening.size() - k_closing);
    append_member(text, "n", numbers.n);
    append_member(text, "e", numbers.e);
    append_member(text, "d", numbers.d.reveal());
    append_member(text, "p", numbers.p.reveal());
    append_member(text, "q", numbers.q.reveal());
    append_member(text, "dp", numbers.dp.reveal());
    append_member(text, "dq", numbers.dq.reveal());
    append_member(text, "qi", numbers.qi.reveal());
    text += "\n}\n";
    base::SecretString secret(text);
    base::wipe(text);
    return secret;
}

std::string thumbprint(const crypto::PublicKey& key)
{
    const auto numbers = key.numbers();
    const json::Value members = {
        {"e", base::to_base64url(numbers.e)}, {"kty", "RSA"}, {"n", base::to_base64url(numbers.n)}};
    return base::to_base64url(
        crypto::digest(crypto::DigestAlgorithm::sha256, base::as_bytes(json::dump(members))));
}

} // namespace anb::jose
