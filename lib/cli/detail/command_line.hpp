// The options that every tool has, and what is said about a wrong call.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/tool.hpp"

#include <string>
#include <vector>

namespace anb::cli::detail {

enum class Color { automatic, always, never };

/// What the common options ask for, beyond what a tool gets to see in Common.
struct Wishes {
    Common common;
    Color color = Color::automatic;
    bool help = false;
    bool version = false;
    bool describe_options = false; ///< hidden: the OPTIONS section of the manual page
    std::string explain;
    std::string completion; ///< hidden: name of a shell
};

/// One tool's command line, parsed in two steps because the language decides the descriptions.
class CommandLine {
public:
    CommandLine(const ToolInfo& info, messages::Language language,
                const std::function<void(CLI::App&, Say)>& declare);

    /// @throws base::Error{usage} ANB-G102 to ANB-G115; Instead when an option such as
    ///         --show-config takes the place of the tool's work
    void parse(int argc, char** argv);

    const Wishes& wishes() const { return m_wishes; }
    const CLI::App& app() const { return m_app; }
    /// The innermost sub-command given, or the tool itself.
    const CLI::App& command() const;
    /// Every value given for options and arguments, but not that of --output.
    std::vector<std::string> values() const;

private:
    void declare_common(Say say);
    void finish();

    const ToolInfo& m_info;
    CLI::App m_app;
    Wishes m_wishes;
    int m_verbose = 0;
    bool m_quiet = false, m_json = false, m_jsonl = false, m_ics = false;
    std::string m_color = "auto", m_at, m_language;
};

} // namespace anb::cli::detail
