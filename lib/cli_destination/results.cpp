// SPDX-License-Identifier: EUPL-1.2
#include "cli_destination/results.hpp"

namespace anb::cli_destination {

namespace {

constexpr std::string_view k_no_setting = "ANB-G406";

std::string_view result_of(const base::Error& error)
{
    return error.kind() == base::ErrorKind::credentials || error.code() == k_no_setting
               ? "needs_login"
               : "failed";
}

std::vector<base::Fact> facts_of(const Member& member, std::string_view result)
{
    std::vector<base::Fact> facts{{"result", std::string(result)}, {"profile", member.profile}};
    if (member.target.service != nullptr) {
        facts.push_back({"service", member.target.service->name});
    }
    return facts;
}

} // namespace

void add_result(cli::Io& io, const Member& member, std::string_view result,
                const std::vector<base::Fact>& more)
{
    base::Report report;
    report.subject = member.subject();
    report.facts = facts_of(member, result);
    report.facts.insert(report.facts.end(), more.begin(), more.end());
    io.add(std::move(report));
}

void add_failure(cli::Io& io, const Member& member, const base::Error& error)
{
    auto facts = facts_of(member, result_of(error));
    const auto names = names_of(member);
    facts.insert(facts.end(), names.begin(), names.end());
    io.add_failure(member.subject(), error, std::move(facts));
}

} // namespace anb::cli_destination
