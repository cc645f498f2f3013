// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "cli/detail/formats.hpp"
#include "cli/detail/render_text.hpp"
#include "cli/detail/summary.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::cli::detail {

namespace {

using messages::Text;

/// How a page is written; everything given is already escaped.
class Markup {
public:
    virtual ~Markup() = default;
    virtual std::string escape(std::string_view text) const = 0;
    virtual std::string begin(std::string_view title, Language language) const = 0;
    virtual std::string heading(std::string_view text) const = 0;
    virtual std::string paragraph(std::string_view text) const = 0;
    virtual std::string row(const std::vector<std::string>& cells, bool header) const = 0;
    virtual std::string table(std::string_view rows) const = 0;
    virtual std::string list(const std::vector<std::string>& items) const = 0;
    virtual std::string end() const = 0;
};

class Html : public Markup {
public:
    std::string escape(std::string_view text) const override { return escape_markup(text); }
    std::string begin(std::string_view title, Language language) const override
    {
        return fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
                           "<title>{}</title>\n</head>\n<body>\n<h1>{}</h1>\n",
                           language == Language::german ? "de" : "en", title, title);
    }
    std::string heading(std::string_view text) const override
    {
        return fmt::format("<h2>{}</h2>\n", text);
    }
    std::string paragraph(std::string_view text) const override
    {
        return fmt::format("<p>{}</p>\n", text);
    }
    std::string row(const std::vector<std::string>& cells, bool header) const override
    {
        std::string text = "<tr>";
        for (const auto& cell : cells) {
            text += header ? fmt::format("<th scope=\"col\">{}</th>", cell)
                           : fmt::format("<td>{}</td>", cell);
        }
        return text + "</tr>\n";
    }
    std::string table(std::string_view rows) const override
    {
        return fmt::format("<table>\n{}</table>\n", rows);
    }
    std::string list(const std::vector<std::string>& items) const override
    {
        std::string text = "<ul>\n";
        for (const auto& item : items) {
            text += fmt::format("<li>{}</li>\n", item);
        }
        return text + "</ul>\n";
    }
    std::string end() const override { return "</body>\n</html>\n"; }
};

class Markdown : public Markup {
public:
    std::string escape(std::string_view text) const override
    {
        std::string escaped;
        for (const char c : base::printable(text)) {
            const bool special = std::string_view("\\`*_[]<>|#").find(c) != std::string_view::npos;
            escaped += (special ? "\\" : "") + std::string(1, c);
        }
        return escaped;
    }
    std::string begin(std::string_view title, Language) const override
    {
        return fmt::format("# {}\n\n", title);
    }
    std::string heading(std::string_view text) const override
    {
        return fmt::format("## {}\n\n", text);
    }
    std::string paragraph(std::string_view text) const override
    {
        return fmt::format("{}\n\n", text);
    }
    std::string row(const std::vector<std::string>& cells, bool header) const override
    {
        auto line = fmt::format("| {} |\n", base::join(cells, " | "));
        if (header) {
            for (std::size_t i = 0; i < cells.size(); ++i) {
                line += "| --- ";
            }
            line += "|\n";
        }
        return line;
    }
    std::string table(std::string_view rows) const override { return fmt::format("{}\n", rows); }
    std::string list(const std::vector<std::string>& items) const override
    {
        std::string text;
        for (const auto& item : items) {
            text += fmt::format("- {}\n", item);
        }
        return text + "\n";
    }
    std::string end() const override { return {}; }
};

class PageRenderer : public Renderer {
public:
    PageRenderer(const Scene& scene, std::unique_ptr<Markup> markup)
        : m_scene(scene), m_markup(std::move(markup))
    {
    }

    void finish(const Heading& heading, const std::vector<base::Report>& reports,
                const json::Value&) override
    {
        const auto date = base::format_date(heading.checked_at);
        auto text =
            m_markup->begin(fmt::format("{}, {}", m_scene.tool, date), m_scene.common.language);
        text += m_markup->paragraph(about(heading));
        text += m_markup->table(rows(reports));
        text += items(say("Befunde", "Findings"), findings(reports));
        text += items(say("Nicht geprüft", "Not checked"), unchecked(reports));
        m_scene.output.write(text + m_markup->end());
    }

    bool shows_messages() const override { return false; }
    bool keeps_reports() const override { return true; }

private:
    std::string say(std::string_view de, std::string_view en) const
    {
        return std::string(Text{de, en}.in(m_scene.common.language));
    }
    std::string shown(std::string_view text) const
    {
        return m_markup->escape(without_mail_names(text));
    }

    std::string about(const Heading& heading) const
    {
        auto text =
            fmt::format("{}: {}", say("Ergebnis", "Result"), state_name(to_state(heading.exit)));
        if (!heading.environment.empty()) {
            text += fmt::format("; {}: {}", say("Umgebung", "environment"), heading.environment);
        }
        return shown(fmt::format("{}; {}: {}", text, say("Stand", "as of"),
                                 base::format_time(heading.judged_at)));
    }

    std::string rows(const std::vector<base::Report>& reports) const
    {
        auto text = m_markup->row({say("Gegenstand", "Subject"), say("Ort", "Location"),
                                   say("Gültig bis", "Valid until"), say("Tage", "Days"),
                                   say("Stand", "State")},
                                  true);
        for (const auto& report : reports) {
            const auto summary = summarize(report, m_scene.common.language);
            text += m_markup->row({shown(summary.label), shown(summary.location),
                                   summary.expires ? base::format_date(*summary.expires) : "",
                                   summary.days ? std::to_string(*summary.days) : "",
                                   std::string(state_name(summary.state))},
                                  false);
        }
        return text;
    }

    std::vector<std::string> findings(const std::vector<base::Report>& reports) const
    {
        std::vector<std::string> lines;
        for (const auto& report : reports) {
            for (const auto& finding : report.findings) {
                auto line =
                    fmt::format("{}: {}", finding.code, sentence(finding, m_scene.common.language));
                if (const auto* message = messages::find(finding.code)) {
                    const auto who = messages::name(messages::responsible_for(finding, *message),
                                                    m_scene.common.language);
                    line += who.empty()
                                ? ""
                                : fmt::format(" ({}: {})", say("zuständig", "responsible"), who);
                }
                lines.push_back(shown(line));
            }
        }
        return lines;
    }

    std::vector<std::string> unchecked(const std::vector<base::Report>& reports) const
    {
        std::vector<std::string> lines;
        for (const auto& report : reports) {
            for (const auto& point : report.unchecked) {
                const auto word = [&](std::string_view key) {
                    return messages::word(key, m_scene.common.language);
                };
                auto line = shown(fmt::format("{} ({})", word(point.element), word(point.reason)));
                if (std::ranges::find(lines, line) == lines.end()) {
                    lines.push_back(std::move(line));
                }
            }
        }
        return lines;
    }

    std::string items(const std::string& title, const std::vector<std::string>& lines) const
    {
        return lines.empty() ? "" : m_markup->heading(title) + m_markup->list(lines);
    }

    Scene m_scene;
    std::unique_ptr<Markup> m_markup;
};

} // namespace

std::unique_ptr<Renderer> make_html(const Scene& scene)
{
    return std::make_unique<PageRenderer>(scene, std::make_unique<Html>());
}

std::unique_ptr<Renderer> make_markdown(const Scene& scene)
{
    return std::make_unique<PageRenderer>(scene, std::make_unique<Markdown>());
}

} // namespace anb::cli::detail
