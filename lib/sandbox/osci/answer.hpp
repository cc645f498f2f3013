// Answers of an Intermediär: composed, spoilt when a fault script wants it, signed, encrypted.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "osci/outgoing.hpp"
#include "sandbox/message.hpp"
#include "sandbox/osci/order.hpp"
#include "sandbox/pki.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace anb::sandbox {

struct OsciAnswer {
    osci::Message message;
    std::vector<osci::OutgoingAttachment> attachments;

    /// Adds feedback in the languages that the order asked for, German when it knows none of ours.
    void say(const std::string& code);
};

/// An answer without feedback; selections are echoed, features stated to those who state theirs.
OsciAnswer answer_to(const osci::Message& order);

/// Who signs, and what must not be confused with it.
struct OsciKeys {
    const Credential &cipher, &signature;
};

/// Signs an answer with the order's method, and encrypts it when the order was encrypted. What is
/// large goes through a file in `folder`.
///
/// @param client  cipher certificate
/// @param spoil   empty, or what is to be wrong: see is_spoil()
Response write_answer(OsciAnswer answer, const OsciOrder& order, const OsciKeys& keys,
                      const pki::Certificate& client, const std::string& spoil,
                      const std::filesystem::path& folder);

/// The answer for a fault.
Response fault_response(const std::string& code);

} // namespace anb::sandbox
