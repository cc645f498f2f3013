// Is this document a valid message of its standard? All layers in one pass (xsozial.md §6.5).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "base/time.hpp"
#include "xoev/code_check.hpp"
#include "xoev/library.hpp"
#include "xoev/test_exceptions.hpp"
#include "xoev/test_rules.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace anb::xoev {

struct CheckOptions {
    std::vector<Identity> wanted; ///< any of them; of a Zustellpunkt: urn and version
    std::string wanted_version;   ///< any standard in this version
    const TestRules* test_rules = nullptr;
    const TestExceptions* test_exceptions = nullptr;
    bool without_schema = false;    ///< only being well-formed and test data are looked at
    std::size_t max_findings = 100; ///< of one document; 0: all
    base::UtcTime at{};
};

/// What became of one document.
struct Verdict {
    base::Report report;              ///< findings in the order of the document
    const Edition* edition = nullptr; ///< null: checked against none
    bool well_formed = true;
    bool schema_valid = true; ///< XML Schema and references; not code lists
    std::uint64_t schema_errors = 0, reference_errors = 0, code_errors = 0, test_errors = 0;
    std::uint64_t rule_errors = 0;
    /// False: an IDREF may lead nowhere, since some types or the structure could not be followed.
    bool references_followed = true;
    /// Business rules: "checked", "in_part", or why not: "none_published",
    /// "unsupported_construct", "document_too_large", "other_errors".
    std::string rules = "none_published";
    std::uint64_t elements = 0;
    ListUses lists;
    std::string message_uuid; ///< of the head; empty when there is none
};

/// Fills `buffer` from the front; 0 at the end.
using ReadPiece = std::function<std::size_t(std::span<std::byte> buffer)>;

/// Checks one document after another; one for each thread.
class DocumentChecker {
public:
    /// Both must outlive the checker.
    DocumentChecker(const Library& library, const CheckOptions& options);
    DocumentChecker(DocumentChecker&&) noexcept;
    ~DocumentChecker();

    /// Findings: ANB-V101 to V146 schema, V140 and V141 references, V150 to V153 codes, V160 to
    /// V163 head and V180 business rules (only when nothing is wrong), V170 to V175 test data and
    /// V176 (note) an exception that was used, V111 and V112 another version than demanded,
    /// ANB-X102 to X109 not readable.
    ///
    /// @param name  for messages
    /// @throws Error{missing} ANB-V301 when its standard is not installed; otherwise as
    ///         Library::ready() and `read`
    Verdict check(const std::string& name, const ReadPiece& read);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace anb::xoev
