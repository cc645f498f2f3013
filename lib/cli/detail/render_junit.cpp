// SPDX-License-Identifier: EUPL-1.2

#include "cli/detail/formats.hpp"
#include "cli/detail/render_text.hpp"
#include "cli/detail/summary.hpp"

#include <fmt/format.h>

namespace anb::cli::detail {

namespace {

class JunitRenderer : public Renderer {
public:
    explicit JunitRenderer(const Scene& scene) : m_scene(scene) {}

    void finish(const Heading& heading, const std::vector<base::Report>& reports,
                const json::Value&) override
    {
        std::string cases;
        std::size_t failures = 0, errors = 0;
        DistinctNames names;
        for (const auto& report : reports) {
            auto summary = summarize(report, m_scene.common.language);
            if (summary.label.empty()) {
                summary.label = m_scene.tool;
            }
            names.apply(summary);
            cases += fmt::format("    <testcase classname=\"{}\" name=\"{}\">\n", m_scene.tool,
                                 escape_markup(summary.label));
            if (summary.state == k_unknown) {
                ++errors;
                cases += problem("error", summary, report);
            } else if (fails(summary.state)) {
                ++failures;
                cases += problem("failure", summary, report);
            }
            cases += remarks(report, summary) + "    </testcase>\n";
        }
        const auto counts = fmt::format("tests=\"{}\" failures=\"{}\" errors=\"{}\"",
                                        reports.size(), failures, errors);
        m_scene.output.write(fmt::format(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites {0}>\n"
            "  <testsuite name=\"{1}\" {0} skipped=\"0\" timestamp=\"{2}\">\n{3}"
            "  </testsuite>\n</testsuites>\n",
            counts, m_scene.tool, base::format_time(heading.checked_at).substr(0, 19), cases));
    }

    bool shows_messages() const override { return false; }
    bool keeps_reports() const override { return true; }

private:
    bool fails(State state) const
    {
        const auto& when = m_scene.common.fail_on;
        return (state == 2 && when != "never") || (state == 1 && when == "warning");
    }

    std::string lines(const base::Report& report, bool notes) const
    {
        std::string text;
        for (const auto& finding : report.findings) {
            if ((finding.severity == base::Severity::note) == notes) {
                text += fmt::format("{}: {}\n", finding.code,
                                    plain_sentence(finding, m_scene.common.language));
            }
        }
        return text;
    }

    std::string problem(std::string_view element, const Summary& summary,
                        const base::Report& report) const
    {
        return fmt::format("      <{0} type=\"{1}\" message=\"{2}\">{3}</{0}>\n", element,
                           summary.codes, escape_markup(summary.text),
                           escaped_lines(report, false));
    }

    std::string escaped_lines(const base::Report& report, bool notes) const
    {
        std::string text;
        const auto plain = lines(report, notes);
        for (std::size_t begin = 0; begin < plain.size();) {
            const auto end = plain.find('\n', begin);
            text += escape_markup(std::string_view(plain).substr(begin, end - begin)) + "\n";
            begin = end + 1;
        }
        return text;
    }

    std::string remarks(const base::Report& report, const Summary& summary) const
    {
        auto text = escaped_lines(report, true);
        if (!fails(summary.state) && summary.state != k_unknown) {
            text += escaped_lines(report, false);
        }
        for (const auto& point : report.unchecked) {
            text += escape_markup(render(point, m_scene.common.language)) + "\n";
        }
        return text.empty() ? "" : "      <system-out>" + text + "</system-out>\n";
    }

    Scene m_scene;
};

} // namespace

std::unique_ptr<Renderer> make_junit(const Scene& scene)
{
    return std::make_unique<JunitRenderer>(scene);
}

} // namespace anb::cli::detail
