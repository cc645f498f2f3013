// What a fault script wants an Intermediär to answer.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace anb::sandbox {

struct OsciEffect {
    std::vector<std::string> feedback; ///< 9xxx: in place of carrying it out; others: besides
    std::string late_feedback;         ///< carried out, then answered with this code alone
    std::string fault;                 ///< code of a SOAP fault in place of carrying it out
    std::string spoil;                 ///< what is wrong with the answer; see is_spoil()

    bool empty() const
    {
        return feedback.empty() && late_feedback.empty() && fault.empty() && spoil.empty();
    }
};

/// What can be wrong with an answer: "response", "conversation", "sequence", "order", "message_id"
/// (each has another value), "signature" (does not fit), "signer" (another certificate),
/// "unsigned", "plain" (not encrypted), "recipient" (encrypted for somebody else).
bool is_spoil(std::string_view name);

} // namespace anb::sandbox
