// What an event posted by a subscriber must look like (fit-connect.md §11.1–11.5).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sandbox/environment.hpp"

#include <string>

namespace anb::sandbox {

/// What a posted event asks for.
struct PostedEvent {
    std::string submission; ///< its id; belongs to the case
    SubmissionState state;  ///< accepted or rejected
    std::string token_id;   ///< jti
};

/// Checks signature, header, claims and payload of an event posted to a case.
///
/// @param api_version  2 demands `$schema` of set-payload 1.2.x, 1 takes any 1.x or none
/// @throws Refusal 400 when the text is no compact JWS, 422 with `issue` for everything else
PostedEvent checked_event(const Environment& environment, const Case& log, const std::string& text,
                          int api_version);

} // namespace anb::sandbox
