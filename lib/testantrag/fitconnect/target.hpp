// The Zustellpunkt that a test application goes to, checked before anything is created there.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "fitconnect/destination.hpp"
#include "fitconnect/key_profile.hpp"
#include "fitconnect/metadata.hpp"
#include "testantrag/input.hpp"

#include <string>

namespace anb::testantrag {

/// What the sender asks for.
struct Wanted {
    fitconnect::DestinationId destination;
    std::string service;      ///< URN; empty: the only one that the destination offers
    std::string service_name; ///< for people; empty: the URN stands for it
    std::string schema_uri;   ///< empty: the only one that the service offers in this form
    Form form = Form::xml;
};

struct Target {
    fitconnect::Destination destination;
    jose::PublicJwk key;
    fitconnect::PublicService service;
    fitconnect::SubmissionSchema schema;
    std::string metadata_version;
    /// Findings: ANB-F201 not active, ANB-S121 service not offered, ANB-S122 schema not offered,
    /// ANB-S124 no metadata version in common, and those of fitconnect::check_key().
    base::Report report;
};

/// Reads destination and key from the service and judges them.
/// @throws Error{usage} ANB-S120 when the service, ANB-S123 when the schema has to be named;
///         otherwise as fitconnect::fetch_destination() and fetch_destination_key()
Target check_target(fitconnect::Api& api, const Wanted& wanted, const fitconnect::KeyRules& rules);

struct Recheck {
    /// Findings: ANB-F201, ANB-S307 when the destination uses another key now, and those of
    /// fitconnect::check_key().
    base::Report report;
    jose::PublicJwk key; ///< of `encryption_kid`
};

/// Judges again what may have changed since a sending was prepared, before it goes on.
Recheck recheck_target(fitconnect::Api& api, const fitconnect::DestinationId& destination,
                       const std::string& encryption_kid, const fitconnect::KeyRules& rules);

} // namespace anb::testantrag
