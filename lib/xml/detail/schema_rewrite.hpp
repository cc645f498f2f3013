// A schema without what the compiler does not need, in a form that it runs fastest.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "xml/tree.hpp"

#include <memory>

namespace anb::xml::detail {

/// A copy without annotations. Elements that may occur up to 64 times are written out, optional
/// ones nested: libxml2 counts by a backtracking automaton that keeps every child it has seen. For
/// the same reason a pattern with fixed sequences gets one before it that does without, and is
/// itself replaced by an equal one that is compiled sooner.
std::unique_ptr<Element> rewrite_schema(const Element& schema);

} // namespace anb::xml::detail
