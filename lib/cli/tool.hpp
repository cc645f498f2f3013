// The life of every tool: parse, call, render, return.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/exit.hpp"
#include "cli/io.hpp"

#include <CLI/CLI.hpp>

#include <functional>
#include <span>
#include <string_view>

namespace anb::cli {

/// A complete command line, run by the tests, and a word on when to use it, which may be missing.
struct Example {
    std::string_view command;
    messages::Text about = {};
};

/// What help, version and JSON documents say about a tool.
struct ToolInfo {
    std::string_view name;
    messages::Text summary;
    std::span<const Example> examples; ///< the first three are the short help
    /// Formats beside text, json and jsonl: "tsv nagios junit".
    std::string_view formats = "";
    /// False for tools that never ask for an environment.
    bool uses_environment = true;
    /// True for tools whose -o names a folder that they fill themselves; the document stays on
    /// standard output.
    bool output_is_folder = false;
    /// First word of the line for Nagios, when `formats` names it: "CERT".
    std::string_view monitoring_name = "";
};

/// Picks the description of an option: `say("Zielverzeichnis", "target folder")`.
class Say {
public:
    explicit Say(Language language) : m_language(language) {}
    std::string operator()(std::string_view de, std::string_view en) const
    {
        return std::string(m_language == Language::german ? de : en);
    }
    Language language() const { return m_language; }

private:
    Language m_language;
};

/// Name of an option group that several tools share: --help shows its options in one entry with
/// this title, while the options of every other group have a line each.
std::string shared_group(std::string_view title);

/// Thrown by an option's callback while the command line is parsed: this is done in place of the
/// tool's run(), whatever else the call lacks. Example: --show-config.
struct Instead {
    std::function<Exit(Io&)> run;
};

/// Number of this release, such as "0.1.0".
std::string_view version();

namespace detail {
int run_tool(const ToolInfo& info, int argc, char** argv,
             const std::function<void(CLI::App&, Say)>& declare,
             const std::function<Exit(Io&)>& run);
}

/// Runs a tool: hardens the process, finds the language, declares the common and the tool's own
/// options, parses, calls run() and turns what it throws into a message and an exit code.
/// `declare` opens nothing and contacts nobody; `run` is the first to touch the world.
template <typename Options>
int tool_main(const ToolInfo& info, int argc, char** argv,
              void (*declare)(CLI::App&, Options&, Say), Exit (*run)(const Options&, Io&))
{
    Options options;
    return detail::run_tool(
        info, argc, argv, [&](CLI::App& app, Say say) { declare(app, options, say); },
        [&](Io& io) { return run(options, io); });
}

} // namespace anb::cli
