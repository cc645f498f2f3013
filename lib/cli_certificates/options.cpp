// SPDX-License-Identifier: EUPL-1.2

#include "cli_certificates/options.hpp"

#include "cli/password.hpp"

namespace anb::cli_certificates {

namespace {

void declare_trust(CLI::App& app, Options& options, cli::Say say)
{
    app.add_option("--trust", options.trust,
                   say("Wurzeln: Datei oder Ordner, mit test= oder prod= davor; mehrfach möglich.",
                       "Roots: file or folder, after test= or prod=; repeatable."))
        ->type_name("FILE")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void declare_revocation(CLI::App& app, Options& options, cli::Say say)
{
    app.add_option("--revocation", options.revocation,
                   say("Sperrstatus prüfen: auto (Vorgabe mit --for), require, off.",
                       "Check revocation: auto (default with --for), require, off."))
        ->check(CLI::IsMember({"auto", "require", "off"}));
    app.add_option("--crl", options.crl_files,
                   say("Sperrliste aus dieser Datei; mehrfach möglich.",
                       "Revocation list from this file; repeatable."))
        ->type_name("FILE")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app.add_option("--ocsp-response", options.ocsp_files,
                   say("OCSP-Antwort aus dieser Datei; mehrfach möglich.",
                       "OCSP answer from this file; repeatable."))
        ->type_name("FILE")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app.add_option("--proxy", options.proxy,
                   say("Proxy für Sperrlisten und OCSP, sonst http_proxy.",
                       "Proxy for revocation lists and OCSP, otherwise http_proxy."))
        ->type_name("URL");
}

void declare_limits(CLI::App& app, Options& options, cli::Say say)
{
    app.add_option("--warn", options.warn_days,
                   say("Warnt, wenn weniger Tage bleiben (Vorgabe 60).",
                       "Warns when fewer days are left (default 60)."))
        ->type_name("DAYS")
        ->check(CLI::Range(0, 36500));
    app.add_option("--crit", options.crit_days,
                   say("Fehler, wenn weniger Tage bleiben (Vorgabe 21).",
                       "Error when fewer days are left (default 21)."))
        ->type_name("DAYS")
        ->check(CLI::Range(0, 36500));
    app.add_flag("--strict", options.strict,
                 say("Schlüssel unter 3000 Bit sind Fehler.", "Keys below 3000 bit are errors."));
}

} // namespace

void declare(CLI::App& app, Options& options, cli::Say say)
{
    app.add_option("FILE", options.files,
                   say("Dateien oder Ordner; - ist die Standardeingabe.",
                       "Files or folders; - is standard input."))
        ->expected(0, -1);
    app.add_option(
           "--for", options.use,
           say("Wofür das Zertifikat taugen soll.", "What the certificate must be fit for."))
        ->check(CLI::IsMember({"fitconnect", "fitconnect-enc", "fitconnect-sig", "osci", "osci-enc",
                               "osci-sig", "dvdv-client", "tls"}));
    auto* rules = app.add_flag(
        "--list-rules", options.list_rules,
        say("Zeigt die Regeln und ihre Quellen.", "Shows the rules and their sources."));
    auto* pair = app.add_option("--pair", options.pair,
                                say("Gehört diese Datei zum selben Schlüssel?",
                                    "Does this file belong to the same key?"))
                     ->type_name("FILE");
    app.add_option(
           "--inventory", options.inventory,
           say("Prüft, was diese Datei (TOML) aufzählt.", "Checks what this file (TOML) lists."))
        ->type_name("FILE")
        ->excludes(pair)
        ->excludes(rules);
    app.add_flag("-r,--recursive", options.recursive,
                 say("Liest auch die Ordner in den Ordnern.", "Reads folders within folders too."));
    app.add_flag("--public-only", options.public_only,
                 say("Sucht private Schlüssel, in Ordnern und Archiven.",
                     "Looks for private keys, in folders and archives."))
        ->excludes(pair)
        ->excludes(rules);
    pair->excludes(rules);
    declare_trust(app, options, say);
    declare_revocation(app, options, say);
    declare_limits(app, options, say);
    app.add_option("--jobs", options.jobs,
                   say("So viele Dateien zugleich (Vorgabe: Zahl der Kerne).",
                       "Files at a time (default: number of cores)."))
        ->type_name("N")
        ->check(CLI::Range(1, 64));
    cli::declare_password(app, options.password, say);
}

} // namespace anb::cli_certificates
