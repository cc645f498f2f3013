// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/data_check.hpp"

#include "json/json.hpp"
#include "xoev/sentences.hpp"
#include "xoev/unchecked.hpp"

#include <algorithm>
#include <map>

namespace anb::testantrag {

namespace {

constexpr std::uint64_t k_max_json = 32ULL * 1024 * 1024;
constexpr std::uint64_t k_max_exceptions = 4ULL * 1024 * 1024;

xoev::TestExceptions read_exceptions(const std::string& file)
{
    if (file.empty()) {
        return {};
    }
    const auto bytes = base::read_file(file, k_max_exceptions);
    return xoev::TestExceptions::read(base::as_text(bytes), file);
}

xoev::ReadPiece pieces_of(base::ByteView bytes)
{
    return [bytes](std::span<std::byte> buffer) mutable {
        const auto count = std::min(buffer.size(), bytes.size());
        std::copy_n(bytes.begin(), count, buffer.begin());
        bytes = bytes.subspan(count);
        return count;
    };
}

/// Business rules and code lists belong to the package of a schema.
void note_no_schema(base::Report& report, const std::string& reason)
{
    for (const auto* element : {"schema", "code_lists", "business_rules"}) {
        report.unchecked.push_back({.element = element, .reason = reason});
    }
}

void note_schema(xoev::Verdict& verdict)
{
    verdict.report.facts.push_back({"schema_valid", verdict.schema_valid ? "true" : "false"});
    if (verdict.edition != nullptr && verdict.edition->identity) {
        verdict.report.facts.push_back({"standard", verdict.edition->identity->version_urn()});
    }
    xoev::add_unchecked(verdict);
}

/// Looks at every text in a JSON document; members of arrays carry the array's name.
class JsonWalk {
public:
    JsonWalk(const xoev::TestRules& rules, const xoev::TestExceptions& exceptions,
             std::size_t max_findings)
        : m_rules(rules), m_exceptions(exceptions), m_max_findings(max_findings)
    {
    }

    base::Report run(const json::Value& document, const std::string& name)
    {
        walk(document, name, "");
        if (m_dropped > 0) {
            m_report.findings.push_back(
                {.severity = base::Severity::note,
                 .code = "ANB-V199",
                 .values = {{"file", name}, {"count", std::to_string(m_dropped)}}});
        }
        for (const auto& [number, count] : m_used) {
            m_report.findings.push_back(xoev::exception_used(m_exceptions.all()[number], count));
        }
        return std::move(m_report);
    }

private:
    void walk(const json::Value& value, const std::string& name, const std::string& pointer)
    {
        if (value.is_object()) {
            for (const auto& [member, below] : value.items()) {
                m_names.push_back(member);
                walk(below, name, pointer + "/" + member);
                m_names.pop_back();
            }
        } else if (value.is_array()) {
            std::size_t number = 0;
            for (const auto& below : value) {
                walk(below, name, pointer + "/" + std::to_string(number++));
            }
        } else if (value.is_string()) {
            judge(value.get_ref<const std::string&>(), name, pointer);
        } else if (value.is_number()) {
            judge(json::dump(value), name, pointer);
        }
    }

    void judge(std::string_view text, const std::string& name, const std::string& pointer)
    {
        const std::vector<std::string_view> names(m_names.begin(), m_names.end());
        const auto code = m_rules.judge(names, text);
        if (code.empty()) {
            return;
        }
        if (const auto exception = m_exceptions.find(names, text)) {
            ++m_used[*exception];
        } else if (m_report.findings.size() < m_max_findings) {
            auto finding = xoev::make_finding(base::Severity::error, code, {0, 0}, pointer,
                                              m_names.empty() ? "" : m_names.back(),
                                              {{"element", m_names.empty() ? "/" : m_names.back()}},
                                              "testdata:" + m_rules.date());
            finding.where = name + ":" + pointer;
            m_report.findings.push_back(std::move(finding));
        } else {
            ++m_dropped;
        }
    }

    const xoev::TestRules& m_rules;
    const xoev::TestExceptions& m_exceptions;
    std::size_t m_max_findings;
    std::vector<std::string> m_names;
    std::map<std::size_t, std::uint64_t> m_used;
    std::uint64_t m_dropped = 0;
    base::Report m_report;
};

} // namespace

DataChecker::DataChecker(const DataRules& rules)
    : m_library(rules.schema_folders, rules.own_schemas), m_test_rules(xoev::TestRules::shipped()),
      m_exceptions(read_exceptions(rules.exceptions)), m_rules(rules)
{
}

base::Report DataChecker::check(const Data& data, std::string_view schema_uri) const
{
    return data.memory ? check_bytes(*data.memory, data.form, schema_uri, data.path)
                       : check_file(data.path, data.form, schema_uri);
}

base::Report DataChecker::check_file(const base::fs::path& file, Form form,
                                     std::string_view schema_uri, std::string name) const
{
    if (name.empty()) {
        name = file.string();
    }
    if (form == Form::json) {
        return check_json(name, base::read_file(file.string(), k_max_json));
    }
    return check_xml(name, base::source_of_file(file.string()), schema_uri);
}

base::Report DataChecker::check_bytes(base::ByteView bytes, Form form, std::string_view schema_uri,
                                      const std::string& name) const
{
    return form == Form::json ? check_json(name, bytes)
                              : check_xml(name, pieces_of(bytes), schema_uri);
}

bool DataChecker::has_package(const xoev::Identity& wanted) const
{
    return std::ranges::any_of(m_library.editions(), [&](const xoev::Edition& edition) {
        return edition.identity && edition.identity->urn == wanted.urn &&
               xoev::compare_versions(edition.identity->version, wanted.version) == 0;
    });
}

base::Report DataChecker::check_xml(const std::string& name, const xoev::ReadPiece& read,
                                    std::string_view schema_uri) const
{
    const auto wanted = xoev::parse_version_urn(schema_uri);
    const auto is_asked = wanted && has_package(*wanted);
    xoev::CheckOptions options;
    if (is_asked) {
        options.wanted = {*wanted};
    }
    options.without_schema = !is_asked;
    options.test_rules = m_rules.testdata ? &m_test_rules : nullptr;
    options.test_exceptions = &m_exceptions;
    options.max_findings = m_rules.max_findings;
    options.at = m_rules.at;
    auto verdict = xoev::DocumentChecker(m_library, options).check(name, read);
    verdict.report.subject = "file:" + name;
    if (is_asked) {
        note_schema(verdict);
    } else {
        note_no_schema(verdict.report, wanted ? "not_installed" : "schema_uri_unknown");
    }
    if (!m_rules.testdata) {
        verdict.report.unchecked.push_back({.element = "testdata", .reason = "not_requested"});
    }
    return std::move(verdict.report);
}

base::Report DataChecker::check_json(const std::string& name, base::ByteView bytes) const
{
    const auto document = json::parse(base::as_text(bytes), name);
    base::Report report;
    if (m_rules.testdata) {
        report = JsonWalk(m_test_rules, m_exceptions, m_rules.max_findings).run(document, name);
    } else {
        report.unchecked.push_back({.element = "testdata", .reason = "not_requested"});
    }
    report.subject = "file:" + name;
    note_no_schema(report, "no_check_for_json");
    return report;
}

} // namespace anb::testantrag
