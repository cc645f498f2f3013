// Verdict: what was looked at, what it is, and what is to be said about it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace anb::base {

enum class Severity { note, warning, error };

/// Name of a value that is a document's content: shown to the caller, never logged.
inline constexpr std::string_view k_private_value = "value";

/// A place inside a document.
struct Spot {
    std::uint64_t line = 0;   ///< counted from 1; 0: not known
    std::uint64_t column = 0; ///< counted from 1, in bytes
    std::string path{};       ///< "/xsb:antrag/person[2]/name"
};

/// One thing to be said. The sentence comes from the table of messages by `code`.
struct Finding {
    Severity severity = Severity::error;
    std::string code;      ///< stable: "ANB-C101"
    Values values{};       ///< what the sentence names: a date, a number, an issuer
    std::string where{};   ///< "stadt.pem#2", "antrag.xml:41:7", "/keys/0/x5c"
    std::string element{}; ///< stable English name of what was judged: "not_after"
    std::string found{};
    std::string expected{};
    std::string rule{};        ///< source of the rule: "leitfaden:3.3"
    Spot spot{};               ///< in a document, beside `where`
    std::string responsible{}; ///< key of who must act, in place of the table's; usually empty
};

/// One thing that was measured.
struct Fact {
    std::string name; ///< stable English name: "subject", "fingerprint"
    std::string value;
    bool numeric = false; ///< the value is a whole number, and one in JSON
};

/// One thing that was not checked. Silence never means "ok".
struct Unchecked {
    std::string element; ///< stable English name: "revocation"
    std::string reason;  ///< stable English word: "offline", "no_anchor"
};

/// A verdict over one subject.
struct Report {
    std::string subject; ///< "file:stadt.p12", "destination:3fa8…"
    std::vector<Fact> facts;
    std::vector<Finding> findings;
    std::vector<Unchecked> unchecked;
    bool answered = true; ///< false: there is no verdict, the findings say why

    /// No finding of severity error.
    bool accepted() const;
    /// The gravest severity; nothing found counts as note.
    Severity worst() const;
    /// Puts the findings and the unchecked points of another report behind one's own.
    void take(Report other);
};

/// What is to be said about one point of a report: a fact whose name is the `element` or the
/// `where` of findings, or the `element` of what was not checked.
enum class PointState { ok, note, warning, error, unchecked };
PointState state_of(const Report& report, std::string_view point);

/// The gravest finding about a point that is more than a note, or null.
const Finding* gravest_at(const Report& report, std::string_view point);

/// The expected value that it names; may be empty.
std::string expected_at(const Report& report, std::string_view point);

/// The value of a fact, or null.
const std::string* find_fact(const Report& report, std::string_view name);

} // namespace anb::base
