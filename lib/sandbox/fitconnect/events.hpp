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

/// Calls back, in the background, the one side or the other of a submission that asked for it.
/// Called with the store's lock held.
void tell_receiver(Environment& environment, const Submission& submission, CallbackType type);
void tell_sender(Environment& environment, const Submission& submission);

/// Does what time has brought: deletes what was announced and not submitted, writes to the
/// destination's contact when nobody picks up what was submitted (a line in mails.jsonl), and
/// rejects it in the end. Called with the store's lock held.
void let_time_pass(Environment& environment);

} // namespace anb::sandbox
