// How FIT-Connect signs its callbacks (fit-connect.md §14): lower-case hexadecimal HMAC-SHA-512
// over timestamp, full stop and raw body. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/secret.hpp"
#include "base/time.hpp"

#include <string>
#include <string_view>

namespace anb::callback {

inline constexpr std::string_view k_authentication_header = "Callback-Authentication";
inline constexpr std::string_view k_timestamp_header = "Callback-Timestamp";
/// Length of a secret in characters.
inline constexpr std::size_t k_shortest_secret = 32, k_longest_secret = 512;
inline constexpr base::Seconds k_longest_age{300};

/// @param timestamp  Unix seconds, as the header has them
std::string authentication(const base::SecretString& secret, std::string_view timestamp,
                           std::string_view body);

enum class Verdict {
    genuine,
    incomplete, ///< a header is missing, or the timestamp is no number
    forged,     ///< signed with another secret, or changed on the way
    outdated,   ///< older than five minutes, or as far in the future
};

/// Compares in constant time. The age is looked at only when the signature is right.
Verdict verify(const base::SecretString& secret, std::string_view timestamp,
               std::string_view authentication, std::string_view body, base::UtcTime now);

/// "incomplete", "forged", "outdated"
std::string_view name(Verdict verdict);

} // namespace anb::callback
