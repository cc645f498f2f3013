// SPDX-License-Identifier: EUPL-1.2

#include "cli/detail/usage_error.hpp"

#include "base/text.hpp"
#include "cli/detail/description.hpp"

#include <vector>

namespace anb::cli::detail {

using base::Error;
using base::ErrorKind;

namespace {

template <typename Visit>
void for_each_option(const CLI::App& app, const Visit& visit)
{
    for (const auto* option : app.get_options()) {
        visit(*option);
    }
    for (const auto* sub : app.get_subcommands([](const CLI::App*) { return true; })) {
        if (sub->get_name().empty() || sub->parsed()) {
            for_each_option(*sub, visit);
        }
    }
}

std::vector<std::string> option_names(const CLI::App& app)
{
    std::vector<std::string> names;
    for_each_option(app, [&](const CLI::Option& option) {
        const auto info = describe(option);
        if (!info.positional && !option.get_group().empty()) {
            names.insert(names.end(), info.names.begin(), info.names.end());
        }
    });
    return names;
}

std::vector<std::string> command_names(const CLI::App& app)
{
    std::vector<std::string> names;
    const auto named = [](const CLI::App* sub) {
        return !sub->get_name().empty() && !sub->get_group().empty();
    };
    for (const auto* sub : app.get_subcommands(named)) {
        names.push_back(sub->get_name());
    }
    return names;
}

const CLI::App& innermost(const CLI::App& app)
{
    const auto* command = &app;
    while (!command->get_subcommands().empty()) {
        command = command->get_subcommands().front();
    }
    return *command;
}

/// The option that CLI11's text names first; the longest name wins, since "--env" is in
/// "--env-file".
const CLI::Option* mentioned(const CLI::App& app, std::string_view text)
{
    const CLI::Option* found = nullptr;
    auto place = std::string_view::npos;
    for_each_option(app, [&](const CLI::Option& option) {
        const auto name = option.get_name();
        if (name.empty()) { // hidden
            return;
        }
        const auto at = text.find(name);
        if (at < place || (found != nullptr && at == place && at != std::string_view::npos &&
                           name.size() > found->get_name().size())) {
            found = &option;
            place = at;
        }
    });
    return found;
}

std::string other_option(const CLI::Option& option, std::string_view text)
{
    for (const auto& others : {option.get_needs(), option.get_excludes()}) {
        for (const auto* other : others) {
            if (other != &option && text.find(other->get_name()) != std::string_view::npos) {
                return describe(*other).long_name();
            }
        }
    }
    return {};
}

std::string expectation(const CLI::Option& option)
{
    const auto info = describe(option);
    return info.choices.empty() ? info.value : base::join(info.choices, ", ");
}

} // namespace

void refuse_extras(const CLI::App& app)
{
    auto extras = app.remaining(true);
    std::erase(extras, "--");
    if (extras.empty()) {
        return;
    }
    const auto& word = extras.front();
    const bool is_option = word.size() > 1 && word.starts_with('-');
    const auto& command = innermost(app);
    const auto commands = command_names(command);
    if (is_option) {
        const auto name = word.substr(0, word.find('='));
        const auto near = base::nearest(name, option_names(app));
        throw near ? Error(ErrorKind::usage, "ANB-G102", {{"option", name}, {"nearest", *near}})
                   : Error(ErrorKind::usage, "ANB-G103", {{"option", name}});
    }
    if (!commands.empty()) {
        const auto near = base::nearest(word, commands);
        throw near ? Error(ErrorKind::usage, "ANB-G104", {{"command", word}, {"nearest", *near}})
                   : Error(ErrorKind::usage, "ANB-G105",
                           {{"command", word}, {"commands", base::join(commands, ", ")}});
    }
    throw Error(ErrorKind::usage, "ANB-G106", {{"argument", word}});
}

Error wrong_value(std::string_view option, std::string_view value, std::string_view expected)
{
    return Error(ErrorKind::usage, "ANB-G110",
                 {{"option", std::string(option)},
                  {"value", std::string(value)},
                  {"expected", std::string(expected)}});
}

Error to_usage_error(const CLI::ParseError& error, const CLI::App& app)
{
    const std::string text = error.what();
    const auto* option = mentioned(app, text);
    const auto code = static_cast<CLI::ExitCodes>(error.get_exit_code());
    if (code == CLI::ExitCodes::RequiredError && option == nullptr) {
        return Error(ErrorKind::usage, "ANB-G108",
                     {{"commands", base::join(command_names(innermost(app)), ", ")}}, text);
    }
    if (option == nullptr) {
        return Error(ErrorKind::usage, "ANB-G116", {}, text);
    }
    const auto name = describe(*option).long_name();
    switch (code) {
    case CLI::ExitCodes::RequiredError:
        return Error(ErrorKind::usage, "ANB-G107", {{"option", name}});
    case CLI::ExitCodes::ArgumentMismatch:
        if (option->count() > 1) {
            return Error(ErrorKind::usage, "ANB-G111", {{"option", name}});
        }
        return Error(ErrorKind::usage, "ANB-G109",
                     {{"option", name}, {"expected", expectation(*option)}});
    case CLI::ExitCodes::RequiresError:
        return Error(ErrorKind::usage, "ANB-G112",
                     {{"option", name}, {"other", other_option(*option, text)}});
    case CLI::ExitCodes::ExcludesError:
        return Error(ErrorKind::usage, "ANB-G113",
                     {{"option", name}, {"other", other_option(*option, text)}});
    default:
        return wrong_value(name, base::join(option->results(), ", "), expectation(*option));
    }
}

} // namespace anb::cli::detail
