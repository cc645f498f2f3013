// Encrypts and uploads the attachments of a sending, several at once.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "jose/jwk.hpp"
#include "testantrag/fitconnect/journal.hpp"
#include "testantrag/watch.hpp"

namespace anb::testantrag {

/// How many attachments travel at the same time.
inline constexpr std::size_t k_parallel_uploads = 4;

/// Uploads every attachment that the journal does not call stored, and notes each. One that is not
/// encrypted yet is encrypted in the same pass; what was encrypted before is sent as it is. When
/// one fails, no further one is begun, and the failure is thrown when those under way have ended.
///
/// @param recipient  key of the destination; null when everything is encrypted
/// @throws Error{input} ANB-S312 when a file changed; otherwise as fitconnect::upload_attachment()
void upload_attachments(fitconnect::Api& api, Journal& journal, const jose::PublicJwk* recipient,
                        const Watch& watch);

} // namespace anb::testantrag
