// Finds a submission for a client and says what it may do with it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sandbox/environment.hpp"

namespace anb::sandbox {

/// For its sender, who may still change it. @throws Refusal 404 unknown, 403 of another sender,
/// 422 no longer incomplete
Submission& open_for_sender(Environment& environment, const Request& request, const Client& client);

/// For the subscriber of its destination, as long as it can be fetched.
/// @throws Refusal 404 unknown or in another state than submitted or forwarded, 403 of another
///         authority
Submission& ready_for_subscriber(Environment& environment, const Request& request,
                                 const Client& client);

/// The destination of a submission. @throws Refusal 404 when it was removed meanwhile
const Destination& destination_of(Environment& environment, const Submission& submission);

} // namespace anb::sandbox
