// SPDX-License-Identifier: EUPL-1.2

#include "cli_keys/view.hpp"

#include "base/text.hpp"
#include "fitconnect/local_keys.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::cli_keys {

void show_files(const std::vector<fitconnect::KeyFile>& files, cli::Io& io)
{
    std::size_t width = 0;
    for (const auto& file : files) {
        width = std::max(width, base::display_width(base::printable(file.path.string())));
    }
    auto listed = json::Value::array();
    for (const auto& file : files) {
        const auto path = base::printable(file.path.string());
        const auto kind = file.is_private ? io.say("PRIVAT 0600", "PRIVATE 0600")
                                          : io.say("öffentlich", "public");
        const auto chain = file.certificates > 1 ? fmt::format("  x5c: {}", file.certificates) : "";
        const auto kind_width = io.common().language == cli::Language::german ? 11 : 12;
        io.line(fmt::format("{}{:{}}   {:{}} {:9}  kid {}{}", path, "",
                            width - base::display_width(path), kind, kind_width, file.operation,
                            fitconnect::brief_kid(file.kid), chain));
        listed.push_back(fitconnect::to_json(file));
    }
    io.document()["files"] = std::move(listed);
}

void show_verdict(const std::string& file, base::Report report, cli::Io& io)
{
    cli::Table table;
    for (const auto& fact : report.facts) {
        table.rows.push_back(
            {messages::word(fact.name, io.common().language), base::printable(fact.value)});
    }
    const auto good = report.worst() == base::Severity::note;
    io.line(base::printable(file) + ": " +
            (good ? io.say("entspricht den Regeln", "follows the rules")
                  : io.say("entspricht nicht allen Regeln", "does not follow all rules")));
    io.table(table);
    io.add(std::move(report));
}

void add_beside_data(base::Report report, cli::Io& io)
{
    const auto language = io.common().language;
    for (const auto& point : report.unchecked) {
        io.status(fmt::format("{}: {} ({})", io.say("Nicht geprüft", "Not checked"),
                              messages::word(point.element, language),
                              messages::word(point.reason, language)));
    }
    report.unchecked.clear();
    io.add(std::move(report));
}

} // namespace anb::cli_keys
