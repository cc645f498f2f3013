// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "cli/detail/formats.hpp"
#include "cli/detail/summary.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::cli::detail {

namespace {

using messages::Text;

constexpr std::size_t k_shown = 10;
constexpr std::size_t k_longest = 8000;

/// One line without the sign that begins perfdata.
std::string one_line(std::string_view text)
{
    auto line = base::printable(text);
    std::ranges::replace(line, '|', '/');
    return line;
}

std::string range(const std::optional<std::int64_t>& limit)
{
    return limit ? std::to_string(*limit) + ":" : "";
}

/// "18;60:;21:": value, alarm below these.
std::string measured(std::int64_t days, const Limits& limits)
{
    return fmt::format("{};{};{}", days, range(limits.warn), range(limits.crit));
}

/// Quotes in labels are doubled; the sign of equality would end one.
std::string perfdata(const Summary& summary, const Limits& limits)
{
    if (!summary.days) {
        return {};
    }
    std::string label;
    for (const char c : one_line(summary.metric)) {
        label += c == '=' ? "-" : c == '\'' ? "''" : std::string(1, c);
    }
    return fmt::format("'{}'={}", label, measured(*summary.days, limits));
}

bool comes_before(const Summary& left, const Summary& right)
{
    if (left.state != right.state) {
        return is_worse(left.state, right.state);
    }
    return left.days && right.days && *left.days < *right.days;
}

class NagiosRenderer : public Renderer {
public:
    explicit NagiosRenderer(const Scene& scene) : m_scene(scene) {}

    void report(const base::Report& report) override
    {
        auto summary = summarize(report, m_scene.common.language);
        m_names.apply(summary);
        ++m_counts[static_cast<std::size_t>(summary.state)];
        if (report.subject.empty()) {
            summary.label.clear();
        }
        const auto place = std::ranges::upper_bound(m_worst, summary, comes_before);
        m_worst.insert(place, std::move(summary));
        if (m_worst.size() > k_shown) {
            m_worst.pop_back();
        }
    }

    void finish(const Heading& heading, const std::vector<base::Report>&,
                const json::Value& document) override
    {
        const auto known = limits(document);
        auto text = fmt::format("{} {} - {}", m_scene.monitoring_name,
                                state_name(to_state(heading.exit)), one_line(headline()));
        std::string measures;
        for (const auto& summary : m_worst) {
            const auto one = perfdata(summary, known);
            if (!one.empty() && text.size() + measures.size() + one.size() < k_longest / 2) {
                measures += (measures.empty() ? " | " : " ") + one;
            }
        }
        text += measures + "\n";
        for (const auto& summary : m_worst) {
            const auto line = fmt::format("{}: {}: {}\n", state_name(summary.state),
                                          one_line(summary.label), one_line(summary.text));
            if (total() > 1 && text.size() + line.size() < k_longest) {
                text += line;
            }
        }
        if (total() > m_worst.size()) {
            text += fmt::format("{} {} {}\n", say("und", "and"), total() - m_worst.size(),
                                say("weitere", "more"));
        }
        m_scene.output.write(text);
    }

    bool shows_messages() const override { return false; }

private:
    std::string say(std::string_view de, std::string_view en) const
    {
        return std::string(Text{de, en}.in(m_scene.common.language));
    }
    std::size_t total() const { return m_counts[0] + m_counts[1] + m_counts[2] + m_counts[3]; }

    std::string headline() const
    {
        if (m_worst.empty()) {
            return say("nichts geprüft", "nothing checked");
        }
        const auto& worst = m_worst.front();
        if (worst.state != 0 || total() == 1) {
            const auto* join = worst.is_clause ? " " : ": ";
            return worst.label.empty() ? worst.text : worst.label + join + worst.text;
        }
        return fmt::format("{} {}, {} {}", total(), say("in Ordnung", "in order"),
                           say("zuerst endet", "first to end:"), worst.label) +
               (worst.expires ? fmt::format(" ({})", base::format_date(*worst.expires)) : "");
    }

    Scene m_scene;
    DistinctNames m_names;
    std::vector<Summary> m_worst;
    std::size_t m_counts[4] = {};
};

class CheckmkRenderer : public Renderer {
public:
    explicit CheckmkRenderer(const Scene& scene) : m_scene(scene) {}

    void report(const base::Report& report) override
    {
        auto summary = summarize(report, m_scene.common.language);
        if (summary.label.empty()) {
            summary.label = m_scene.monitoring_name;
        }
        m_names.apply(summary);
        auto label = one_line(summary.label);
        std::erase(label, '"');
        const auto measure =
            summary.days ? "days=" + measured(*summary.days, limits(m_scene.document)) : "-";
        m_scene.output.write(fmt::format("{} \"ANB {}\" {} {}\n", summary.state, label, measure,
                                         one_line(summary.text)));
    }

    bool shows_messages() const override { return false; }

private:
    Scene m_scene;
    DistinctNames m_names;
};

} // namespace

std::unique_ptr<Renderer> make_nagios(const Scene& scene)
{
    return std::make_unique<NagiosRenderer>(scene);
}

std::unique_ptr<Renderer> make_checkmk(const Scene& scene)
{
    return std::make_unique<CheckmkRenderer>(scene);
}

} // namespace anb::cli::detail
