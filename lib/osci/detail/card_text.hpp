// Selection rules, feedback and process cards as XML, in both directions.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "osci/message.hpp"
#include "xml/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace anb::osci::detail {

std::string write_selection(const Selection& selection);
std::string write_feedback(const std::vector<FeedbackEntry>& entries);
/// @param element  "ProcessCardBundle", "RequestProcessCardBundle"
std::string write_card(const ProcessCard& card, std::string_view element);
std::string write_message_id(std::string_view id);

/// All throw Error{input} ANB-O104 {element}.
Selection read_selection(const xml::Node& rule);
std::vector<FeedbackEntry> read_feedback(const xml::Node& feedback);
ProcessCard read_card(const xml::Node& bundle);
std::string read_message_id(const xml::Node& element);
base::UtcTime read_time(const xml::Node& element, std::string_view text);

/// The child of that name in the namespace of OSCI. @throws Error{input} ANB-O104
xml::Node demand(const xml::Node& node, std::string_view name);
std::string demand_attribute(const xml::Node& node, std::string_view name);
[[noreturn]] void refuse_element(const xml::Node& element, std::string reason);

} // namespace anb::osci::detail
