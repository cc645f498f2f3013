// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "base/text.hpp"
#include "base/walk.hpp"
#include "cli_destination/view.hpp"
#include "fitconnect/destination_change.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace anb::cli_destination {

namespace {

using fitconnect::KeyRole;

/// As people type it: relative when it lies below the current folder.
std::string shown_path(const std::filesystem::path& path)
{
    std::error_code ignored;
    const auto relative = std::filesystem::relative(path, ignored);
    return relative.empty() || relative.native().starts_with("..") ? path.string()
                                                                   : relative.string();
}

struct KeyFile {
    std::string path;
    const char* use_de;
    const char* use_en;
};

/// The files to be uploaded; what is missing becomes a finding.
std::vector<KeyFile> key_files(const Call& call, const cli_net::Session& session,
                               base::Report& report)
{
    const auto folder = cli_net::keys_folder(session, call.keys);
    std::vector<KeyFile> files;
    for (const auto& [role, de, en] :
         {std::tuple{KeyRole::encryption, "Verschlüsselung", "encryption"},
          std::tuple{KeyRole::signature, "Signatur", "signature"}}) {
        const auto file = folder / fitconnect::public_file_name(role);
        files.push_back({shown_path(file), de, en});
        if (!base::is_there(file)) {
            report.findings.push_back({base::Severity::error,
                                       "ANB-F254",
                                       {{"file", file.string()}},
                                       {},
                                       "keys",
                                       "-",
                                       file.string(),
                                       "leitfaden:3.3"});
        }
    }
    return files;
}

std::string shown(const std::string& text)
{
    return text.empty() ? "-" : base::printable(text);
}

} // namespace

cli::Exit worksheet(const Call& call, cli::Io& io)
{
    const auto session = cli_net::closed_session(call.network, io);
    const auto& service = session.configuration.leistung(call.service);
    const auto draft = cli_net::draft(session, service);
    auto report = fitconnect::check_draft(draft);
    report.subject = "worksheet:" + service.name;
    const auto files = key_files(call, session, report);
    const auto& offered = draft.services.front();
    const auto region = offered.regions.empty() ? std::string() : offered.regions.front().substr(2);
    const auto schema = offered.submission_schemas.empty() ? fitconnect::SubmissionSchema{}
                                                           : offered.submission_schemas.front();
    io.line(fmt::format(
        "{} ({}) – {} {}",
        io.say("Ausfüllhilfe Self-Service-Portal", "Worksheet for the self-service portal"),
        in_capitals(session.environment.name), io.say("Leistung", "service"),
        base::printable(service.name)));
    io.line();
    cli::Table table;
    const auto row = [&](const char* de, const char* en, std::string value) {
        table.rows.push_back({io.say(de, en), std::move(value)});
    };
    row("Kontaktdaten", "Contact", shown(draft.contact.legal_name));
    for (const auto& line : {draft.contact.address, draft.contact.phone}) {
        if (!line.empty()) {
            row("", "", shown(line));
        }
    }
    row("", "", shown(draft.contact.email));
    row("Metadatenversion", "Metadata version",
        io.say("1.5.0 (oder höher) ankreuzen", "tick 1.5.0 (or higher)"));
    row("Verwaltungsleistung", "Service", shown(offered.identifier));
    row("Region (ARS)", "Region (ARS)", shown(region));
    row("Fachdatenschema", "Data schema", shown(schema.schema_uri));
    row("Format", "Format", shown(schema.mime_type));
    for (const auto& file : files) {
        table.rows.push_back({&file == &files.front() ? io.say("Schlüssel", "Keys") : std::string(),
                              file.path, fmt::format("({})", io.say(file.use_de, file.use_en))});
    }
    io.table(table);
    io.line();
    io.line(io.say("  Nicht hochladen:      Dateien mit \"privat\" im Namen.",
                   "  Do not upload:        files with \"privat\" in their name."));
    io.document()["worksheet"] = {{"service", service.name},
                                  {"contactInformation", fitconnect::to_json(draft.contact)},
                                  {"metadataVersions", draft.metadata_versions},
                                  {"publicServices", fitconnect::to_json(draft.services)},
                                  {"encryption_key_file", files.at(0).path},
                                  {"signature_key_file", files.at(1).path}};
    io.add(std::move(report));
    return io.verdict();
}

} // namespace anb::cli_destination
