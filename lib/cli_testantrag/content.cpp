// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/content.hpp"

#include "scan/scanner.hpp"

namespace anb::cli_testantrag {

void declare_content(CLI::App& app, ContentOptions& options, cli::Say say)
{
    declare_schema_folders(app, options.data, say);
    declare_exceptions(app, options.data, say);
    app.add_flag("--check-attachments", options.check_attachments,
                 say("Anhänge vor dem Senden von clamd prüfen lassen",
                     "have attachments checked by clamd before sending"));
    app.add_option("--clamd", options.scanner,
                   say("Socket oder 127.0.0.1:PORT des clamd", "socket or 127.0.0.1:PORT of clamd"))
        ->type_name("ADDRESS");
}

base::Report check_content(const ContentOptions& options, const testantrag::Package& package,
                           std::string_view schema_uri, const cli::Io& io)
{
    const testantrag::DataChecker checker(data_rules(options.data, true, io));
    auto report = checker.check(package.data, schema_uri);
    if (!options.check_attachments) {
        if (!package.attachments.empty()) {
            report.unchecked.push_back({.element = "virus_scan", .reason = "not_requested"});
        }
        return report;
    }
    const scan::Scanner scanner(options.scanner);
    for (const auto& attachment : package.attachments) {
        auto scanned = scanner.check(attachment.path, attachment.filename);
        report.facts.insert(report.facts.end(), scanned.facts.begin(), scanned.facts.end());
        report.take(std::move(scanned));
    }
    return report;
}

base::Report check_schema(const ContentOptions& options, const testantrag::Package& package,
                          std::string_view schema_uri, const cli::Io& io)
{
    const testantrag::DataChecker checker(data_rules(options.data, false, io));
    auto report = checker.check(package.data, schema_uri);
    std::erase_if(report.unchecked,
                  [](const base::Unchecked& point) { return point.element == "testdata"; });
    return report;
}

} // namespace anb::cli_testantrag
