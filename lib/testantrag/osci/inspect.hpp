// What a captured OSCI message says, layer by layer: without keys as far as that goes, with keys
// down to the content, everything verified on the way.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/source.hpp"
#include "base/time.hpp"
#include "osci/incoming.hpp"
#include "testantrag/osci/check.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace anb::testantrag {

/// Whether a file begins like the MIME text or the envelope of an OSCI message.
/// @param front  its first bytes, some 1,000 of them
bool looks_like_osci(std::string_view front);

struct OsciInspection {
    /// `delivery.report`: subject "file:<origin>", facts kind ("OSCI"), type, message_id,
    /// subject_line. What does not hold is a finding; what could not be looked at is unchecked,
    /// reason "no_key".
    CheckedDelivery delivery;
    json::Value document;                   ///< member "osci" of the JSON document
    std::optional<osci::Incoming> incoming; ///< nothing when the transport envelope stayed closed
};

/// Looks at a message of any kind.
///
/// @param ring    may be empty
/// @param at      certificates are "valid" or not at this time
/// @param folder  as in write_content(); to be thrown away unless the report is accepted
/// @throws Error{input} ANB-O101 to ANB-O106 when it is no message or a damaged one
OsciInspection inspect_osci(base::Source text, const std::string& origin, const osci::KeyRing& ring,
                            base::UtcTime at, const base::fs::path& folder);

} // namespace anb::testantrag
