// SPDX-License-Identifier: EUPL-1.2

#include "cli_dvdv/options.hpp"

#include "cli/options.hpp"
#include "cli/password.hpp"

namespace anb::cli_dvdv {

namespace {

using cli::add_command;
using cli::add_text;

CLI::Option* add_organization(CLI::App& command, Call& call, cli::Say say)
{
    return add_text(command, "--org", call.organization, "KEY",
                    say("Behördenschlüssel statt des Profils, etwa soa:05999000",
                        "organisation key in place of the profile's, such as soa:05999000"));
}

void add_services(CLI::App& command, Call& call, cli::Say say)
{
    auto* services = command
                         .add_option("SERVICE", call.services,
                                     say("Leistungen des Profils oder Dienste-URIs",
                                         "services of the profile, or service URIs"))
                         ->type_name("")
                         ->expected(0, -1);
    auto* organization = add_organization(command, call, say);
    auto* all = command.add_flag(
        "--all", call.all, say("Alle Leistungen des Profils", "every service of the profile"));
    cli::add_profiles(command, call.profiles,
                      say("Alle Leistungen dieser Profile; Dateien oder Ordner",
                          "every service of these profiles; files or folders"))
        ->allow_extra_args(false)
        ->excludes(all)
        ->excludes(services)
        ->excludes(organization);
    add_text(command, "--answer", call.answer, "FILE",
             say("Gespeicherte Antwort statt des Verzeichnisses; ohne Netz",
                 "saved answer in place of the directory; without network"));
    add_text(command, "--network", call.way, "NAME",
             say("Netz der Elemente: internet oder testa", "network of the elements"))
        ->check(CLI::IsMember({"internet", "testa"}));
}

void add_limits(CLI::App& command, Call& call, cli::Say say)
{
    cli::add_thresholds(command, call.warn_days, call.crit_days, say);
    command
        .add_option("--trust", call.trust,
                    say("Vertrauensanker; test= oder prod= davor sagt, wessen",
                        "trust anchors; test= or prod= in front says whose"))
        ->type_name("FILE|DIR")
        ->allow_extra_args(false);
}

void declare_services(CLI::App& app, Options& options, cli::Say say)
{
    auto& call = options.call;
    auto& show_command = add_command(
        app, options, "show",
        say("Zeigt eine Behörde, oder Dienste von ihr.", "Shows an organisation, or its services."),
        show);
    add_services(show_command, call, say);
    add_text(show_command, "--print", call.print, "WHAT",
             say("Gibt nur dies aus, für Pipes", "prints only this, for pipes"))
        ->check(CLI::IsMember({"recipient-cert", "content-cert", "intermediary-cert",
                               "signature-cert", "intermediary-url", "wsdl"}));
    auto& check_command = add_command(app, options, "check",
                                      say("Vergleicht Einträge mit Profil und Dateien.",
                                          "Compares entries with profile and files."),
                                      check);
    add_services(check_command, call, say);
    add_limits(check_command, call, say);
    check_command.add_flag("--no-probe", call.no_probe,
                           say("Nicht prüfen, ob der Intermediär antwortet",
                               "do not ask whether the Intermediär answers"));
}

void declare_certificates(CLI::App& app, Options& options, cli::Say say)
{
    auto& call = options.call;
    auto& uses = add_command(app, options, "uses-cert",
                             say("Findet alle Einträge, die ein Zertifikat benutzen.",
                                 "Finds every entry that uses a certificate."),
                             uses_certificate);
    add_text(uses, "FILE", call.certificate, "", say("Zertifikat", "certificate"))->required();
    add_organization(uses, call, say);
    auto& order = add_command(app, options, "order-sheet",
                              say("Schreibt den Auftrag an die DVDV-pflegende Stelle.",
                                  "Writes the order to the DVDV-pflegende Stelle."),
                              order_sheet);
    order
        .add_option("SERVICE", call.services, say("Leistung des Profils", "service of the profile"))
        ->type_name("")
        ->required()
        ->expected(1);
    add_text(order, "--cert", call.certificate, "FILE",
             say("Öffentliches Zertifikat (.cer)", "public certificate (.cer)"))
        ->required();
    add_organization(order, call, say);
    add_limits(order, call, say);
}

void declare_listings(CLI::App& app, Options& options, cli::Say say)
{
    auto& call = options.call;
    auto& tree = add_command(app, options, "categories",
                             say("Zeigt die Behördenkategorien, oder was eine anbieten darf.",
                                 "Shows the categories, or what one of them may offer."),
                             categories);
    add_text(tree, "CATEGORY", call.category, "", say("Kategorie", "category"));
    auto& list = add_command(app, options, "organizations",
                             say("Sucht Behörden.", "Finds organisations."), organizations);
    add_organization(list, call, say);
    add_text(list, "--category", call.category, "NAME", say("Kategorie", "category"));
    add_text(list, "--name", call.name, "TEXT", say("Teil des Namens", "part of the name"));
    auto* certificate = add_text(
        list, "--cert", call.certificate, "FILE",
        say("Behörden, die dieses Zertifikat benutzen", "organisations that use this certificate"));
    add_text(list, "--uri", call.uri, "URL",
             say("Behörden mit dieser Adresse", "organisations with this address"))
        ->excludes(certificate);
    add_text(list, "--element", call.element, "TYPE",
             say("Dienstelement zu --cert und --uri", "service element of --cert and --uri"))
        ->check(CLI::IsMember({"OSCI_ADDRESSEE", "OSCI_INTERMEDIARY", "CIPHER_CERTIFICATE",
                               "SIGNATURE_CERTIFICATE", "WEBSERVER"}));
    auto& who = add_command(app, options, "whoami",
                            say("Zeigt, wem das eigene Client-Zertifikat gehört.",
                                "Shows whose client certificate ours is."),
                            whoami);
    add_organization(who, call, say);
    add_command(app, options, "token", say("Prüft die Anmeldung.", "Checks the login."), token);
}

} // namespace

void declare(CLI::App& app, Options& options, cli::Say say)
{
    app.require_subcommand(1);
    cli_net::declare_network(app, options.call.network, say);
    cli::declare_password(app, options.call.password, say);
    declare_services(app, options, say);
    declare_certificates(app, options, say);
    declare_listings(app, options, say);
}

} // namespace anb::cli_dvdv
