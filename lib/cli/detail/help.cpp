// SPDX-License-Identifier: EUPL-1.2

#include "cli/detail/help.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace anb::cli::detail {

using messages::Text;

namespace {

constexpr std::size_t k_width = 90;
constexpr std::size_t k_widest_name = 30;

/// Breaks at blanks; every line after the first starts with `indent` blanks.
std::string wrapped(std::string_view text, std::size_t used, std::size_t indent)
{
    std::string result;
    auto column = used;
    for (const auto word : base::split(text, ' ')) {
        const auto width = base::display_width(word);
        if (column > indent && column + 1 + width > k_width) {
            result += "\n" + std::string(indent, ' ');
            column = indent;
        } else if (column > indent) {
            result += " ";
            ++column;
        }
        result += word;
        column += width;
    }
    return result;
}

std::string entry(const std::string& name, const std::string& text, std::size_t column)
{
    const auto used = base::display_width(name) + 2;
    auto line = "  " + name;
    if (used + 2 > column) {
        line += "\n" + std::string(column, ' ');
    } else {
        line += std::string(column - used, ' ');
    }
    return line + wrapped(text, column, column) + "\n";
}

std::size_t column_for(const std::vector<std::string>& names)
{
    std::size_t widest = 0;
    for (const auto& name : names) {
        const auto width = base::display_width(name);
        if (width <= k_widest_name) {
            widest = std::max(widest, width);
        }
    }
    return widest + 4;
}

std::string heading(const Text& text, Language language)
{
    return std::string(text.in(language)) + "\n";
}

using Entries = std::vector<std::pair<std::string, std::string>>;

std::string list(const Entries& entries)
{
    std::vector<std::string> names;
    for (const auto& [name, text] : entries) {
        names.push_back(name);
    }
    const auto column = column_for(names);
    std::string lines;
    for (const auto& [name, text] : entries) {
        lines += entry(name, text, column);
    }
    return lines;
}

std::string section(const Text& title, Language language, const Entries& entries)
{
    return entries.empty() ? "" : heading(title, language) + list(entries) + "\n";
}

/// What belongs to `title`, which is added at the end when it is new.
template <typename Content>
Content& group_of(std::vector<std::pair<std::string, Content>>& groups, const std::string& title)
{
    for (auto& [name, content] : groups) {
        if (name == title) {
            return content;
        }
    }
    return groups.emplace_back(title, Content()).second;
}

/// Shared options have one entry for each group.
std::string shared_section(const std::vector<OptionInfo>& options, Language language)
{
    std::vector<std::pair<std::string, std::vector<std::string>>> groups;
    for (const auto& option : options) {
        if (option.shared) {
            group_of(groups, option.group).push_back(base::join(option.names, ", "));
        }
    }
    std::string text;
    for (const auto& [title, names] : groups) {
        text += "  " + title + "\n    " + wrapped(base::join(names, ", "), 4, 4) + "\n";
    }
    return text.empty()
               ? ""
               : heading({"GEMEINSAME OPTIONEN", "COMMON OPTIONS"}, language) + text + "\n";
}

std::string usage_line(const CommandInfo& command, Language language)
{
    return command.name + " " +
           command.usage(Text{"OPTIONEN", "OPTIONS"}.in(language),
                         Text{"BEFEHL", "COMMAND"}.in(language));
}

/// The examples that call `command`; all of them when none does.
std::string examples_for(std::span<const Example> examples, const CommandInfo& command,
                         Language language)
{
    std::string all, chosen;
    for (const auto& example : examples) {
        const auto about = example.about.in(language);
        const auto block = (about.empty() ? "" : fmt::format("  # {}\n", about)) +
                           fmt::format("  {}\n", example.command);
        all += block;
        if (example.command.find(command.name) != std::string_view::npos) {
            chosen += block;
        }
    }
    return chosen.empty() ? all : chosen;
}

std::string exit_section(Language language)
{
    std::vector<std::string> cells;
    for (const auto& row : exit_table()) {
        cells.push_back(fmt::format("{} {}", static_cast<int>(row.exit), row.meaning.in(language)));
    }
    return heading({"EXIT-STATUS", "EXIT STATUS"}, language) + "  " +
           wrapped(base::join(cells, "; "), 2, 2) + "\n";
}

std::string escaped(std::string_view text)
{
    std::string safe;
    for (const char c : text) {
        if (c == '*' || c == '_' || c == '\\' || c == '#') {
            safe += '\\';
        }
        safe += c;
    }
    return safe;
}

std::string scdoc_entry(const OptionInfo& option)
{
    std::vector<std::string> names;
    for (const auto& name : option.names) {
        names.push_back(option.positional ? "_" + escaped(name) + "_" : "*" + escaped(name) + "*");
    }
    auto line = base::join(names, ", ");
    if (!option.positional && !option.value.empty()) {
        line += " _" + escaped(option.value) + "_";
    }
    return line + "\n\t" + escaped(option.description) + "\n\n";
}

void scdoc_command(const CommandInfo& command, Language language, std::string& text)
{
    for (const auto& sub : command.commands) {
        text += "## " + escaped(sub.name) + "\n\n" + escaped(sub.description) + "\n\n";
        for (const auto& option : sub.options) {
            text += scdoc_entry(option);
        }
        scdoc_command(sub, language, text);
    }
}

} // namespace

