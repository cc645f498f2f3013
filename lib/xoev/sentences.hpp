// Turns what the schema check says into findings that people can act on (xsozial.md §6.3).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "xml/violation.hpp"
#include "xoev/test_exceptions.hpp"
#include "xoev/tracker.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace anb::xoev {

/// A document's value, safe to show: one line, at most 40 characters.
std::string cut(std::string_view value);

/// @param tracker   at the place of the violation
/// @param standard  as shown to people: "XSozial-basis 2.3.1"
base::Finding to_finding(const xml::Violation& violation, Tracker& tracker,
                         const std::string& standard);

/// A finding of our own at a place.
base::Finding make_finding(base::Severity severity, std::string code, xml::Place place,
                           std::string path, std::string element, base::Values values,
                           std::string rule);

/// ANB-V176: an exception that this many values of a document made use of.
base::Finding exception_used(const TestException& exception, std::uint64_t count);

} // namespace anb::xoev
