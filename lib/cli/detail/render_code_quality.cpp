// SPDX-License-Identifier: EUPL-1.2

#include "cli/detail/formats.hpp"
#include "cli/detail/render_text.hpp"
#include "cli/detail/summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <set>

namespace anb::cli::detail {

namespace {

std::string_view severity_word(base::Severity severity)
{
    switch (severity) {
    case base::Severity::note:
        return "info";
    case base::Severity::warning:
        return "minor";
    case base::Severity::error:
        return "major";
    }
    return {};
}

/// FNV-1a: the same finding keeps its fingerprint from run to run.
std::uint64_t hash(std::string_view text)
{
    std::uint64_t value = 0xcbf29ce484222325U;
    for (const char c : text) {
        value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
    return value;
}

class CodeQualityRenderer : public Renderer {
public:
    explicit CodeQualityRenderer(const Scene& scene) : m_scene(scene) {}

    void finish(const Heading&, const std::vector<base::Report>& reports,
                const json::Value&) override
    {
        auto issues = json::Value::array();
        std::set<std::string> used;
        for (const auto& report : reports) {
            constexpr std::string_view k_file = "file:";
            const auto path = report.subject.starts_with(k_file)
                                  ? report.subject.substr(k_file.size())
                                  : report.subject;
            for (const auto& finding : report.findings) {
                auto key = fmt::format("{}|{}|{}|{}", finding.code, path, finding.spot.path,
                                       finding.element);
                while (!used.insert(key).second) {
                    key += '+';
                }
                issues.push_back(
                    {{"description", plain_sentence(finding, m_scene.common.language)},
                     {"check_name", finding.code},
                     {"fingerprint", fmt::format("{:016x}", hash(key))},
                     {"severity", severity_word(finding.severity)},
                     {"location",
                      {{"path", path},
                       {"lines", {{"begin", std::max<std::uint64_t>(finding.spot.line, 1)}}}}}});
            }
        }
        m_scene.output.write(json::dump_pretty(issues));
    }

    bool shows_messages() const override { return false; }
    bool keeps_reports() const override { return true; }

private:
    Scene m_scene;
};

} // namespace

std::unique_ptr<Renderer> make_code_quality(const Scene& scene)
{
    return std::make_unique<CodeQualityRenderer>(scene);
}

} // namespace anb::cli::detail