std::string help(const ToolInfo& info, const CommandInfo& root, const CommandInfo& command,
                 Language language)
{
    auto text = fmt::format("{} – {}\n\n", command.name, command.description);
    text += heading({"BEISPIELE", "EXAMPLES"}, language) +
            examples_for(info.examples, command, language) + "\n";
    text += heading({"AUFRUF", "USAGE"}, language) + "  " + usage_line(command, language) + "\n\n";

    const bool is_root = &command == &root;
    auto all = command.options;
    if (!is_root) {
        std::ranges::copy_if(root.options, std::back_inserter(all),
                             [](const OptionInfo& option) { return !option.positional; });
    }
    Entries commands, arguments;
    for (const auto& sub : command.commands) {
        commands.emplace_back(sub.name.substr(command.name.size() + 1), sub.description);
    }
    std::vector<std::pair<std::string, Entries>> groups{{"", {}}};
    for (const auto& option : all) {
        if (option.positional) {
            arguments.emplace_back(option.shown(), option.description);
        } else if (!option.shared) {
            group_of(groups, option.group).emplace_back(option.shown(), option.description);
        }
    }
    text += section({"BEFEHLE", "COMMANDS"}, language, commands);
    text += section({"ARGUMENTE", "ARGUMENTS"}, language, arguments);
    for (const auto& [title, entries] : groups) {
        const auto german = title.empty() ? "OPTIONEN" : "OPTIONEN: " + title;
        const auto english = title.empty() ? "OPTIONS" : "OPTIONS: " + title;
        text += section({german, english}, language, entries);
    }
    text += shared_section(all, language);
    return text + exit_section(language);
}

std::string short_help(const ToolInfo& info, const CommandInfo& root, Language language)
{
    constexpr std::size_t k_examples = 3;
    auto text = fmt::format("{} – {}\n\n", info.name, info.summary.in(language));
    text += heading({"AUFRUF", "USAGE"}, language) + "  " + usage_line(root, language) + "\n\n";
    text += heading({"BEISPIELE", "EXAMPLES"}, language);
    for (const auto& example : info.examples.first(std::min(k_examples, info.examples.size()))) {
        text += fmt::format("  {}\n", example.command);
    }
    return text + "\n" +
           fmt::format(
               fmt::runtime(
                   Text{"Alle Optionen: {} --help\n", "All options: {} --help\n"}.in(language)),
               info.name);
}

std::string version_text(const ToolInfo& info, Language language)
{
#if defined(__clang__)
    const auto compiler =
        fmt::format("clang {}.{}.{}", __clang_major__, __clang_minor__, __clang_patchlevel__);
#else
    const auto compiler =
        fmt::format("gcc {}.{}.{}", __GNUC__, __GNUC_MINOR__, __GNUC_PATCHLEVEL__);
#endif
    auto text = fmt::format("{} {} (anbindung-tools)\n", info.name, version());
    text += fmt::format("{}: {}\n", Text{"Bauart", "Build"}.in(language), compiler);
    text +=
        std::string(Text{"Schemas: keine im Paket enthalten", "Schemas: none in the package"}.in(
            language)) +
        "\n";
    return text + Text{"Lizenz: EUPL-1.2\n", "Licence: EUPL-1.2\n"}.in(language).data();
}

std::string explain(std::string_view code, Language language)
{
    const auto* message = messages::find(code);
    if (message == nullptr) {
        std::vector<std::string> codes;
        for (const auto* row : messages::all()) {
            codes.emplace_back(row->code);
        }
        const auto near = base::nearest(code, codes);
        throw base::Error(base::ErrorKind::usage, "ANB-G117",
                          {{"code", std::string(code)}, {"nearest", near.value_or("ANB-G117")}});
    }
    auto text = fmt::format("{}: {}\n\n", code, message->text.in(language));
    for (const auto paragraph : base::split(message->explain.in(language), '\n')) {
        text += wrapped(paragraph, 0, 0) + "\n";
    }
    const auto add = [&](const Text& label, std::string_view value) {
        if (!value.empty()) {
            text += "\n" + heading(label, language) + "  " + wrapped(value, 2, 2) + "\n";
        }
    };
    add({"Mögliche Ursache", "Possible cause"}, message->cause.in(language));
    add({"Zuständig", "Responsible"}, messages::name(message->responsible, language));
    add({"Nächster Schritt", "Next step"}, message->next.in(language));
    return text;
}

std::string options_section(const CommandInfo& root, Language language)
{
    std::string own, common;
    for (const auto& option : root.options) {
        (option.shared ? common : own) += scdoc_entry(option);
    }
    scdoc_command(root, language, own);
    return own + "## " + Text{"Gemeinsame Optionen", "Common options"}.in(language).data() +
           "\n\n" + common;
}

} // namespace anb::cli::detail
