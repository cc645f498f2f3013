// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/dvdv/complaints.hpp"

#include "json/json.hpp"

#include <algorithm>
#include <fstream>

namespace anb::sandbox {

namespace {

std::string value_of(const base::Error& error, std::string_view name)
{
    const auto found = std::ranges::find(
        error.values(), name, [](const auto& value) { return std::string_view(value.first); });
    return found == error.values().end() ? std::string() : found->second;
}

/// What is wrong, in the words of the formats: the same in every language.
std::string reason_of(const base::Error& error, const std::string& file)
{
    std::string reason;
    for (const auto* name : {"pointer", "name", "expected", "found", "line", "column", "file"}) {
        if (const auto value = value_of(error, name); !value.empty() && value != file) {
            reason += (reason.empty() ? "" : ", ") + std::string(name) + " " + value;
        }
    }
    return error.code() + (reason.empty() ? "" : " (" + reason + ")");
}

} // namespace

void DvdvComplaints::add(base::UtcTime at, const std::filesystem::path& file,
                         const base::Error& error)
{
    const auto reason = reason_of(error, file.string());
    const json::Value line = {{"time", base::format_time(at)},
                              {"file", file.string()},
                              {"code", "ANB-G607"},
                              {"reason", reason}};
    const std::lock_guard lock(m_mutex);
    std::ofstream(m_log, std::ios::app | std::ios::binary) << json::dump(line) << '\n';
    m_waiting.push_back({{"file", file.string()}, {"reason", reason}});
}

std::vector<base::Report> DvdvComplaints::take()
{
    const std::lock_guard lock(m_mutex);
    std::vector<base::Report> reports;
    for (auto& values : m_waiting) {
        base::Report report;
        report.subject = "file:" + values.front().second;
        base::Finding finding;
        finding.severity = base::Severity::warning;
        finding.code = "ANB-G607";
        finding.values = std::move(values);
        report.findings.push_back(std::move(finding));
        reports.push_back(std::move(report));
    }
    m_waiting.clear();
    return reports;
}

void DvdvComplaints::demand_none()
{
    const std::lock_guard lock(m_mutex);
    if (!m_waiting.empty()) {
        throw base::Error(base::ErrorKind::input, "ANB-G607", m_waiting.front());
    }
}

} // namespace anb::sandbox
