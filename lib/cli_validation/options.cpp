// SPDX-License-Identifier: EUPL-1.2

#include "cli_validation/options.hpp"

#include "cli_validation/packages.hpp"

namespace anb::cli_validation {

namespace {

void declare_package(CLI::App& app, Options& options, cli::Say say)
{
    auto* package = app.add_subcommand(
        "package", say("Verwaltet die installierten Schemas und Codelisten.",
                       "Manages the schemas and code lists that are installed."));
    package->require_subcommand(1);
    const auto add = [&](const char* name, std::string about, auto command, const char* argument,
                         std::string argument_about, int least) {
        auto* sub = package->add_subcommand(name, std::move(about));
        sub->callback([&options, command] { options.package_command = command; });
        if (argument != nullptr) {
            sub->add_option(argument, options.packages, std::move(argument_about))
                ->type_name("")
                ->required(least > 0)
                ->expected(least, -1);
        }
        return sub;
    };
    const auto network = [&](CLI::App* sub) {
        sub->add_option("--xrepository", options.xrepository,
                        say("Adresse der Schnittstelle.", "Address of the interface."))
            ->type_name("URL");
        sub->add_option(
               "--ca-file", options.ca_file,
               say("Weitere Vertrauensanker für TLS (PEM).", "More trust anchors for TLS (PEM)."))
            ->type_name("FILE");
        sub->add_option("--proxy", options.proxy,
                        say("Proxy, sonst https_proxy.", "Proxy, otherwise https_proxy."))
            ->type_name("URL");
    };
    const auto names = say("Name oder URN des Pakets", "name or URN of the package");
    add("add", say("Installiert eine ZIP-Datei oder einen Ordner.", "Installs a ZIP or a folder."),
        add_packages, "SOURCE", say("ZIP-Datei oder Ordner", "ZIP file or folder"), 1);
    add("list", say("Zeigt, was installiert ist.", "Shows what is installed."), list_packages,
        nullptr, {}, 0);
    add("show", say("Zeigt ein Paket genau.", "Shows one package in detail."), show_packages,
        "PACKAGE", names, 1);
    add("remove", say("Entfernt ein Paket.", "Removes a package."), remove_packages, "PACKAGE",
        names, 1);
    add("verify",
        say("Vergleicht Pakete mit dem, was installiert wurde.",
            "Compares packages with what was installed."),
        verify_packages, "PACKAGE", names, 0);
    auto* fetch = add("fetch",
                      say("Lädt eine Version aus dem XRepository und installiert sie.",
                          "Loads a version from the XRepository and installs it."),
                      fetch_packages, "URN",
                      say("Version, wie in der schemaUri", "version, as in the schemaUri"), 1);
    fetch->add_flag("--code-lists", options.code_lists,
                    say("Auch die Codelisten, die sie verwendet.", "The code lists it uses, too."));
    network(fetch);
    network(add("versions",
                say("Zeigt die Versionen, die das XRepository hat.",
                    "Shows the versions that the XRepository has."),
                show_versions, "URN", say("Kennung des Standards", "URN of the standard"), 1));
}

} // namespace

void declare(CLI::App& app, Options& options, cli::Say say)
{
    app.require_subcommand(0, 1);
    app.add_option("FILE", options.files,
                   say("Nachrichten oder Ordner; - ist die Standardeingabe.",
                       "Messages or folders; - is standard input."))
        ->expected(0, -1);
    auto* version = app.add_option(
        "--schema-version", options.schema_version,
        say("Verlangt diese Version des Standards.", "Demands this version of the standard."));
    version->type_name("VERSION");
    app.add_option("--schema-uri", options.schema_uri,
                   say("Verlangt diese schemaUri; - liest das JSON von fitconnect-destination.",
                       "Demands this schemaUri; - reads the JSON of fitconnect-destination."))
        ->type_name("URN")
        ->excludes(version);
    app.add_option("--schema-dir", options.schema_folders,
                   say("Schemas und Codelisten von hier; mehrfach möglich.",
                       "Schemas and code lists from here; repeatable."))
        ->type_name("DIR")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app.add_flag("--testdata", options.testdata,
                 say("Nur Testdaten? Namen, Anschriften, IBAN, Kennnummern.",
                     "Test data only? Names, addresses, IBAN, identity numbers."));
    app.add_option("--testdata-rules", options.testdata_rules,
                   say("Eigene Regeln für --testdata.", "Rules of your own for --testdata."))
        ->type_name("FILE");
    app.add_option("--max-findings", options.max_findings,
                   say("Befunde je Dokument (Vorgabe 20, 0 für alle).",
                       "Findings of each document (default 20, 0 for all)."))
        ->type_name("N")
        ->check(CLI::Range(0, 1'000'000'000));
    app.add_flag("--filter", options.filter,
                 say("Gibt das Dokument aus, aber nur, wenn es gültig ist.",
                     "Prints the document, but only when it is valid."));
    app.add_flag("-r,--recursive", options.recursive,
                 say("Liest auch die Ordner in den Ordnern.", "Reads folders within folders too."));
    app.add_option("--jobs", options.jobs,
                   say("So viele Dokumente zugleich (Vorgabe: Zahl der Kerne).",
                       "Documents at a time (default: number of cores)."))
        ->type_name("N")
        ->check(CLI::Range(1, 64));
    declare_package(app, options, say);
}

} // namespace anb::cli_validation
