// SPDX-License-Identifier: EUPL-1.2
#include "fitconnect/detail/destination_points.hpp"

namespace anb::fitconnect::detail {

void add_fact(base::Report& report, std::string_view name, std::string value)
{
    report.facts.push_back({std::string(name), std::move(value)});
}

void leave_unchecked(base::Report& report, std::string_view element, std::string reason)
{
    report.unchecked.push_back({std::string(element), std::move(reason)});
}

void add_finding(base::Report& report, Verdict verdict, base::Values more)
{
    base::Values values = {{"found", verdict.found}, {"expected", verdict.expected}};
    std::move(more.begin(), more.end(), std::back_inserter(values));
    report.findings.push_back({verdict.severity,
                               verdict.code,
                               std::move(values),
                               {},
                               std::string(verdict.element),
                               std::move(verdict.found),
                               std::move(verdict.expected),
                               verdict.rule});
}

/// The services that a question is about: those of the expected identifier, otherwise all.
std::vector<const Service*> considered(const Destination& destination,
                                       const Expectation& expectation)
{
    std::vector<const Service*> matching;
    std::vector<const Service*> all;
    for (const auto& service : destination.services) {
        all.push_back(&service);
        if (expectation.leika && service.identifier == expectation.leika->urn()) {
            matching.push_back(&service);
        }
    }
    return matching.empty() ? all : matching;
}

} // namespace anb::fitconnect::detail
