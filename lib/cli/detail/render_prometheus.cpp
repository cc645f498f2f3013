// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "cli/detail/formats.hpp"
#include "cli/detail/summary.hpp"

#include <fmt/format.h>

namespace anb::cli::detail {

namespace {

std::string escaped(std::string_view text)
{
    std::string value;
    for (const char c : base::printable(text)) {
        value += c == '\\' ? "\\\\" : c == '"' ? "\\\"" : std::string(1, c);
    }
    return value;
}

std::string head(std::string_view name, std::string_view help)
{
    return fmt::format("# HELP {0} {1}\n# TYPE {0} gauge\n", name, help);
}

class PrometheusRenderer : public Renderer {
public:
    explicit PrometheusRenderer(const Scene& scene) : m_scene(scene) {}

    void finish(const Heading& heading, const std::vector<base::Report>& reports,
                const json::Value&) override
    {
        std::string dates, results;
        DistinctNames names;
        for (const auto& report : reports) {
            if (report.subject.empty()) {
                continue;
            }
            auto summary = summarize(report, Language::english);
            names.apply(summary);
            const auto labels = label_set(summary, heading);
            if (summary.expires) {
                dates +=
                    fmt::format("{}{} {}\n", k_not_after, labels, base::to_unix(*summary.expires));
            }
            results += fmt::format("{}{} {}\n", k_result, labels, summary.state);
        }
        std::string text;
        if (!dates.empty()) {
            text +=
                head(k_not_after, "End of validity that counts, in seconds since 1970.") + dates;
        }
        if (!results.empty()) {
            text += head(k_result, "0 ok, 1 warning, 2 critical, 3 unknown.") + results;
        }
        const auto run = fmt::format("{{tool=\"{}\"}}", m_scene.tool);
        text += head(k_run, "0 ok, 1 warning, 2 critical, 3 unknown, for the whole run.");
        text += fmt::format("{}{} {}\n", k_run, run, to_state(heading.exit));
        text += head(k_time, "When the check ran, in seconds since 1970.");
        text += fmt::format("{}{} {}\n", k_time, run, base::to_unix(heading.checked_at));
        m_scene.output.write(text);
    }

    bool keeps_reports() const override { return true; }

private:
    static constexpr std::string_view k_not_after =
        "anbindung_certificate_not_after_timestamp_seconds";
    static constexpr std::string_view k_result = "anbindung_check_result";
    static constexpr std::string_view k_run = "anbindung_check_run_result";
    static constexpr std::string_view k_time = "anbindung_check_timestamp_seconds";

    static std::string label_set(const Summary& summary, const Heading& heading)
    {
        const auto& environment =
            summary.environment.empty() ? heading.environment : summary.environment;
        return fmt::format("{{subject=\"{}\",location=\"{}\",environment=\"{}\",profile=\"{}\"}}",
                           escaped(summary.label), escaped(summary.location), escaped(environment),
                           escaped(heading.profile));
    }

    Scene m_scene;
};

} // namespace

std::unique_ptr<Renderer> make_prometheus(const Scene& scene)
{
    return std::make_unique<PrometheusRenderer>(scene);
}

} // namespace anb::cli::detail
