// SPDX-License-Identifier: EUPL-1.2

#include "cli_destination/options.hpp"

#include "cli/options.hpp"

namespace anb::cli_destination {

namespace {

using cli::add_command;
using cli::add_text;

/// ID or --service.
CLI::Option* add_target(CLI::App& command, Call& call, cli::Say say)
{
    add_text(command, "--service", call.service, "NAME",
             say("Leistung des Profils", "service of the profile"));
    return add_text(
        command, "ID", call.id, "",
        say("Zustellpunkt, auch die ersten 8 Zeichen", "destination, or its first 8 characters"));
}

void add_undo(CLI::App& command, Call& call, cli::Say say)
{
    add_text(command, "--undo-file", call.undo_file, "FILE",
             say("Bisherigen Stand dort sichern", "save the previous state there"));
}

CLI::Option* add_other_profiles(CLI::App& command, Call& call, cli::Say say)
{
    return cli::add_profiles(command, call.profiles,
                             say("Alle Zustellpunkte dieser Profile; Dateien oder Ordner",
                                 "every destination of these profiles; files or folders"));
}

/// The Zustellpunkte of a profile, or of many.
void add_many(CLI::App& command, const char* name, Call& call, CLI::Option* id, cli::Say say)
{
    auto* all =
        command
            .add_flag(name, call.all,
                      say("Alle Zustellpunkte des Profils", "every destination of the profile"))
            ->excludes(id);
    add_other_profiles(command, call, say)->excludes(id)->excludes(all);
}

void declare_looking(CLI::App& app, Options& options, cli::Say say)
{
    auto& call = options.call;
    auto& show_command = add_command(
        app, options, "show", say("Zeigt einen Zustellpunkt.", "Shows a destination."), show);
    add_many(show_command, "--all", call, add_target(show_command, call, say), say);
    auto& check_command = add_command(
        app, options, "check", say("Prüft einen Zustellpunkt.", "Checks a destination."), check);
    add_many(check_command, "--all", call, add_target(check_command, call, say), say);
    add_text(check_command, "--addressing", call.addressing, "FILE",
             say("Adressierungsinformationen aus dem Portal statt aus dem Routing",
                 "addressing information from the portal instead of the routing"))
        ->excludes(check_command.get_option("--all"))
        ->excludes(check_command.get_option("--profiles"));
    cli::add_thresholds(check_command, call.warn_days, call.crit_days, say);
    auto& diff_command =
        add_command(app, options, "diff",
                    say("Vergleicht zwei Zustellpunkte.", "Compares two destinations."), diff);
    diff_command.add_option("ID", call.ids, say("zwei Zustellpunkte", "two destinations"))
        ->type_name("")
        ->expected(0, 2);
    diff_command
        .add_option("--env", call.sides,
                    say("Umgebung; einmal für jeden der beiden", "environment; once for each"))
        ->check(CLI::IsMember({"test", "stage", "prod"}))
        ->type_name("");
    add_text(diff_command, "--service", call.service, "NAME",
             say("Leistung des Profils statt zweier Kennungen",
                 "service of the profile instead of two ids"));
}

void declare_creating(CLI::App& app, Options& options, cli::Say say)
{
    auto& call = options.call;
    auto& sheet = add_command(app, options, "worksheet",
                              say("Schreibt, was in das Self-Service-Portal einzutragen ist.",
                                  "Writes what has to be typed into the self-service portal."),
                              worksheet);
    add_text(sheet, "SERVICE", call.service, "",
             say("Leistung des Profils", "service of the profile"))
        ->required();
    auto& create_command = add_command(
        app, options, "create",
        say("Legt einen Zustellpunkt an. In der Produktion ist die Bestätigung: die ersten 8 "
            "Ziffern des Leistungsschlüssels.",
            "Creates a destination. In production the confirmation is: the first 8 digits of the "
            "service key."),
        create);
    auto* service = add_text(create_command, "SERVICE", call.service, "",
                             say("Leistung des Profils", "service of the profile"));
    add_text(create_command, "--file", call.file, "FILE",
             say("Beschreibung als JSON statt SERVICE", "description as JSON, not SERVICE"))
        ->excludes(service);
    for (auto* command : {&sheet, &create_command}) {
        add_text(*command, "--keys", call.keys, "DIR",
                 say("Ordner mit den öffentlichen Schlüsseln", "folder with the public keys"));
    }
    create_command
        .add_option("--metadata-version", call.metadata_versions,
                    say("Metadatenversion, mehrfach möglich", "metadata version, may be repeated"))
        ->type_name("VERSION");
}

void declare_schema(CLI::App& app, Options& options, cli::Say say)
{
    auto& call = options.call;
    auto& command = add_command(app, options, "set-schema",
                                say("Trägt eine andere Fassung des Fachdatenschemas ein.",
                                    "Enters another version of the data schema."),
                                set_schema);
    add_text(command, "--service", call.service, "NAME",
             say("Leistung des Profils", "service of the profile"));
    add_text(command, "ID", call.id, "",
             say("Zustellpunkt; entfällt mit --service und --all-services",
                 "destination; left out with --service and --all-services"));
    add_text(
        command, "NEW", call.version, "",
        say("neue Fassung, etwa xsozialbasis_2.3.1", "new version, such as xsozialbasis_2.3.1"));
    auto* all =
        command.add_flag("--all-services", call.all,
                         say("Alle Zustellpunkte des Profils; die Bestätigung nennt --dry-run",
                             "every destination of the profile; --dry-run names the confirmation"));
    add_other_profiles(command, call, say)->excludes(all);
    add_text(command, "--from", call.from, "OLD",
             say("Nur diese Fassung ersetzen", "replace this version only"));
    add_text(command, "--to", call.to, "NEW", say("Neue Fassung", "new version"));
    command.add_flag("--accept-unknown-version", call.accept_unknown_version,
                     say("Auch eine Fassung, die nicht bekannt ist oder noch nicht gilt",
                         "also a version that is not known or not in force yet"));
    add_text(command, "--undo-file", call.undo_file, "FILE|DIR",
             say("Bisherigen Stand dort sichern; bei mehreren ein Ordner",
                 "save the previous state there; with several a folder"));
}

void declare_changes(CLI::App& app, Options& options, cli::Say say)
{
    auto& call = options.call;
    declare_schema(app, options, say);
    auto& rotate = add_command(app, options, "rotate-key",
                               say("Fügt einen Schlüssel hinzu und macht ihn zum aktiven.",
                                   "Adds a key and makes it the active one."),
                               rotate_key);
    add_target(rotate, call, say);
    add_text(rotate, "--new", call.file, "FILE",
             say("Neuer öffentlicher Schlüssel (JWK)", "new public key (JWK)"))
        ->required();
    rotate.add_flag("--receiver-ready", call.receiver_ready,
                    say("Das Fachverfahren hat den neuen privaten Schlüssel",
                        "the specialist application has the new private key"));
    add_undo(rotate, call, say);
    auto& activate_command =
        add_command(app, options, "activate",
                    say("Aktiviert einen Zustellpunkt.", "Activates a destination."), activate);
    auto& deactivate_command = add_command(
        app, options, "deactivate",
        say("Legt einen Zustellpunkt still.", "Deactivates a destination."), deactivate);
    for (auto* command : {&activate_command, &deactivate_command}) {
        add_target(*command, call, say);
        add_undo(*command, call, say);
    }
    auto& apply_command =
        add_command(app, options, "apply",
                    say("Stellt einen gesicherten Stand (--undo-file) wieder her.",
                        "Puts a saved state (--undo-file) back."),
                    apply);
    add_text(apply_command, "FILE", call.file, "", say("Gesicherter Stand", "saved state"))
        ->required();
    add_undo(apply_command, call, say);
}

void declare_routing(CLI::App& app, Options& options, cli::Say say)
{
    auto& call = options.call;
    auto& command = add_command(app, options, "route",
                                say("Fragt, wer zuständig ist, und prüft die Signatur.",
                                    "Asks who is responsible, and verifies the signature."),
                                route);
    add_text(command, "--service", call.service, "NAME",
             say("Leistung des Profils", "service of the profile"));
    add_text(command, "--ars", call.ars, "ARS", say("Amtlicher Regionalschlüssel", "regional key"));
    add_text(command, "--ags", call.ags, "AGS",
             say("Amtlicher Gemeindeschlüssel", "municipality key"));
    add_text(command, "--area", call.area, "NAME", say("Gebiet nach Namen", "area by its name"));
    add_text(command, "--leika", call.leika, "KEY", say("Leistungsschlüssel", "service key"));
    add_text(command, "--addressing", call.addressing, "FILE",
             say("Ausgegebene Adressierungsinformationen, um das Fehlen zu erklären",
                 "exported addressing information, to explain what is missing"));
    command.add_flag("--support-mail", call.support_mail,
                     say("Ohne Treffer: fertiger Text an den FIT-Connect-Support",
                         "without a hit: a ready text to the FIT-Connect support"));
    auto& information = add_command(app, options, "addressing",
                                    say("Zeigt und prüft Adressierungsinformationen.",
                                        "Shows and verifies addressing information."),
                                    addressing);
    add_target(information, call, say);
    add_text(information, "--verify", call.verify, "STRING",
             say("Diese prüfen statt der im Routing; - liest stdin",
                 "verify this instead of that in the routing; - reads stdin"));
    information.add_flag("--raw", call.raw,
                         say("Nur den Text, eine Zeile", "the text alone, one line"));
}

} // namespace

void declare(CLI::App& app, Options& options, cli::Say say)
{
    app.require_subcommand(1);
    cli_net::declare_network(app, options.call.network, say);
    cli_net::declare_api(app, options.call.network, say);
    declare_looking(app, options, say);
    declare_creating(app, options, say);
    declare_changes(app, options, say);
    declare_routing(app, options, say);
}

} // namespace anb::cli_destination
