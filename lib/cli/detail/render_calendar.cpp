// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "cli/detail/formats.hpp"
#include "cli/detail/summary.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::cli::detail {

namespace {

/// Lines of at most 75 octets, never cut within a character (RFC 5545 §3.1).
std::string folded(std::string_view line)
{
    constexpr std::size_t k_width = 75;
    std::string text;
    std::size_t room = k_width;
    while (line.size() > room) {
        auto size = room;
        while ((static_cast<unsigned char>(line[size]) & 0xc0U) == 0x80) {
            --size;
        }
        text += std::string(line.substr(0, size)) + "\r\n ";
        line.remove_prefix(size);
        room = k_width - 1;
    }
    return text + std::string(line) + "\r\n";
}

/// TEXT (RFC 5545 §3.3.11).
std::string escaped(std::string_view text)
{
    std::string value;
    for (const char c : base::printable(text)) {
        value += (c == '\\' || c == ';' || c == ',' ? "\\" : "") + std::string(1, c);
    }
    return value;
}

std::string compact(std::string text)
{
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text;
}

class CalendarRenderer : public Renderer {
public:
    explicit CalendarRenderer(const Scene& scene) : m_scene(scene) {}

    void finish(const Heading& heading, const std::vector<base::Report>& reports,
                const json::Value& document) override
    {
        auto text = folded("BEGIN:VCALENDAR") + folded("VERSION:2.0") +
                    folded(fmt::format("PRODID:-//Anbindung//{}//DE", m_scene.tool));
        for (const auto& report : reports) {
            const auto summary = summarize(report, m_scene.common.language);
            if (summary.expires) {
                text += entry(summary, heading, limits(document));
            }
        }
        m_scene.output.write(text + folded("END:VCALENDAR"));
    }

    bool keeps_reports() const override { return true; }

private:
    std::string entry(const Summary& summary, const Heading& heading, const Limits& limits) const
    {
        const auto day = base::format_date(*summary.expires);
        const auto title = fmt::format(
            fmt::runtime(messages::Text{"{} läuft ab", "{} expires"}.in(m_scene.common.language)),
            summary.label);
        auto text = folded("BEGIN:VEVENT") +
                    folded(fmt::format("UID:{}-{}@anbindung.example",
                                       base::percent_encode(summary.id), compact(day))) +
                    folded("DTSTAMP:" + compact(base::format_time(heading.checked_at))) +
                    folded("DTSTART;VALUE=DATE:" + compact(day)) +
                    folded("SUMMARY:" + escaped(title)) +
                    folded("DESCRIPTION:" + escaped(without_mail_names(summary.text))) +
                    folded("TRANSP:TRANSPARENT");
        for (const auto& days : {limits.warn, limits.crit}) {
            if (days) {
                text += folded("BEGIN:VALARM") + folded("ACTION:DISPLAY") +
                        folded("DESCRIPTION:" + escaped(title)) +
                        folded(fmt::format("TRIGGER:-P{}D", *days)) + folded("END:VALARM");
            }
        }
        return text + folded("END:VEVENT");
    }

    Scene m_scene;
};

} // namespace

std::unique_ptr<Renderer> make_calendar(const Scene& scene)
{
    return std::make_unique<CalendarRenderer>(scene);
}

} // namespace anb::cli::detail
