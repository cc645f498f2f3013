// Feedback codes: what the Intermediär says about an order (osci.md §14).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace anb::osci {

/// One entry of a Feedback, as received.
struct FeedbackEntry {
    std::string language; ///< "de"
    std::string code;     ///< four digits
    std::string text;
};

enum class FeedbackClass {
    done,    ///< 0xxx
    warning, ///< 3xxx: done, but
    failed,  ///< 9xxx: not done
};

FeedbackClass classify(std::string_view code);

/// A code of the specification with its meaning; 64 of them (data file feedback-codes.tsv).
struct FeedbackCode {
    std::string_view code, german, english;
};

/// Null for a code that the specification does not have.
const FeedbackCode* find_feedback(std::string_view code);
const std::vector<FeedbackCode>& feedback_codes();

/// The gravest code among entries; "" when there is none. The same code in several languages
/// counts once.
std::string gravest(const std::vector<FeedbackEntry>& entries);
/// True when one of the entries has this code.
bool has(const std::vector<FeedbackEntry>& entries, std::string_view code);

} // namespace anb::osci
