// What the announcement of a submission may look like (fit-connect.md §4, §5).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "json/json.hpp"
#include "sandbox/environment.hpp"

namespace anb::sandbox {

/// "serviceType" in API v1, "publicService" in API v2.
const char* service_member(int api_version);

/// Reads a CreateSubmission document; ids of its own are left to the caller, `case_id` is that of
/// an existing case or empty.
/// @throws Error{input} or Refusal 400 for its form, Refusal 413 for too many attachments, 422 for
///         one that is announced twice
Submission checked_submission(const json::Reader& document, int api_version, const Limits& limits);

/// True when the destination offers the service of a submission in its region, if it names one.
bool offers(const Destination& destination, const Submission& submission);

} // namespace anb::sandbox
