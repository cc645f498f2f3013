// SPDX-License-Identifier: EUPL-1.2

#include "base/report.hpp"

#include <algorithm>
#include <iterator>

namespace anb::base {

bool Report::accepted() const
{
    return worst() != Severity::error;
}

Severity Report::worst() const
{
    auto worst = Severity::note;
    for (const auto& finding : findings) {
        worst = std::max(worst, finding.severity);
    }
    return worst;
}

void Report::take(Report other)
{
    std::ranges::move(other.facts, std::back_inserter(facts));
    std::ranges::move(other.findings, std::back_inserter(findings));
    std::ranges::move(other.unchecked, std::back_inserter(unchecked));
}

} // namespace anb::base
