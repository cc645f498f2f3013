// Verdict: what was looked at, what it is, and what is to be said about it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.hpp"

#include <string>
#include <vector>

namespace anb::base {

enum class Severity { note, warning, error };

/// One thing to be said. The sentence comes from the table of messages by `code`.
struct Finding {
    Severity severity = Severity::error;
    std::string code;      ///< stable: "ANB-C101"
    Values values{};       ///< what the sentence names: a date, a number, an issuer
    std::string where{};   ///< "stadt.pem#2", "antrag.xml:41:7", "/keys/0/x5c"
    std::string element{}; ///< stable English name of what was judged: "not_after"
    std::string found{};
    std::string expected{};
    std::string rule{}; ///< source of the rule: "leitfaden:3.3"
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

} // namespace anb::base
