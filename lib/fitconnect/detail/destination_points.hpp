// How the points of check_destination() are written down, and the two that take more than a few
// lines.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "base/text.hpp"
#include "fitconnect/destination_check.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace anb::fitconnect::detail {

inline constexpr const char* k_guide_destination = "leitfaden:2.3";
inline constexpr const char* k_guide_key = "leitfaden:3.3";
inline constexpr const char* k_guide_schema = "leitfaden:4.3";

void add_fact(base::Report& report, std::string_view name, std::string value);
void leave_unchecked(base::Report& report, std::string_view element, std::string reason);

struct Verdict {
    base::Severity severity;
    const char* code;
    std::string_view element;
    std::string found, expected;
    const char* rule = k_guide_destination;
};
/// `found` and `expected` are values of the message; `more` are further ones.
void add_finding(base::Report& report, Verdict verdict, base::Values more = {});

/// The services that a question is about: those of the expected identifier, otherwise all.
std::vector<const Service*> considered(const Destination& destination,
                                       const Expectation& expectation);

/// What `get` gives for each service, each text once; "-" for none.
template <typename Get>
std::string joined(const std::vector<const Service*>& services, Get get)
{
    std::vector<std::string> texts;
    for (const auto* service : services) {
        for (auto& text : get(*service)) {
            if (std::find(texts.begin(), texts.end(), text) == texts.end()) {
                texts.push_back(std::move(text));
            }
        }
    }
    return texts.empty() ? "-" : base::join(texts, ", ");
}

/// The points submission_schema and mime_type.
void check_schema(base::Report& report, const Destination& destination,
                  const Expectation& expectation, const CheckRules& rules);

/// The points encryption_key and signature_key.
void check_keys(base::Report& report, const Observation& observation,
                const Expectation& expectation, const CheckRules& rules);

} // namespace anb::fitconnect::detail
