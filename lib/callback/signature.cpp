// SPDX-License-Identifier: EUPL-1.2

#include "callback/signature.hpp"

#include "crypto/hmac.hpp"

#include <charconv>
#include <optional>

namespace anb::callback {

namespace {

std::optional<std::int64_t> seconds(std::string_view text)
{
    std::int64_t value = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, fault] = std::from_chars(text.data(), end, value);
    return fault == std::errc() && stop == end && value >= 0 ? std::optional(value) : std::nullopt;
}

} // namespace

std::string authentication(const base::SecretString& secret, std::string_view timestamp,
                           std::string_view body)
{
    return base::to_hex(
        crypto::hmac(crypto::DigestAlgorithm::sha512, base::as_bytes(secret.reveal()),
                     {base::as_bytes(timestamp), base::as_bytes("."), base::as_bytes(body)}));
}

Verdict verify(const base::SecretString& secret, std::string_view timestamp,
               std::string_view authentication, std::string_view body, base::UtcTime now)
{
    const auto sent = seconds(timestamp);
    if (!sent || authentication.empty()) {
        return Verdict::incomplete;
    }
    const auto expected = callback::authentication(secret, timestamp, body);
    if (!crypto::equal_constant_time(base::as_bytes(expected), base::as_bytes(authentication))) {
        return Verdict::forged;
    }
    const auto today = base::to_unix(now);
    const auto age = *sent > today ? *sent - today : today - *sent;
    return age > k_longest_age.count() ? Verdict::outdated : Verdict::genuine;
}

std::string_view name(Verdict verdict)
{
    switch (verdict) {
    case Verdict::genuine:
        return "genuine";
    case Verdict::incomplete:
        return "incomplete";
    case Verdict::forged:
        return "forged";
    case Verdict::outdated:
        return "outdated";
    }
    return {};
}

} // namespace anb::callback
