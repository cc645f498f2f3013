// SPDX-License-Identifier: EUPL-1.2

#include "base/text.hpp"
#include "cli/detail/formats.hpp"
#include "cli/detail/summary.hpp"

namespace anb::cli::detail {

namespace {

std::string cell(std::string_view text)
{
    std::string escaped;
    for (const char c : text) {
        escaped += c == '\\' ? "\\\\" : std::string(1, c);
    }
    return escaped;
}

class TsvRenderer : public Renderer {
public:
    explicit TsvRenderer(const Scene& scene) : m_scene(scene) {}

    void report(const base::Report& report) override
    {
        write_header();
        const auto summary = summarize(report, m_scene.common.language);
        const std::string cells[] = {
            summary.id,
            summary.label,
            summary.location,
            summary.expires ? base::format_time(*summary.expires) : "",
            summary.days ? std::to_string(*summary.days) : "",
            base::to_lower_ascii(state_name(summary.state)),
            summary.codes,
            summary.text,
        };
        std::string line;
        for (const auto& one : cells) {
            line += (line.empty() && &one == cells ? "" : "\t") + cell(one);
        }
        m_scene.output.write(line + "\n");
    }
    void finish(const Heading&, const std::vector<base::Report>&, const json::Value&) override
    {
        write_header();
    }

    bool shows_messages() const override { return false; }

private:
    void write_header()
    {
        if (!m_has_header) {
            m_scene.output.write(
                "subject\tlabel\tlocation\tnot_after\tdays_left\tstate\tcodes\ttext\n");
            m_has_header = true;
        }
    }

    Scene m_scene;
    bool m_has_header = false;
};

} // namespace

std::unique_ptr<Renderer> make_tsv(const Scene& scene)
{
    return std::make_unique<TsvRenderer>(scene);
}

} // namespace anb::cli::detail
