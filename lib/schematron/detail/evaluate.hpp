// Evaluates expressions and matches contexts.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "schematron/detail/expression.hpp"
#include "schematron/detail/functions.hpp"

#include <map>
#include <string>

namespace anb::schematron::detail {

using Variables = std::map<std::string, Sequence>;

/// @throws DynamicError
Sequence evaluate(const Expression& expression, const Focus& focus, const Variables& variables);

/// True when the element fits the pattern, as XSLT's match (XSLT 2.0 §5.5).
bool fits(const Expression& pattern, const xml::Element& element);

/// Refuses what fits() does not know. @throws Error{input} ANB-V182
void expect_pattern(const Expression& pattern);

} // namespace anb::schematron::detail
