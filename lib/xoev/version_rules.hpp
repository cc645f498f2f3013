// Which installed edition a document is to be checked against, and whether it is the one demanded
// (xsozial.md §2.2).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "xml/validator.hpp"
#include "xoev/check.hpp"

#include <optional>

namespace anb::xoev {

struct EditionChoice {
    const Edition* edition = nullptr;     ///< null: only its form is checked
    std::optional<base::Finding> finding; ///< ANB-V111, V112: said in place of all that follows
};

/// By the root's namespace, its attributes `standard` and `version`, and what was demanded.
/// @throws Error{missing} ANB-V301 when nothing installed fits and the document is not wrong
EditionChoice choose_edition(const Library& library, const CheckOptions& options,
                             const xml::StartTag& root);

/// A newer version of the same standard that is installed; null when there is none.
const Edition* newer_than(const Library& library, const Edition& edition);

} // namespace anb::xoev
