// SPDX-License-Identifier: EUPL-1.2

#include "inventory/public_only.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli_certificates/files.hpp"
#include "inventory/open.hpp"

#include <fmt/format.h>

namespace anb::cli_certificates {

namespace {

std::string describe(const inventory::Exposure& exposure, const cli::Io& io)
{
    const auto kind = messages::word(exposure.kind, io.common().language);
    if (exposure.place.empty()) {
        return kind;
    }
    return fmt::format("{} {} ({})", io.say("enthält", "holds"), base::printable(exposure.place),
                       kind);
}

base::Report to_report(const std::string& path, const std::vector<inventory::Exposure>& exposures)
{
    base::Report report;
    report.subject = "file:" + path;
    report.facts.push_back({"public", exposures.empty() ? "true" : "false"});
    for (const auto& exposure : exposures) {
        base::Finding finding;
        finding.code = "ANB-C158";
        finding.element = "private_key";
        finding.where = exposure.place;
        finding.found = exposure.kind;
        finding.values = {{"kind", exposure.kind},
                          {"place", exposure.place.empty() ? path : exposure.place}};
        finding.rule = "leitfaden:3.3";
        report.findings.push_back(std::move(finding));
    }
    return report;
}

base::Report summary(std::size_t exposed, std::size_t all, const cli::Io& io)
{
    base::Report report;
    base::Finding finding;
    finding.code = "ANB-C150";
    finding.element = "private_key";
    finding.values = {{"n", std::to_string(exposed)},
                      {"m", std::to_string(all)},
                      {"may", exposed == 1 ? io.say("darf", "must") : io.say("dürfen", "must")}};
    finding.rule = "leitfaden:3.3";
    report.findings.push_back(std::move(finding));
    return report;
}

/// What nobody has looked at, and how much of it there is.
void show_rest(const std::vector<std::string>& rest, cli::Table& table, cli::Io& io)
{
    for (const auto& path : rest) {
        std::error_code ignored;
        const std::string kind = base::fs::is_symlink(path, ignored) ? "link" : "not_regular";
        table.rows.push_back({base::printable(path), io.say("nicht angesehen", "not looked at"),
                              messages::word(kind, io.common().language)});
        if (io.common().format != "text") {
            base::Report report;
            report.subject = "file:" + path;
            report.unchecked.push_back({"private_key", kind});
            io.add(std::move(report));
        }
    }
}

base::Report rest_summary(std::size_t count)
{
    base::Report report;
    base::Finding finding;
    finding.severity = base::Severity::warning;
    finding.code = "ANB-C159";
    finding.element = "private_key";
    finding.values = {{"n", std::to_string(count)}};
    finding.rule = "leitfaden:3.3";
    report.findings.push_back(std::move(finding));
    return report;
}

} // namespace

cli::Exit check_public_only(const std::vector<std::string>& paths, cli::Io& io)
{
    const auto [places, rest] = base::expand_fully(paths);
    if (places.empty() && rest.empty()) {
        throw base::Error(base::ErrorKind::input, "ANB-C416", {{"file", base::join(paths, " ")}});
    }
    const bool as_text = io.common().format == "text";
    cli::Table table;
    table.indent = 0;
    std::size_t exposed = 0;
    for (const auto& place : places) {
        if (io.cancelled()) {
            break;
        }
        const auto exposures = [&] {
            const auto bytes = base::read_secret_file(place.path, inventory::k_most_bytes);
            return inventory::find_private(bytes.reveal());
        }();
        if (!exposures.empty()) {
            ++exposed;
        }
        table.rows.push_back({base::printable(place.path),
                              exposures.empty() ? io.say("öffentlich", "public")
                                                : io.say("NICHT VERSENDEN", "DO NOT SEND"),
                              exposures.empty() ? "" : describe(exposures.front(), io)});
        for (std::size_t i = 1; i < exposures.size(); ++i) {
            table.rows.push_back({"", "", describe(exposures[i], io)});
        }
        if (!as_text) {
            io.add(to_report(place.path, exposures));
        }
    }
    show_rest(rest, table, io);
    io.table(table);
    if (!rest.empty()) {
        io.add(rest_summary(rest.size()));
    }
    if (exposed > 0) {
        io.add(summary(exposed, places.size(), io));
    }
    return io.verdict();
}

} // namespace anb::cli_certificates
