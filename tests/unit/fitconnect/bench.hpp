// What tests of destinations and routing share: an environment, recorded answers, keys.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "fitconnect/api.hpp"
#include "fitconnect/destination.hpp"
#include "fitconnect/key_profile.hpp"
#include "http/recorded.hpp"
#include "pki/issue.hpp"

#include <deque>
#include <string>
#include <utility>

namespace bench {

inline const anb::base::UtcTime k_now = anb::base::parse_time("2026-11-23T08:00:00Z").value();
inline const std::string k_id = "3fa85f64-5717-4562-b3fc-2c963f66afa6";

inline anb::fitconnect::Environment environment()
{
    return anb::fitconnect::environment("test", [](std::string_view key) {
        return std::optional("https://" + std::string(key) + ".example");
    });
}

inline anb::http::RecordedTransport::Exchange get(std::string url, std::string body,
                                                  int status = 200)
{
    return {"GET", std::move(url), {status, {}, std::move(body)}};
}

/// An API without login over recorded answers.
struct Recorded {
    anb::http::RecordedTransport transport;
    anb::fitconnect::Api api;

    explicit Recorded(std::deque<anb::http::RecordedTransport::Exchange> exchanges, int version = 2)
        : transport(std::move(exchanges)),
          api(environment(), version, transport, nullptr, [] { return k_now; })
    {
    }
};

/// The code of the Error that a call throws, or "nothing".
template <typename Call>
std::string code_of(Call call)
{
    try {
        call();
    } catch (const anb::base::Error& error) {
        return error.code();
    }
    return "nothing";
}

/// The only key that these tests need: making one takes long.
inline const anb::crypto::PrivateKey& key()
{
    static const auto k_key = anb::crypto::PrivateKey::generate_rsa(4096);
    return k_key;
}

/// A public JWK as FIT-Connect demands it, with a self-signed certificate that ends after `days`.
inline anb::jose::PublicJwk jwk(anb::fitconnect::KeyRole role, const std::string& kid,
                                int days = 365)
{
    anb::pki::CertificateRequest request;
    request.common_name = "TEST Musterstadt";
    request.not_before = k_now - anb::base::Seconds(86400);
    request.not_after = k_now + anb::base::Seconds(std::int64_t{86400} * days);
    request.key_usage = anb::pki::digital_signature | anb::pki::key_encipherment;
    return {.key = key().public_key(),
            .kid = kid,
            .alg = std::string(anb::fitconnect::algorithm(role)),
            .use = {},
            .key_ops = {std::string(anb::fitconnect::public_operation(role))},
            .x5c = {anb::pki::self_sign(key(), request)}};
}

/// A destination that fulfils everything the tests expect.
inline anb::fitconnect::Destination destination()
{
    anb::fitconnect::Destination destination;
    destination.id = anb::fitconnect::DestinationId::parse(k_id);
    destination.name = "Stadt Musterstadt";
    destination.status = "active";
    destination.encryption_kid = "schluessel-enc";
    destination.metadata_versions = {"1.0.0", "1.5.0"};
    destination.services = {
        {"urn:de:fim:leika:leistung:99123456760610",
         {"DE05999"},
         {{"urn:xoev-de:d-nrw:standard:xsozialbasis_2.3.1", "application/xml"}}}};
    destination.contact = {"Stadt Musterstadt", "", "", "ozg@musterstadt.example", ""};
    return destination;
}

} // namespace bench
