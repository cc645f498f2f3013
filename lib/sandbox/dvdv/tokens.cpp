// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/dvdv/tokens.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "crypto/random.hpp"
#include "jose/jws.hpp"
#include "sandbox/dvdv/problem.hpp"

#include <algorithm>

namespace anb::sandbox {

namespace {

constexpr std::size_t k_largest_form = 64 * 1024;
constexpr std::size_t k_token_bytes = 32;
constexpr std::string_view k_subject = "fp:";
constexpr std::string_view k_assertion_type =
    "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

std::string field(const std::multimap<std::string, std::string>& form, const std::string& name)
{
    if (form.count(name) != 1) {
        throw no_client_certificate(name +
                                    (form.contains(name) ? " kommt mehrfach vor" : " fehlt"));
    }
    return form.find(name)->second;
}

/// The claims of an assertion, not yet believed.
struct Claims {
    json::Value value;
    std::string fingerprint; ///< as `sub` says it

    [[noreturn]] void refuse(const std::string& why) const
    {
        throw no_client_certificate(fingerprint.empty() ? why
                                                        : why + " für fingerprint " + fingerprint);
    }

    std::optional<base::UtcTime> time(const char* name) const
    {
        const auto found = value.find(name);
        if (found == value.end()) {
            return std::nullopt;
        }
        constexpr double k_furthest = 1e11;
        const auto seconds = found->is_number() ? found->get<double>() : -1.0;
        if (seconds < 0.0 || seconds > k_furthest) {
            refuse(std::string(name) + " ist keine Zeit");
        }
        return base::from_unix(static_cast<std::int64_t>(seconds));
    }

    std::optional<std::string> text(const char* name) const
    {
        const auto found = value.find(name);
        if (found == value.end()) {
            return std::nullopt;
        }
        if (!found->is_string()) {
            refuse(std::string(name) + " ist kein Text");
        }
        return found->get<std::string>();
    }
};

Claims claims_of(const jose::Jws& jws)
{
    Claims claims;
    claims.value = json::parse(base::as_text(jws.payload), "client_assertion");
    const auto subject = claims.value.is_object() ? claims.text("sub") : std::nullopt;
    if (!subject || !subject->starts_with(k_subject)) {
        throw no_client_certificate("sub der client_assertion ist nicht fp:<Fingerprint>");
    }
    claims.fingerprint = subject->substr(k_subject.size());
    return claims;
}

bool names(const json::Value& audience, const std::string& url)
{
    return audience == url ||
           (audience.is_array() && std::ranges::find(audience, json::Value(url)) != audience.end());
}

/// @return when the assertion ends
base::UtcTime judge_times(const Claims& claims, base::UtcTime at)
{
    const auto expires = claims.time("exp");
    if (!expires) {
        claims.refuse("exp fehlt");
    }
    if (*expires + DvdvTokens::k_leeway < at) {
        claims.refuse("client_assertion ist abgelaufen");
    }
    for (const auto* name : {"nbf", "iat"}) {
        if (const auto time = claims.time(name); time && *time > at + DvdvTokens::k_leeway) {
            claims.refuse(std::string(name) + " liegt in der Zukunft");
        }
    }
    return *expires;
}

Refusal unauthorized()
{
    auto response = bodiless(401);
    response.headers.emplace_back("WWW-Authenticate", "EmbeddedBearer");
    return Refusal(std::move(response));
}

} // namespace

void DvdvTokens::use_once(const std::string& token_id, base::UtcTime until, base::UtcTime at,
                          const std::string& fingerprint)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_token_ids, [&](const auto& entry) { return entry.second < at; });
    if (!m_token_ids.emplace(token_id, until + k_leeway).second) {
        throw no_client_certificate("jti wurde schon verwendet für fingerprint " + fingerprint);
    }
}

void DvdvTokens::judge(const std::string& assertion, const DvdvView& view,
                       const std::string& token_url, base::UtcTime at)
{
    const auto jws = jose::parse_jws(assertion, "client_assertion");
    const auto claims = claims_of(jws);
    const auto* certificate = view.client(claims.fingerprint);
    if (certificate == nullptr) {
        claims.refuse("Kein passendes Client-Zertifikat gefunden");
    }
    if (jws.alg != "RS256") {
        claims.refuse("alg der client_assertion ist nicht RS256");
    }
    if (!jose::verify(jws, certificate->public_key(), jose::Algorithm::rs256)) {
        claims.refuse("Signatur der client_assertion passt nicht zum Client-Zertifikat");
    }
    if (const auto issuer = claims.text("iss");
        issuer && *issuer != std::string(k_subject) + claims.fingerprint) {
        claims.refuse("iss ist nicht sub");
    }
    if (const auto audience = claims.value.find("aud");
        audience != claims.value.end() && !names(*audience, token_url)) {
        claims.refuse("aud ist nicht " + token_url);
    }
    const auto expires = judge_times(claims, at);
    if (const auto token_id = claims.text("jti")) {
        use_once(*token_id, expires, at, claims.fingerprint);
    }
}

std::string DvdvTokens::issue(const Request& request, const DvdvView& view,
                              const std::string& token_url, base::UtcTime at)
{
    require_media_type(request, "application/x-www-form-urlencoded");
    const auto form = decode_form(request.body(k_largest_form));
    if (field(form, "grant_type") != "client_credentials") {
        throw no_client_certificate("grant_type ist nicht client_credentials");
    }
    if (field(form, "client_assertion_type") != k_assertion_type) {
        throw no_client_certificate("client_assertion_type ist nicht " +
                                    std::string(k_assertion_type));
    }
    try {
        judge(field(form, "client_assertion"), view, token_url, at);
    } catch (const base::Error&) {
        throw no_client_certificate("client_assertion ist kein JWT");
    }
    auto token = base::to_base64url(crypto::random_bytes(k_token_bytes));
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_tokens, [&](const auto& entry) { return entry.second <= at; });
    m_tokens[token] = at + k_life;
    return token;
}

void DvdvTokens::authenticate(const Request& request, base::UtcTime at)
{
    constexpr std::string_view k_scheme = "EmbeddedBearer ";
    const auto header = request.header("authorization");
    if (!header.starts_with(k_scheme)) {
        throw unauthorized();
    }
    const std::lock_guard lock(m_mutex);
    const auto found = m_tokens.find(header.substr(k_scheme.size()));
    if (found == m_tokens.end() || found->second <= at) {
        throw unauthorized();
    }
}

void DvdvTokens::forget()
{
    const std::lock_guard lock(m_mutex);
    m_tokens.clear();
}

} // namespace anb::sandbox
