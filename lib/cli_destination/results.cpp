// SPDX-License-Identifier: EUPL-1.2
#include "cli_destination/results.hpp"

namespace anb::cli_destination {

namespace {

constexpr std::string_view k_no_setting = "ANB-G406";

} // namespace

std::string_view result_of(const base::Error& error)
{
    return error.kind() == base::ErrorKind::credentials || error.code() == k_no_setting
               ? "needs_login"
               : "failed";
}

void Results::add(const Member& member, std::string_view result, std::vector<base::Fact> more)
{
    base::Report report;
    report.subject = member.subject();
    report.facts.push_back({"result", std::string(result)});
    report.facts.push_back({"profile", member.profile});
    if (member.target.service != nullptr) {
        report.facts.push_back({"service", member.target.service->name});
    }
    for (auto& fact : more) {
        report.facts.push_back(std::move(fact));
    }
    m_io.add(std::move(report));
}

void Results::fail(const Member& member, const base::Error& error)
{
    m_failure = m_failure.value_or(cli::to_exit(error.kind()));
    if (m_io.common().format != "jsonl") {
        m_io.add_failure(member.subject(), error);
        return;
    }
    const auto* message = messages::find(error.code());
    const auto text = message == nullptr ? error.code()
                                         : messages::fill(message->text.in(m_io.common().language),
                                                          error.values());
    json::Value line = {{"type", "subject"},
                        {"id", member.subject()},
                        {"result", result_of(error)},
                        {"profile", member.profile}};
    if (member.target.service != nullptr) {
        line["service"] = member.target.service->name;
    }
    line["findings"] = {{{"code", error.code()}, {"severity", "error"}, {"text", text}}};
    line["unchecked"] = json::Value::array();
    m_io.event(line);
}

cli::Exit Results::exit() const
{
    const auto verdict = m_io.verdict();
    return m_failure && verdict != cli::Exit::failed ? *m_failure : verdict;
}

} // namespace anb::cli_destination
