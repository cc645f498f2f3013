// Judges what the directory says about a service of an authority, element by element, against the
// profile and the files at hand (user-journeys B3; dvdv.md §10).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "dvdv/directory.hpp"
#include "dvdv/route.hpp"
#include "pki/check.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::dvdv {

/// A certificate that lies in a file at hand.
struct LocalCertificate {
    base::Bytes der;
    std::string origin;   ///< the file
    bool has_key = false; ///< the file holds its private key too
};

/// What an entry should be like. What is not known here is not judged, and said to be so.
struct Expectation {
    std::string organization_key;
    std::string specification_uri;
    std::string category;         ///< Behördenkategorie; empty: by the prefix of the key
    std::string intermediary_url; ///< letter by letter
    std::optional<LocalCertificate> recipient, content, intermediary_cipher, intermediary_signature;
};

/// What another server than the one that answered says about the same service.
struct Replica {
    std::string server;
    std::optional<ServiceAnswer> answer; ///< nothing: it gave none
    std::string failure;                 ///< code of the reason: "ANB-N302"
};

/// What was found out about one entry.
struct Observation {
    std::string server; ///< which answered
    std::vector<OrganizationDescription> organizations;
    bool organizations_asked = true; ///< false: only a saved answer of the service is at hand
    ServiceAnswer service;
    /// Dienste-URIs that the category allows; nothing: not asked.
    std::optional<std::vector<std::string>> allowed_uris;
    std::vector<Replica> replicas;
    /// Why the Intermediär did not answer; empty: it did; nothing: not asked.
    std::optional<std::string> intermediary_failure;
};

struct CheckRules {
    pki::CheckOptions certificates; ///< environment, time and limits; `use` is set by the role
    const pki::Issuers* trust = nullptr;
    Network network = Network::internet;
};

/// The names of the points, in the order in which people read them.
inline constexpr std::string_view k_points[] = {"organization",
                                                "category",
                                                "service",
                                                "specification",
                                                "intermediary",
                                                "intermediary_certificate",
                                                "intermediary_signature",
                                                "recipient_certificate",
                                                "content_certificate",
                                                "wsdl",
                                                "replicas"};

/// Judges all points. Each is a fact of the report with the directory's own words as value (not yet
/// safe to show), or, for a certificate, its SHA-1 fingerprint; what is to be said about it is a
/// finding or an unchecked point whose `element` or `where` is the point's name. The certificate
/// for the content has no fact where it is the recipient's. Further facts: organization_key,
/// specification_uri, server; of each certificate <point>_sha256, <point>_not_after; expires_at,
/// expires_what and days_left of what ends first; of the WSDL signature_level, encrypted,
/// containers, communication_type.
///
/// Findings: ANB-D201 to D204 and D235, D236, D238, D239 the entry and its validity, D210 to D214
/// certificates that are missing or others than expected, D215 to D219 the way, D220 to D222
/// specification, D223 category, D224 to D229 WSDL, D230 to D234 what the directory says beside a
/// certificate, D237 servers that differ, D240, D241 client certificates, D260 empty elements; and
/// those of pki::check() with the point as `where`.
base::Report check_entry(const Observation& observation, const Expectation& expectation,
                         const CheckRules& rules);

/// Judges one registered certificate: readable, as its descriptive text says, not revoked, fit for
/// its role, not a test certificate in production.
/// @param point  stable English name of its place: `where` of the findings
void check_certificate(const Certificate& certificate, std::string_view point, pki::Use use,
                       const CheckRules& rules, base::Report& report);

} // namespace anb::dvdv
