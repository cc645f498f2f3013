// SPDX-License-Identifier: EUPL-1.2

#include "cli/detail/render_text.hpp"

#include "base/text.hpp"

#include <fmt/color.h>
#include <fmt/format.h>

#include <algorithm>

namespace anb::cli::detail {

using messages::Text;

namespace {

constexpr std::size_t k_label_width = 22;
constexpr std::string_view k_indent = "  ";

std::string_view word(base::Severity severity, Language language)
{
    switch (severity) {
    case base::Severity::note:
        return Text{"HINWEIS", "NOTE"}.in(language);
    case base::Severity::warning:
        return Text{"WARNUNG", "WARNING"}.in(language);
    case base::Severity::error:
        return Text{"FEHLER", "ERROR"}.in(language);
    }
    return {};
}

std::string padded(std::string_view text, std::size_t width)
{
    const auto shown = base::display_width(text);
    return std::string(text) + std::string(shown < width ? width - shown : 0, ' ');
}

std::string labelled(const Text& label, Language language, std::string_view value)
{
    auto lines = base::split(value, '\n');
    auto text =
        std::string(k_indent) + padded(std::string(label.in(language)) + ":", k_label_width);
    text += lines.front();
    for (const auto line : std::span(lines).subspan(1)) {
        text += "\n" + std::string(k_indent.size() + k_label_width, ' ') + std::string(line);
    }
    return text + "\n";
}

std::string comparison(const base::Finding& finding, Language language)
{
    const auto found = base::printable(finding.found);
    const auto expected = base::printable(finding.expected);
    if (!found.empty() && !expected.empty()) {
        return labelled({"Gefunden / Erwartet", "Found / expected"}, language,
                        found + " / " + expected);
    }
    if (!found.empty()) {
        return labelled({"Gefunden", "Found"}, language, found);
    }
    return expected.empty() ? "" : labelled({"Erwartet", "Expected"}, language, expected);
}

/// Reasons and kinds are stable English words in findings.
bool is_key(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

base::Values all_values(const base::Finding& finding, Language language)
{
    auto values = finding.values;
    for (auto& [name, value] : values) {
        if ((name == "reason" || name == "kind") && is_key(value)) {
            value = messages::word(value, language);
        }
    }
    values.insert(values.end(), {{"where", finding.where},
                                 {"element", finding.element},
                                 {"found", finding.found},
                                 {"expected", finding.expected},
                                 {"rule", finding.rule}});
    return values;
}

std::string plain_table(const Table& table)
{
    std::string text;
    for (const auto& row : table.rows) {
        if (!text.empty() && !table.header.empty()) {
            text += "\n";
        }
        const bool named = table.header.empty() && row.size() > 1;
        if (named) {
            text += row.front() + ": " + base::join(std::span(row).subspan(1), " ") + "\n";
            continue;
        }
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto name = i < table.header.size() ? table.header[i] : "";
            text += name.empty() ? row[i] + "\n" : name + ": " + row[i] + "\n";
        }
    }
    return text;
}

std::string aligned_table(const Table& table)
{
    std::vector<std::size_t> widths;
    const auto measure = [&](const std::vector<std::string>& row) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], base::display_width(row[i]));
        }
    };
    const auto line = [&](const std::vector<std::string>& row) {
        std::string text(static_cast<std::size_t>(std::max(table.indent, 0)), ' ');
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += i + 1 < row.size() ? padded(row[i], widths[i]) + std::string(k_indent) : row[i];
        }
        text.erase(text.find_last_not_of(' ') + 1);
        return text + "\n";
    };
    measure(table.header);
    std::ranges::for_each(table.rows, measure);
    auto text = table.header.empty() ? "" : line(table.header);
    for (const auto& row : table.rows) {
        text += line(row);
    }
    return text;
}

} // namespace

base::Finding to_finding(const base::Error& error)
{
    base::Finding finding;
    finding.severity = base::Severity::error;
    finding.code = error.code();
    finding.values = error.values();
    finding.where = error.where();
    return finding;
}

std::string sentence(const base::Finding& finding, Language language)
{
    const auto* message = messages::find(finding.code);
    const auto text = message == nullptr ? finding.code
                                         : messages::fill(message->text.in(language),
                                                          all_values(finding, language));
    const auto place = is_key(finding.where) ? messages::word(finding.where, language)
                                             : base::printable(finding.where);
    return place.empty() ? text : place + ": " + text;
}

std::string render(const base::Finding& finding, const TextStyle& style, std::string_view detail)
{
    const auto language = style.language;
    auto severity = std::string(word(finding.severity, language));
    if (style.color) {
        const auto color = finding.severity == base::Severity::error ? fmt::terminal_color::red
                                                                     : fmt::terminal_color::yellow;
        severity = fmt::format(fmt::emphasis::bold | fmt::fg(color), "{}", severity);
    }
    auto text = fmt::format("{}: {} {}: {}\n", style.tool, severity, finding.code,
                            sentence(finding, language));
    if (!finding.spot.path.empty()) {
        text += labelled({"Stelle", "Place"}, language, base::printable(finding.spot.path));
    }
    text += comparison(finding, language);
    const auto* message = messages::find(finding.code);
    if (message != nullptr) {
        const auto values = all_values(finding, language);
        if (!message->cause.de.empty()) {
            text += labelled({"Mögliche Ursache", "Possible cause"}, language,
                             messages::fill(message->cause.in(language), values));
        }
        const auto who = messages::responsible_for(finding, *message);
        if (who != messages::Responsible::none) {
            text += labelled({"Zuständig", "Responsible"}, language, messages::name(who, language));
        }
        text += labelled({"Nächster Schritt", "Next step"}, language,
                         messages::fill(message->next.in(language), values));
    }
    if (!detail.empty()) {
        text += labelled({"Einzelheiten", "Details"}, language, base::printable(detail));
    }
    return text;
}

std::string render(const base::Unchecked& point, Language language)
{
    const auto element = messages::word(point.element, language);
    const auto reason = messages::word(point.reason, language);
    const auto label = Text{"Nicht geprüft", "Not checked"}.in(language);
    return point.reason.empty() ? fmt::format("{}: {}", label, base::printable(element))
                                : fmt::format("{}: {} ({})", label, base::printable(element),
                                              base::printable(reason));
}

std::string render(const Table& table, bool plain)
{
    return plain ? plain_table(table) : aligned_table(table);
}

} // namespace anb::cli::detail
