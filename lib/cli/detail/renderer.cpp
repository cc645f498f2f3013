// SPDX-License-Identifier: EUPL-1.2

#include "cli/detail/renderer.hpp"

#include "cli/detail/render_text.hpp"

namespace anb::cli::detail {

namespace {

class TextRenderer : public Renderer {
public:
    TextRenderer(const Common& common, Output& output)
        : m_language(common.language), m_plain(common.plain), m_output(output)
    {
    }

    void line(std::string_view text) override { m_output.write(std::string(text) + "\n"); }
    void table(const Table& table) override { m_output.write(render(table, m_plain)); }
    void report(const base::Report& report) override
    {
        for (const auto& point : report.unchecked) {
            line(render(point, m_language));
        }
    }

private:
    Language m_language;
    bool m_plain;
    Output& m_output;
};

class JsonRenderer : public Renderer {
public:
    JsonRenderer(const Common& common, Output& output)
        : m_language(common.language), m_output(output)
    {
    }

    void finish(const Heading& heading, const std::vector<base::Report>& reports,
                const json::Value& own_members) override
    {
        m_output.write(json::dump_pretty(document(heading, reports, own_members, m_language)));
    }
    bool shows_messages() const override { return false; }

private:
    Language m_language;
    Output& m_output;
};

class JsonLinesRenderer : public Renderer {
public:
    JsonLinesRenderer(const Common& common, Output& output)
        : m_language(common.language), m_output(output)
    {
    }

    void report(const base::Report& report) override
    {
        if (!report.subject.empty()) {
            write("subject", subject_to_json(report));
        }
        for (const auto& finding : report.findings) {
            write("finding", to_json(finding, report.subject, m_language));
        }
        for (const auto& point : report.unchecked) {
            write("unchecked", to_json(point, report.subject));
        }
    }
    void event(const json::Value& value) override { write("event", value); }
    bool shows_messages() const override { return false; }

private:
    void write(std::string_view type, const json::Value& members)
    {
        json::Value line;
        line["type"] = type;
        line.update(members);
        m_output.write(json::dump(line) + "\n");
        m_output.flush();
    }

    Language m_language;
    Output& m_output;
};

} // namespace

std::unique_ptr<Renderer> make_renderer(const Common& common, Output& output)
{
    if (common.format == "text") {
        return std::make_unique<TextRenderer>(common, output);
    }
    if (common.format == "json") {
        return std::make_unique<JsonRenderer>(common, output);
    }
    if (common.format == "jsonl") {
        return std::make_unique<JsonLinesRenderer>(common, output);
    }
    return std::make_unique<Renderer>();
}

} // namespace anb::cli::detail
