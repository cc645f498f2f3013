// Takes libxml2's sentences about schemas apart.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "xml/detail/fault.hpp"
#include "xml/detail/short_names.hpp"
#include "xml/violation.hpp"

namespace anb::xml::detail {

/// Fills rule, code, attribute, value and what the rule needs; places are the caller's.
/// @param names  that the sentence uses; the violation has the real ones
/// Source: messages of xmlschemas.c in libxml2 2.9 to 2.12
Violation explain(const xmlError& error, const ShortNames& names);

/// Rules for a simple value, whose violations say it.
bool is_of_value(Rule rule);

/// A facet's violation is followed by a second message that the value is none of the type.
bool is_echo(const Violation& violation, const Violation& before);

} // namespace anb::xml::detail
