// SPDX-License-Identifier: EUPL-1.2

#include "base/report.hpp"

#include <algorithm>
#include <iterator>

namespace anb::base {

namespace {

bool concerns(const Finding& finding, std::string_view point)
{
    return finding.element == point || finding.where == point;
}

} // namespace

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

PointState state_of(const Report& report, std::string_view point)
{
    auto state = PointState::ok;
    for (const auto& finding : report.findings) {
        if (concerns(finding, point)) {
            const auto own = finding.severity == Severity::error     ? PointState::error
                             : finding.severity == Severity::warning ? PointState::warning
                                                                     : PointState::note;
            state = std::max(state, own);
        }
    }
    const bool unchecked =
        std::ranges::find(report.unchecked, point, &Unchecked::element) != report.unchecked.end();
    return unchecked && state < PointState::warning ? PointState::unchecked : state;
}

const Finding* gravest_at(const Report& report, std::string_view point)
{
    const Finding* gravest = nullptr;
    for (const auto& finding : report.findings) {
        if (concerns(finding, point) && finding.severity != Severity::note &&
            (gravest == nullptr || finding.severity > gravest->severity)) {
            gravest = &finding;
        }
    }
    return gravest;
}

std::string expected_at(const Report& report, std::string_view point)
{
    const auto* gravest = gravest_at(report, point);
    return gravest == nullptr ? std::string() : gravest->expected;
}

const std::string* find_fact(const Report& report, std::string_view name)
{
    const auto found = std::ranges::find(report.facts, name, &Fact::name);
    return found == report.facts.end() ? nullptr : &found->value;
}

} // namespace anb::base
