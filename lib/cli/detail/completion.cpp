// SPDX-License-Identifier: EUPL-1.2

#include "cli/detail/completion.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::cli::detail {

namespace {

std::string function_name(const CommandInfo& root)
{
    auto name = "_" + root.name;
    std::ranges::replace(name, '-', '_');
    return name;
}

/// Between single quotes, where a shell expands nothing.
std::string quoted(std::string_view text, std::string_view escaped_quote)
{
    std::string safe;
    for (const char c : text) {
        safe += c == '\'' ? std::string(escaped_quote) : std::string(1, c);
    }
    return "'" + safe + "'";
}

std::string last_word(const CommandInfo& command)
{
    return command.name.substr(command.name.rfind(' ') + 1);
}

std::vector<std::string> words(const CommandInfo& command)
{
    std::vector<std::string> all;
    for (const auto& option : command.options) {
        if (!option.positional) {
            all.insert(all.end(), option.names.begin(), option.names.end());
        }
    }
    return all;
}

std::string bash(const CommandInfo& root)
{
    const auto function = function_name(root);
    std::vector<std::string> commands;
    std::string cases, subs;
    const auto add_cases = [&](const CommandInfo& command) {
        for (const auto& option : command.options) {
            if (!option.choices.empty() && !option.positional) {
                cases +=
                    fmt::format("    {}) COMPREPLY=($(compgen -W '{}' -- \"$cur\")); return ;;\n",
                                base::join(option.names, "|"), base::join(option.choices, " "));
            } else if (!option.value.empty() && !option.positional) {
                cases += fmt::format("    {}) COMPREPLY=($(compgen -f -- \"$cur\")); return ;;\n",
                                     base::join(option.names, "|"));
            }
        }
    };
    add_cases(root);
    for (const auto& sub : root.commands) {
        commands.push_back(last_word(sub));
        add_cases(sub);
        subs += fmt::format("      {}) words=\"$words {}\" ;;\n", last_word(sub),
                            base::join(words(sub), " "));
    }
    auto text =
        fmt::format("{}() {{\n"
                    "  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}}\n"
                    "  local words='{}' word\n"
                    "  case $prev in\n{}  esac\n",
                    function, base::join(words(root), " "), cases);
    if (!commands.empty()) {
        text += fmt::format("  for word in \"${{COMP_WORDS[@]:1}}\"; do\n"
                            "    case $word in\n{}    esac\n"
                            "  done\n",
                            subs);
    }
    text += fmt::format("  if [[ $cur == -* ]]; then\n"
                        "    COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
                        "  else\n"
                        "    COMPREPLY=($(compgen -f -W '{}' -- \"$cur\"))\n"
                        "  fi\n"
                        "}}\n"
                        "complete -o filenames -F {} {}\n",
                        base::join(commands, " "), function, root.name);
    return text;
}

void zsh_specs(const CommandInfo& command, std::string& text)
{
    for (const auto& option : command.options) {
        std::string description;
        for (const char c : option.description) {
            description +=
                (c == '[' || c == ']' || c == ':') ? std::string("\\") + c : std::string(1, c);
        }
        if (option.positional) {
            continue;
        }
        for (const auto& name : option.names) {
            auto spec = fmt::format("*{}[{}]", name, description);
            if (!option.choices.empty()) {
                spec +=
                    fmt::format(":{}:({})", option.long_name(), base::join(option.choices, " "));
            } else if (!option.value.empty()) {
                spec += fmt::format(":{}:_files", option.value);
            }
            text += "    " + quoted(spec, "'\\''") + " \\\n";
        }
    }
}

std::string zsh(const CommandInfo& root)
{
    auto text =
        fmt::format("#compdef {}\n\n{}() {{\n  _arguments -s \\\n", root.name, function_name(root));
    zsh_specs(root, text);
    std::vector<std::string> commands;
    for (const auto& sub : root.commands) {
        commands.push_back(last_word(sub));
        zsh_specs(sub, text);
    }
    if (!commands.empty()) {
        text += fmt::format("    '1:command:({})' \\\n", base::join(commands, " "));
    }
    return text + fmt::format("    '*:file:_files'\n}}\n\n{} \"$@\"\n", function_name(root));
}

void fish_lines(const std::string& tool, const CommandInfo& command, const std::string& condition,
                std::string& text)
{
    for (const auto& option : command.options) {
        if (option.positional) {
            continue;
        }
        auto line = "complete -c " + tool + condition;
        for (const auto& name : option.names) {
            line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
        }
        if (!option.choices.empty()) {
            line += " -x -a " + quoted(base::join(option.choices, " "), "\\'");
        } else if (!option.value.empty()) {
            line += " -r";
        }
        text += line + " -d " + quoted(option.description, "\\'") + "\n";
    }
}

std::string fish(const CommandInfo& root)
{
    std::string text;
    fish_lines(root.name, root, "", text);
    for (const auto& sub : root.commands) {
        text += fmt::format("complete -c {} -n __fish_use_subcommand -a {} -d {}\n", root.name,
                            last_word(sub), quoted(sub.description, "\\'"));
        fish_lines(root.name, sub,
                   fmt::format(" -n '__fish_seen_subcommand_from {}'", last_word(sub)), text);
    }
    return text;
}

std::string powershell(const CommandInfo& root)
{
    std::string items;
    const auto add = [&](const std::string& word, const std::string& description) {
        items +=
            fmt::format("    [CompletionResult]::new({0}, {0}, 'ParameterValue', {1})\n",
                        quoted(word, "''"), quoted(description.empty() ? word : description, "''"));
    };
    const auto add_options = [&](const CommandInfo& command) {
        for (const auto& option : command.options) {
            for (const auto& name : option.names) {
                if (!option.positional) {
                    add(name, option.description);
                }
            }
        }
    };
    add_options(root);
    for (const auto& sub : root.commands) {
        add(last_word(sub), sub.description);
        add_options(sub);
    }
    return fmt::format("using namespace System.Management.Automation\n"
                       "Register-ArgumentCompleter -Native -CommandName {} -ScriptBlock {{\n"
                       "  param($wordToComplete)\n"
                       "  @(\n{}  ) | Where-Object CompletionText -like \"$wordToComplete*\" |\n"
                       "    Sort-Object CompletionText -Unique\n"
                       "}}\n",
                       quoted(root.name, "''"), items);
}

} // namespace

std::string completion(const CommandInfo& root, std::string_view shell)
{
    if (shell == "bash") {
        return bash(root);
    }
    if (shell == "zsh") {
        return zsh(root);
    }
    return shell == "fish" ? fish(root) : powershell(root);
}

} // namespace anb::cli::detail
