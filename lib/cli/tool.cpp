// SPDX-License-Identifier: EUPL-1.2

#include "cli/tool.hpp"

#include "base/process.hpp"
#include "cli/detail/command_line.hpp"
#include "cli/detail/completion.hpp"
#include "cli/detail/console.hpp"
#include "cli/detail/help.hpp"
#include "cli/detail/language.hpp"
#include "cli/detail/signals.hpp"
#include "cli/detail/summary.hpp"

#include <fmt/format.h>

#include <unistd.h>

namespace anb::cli::detail {

namespace {

using Run = std::function<Exit(Io&)>;

const CommandInfo& chosen(const CommandInfo& root, const CLI::App& app)
{
    const auto* command = &root;
    for (const auto* sub = &app; !sub->get_subcommands().empty();) {
        sub = sub->get_subcommands().front();
        for (const auto& candidate : command->commands) {
            if (candidate.name == command->name + " " + sub->get_name()) {
                command = &candidate;
                break;
            }
        }
    }
    return *command;
}

/// The text of --help, --version and their like; nothing when real work was asked for.
std::optional<std::string> text_about_itself(const ToolInfo& info, const CommandLine& line)
{
    const auto& wishes = line.wishes();
    const auto language = wishes.common.language;
    if (wishes.help) {
        const auto root = describe(line.app());
        return help(info, root, chosen(root, line.app()), language);
    }
    if (wishes.version) {
        return version_text(info, language);
    }
    if (!wishes.explain.empty()) {
        return explain(wishes.explain, language);
    }
    if (!wishes.completion.empty()) {
        return completion(describe(line.app()), wishes.completion);
    }
    if (wishes.describe_options) {
        return options_section(describe(line.app()), language);
    }
    return std::nullopt;
}

void refuse_same_file(const CommandLine& line)
{
    const auto& output = line.wishes().common.output;
    for (const auto& value : line.values()) {
        std::error_code ignored;
        if (output != "-" && std::filesystem::is_regular_file(output, ignored) &&
            std::filesystem::equivalent(value, output, ignored)) {
            throw base::Error(base::ErrorKind::usage, "ANB-G114", {{"file", output}});
        }
    }
}

void announce_reading(const CommandLine& line, Console& io)
{
    for (const auto& value : line.values()) {
        if (value == "-" && ::isatty(STDIN_FILENO) == 1) {
            io.status(io.say("Liest von der Standardeingabe; Ende mit Strg-D.",
                             "Reading standard input; end with Ctrl-D."));
            return;
        }
    }
}

/// What run() throws becomes an Error; foreign exceptions are bugs of ours.
template <typename Call>
std::optional<base::Error> caught(const Call& call)
{
    try {
        call();
    } catch (const base::Error& error) {
        return error;
    } catch (const std::bad_alloc&) {
        return base::Error(base::ErrorKind::internal, "ANB-G901");
    } catch (const std::exception& error) {
        return base::Error(base::ErrorKind::internal, "ANB-G900", {{"what", error.what()}});
    }
    return std::nullopt;
}

Exit work(const CommandLine& line, const ToolInfo& info, const Run& run)
{
    Console io(info, line.wishes());
    auto exit = Exit::ok;
    auto error = caught([&] {
        announce_reading(line, io);
        exit = run(io);
    });
    const auto stopped = stopped_by();
    if (stopped) {
        io.finish(*stopped);
        return *stopped;
    }
    if (!error) {
        error = caught([&] { io.finish(exit); });
    }
    if (error) {
        exit = to_exit(error->kind());
        io.fail(*error, exit);
    }
    return exit;
}

Exit live(const ToolInfo& info, CommandLine& line, int argc, char** argv, Run run)
{
    try {
        line.parse(argc, argv);
    } catch (const Instead& instead) {
        run = instead.run;
    }
    if (const auto text = text_about_itself(info, line)) {
        Output output("-");
        output.write(*text);
        output.flush();
        return Exit::ok;
    }
    refuse_same_file(line);
    return work(line, info, run);
}

/// Monitoring wants its own codes even where the command line was wrong.
bool is_for_monitoring(std::span<char* const> arguments)
{
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        const std::string_view value = argument.starts_with("--format=") ? argument.substr(9)
                                       : argument == "--format" && i + 1 < arguments.size()
                                           ? arguments[i + 1]
                                           : "";
        if (value == "nagios" || value == "checkmk") {
            return true;
        }
    }
    return false;
}

} // namespace

int run_tool(const ToolInfo& info, int argc, char** argv,
             const std::function<void(CLI::App&, Say)>& declare, const Run& run)
{
    base::harden_process();
    const std::span arguments(argv, static_cast<std::size_t>(argc));
    const auto language = find_language({arguments.begin(), arguments.end()});
    handle_signals(info.name, language);

    auto exit = Exit::usage;
    const auto error = caught([&] {
        CommandLine line(info, language, declare);
        if (argc <= 1) {
            write_stderr(short_help(info, describe(line.app()), language));
            return;
        }
        exit = live(info, line, argc, argv, run);
    });
    const bool monitored = is_for_monitoring(arguments);
    if (error) {
        exit = to_exit(error->kind());
        if (monitored) {
            Output output("-");
            output.write(fmt::format("{} {} - {}\n", info.monitoring_name,
                                     state_name(to_state(exit)),
                                     plain_sentence(to_finding(*error), language)));
            output.flush();
        }
        const bool verbose = exit == Exit::internal;
        write_stderr(render(to_finding(*error), {info.name, language, use_color(Color::automatic)},
                            verbose ? error->detail() : std::string()));
    }
    return monitored && exit < Exit::interrupted ? to_state(exit) : static_cast<int>(exit);
}

} // namespace anb::cli::detail
