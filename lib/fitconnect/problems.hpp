// The reasons for which a submission may be rejected, as FIT-Connect catalogues them
// (fit-connect.md §11.5).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "fitconnect/event.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace anb::fitconnect {

/// One row of the catalogue.
struct ProblemType {
    std::string_view tail; ///< last part of its URI: "hash-mismatch"
    /// Where it may occur, separated by blanks: "metadata data attachment"; the first is the usual.
    std::string_view instances;
    std::string_view title_de, title_en;
    std::string_view detail_de, detail_en;
};

std::span<const ProblemType> problem_catalogue();

/// The row named by its tail or its whole URI.
/// @return null when there is none
const ProblemType* find_problem(std::string_view name);

/// The row that a user named. @throws Error{usage} ANB-F353 with the nearest name
const ProblemType& problem_named(std::string_view name);

/// A reason as a user names it: "hash-mismatch", "hash-mismatch@data",
/// "missing-attachment@attachment:<id>".
struct NamedProblem {
    const ProblemType* type = nullptr;
    std::string instance; ///< empty: whatever was found, or the type's usual one
};

/// @throws Error{usage} ANB-F353, ANB-F354 when the type does not occur at this place or the id of
///         an attachment is none
NamedProblem named_problem(std::string_view text);

/// The id in "attachment:<id>", or nothing.
std::optional<AttachmentId> attachment_of(std::string_view instance);

/// The problem as it is put into a rejection; texts are German, as the receiver's side speaks.
/// @param instance  "data", "attachment:<id>"; empty: the type's usual one
EventProblem make_problem(const ProblemType& type, std::string_view instance = {});

/// The catalogue's sentence for a problem that somebody else reported, or the type as it came.
std::string describe(const EventProblem& problem, bool german);

} // namespace anb::fitconnect
