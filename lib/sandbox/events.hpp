// The event log of a case: what the delivery service writes itself, and the passing of time.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sandbox/environment.hpp"

#include <string>
#include <string_view>

namespace anb::sandbox {

inline constexpr std::string_view k_event_prefix = "https://schema.fitko.de/fit-connect/events/";
inline constexpr std::string_view k_problem_prefix =
    "https://schema.fitko.de/fit-connect/events/problems/";

/// Signs an event with the delivery service's key and appends it to the log, in memory only.
/// @param name  "create-submission"
void append_event(Environment& environment, Case& log, const Submission& submission,
                  std::string_view name, const json::Value& payload);

/// {metadata, data, attachments} of what was uploaded (fit-connect.md §11.4).
json::Value authentication_tags(const Submission& submission);

/// Kid of the delivery service's key.
std::string delivery_service_kid(const Credential& credential);

/// Does what time has brought: deletes what was announced and not submitted, rejects what was
/// submitted and not answered. Called with the store's lock held.
void let_time_pass(Environment& environment);

} // namespace anb::sandbox
