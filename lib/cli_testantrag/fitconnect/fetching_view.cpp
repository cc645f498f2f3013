// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/fitconnect/fetching_view.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace anb::cli_testantrag {

namespace {

constexpr std::size_t k_value_width = 120;

std::string tail(const std::string& uri)
{
    return uri.substr(uri.rfind('/') + 1);
}

void show_reasons(const testantrag::Fetched& fetched, cli::Io& io)
{
    std::set<std::string> reasons;
    for (const auto& problem : fetched.problems) {
        reasons.insert(tail(problem.type));
    }
    for (const auto& reason : reasons) {
        io.status(
            fmt::format("  {} --reject {}", io.say("Zum Zurückweisen:", "To reject:"), reason));
    }
}

} // namespace

json::Value to_json(const testantrag::Fetched& fetched)
{
    const auto& manifest = fetched.manifest;
    json::Value value = {{"submission_id", manifest.submission.str()},
                         {"case_id", manifest.case_id.str()},
                         {"destination_id", manifest.destination.str()},
                         {"service", manifest.service.identifier},
                         {"folder", fetched.folder.string()},
                         {"stored", !fetched.folder.empty()},
                         {"stored_before", fetched.stored_before},
                         {"files", json::Value::array()},
                         {"problems", json::Value::array()}};
    for (const auto& file : manifest.files) {
        value["files"].push_back({{"name", file.name}, {"size", file.size}});
    }
    for (const auto& problem : fetched.problems) {
        value["problems"].push_back(fitconnect::to_json(problem));
    }
    return value;
}

void show_waiting(const std::vector<fitconnect::Pickup>& waiting, cli::Io& io)
{
    cli::Table table{.header = {io.say("Einreichung", "Submission"), io.say("Vorgang", "Case"),
                                io.say("Zustellpunkt", "Destination")},
                     .rows = {}};
    auto submissions = json::Value::array();
    for (const auto& pickup : waiting) {
        table.rows.push_back(
            {pickup.submission.str(), pickup.case_id.str(), pickup.destination.str()});
        submissions.push_back({{"submission_id", pickup.submission.str()},
                               {"case_id", pickup.case_id.str()},
                               {"destination_id", pickup.destination.str()}});
    }
    if (waiting.empty()) {
        io.line(io.say("Nichts abholbereit.", "Nothing waits."));
    } else {
        io.table(table);
    }
    io.document()["submissions"] = std::move(submissions);
}

void show_fetched(const testantrag::Fetched& fetched, cli::Io& io)
{
    const auto& id = fetched.manifest.case_id.str();
    if (!fetched.folder.empty()) {
        io.line(fmt::format(
            "{} {}: {}", io.say("Vorgang", "Case"), id,
            fetched.stored_before
                ? io.say("war schon abgeholt, unverändert", "was fetched before, unchanged")
                : io.say("abgeholt, entschlüsselt; Signaturen und Prüfsummen geprüft",
                         "fetched, decrypted; signatures and checksums verified")));
        io.line(fmt::format("  {}", base::printable(fetched.folder.string())));
        for (const auto& file : fetched.manifest.files) {
            io.line(fmt::format("    {}  {} {}", base::printable(file.name), file.size,
                                io.say("Byte", "bytes")));
        }
    }
    io.add(fetched.report);
    if (fetched.folder.empty()) {
        io.status(fmt::format(
            "{} {}: {}", io.say("Vorgang", "Case"), id,
            io.say("nicht gespeichert, nicht angenommen.", "not stored, not accepted.")));
        show_reasons(fetched, io);
    }
}

void show_answer(const testantrag::Fetched& fetched, const testantrag::Answer& answer, cli::Io& io)
{
    const auto accepted = answer.state == fitconnect::State::accepted;
    const auto what =
        accepted ? io.say("angenommen", "accepted") : io.say("zurückgewiesen", "rejected");
    io.line(fmt::format("{} {}: {}{}", io.say("Vorgang", "Case"), fetched.manifest.case_id.str(),
                        answer.already ? io.say("war schon ", "was already ") : "", what));
}

cli::Exit exit_of(const testantrag::Fetched& fetched)
{
    const auto& findings = fetched.report.findings;
    const auto untrusted = [](const base::Finding& finding) {
        return finding.code.starts_with("ANB-S40");
    };
    if (std::any_of(findings.begin(), findings.end(), untrusted)) {
        return cli::Exit::not_trusted;
    }
    return fetched.report.accepted() ? cli::Exit::ok : cli::Exit::failed;
}

void show_facts(base::Report report, cli::Io& io)
{
    cli::Table table;
    for (const auto& fact : report.facts) {
        table.rows.push_back({fact.name, base::printable(fact.value, k_value_width)});
    }
    io.table(table);
    io.add(std::move(report));
}

} // namespace anb::cli_testantrag
