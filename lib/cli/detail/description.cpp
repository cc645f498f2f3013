// SPDX-License-Identifier: EUPL-1.2

#include "cli/detail/description.hpp"

#include "base/text.hpp"
#include "cli/tool.hpp"

namespace anb::cli::detail {

namespace {

constexpr std::string_view k_default_group = "Options";
constexpr std::string_view k_shared = "=";

/// CLI11 appends what a check allows: "TEXT:{test,stage,prod}".
std::vector<std::string> choices_of(std::string_view type)
{
    const auto open = type.find(":{");
    const auto close = type.find('}', open);
    std::vector<std::string> choices;
    if (open != std::string_view::npos && close != std::string_view::npos) {
        for (const auto word : base::split(type.substr(open + 2, close - open - 2), ',')) {
            choices.emplace_back(word);
        }
    }
    return choices;
}

std::string value_of(std::string_view type, const std::vector<std::string>& choices)
{
    if (!choices.empty()) {
        return base::join(choices, "|");
    }
    const auto word = type.substr(0, type.find(':'));
    return std::string(word == "INT" || word == "UINT" ? "N" : word);
}

CommandInfo command_info(const CLI::App& app, const std::string& before)
{
    CommandInfo command;
    command.name = before.empty() ? app.get_name() : before + " " + app.get_name();
    command.description = app.get_description();
    const auto visible = [](const CLI::Option* option) { return !option->get_group().empty(); };
    for (const auto* option : app.get_options(visible)) {
        command.options.push_back(describe(*option));
    }
    const auto nameless = [](const CLI::App* sub) { return sub->get_name().empty(); };
    for (const auto* group : app.get_subcommands(nameless)) {
        for (const auto* option : group->get_options(visible)) {
            command.options.push_back(describe(*option));
        }
    }
    const auto named = [](const CLI::App* sub) {
        return !sub->get_name().empty() && !sub->get_group().empty();
    };
    for (const auto* sub : app.get_subcommands(named)) {
        command.commands.push_back(command_info(*sub, command.name));
    }
    return command;
}

} // namespace

std::string OptionInfo::shown() const
{
    auto text = base::join(names, ", ");
    if (positional) {
        return repeatable ? text + "..." : text;
    }
    return value.empty() ? text : text + " " + value;
}

std::string CommandInfo::usage(std::string_view options_word, std::string_view command_word) const
{
    auto text = "[" + std::string(options_word) + "]";
    if (!commands.empty()) {
        text += " " + std::string(command_word);
    }
    for (const auto& option : options) {
        if (option.positional) {
            text += option.required ? " " + option.shown() : " [" + option.shown() + "]";
        } else if (option.required) {
            text += " " + option.long_name() + " " + option.value;
        }
    }
    return text;
}

OptionInfo describe(const CLI::Option& option)
{
    OptionInfo info;
    for (const auto& name : option.get_snames()) {
        info.names.push_back("-" + name);
    }
    for (const auto& name : option.get_lnames()) {
        info.names.push_back("--" + name);
    }
    info.positional = info.names.empty();
    if (info.positional) {
        info.names.push_back(option.get_name(true));
    }
    if (option.get_items_expected_max() > 0) {
        info.choices = choices_of(option.get_type_name());
        info.value = value_of(option.get_type_name(), info.choices);
    }
    info.description = option.get_description();
    info.group = option.get_group() == k_default_group ? "" : option.get_group();
    info.shared = info.group.starts_with(k_shared);
    if (info.shared) {
        info.group.erase(0, k_shared.size());
    }
    info.required = option.get_required();
    info.repeatable = option.get_expected_max() > 1;
    return info;
}

CommandInfo describe(const CLI::App& app)
{
    return command_info(app, {});
}

} // namespace anb::cli::detail

namespace anb::cli {

std::string shared_group(std::string_view title)
{
    return std::string(detail::k_shared) + std::string(title);
}

} // namespace anb::cli
