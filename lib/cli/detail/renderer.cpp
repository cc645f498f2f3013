// SPDX-License-Identifier: EUPL-1.2

#include "cli/detail/renderer.hpp"

#include "cli/detail/formats.hpp"
#include "cli/detail/render_text.hpp"

#include <algorithm>

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
    bool keeps_reports() const override { return true; }

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
        if (base::find_fact(report, "result") != nullptr) {
            write("subject", whole(report));
            return;
        }
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
    /// Of a subject with a result of its own everything stands in its line.
    json::Value whole(const base::Report& report) const
    {
        auto line = subject_to_json(report);
        auto& findings = line["findings"] = json::Value::array();
        for (const auto& finding : report.findings) {
            findings.push_back(to_json(finding, {}, m_language));
        }
        auto& unchecked = line["unchecked"] = json::Value::array();
        for (const auto& point : report.unchecked) {
            unchecked.push_back(to_json(point, {}));
        }
        return line;
    }

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

template <typename Form>
std::unique_ptr<Renderer> make(const Scene& scene)
{
    return std::make_unique<Form>(scene.common, scene.output);
}

} // namespace

std::unique_ptr<Renderer> make_renderer(const Scene& scene)
{
    struct Form {
        std::string_view name;
        std::unique_ptr<Renderer> (*make)(const Scene&);
    };
    constexpr Form k_forms[] = {
        {"text", make<TextRenderer>},
        {"json", make<JsonRenderer>},
        {"jsonl", make<JsonLinesRenderer>},
        {"nagios", make_nagios},
        {"checkmk", make_checkmk},
        {"prometheus", make_prometheus},
        {"junit", make_junit},
        {"tsv", make_tsv},
        {"html", make_html},
        {"md", make_markdown},
        {"ics", make_calendar},
        {"gitlab", make_code_quality},
    };
    const auto* form = std::ranges::find(k_forms, scene.common.format, &Form::name);
    return form == std::end(k_forms) ? std::make_unique<Renderer>() : form->make(scene);
}

} // namespace anb::cli::detail
