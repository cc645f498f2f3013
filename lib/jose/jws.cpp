// SPDX-License-Identifier: EUPL-1.2

#include "jose/jws.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "jose/detail/header.hpp"

namespace anb::jose {

namespace {

constexpr std::size_t k_max_jws_size = 8 * 1024 * 1024;

[[noreturn]] void fail(std::string_view origin, std::string_view part)
{
    throw base::Error(base::ErrorKind::input, "ANB-J401",
                      {{"file", std::string(origin)}, {"part", std::string(part)}});
}

} // namespace

Jws parse_jws(std::string_view compact, std::string_view origin)
{
    const auto segments = base::split(compact.substr(0, k_max_jws_size + 1), '.');
    if (compact.size() > k_max_jws_size || segments.size() != 3) {
        fail(origin, "segments");
    }
    auto header = detail::read_header(segments[0]);
    if (!header || header->contains("b64")) {
        fail(origin, "header");
    }
    auto payload = base::from_base64url(segments[1]);
    if (!payload) {
        fail(origin, "payload");
    }
    auto signature = base::from_base64url(segments[2]);
    if (!signature || signature->empty()) {
        fail(origin, "signature");
    }
    const auto length = segments[0].size() + 1 + segments[1].size();
    return {.header = *header,
            .alg = detail::text_member(*header, "alg"),
            .kid = detail::text_member(*header, "kid"),
            .typ = detail::text_member(*header, "typ"),
            .payload = *std::move(payload),
            .signature = *std::move(signature),
            .signing_input = std::string(compact.substr(0, length))};
}

bool verify(const Jws& jws, const crypto::PublicKey& key, Algorithm wanted)
{
    const auto message = base::as_bytes(jws.signing_input);
    return wanted == Algorithm::ps512
               ? jws.alg == "PS512" && key.verify_ps512(message, jws.signature)
               : jws.alg == "RS256" && key.verify_rs256(message, jws.signature);
}

std::string sign_compact(const json::Value& header, std::string_view payload,
                         const crypto::PrivateKey& key)
{
    const auto alg = header.is_object() ? header.value("alg", "") : "";
    if (alg != "PS512" && alg != "RS256") {
        base::fail_internal("a signature without alg PS512 or RS256");
    }
    auto compact = base::to_base64url(base::as_bytes(json::dump(header))) + "." +
                   base::to_base64url(base::as_bytes(payload));
    const auto message = base::as_bytes(compact);
    const auto signature = alg == "PS512" ? key.sign_ps512(message) : key.sign_rs256(message);
    return compact + "." + base::to_base64url(signature);
}

} // namespace anb::jose
