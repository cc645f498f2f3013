// Judges a certificate and the path above it at a given time, for a given use.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "pki/path.hpp"
#include "pki/rules.hpp"

#include <string>
#include <vector>

namespace anb::pki {

/// Which anchors a certificate ought to end in.
enum class Environment {
    unknown,    ///< judged as `test` where severities differ, and not compared with the anchors
    test,       ///< test systems, FIT-Connect TEST
    production, ///< production systems, FIT-Connect STAGE and PROD
};

struct CheckOptions {
    Use use = Use::general;
    Environment environment = Environment::unknown;
    base::UtcTime at;
    int warn_days = 60; ///< a limit is reached when days < limit
    int crit_days = 21;
    bool strict = false; ///< keys of 2000 to 2999 bit are errors
    bool anchors_given = false;
};

/// The date that counts for a path: the earliest notAfter, and whose it is.
struct Expiry {
    std::optional<base::UtcTime> at; ///< nothing when a date of the leaf is unreadable
    std::size_t index = 0;           ///< certificate of the path
};
Expiry expiry(const Path& path);

/// Every finding on the leaf of `path` and on what stands above it; not the first only. Without
/// anchors the chain is an unchecked point (no_anchor).
///
/// Source: certificates.md §§ 3, 5, 7–9; the rules of pki/rules.hpp
base::Report check(const Path& path, const CheckOptions& options);

/// Facts of one certificate under stable names: subject, issuer, serial, version, not_before,
/// not_after, key_type, key_bits, key_exponent, signature_algorithm, key_usage,
/// extended_key_usage, ca, path_length, subject_alt_names, subject_key_id, authority_key_id,
/// authority_issuer, authority_serial, policies, crl_urls, ocsp_urls, fingerprint_sha256,
/// fingerprint_sha1, key_sha256. What a certificate does not have is left out.
std::vector<base::Fact> describe(const Facts& facts);

/// Facts of the path: expires_at, expires_first, days_left, chain_length, chain, anchor, class.
std::vector<base::Fact> describe(const Path& path, base::UtcTime at);

/// "digitalSignature, keyEncipherment"; "-" for none.
std::string usage_text(std::uint16_t key_usage);

} // namespace anb::pki
