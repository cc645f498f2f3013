// SPDX-License-Identifier: EUPL-1.2

#include "cli/detail/command_line.hpp"

#include "base/text.hpp"
#include "cli/detail/usage_error.hpp"

#include <algorithm>
#include <cstdlib>

namespace anb::cli::detail {

namespace {

std::string from_environment(const char* name)
{
    const auto* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

bool set_in_environment(const char* name)
{
    const auto value = from_environment(name);
    return !value.empty() && value != "0" && value != "false";
}

/// Each option takes one value; the next word is never swallowed.
void take_single_values(CLI::App& app)
{
    for (auto* option : app.get_options([](CLI::Option* one) { return !one->get_positional(); })) {
        option->allow_extra_args(false);
    }
    for (auto* sub : app.get_subcommands([](CLI::App*) { return true; })) {
        take_single_values(*sub);
    }
}

void collect_values(const CLI::App& app, std::vector<std::string>& values)
{
    for (const auto* option : app.get_options()) {
        if (option->count() > 0 && !option->check_lname("output")) {
            values.insert(values.end(), option->results().begin(), option->results().end());
        }
    }
    for (const auto* sub : app.get_subcommands([](const CLI::App*) { return true; })) {
        collect_values(*sub, values);
    }
}

} // namespace

CommandLine::CommandLine(const ToolInfo& info, Language language,
                         const std::function<void(CLI::App&, Say)>& declare)
    : m_info(info), m_app(std::string(info.summary.in(language)), std::string(info.name))
{
    m_wishes.common.language = language;
    m_app.set_help_flag();
    m_app.fallthrough();
    m_app.allow_extras();
    declare_common(Say(language));
    declare(m_app, Say(language));
    take_single_values(m_app);
}

void CommandLine::declare_common(Say say)
{
    auto& app = m_app;
    auto& common = m_wishes.common;

    const auto about =
        say("Hilfe, Version, Seite zu einem Meldungscode", "help, version, page on a message code");
    app.add_flag("-h,--help", m_wishes.help, say("Zeigt diese Hilfe.", "Shows this help."))
        ->group(shared_group(about));
    app.add_flag("-V,--version", m_wishes.version,
                 say("Zeigt Version und Bauart.", "Shows version and build."))
        ->group(shared_group(about));
    app.add_option("--explain", m_wishes.explain,
                   say("Erklärt einen Meldungscode, ohne Netz.",
                       "Explains a message code, without network."))
        ->type_name("CODE")
        ->group(shared_group(about));

    const auto place =
        say("Umgebung, Profil der Kommune", "environment, profile of the municipality");
    app.add_option(
           "--env", common.env,
           say("Umgebung; für Änderungen ist sie zu nennen.", "Environment; changes demand it."))
        ->check(CLI::IsMember({"test", "stage", "prod"}))
        ->group(shared_group(place));
    app.add_option("--profile", common.profile,
                   say("Profil: Name oder Datei (sonst ANB_PROFILE).",
                       "Profile: name or file (otherwise ANB_PROFILE)."))
        ->type_name("NAME")
        ->group(shared_group(place));

    const auto output = say("Form und Ziel der Ausgabe", "form and target of the output");
    auto* json = app.add_flag(
        "--json", m_json, say("Gibt genau ein JSON-Dokument aus.", "Prints one JSON document."));
    auto* jsonl = app.add_flag("--jsonl", m_jsonl,
                               say("Gibt je Befund oder Ereignis eine JSON-Zeile aus.",
                                   "Prints one JSON line for each finding or event."));
    auto* format = app.add_option("--format", common.format,
                                  say("Ausgabeform: ", "Output form: ") + "text json jsonl " +
                                      std::string(m_info.formats));
    json->group(shared_group(output))->excludes(jsonl)->excludes(format);
    jsonl->group(shared_group(output))->excludes(format);
    format->type_name("FMT")->group(shared_group(output));
    if (m_info.formats.find("ics") != std::string_view::npos) {
        app.add_flag("--ics", m_ics,
                     say("Gibt einen Kalender der Ablauftage aus, wie --format ics.",
                         "Prints a calendar of expiry dates, as --format ics."))
            ->group(shared_group(output))
            ->excludes(json)
            ->excludes(jsonl)
            ->excludes(format);
    }
    app.add_option(
           "-o,--output", common.output,
           m_info.output_is_folder
               ? say("Legt das Geholte im Ordner DIR ab.", "Stores what is fetched below DIR.")
               : say("Schreibt das Ergebnis in einem Schritt nach FILE; - ist die Standardausgabe.",
                     "Writes the result to FILE in one step; - is standard output."))
        ->type_name(m_info.output_is_folder ? "DIR" : "FILE")
        ->group(shared_group(output));
    app.add_option("--fail-on", common.fail_on,
                   say("Ab welcher Schwere der Exit-Status nicht mehr 0 ist.",
                       "Severity from which the exit status is no longer 0."))
        ->check(CLI::IsMember({"warning", "error", "never"}))
        ->group(shared_group(output));

    const auto course = say("Ablauf: Probelauf, Bestätigung, Stichtag, Netz",
                            "course: dry run, confirmation, day of judgement, network");
    app.add_flag("-n,--dry-run", common.dry_run,
                 say("Tut alles außer der Änderung und zeigt sie.",
                     "Does everything except the change, and shows it."))
        ->group(shared_group(course));
    app.add_option("--confirm", common.confirm,
                   say("Bestätigt eine Änderung in der Produktion: die ersten 8 Zeichen des Ziels.",
                       "Confirms a change in production: the first 8 characters of the target."))
        ->type_name("TEXT")
        ->group(shared_group(course));
    app.add_flag("--no-input", common.no_input,
                 say("Fragt nie; fehlende Eingaben sind ein Fehler.",
                     "Never asks; missing input is an error."))
        ->group(shared_group(course));
    app.add_option("--at", m_at,
                   say("Urteilt, als wäre es dieser Tag (JJJJ-MM-TT oder RFC 3339).",
                       "Judges as of that day (YYYY-MM-DD or RFC 3339)."))
        ->type_name("DATE")
        ->group(shared_group(course));
    app.add_flag("--offline", common.offline,
                 say("Benutzt kein Netz; was so nicht feststellbar ist, wird genannt.",
                     "Uses no network; what cannot be known that way is named."))
        ->group(shared_group(course));

    const auto display = say("Anzeige, Sprache, Protokolldatei", "display, language, log file");
    app.add_flag("-q,--quiet", m_quiet, say("Sagt weniger auf stderr.", "Says less on stderr."))
        ->group(shared_group(display));
    app.add_flag("-v,--verbose", m_verbose,
                 say("Sagt mehr auf stderr; -vv zeigt Anfragen ohne Geheimnisse.",
                     "Says more on stderr; -vv shows requests without secrets."))
        ->group(shared_group(display));
    app.add_option("--lang", m_language, say("Sprache der Ausgabe.", "Language of the output."))
        ->check(CLI::IsMember({"de", "en"}))
        ->group(shared_group(display));
    app.add_option("--color", m_color, say("Farbe in der Ausgabe.", "Colour in the output."))
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->group(shared_group(display));
    app.add_flag("--plain", common.plain,
                 say("Tabellen als Zeilen „Name: Wert“, Fortschritt als Zeilen.",
                     "Tables as lines \"Name: value\", progress as lines."))
        ->group(shared_group(display));
    app.add_option("--log-file", common.log_file,
                   say("Schreibt ein Protokoll als JSON-Zeilen.", "Writes a log of JSON lines."))
        ->type_name("FILE")
        ->group(shared_group(display));

    app.add_option("--completion", m_wishes.completion)
        ->check(CLI::IsMember({"bash", "zsh", "fish", "powershell"}))
        ->group("");
    app.add_flag("--describe-options", m_wishes.describe_options)->group("");
}

void CommandLine::parse(int argc, char** argv)
{
    try {
        m_app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (!m_wishes.help && !m_wishes.version && m_wishes.explain.empty() &&
            m_wishes.completion.empty() && !m_wishes.describe_options) {
            refuse_extras(m_app);
            throw to_usage_error(error, m_app);
        }
    }
    refuse_extras(m_app);
    finish();
}

void CommandLine::finish()
{
    auto& common = m_wishes.common;
    common.verbosity = m_quiet ? -1 : std::min(m_verbose, 2);
    common.env_from_command_line = !common.env.empty();
    if (common.env.empty()) {
        common.env = from_environment("ANB_ENV");
    }
    if (common.profile.empty()) {
        common.profile = from_environment("ANB_PROFILE");
    }
    if (m_json) {
        common.format = "json";
    } else if (m_jsonl) {
        common.format = "jsonl";
    } else if (m_ics) {
        common.format = "ics";
    }
    std::vector<std::string> formats{"text", "json", "jsonl"};
    for (const auto format : base::split(m_info.formats, ' ')) {
        formats.emplace_back(format);
    }
    if (std::ranges::find(formats, common.format) == formats.end() || common.format.empty()) {
        throw wrong_value("--format", common.format, base::trim(base::join(formats, ", ")));
    }
    if (!common.env.empty() && common.env != "test" && common.env != "stage" &&
        common.env != "prod") {
        throw wrong_value("ANB_ENV", common.env, "test, stage, prod");
    }
    if (!m_at.empty()) {
        common.at = base::parse_time(m_at);
        if (!common.at) {
            throw wrong_value("--at", m_at, "2026-11-23, 2026-11-23T08:14:05Z");
        }
    }
    common.no_input = common.no_input || set_in_environment("ANB_NO_INPUT");
    common.offline = common.offline || set_in_environment("ANB_OFFLINE");
    common.plain = common.plain || set_in_environment("ANB_PLAIN");
    m_wishes.color = m_color == "always"  ? Color::always
                     : m_color == "never" ? Color::never
                                          : Color::automatic;
}

const CLI::App& CommandLine::command() const
{
    const auto* command = &m_app;
    while (!command->get_subcommands().empty()) {
        command = command->get_subcommands().front();
    }
    return *command;
}

std::vector<std::string> CommandLine::values() const
{
    std::vector<std::string> values;
    collect_values(m_app, values);
    return values;
}

} // namespace anb::cli::detail
