// SPDX-License-Identifier: EUPL-1.2

#include "cli_validation/packages.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "config/config.hpp"
#include "http/curl.hpp"
#include "xoev/store.hpp"
#include "xrepository/client.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <set>

namespace anb::cli_validation {

namespace fs = std::filesystem;

namespace {

using base::Severity;

/// Where packages are installed.
xoev::Store target_store(const Options& options)
{
    return xoev::Store(options.schema_folders.empty() ? own_folder()
                                                      : fs::path(options.schema_folders.front()));
}

/// Where packages are looked up.
xoev::Store store(const Options& options)
{
    if (!options.schema_folders.empty()) {
        xoev::require_folder(options.schema_folders.front());
    }
    return target_store(options);
}

std::string contents(const xoev::Installed& package, const cli::Io& io)
{
    std::string text;
    const auto add = [&](std::size_t count, std::string_view one, std::string_view many) {
        if (count > 0) {
            text +=
                fmt::format("{}{} {}", text.empty() ? "" : ", ", count, count == 1 ? one : many);
        }
    };
    std::size_t elements = 0;
    for (const auto& standard : package.standards) {
        elements += standard.elements.size();
    }
    add(elements, io.say("Wurzelelement", "root element"),
        io.say("Wurzelelemente", "root elements"));
    add(package.list_count, io.say("Codeliste", "code list"), io.say("Codelisten", "code lists"));
    add(package.rules.size(), io.say("Regeldatei", "rule file"),
        io.say("Regeldateien", "rule files"));
    return text.empty() ? io.say("Bausteine", "building blocks") : text;
}

std::string title(const xoev::Installed& package)
{
    const auto identity = package.identity();
    return identity ? identity->name + " " + identity->version : package.id;
}

bool complete(const xoev::Installed& package)
{
    return std::ranges::all_of(package.standards, &xoev::InstalledStandard::complete);
}

json::Value to_json(const xoev::Installed& package)
{
    json::Value value;
    value["id"] = package.id;
    const auto identity = package.identity();
    value["standard"] = identity ? json::Value(identity->version_urn()) : json::Value();
    value["source"] = package.source;
    value["added"] = base::format_time(package.added);
    value["complete"] = complete(package);
    value["namespaces"] = json::Value::array();
    for (const auto& standard : package.standards) {
        value["namespaces"].push_back({{"uri", standard.namespace_uri},
                                       {"complete", standard.complete},
                                       {"elements", standard.elements}});
    }
    value["code_lists"] = json::Value::array();
    for (const auto& list : xoev::Store::lists_of(package)) {
        value["code_lists"].push_back(
            {{"uri", list.uri}, {"version", list.version}, {"name", list.name}});
    }
    value["rules"] = package.rules;
    return value;
}

void keep(const xoev::Installed& package, cli::Io& io)
{
    auto& packages = io.document()["packages"];
    if (!packages.is_array()) {
        packages = json::Value::array();
    }
    packages.push_back(to_json(package));
}

base::Report damaged(const std::string& id, const fs::path& file, Severity severity)
{
    base::Finding finding;
    finding.severity = severity;
    finding.code = "ANB-V309";
    finding.values = {{"package", id}, {"file", file.string()}};
    finding.element = "package";
    base::Report report;
    report.subject = "package:" + id;
    report.findings.push_back(std::move(finding));
    return report;
}

/// keep(), or says that the list of its code lists is damaged.
bool keep_if_whole(const xoev::Installed& package, Severity severity, cli::Io& io)
{
    try {
        keep(package, io);
        return true;
    } catch (const base::Error& error) {
        if (error.kind() != base::ErrorKind::input && error.kind() != base::ErrorKind::missing) {
            throw;
        }
        io.add(damaged(package.id, package.path, severity));
        return false;
    }
}

/// A file that would lie in the package is named as it would be called there.
std::string wanted_file(const xml::MissingSchema& missing, const xoev::Installed& package)
{
    const auto inside = xoev::to_url(package.path / "files") + "/";
    if (missing.url.starts_with(inside)) {
        return xoev::to_path(missing.url.substr(inside.size()));
    }
    return missing.url.empty() ? "–" : missing.url;
}

/// What a package lacks, and lists that its publisher could not give.
base::Report shortcomings(const xoev::Installed& package)
{
    base::Report report;
    report.subject = "package:" + package.id;
    std::set<std::string> said;
    for (const auto& standard : package.standards) {
        if (standard.complete || standard.file.empty()) {
            continue;
        }
        const auto path = package.path / standard.file;
        const auto bytes = base::read_file(path.string(), std::uint64_t{256} << 20);
        const auto prepared = xoev::unpack(base::as_text(bytes), path.string());
        for (const auto& missing : prepared.missing) {
            const auto name = missing.url.substr(missing.url.rfind('/') + 1);
            if (missing.needed && said.insert(missing.namespace_uri + " " + name).second) {
                base::Finding finding;
                finding.severity = Severity::warning;
                finding.code = "ANB-V322";
                finding.values = {{"standard", prepared.title()},
                                  {"by", fs::path(missing.by).filename().string()},
                                  {"line", std::to_string(missing.line)},
                                  {"file", wanted_file(missing, package)},
                                  {"namespace", missing.namespace_uri.empty()
                                                    ? standard.namespace_uri
                                                    : missing.namespace_uri}};
                finding.element = "schema";
                report.findings.push_back(std::move(finding));
            }
        }
    }
    for (const auto& entry : package.unavailable) {
        base::Finding finding;
        finding.severity = Severity::note;
        finding.code = "ANB-V321";
        finding.values = {{"entry", entry}};
        finding.element = "code_list";
        report.findings.push_back(std::move(finding));
    }
    return report;
}

using Read = std::function<xoev::Package(const std::string& source)>;

/// Installs one source after the other, then says what is missing: a later one may complete an
/// earlier one.
cli::Exit install(const std::vector<std::string>& sources, const Read& read, const Options& options,
                  cli::Io& io)
{
    if (options.schema_folders.empty()) {
        base::make_folder(config::data_folder());
    }
    auto packages = target_store(options);
    std::vector<std::string> ids;
    for (const auto& source : sources) {
        const auto package = read(source);
        const auto added = packages.add(package, io.now());
        const auto done = added.already_there
                              ? io.say("ist schon installiert", "is installed already")
                          : added.replaced ? io.say("ersetzt", "replaced")
                                           : io.say("installiert", "installed");
        io.line(
            fmt::format("{}: {} ({})", title(added.package), done, contents(added.package, io)));
        io.trace(1, fmt::format("{}: {}", io.say("nicht verwendet", "not used"),
                                base::join(package.ignored, ", ")));
        ids.push_back(added.package.id);
    }
    for (const auto& id : ids) {
        const auto package = packages.find(id);
        keep(package, io);
        io.add(shortcomings(package));
    }
    return io.verdict();
}

http::CurlTransport make_transport(const Options& options, cli::Io& io)
{
    http::Options network;
    network.user_agent = fmt::format("anbindung/{} (validate-xsozial)", cli::version());
    if (!options.ca_file.empty()) {
        network.ca_files = {options.ca_file};
    }
    network.proxy = options.proxy;
    network.stall_timeout = std::chrono::seconds(120);
    network.trace = [&io](const std::string& line) { io.trace(2, line); };
    network.cancelled = [&io] { return io.cancelled(); };
    return http::CurlTransport(std::move(network));
}

xrepository::Client make_client(const Options& options, http::Transport& transport,
                                const cli::Io& io)
{
    if (io.common().offline) {
        throw base::Error(base::ErrorKind::usage, "ANB-G113",
                          {{"option", "--offline"}, {"other", "package fetch"}});
    }
    if (!options.xrepository.empty() && !options.xrepository.starts_with("https://")) {
        throw base::Error(base::ErrorKind::usage, "ANB-G110",
                          {{"option", "--xrepository"},
                           {"value", options.xrepository},
                           {"expected", "https://…"}});
    }
    return {transport, options.xrepository.empty() ? std::string(xrepository::k_address)
                                                   : options.xrepository};
}

/// Name of the file in which a part of a version comes.
std::string file_name(const std::string& urn, const char* part)
{
    return urn.substr(urn.rfind(':') + 1) + part + ".zip";
}

} // namespace

fs::path own_folder()
{
    return config::data_folder() / "schemas";
}

cli::Exit add_packages(const Options& options, cli::Io& io)
{
    return install(
        options.packages, [](const std::string& source) { return xoev::read_package(source); },
        options, io);
}

cli::Exit list_packages(const Options& options, cli::Io& io)
{
    cli::Table table{{io.say("PAKET", "PACKAGE"), io.say("STANDARD", "STANDARD"),
                      io.say("INHALT", "CONTENT"), io.say("SEIT", "SINCE")},
                     {},
                     0};
    io.document()["packages"] = json::Value::array();
    const auto found = store(options).contents();
    for (const auto& package : found.packages) {
        if (!keep_if_whole(package, Severity::warning, io)) {
            continue;
        }
        const auto more = complete(package) ? "" : io.say(", unvollständig", ", incomplete");
        table.rows.push_back({package.id, title(package), contents(package, io) + more,
                              base::format_date(package.added)});
    }
    for (const auto& package : found.unreadable) {
        io.add(damaged(package.id, package.file, Severity::warning));
    }
    if (!table.rows.empty()) {
        io.table(table);
    } else if (io.verdict() == cli::Exit::ok) {
        io.line(io.say("Es ist nichts installiert.", "Nothing is installed."));
    }
    return io.verdict();
}

cli::Exit show_packages(const Options& options, cli::Io& io)
{
    for (const auto& id : options.packages) {
        const auto package = store(options).find(id);
        keep(package, io);
        const auto identity = package.identity();
        io.line(fmt::format("{} ({})", title(package), contents(package, io)));
        io.table({{},
                  {{"schemaUri", identity ? identity->version_urn() : "–"},
                   {io.say("Ordner", "Folder"), package.path.string()},
                   {io.say("Quelle", "Source"), package.source},
                   {io.say("Installiert", "Installed"), base::format_time(package.added)}}});
        for (const auto& standard : package.standards) {
            io.line(standard.namespace_uri);
            for (const auto& element : standard.elements) {
                io.line("    " + element);
            }
        }
        for (const auto& list : xoev::Store::lists_of(package)) {
            io.line(fmt::format("{} {}", list.uri, list.version));
        }
        io.add(shortcomings(package));
    }
    return io.verdict();
}

cli::Exit remove_packages(const Options& options, cli::Io& io)
{
    auto packages = store(options);
    for (const auto& id : options.packages) {
        const auto unreadable = packages.contents().unreadable;
        const bool known =
            std::ranges::find(unreadable, id, &xoev::Unreadable::id) == unreadable.end();
        const auto name = known ? title(packages.find(id)) : id;
        if (io.common().dry_run) {
            io.line(fmt::format("{}: {}", name, io.say("würde entfernt", "would be removed")));
            continue;
        }
        packages.remove(id);
        io.line(fmt::format("{}: {}", name, io.say("entfernt", "removed")));
    }
    return io.verdict();
}

cli::Exit verify_packages(const Options& options, cli::Io& io)
{
    const auto packages = store(options);
    auto ids = options.packages;
    if (ids.empty()) {
        const auto found = packages.contents();
        for (const auto& package : found.packages) {
            ids.push_back(package.id);
        }
        for (const auto& package : found.unreadable) {
            io.add(damaged(package.id, package.file, Severity::error));
        }
    }
    for (const auto& id : ids) {
        const auto package = packages.find(id);
        const auto damages = packages.verify(id);
        auto report = damages.empty() ? shortcomings(package) : base::Report();
        report.subject = "package:" + package.id;
        for (const auto& damage : damages) {
            base::Finding finding;
            finding.code = "ANB-V307";
            finding.values = {
                {"package", package.id}, {"file", damage.file}, {"reason", damage.reason}};
            finding.element = "package";
            report.findings.push_back(std::move(finding));
        }
        io.line(fmt::format("{}: {}", title(package),
                            report.accepted() ? io.say("unverändert", "unchanged")
                                              : io.say("verändert", "changed")));
        keep_if_whole(package, Severity::error, io);
        io.add(std::move(report));
    }
    return io.verdict();
}

cli::Exit fetch_packages(const Options& options, cli::Io& io)
{
    auto transport = make_transport(options, io);
    auto client = make_client(options, transport, io);
    std::vector<std::string> parts;
    for (const auto& urn : options.packages) {
        if (!xoev::parse_version_urn(urn)) {
            throw base::Error(base::ErrorKind::usage, "ANB-G110",
                              {{"option", "URN"},
                               {"value", urn},
                               {"expected", "urn:xoev-de:…:standard:xsozialbasis_2.5.0"}});
        }
        parts.push_back(urn);
        if (options.code_lists) {
            parts.push_back("lists " + urn);
        }
    }
    return install(
        parts,
        [&](const std::string& part) {
            constexpr std::string_view k_lists = "lists ";
            const bool lists = part.starts_with(k_lists);
            const auto urn = lists ? part.substr(k_lists.size()) : part;
            io.status(fmt::format("{} {}", io.say("Lade", "Loading"), urn));
            return lists ? xoev::read_package(client.code_lists(urn), file_name(urn, "_codelisten"))
                         : xoev::read_package(client.schemas(urn), file_name(urn, ""));
        },
        options, io);
}

cli::Exit show_versions(const Options& options, cli::Io& io)
{
    auto transport = make_transport(options, io);
    auto client = make_client(options, transport, io);
    auto& versions = io.document()["versions"];
    versions = json::Value::array();
    std::set<std::string> installed;
    for (const auto& package : store(options).contents().packages) {
        if (const auto identity = package.identity()) {
            installed.insert(identity->version_urn());
        }
    }
    for (const auto& urn : options.packages) {
        auto found = client.versions(urn);
        std::ranges::sort(found, [](const std::string& left, const std::string& right) {
            return xoev::compare_versions(left.substr(left.rfind('_') + 1),
                                          right.substr(right.rfind('_') + 1)) < 0;
        });
        for (const auto& version : found) {
            const bool here = installed.contains(version);
            versions.push_back({{"urn", version}, {"installed", here}});
            io.line(version + (here ? io.say("  (installiert)", "  (installed)") : ""));
        }
    }
    return io.verdict();
}

} // namespace anb::cli_validation
