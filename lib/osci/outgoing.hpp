// A message that goes out: envelope, attachments and, around both, the transport envelope.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "osci/envelope.hpp"
#include "osci/mime.hpp"

#include <functional>
#include <string>
#include <vector>

namespace anb::osci {

struct OutgoingAttachment {
    std::string id;         ///< Content-ID
    std::string media_type; ///< "application/pdf"
    std::uint64_t size = 0;
    std::function<base::Source()> open; ///< called twice: to digest and to send
};

/// Writes a whole HTTP body. Memory does not depend on the attachments.
///
/// @param signer     null: not signed
/// @param recipient  of the transport envelope; null: none
void write_message(const Message& message, const std::vector<OutgoingAttachment>& attachments,
                   const Signer* signer, const pki::Certificate* recipient, const base::Sink& sink);

/// A fault is never encrypted.
std::string write_message(const Fault& fault);

} // namespace anb::osci
