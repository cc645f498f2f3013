// SPDX-License-Identifier: EUPL-1.2

#include "cli_validation/view.hpp"

#include "base/text.hpp"
#include "xoev/unchecked.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::cli_validation {

namespace {

using xoev::ListState;

std::string count_text(std::uint64_t count, std::string_view one, std::string_view many)
{
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string_view state_word(ListState state)
{
    switch (state) {
    case ListState::installed:
        return "installed";
    case ListState::other_versions:
        return "version_not_installed";
    case ListState::absent:
        return "not_installed";
    }
    return {};
}

} // namespace

std::string headline(const std::string& name, const xoev::Verdict& verdict, bool testdata,
                     const cli::Io& io)
{
    auto text = (name == "-" ? "(stdin)" : base::printable(name)) + ": ";
    if (!verdict.well_formed) {
        return text + io.say("nicht lesbar (kein zulässiges XML)", "not readable (no proper XML)");
    }
    const auto standard =
        verdict.edition == nullptr ? std::string() : " (" + verdict.edition->title() + ")";
    const auto errors = verdict.schema_errors + verdict.reference_errors;
    if (errors > 0) {
        return text + io.say("ungültig", "invalid") + standard + ", " +
               count_text(errors, io.say("Befund", "finding"), io.say("Befunde", "findings"));
    }
    if (verdict.code_errors > 0) {
        text += io.say("ungültig", "invalid") + standard + ", " +
                count_text(verdict.code_errors, io.say("unbekannter Code", "unknown code"),
                           io.say("unbekannte Codes", "unknown codes"));
    } else if (verdict.rule_errors > 0) {
        text += io.say("ungültig", "invalid") + standard + ", " +
                count_text(verdict.rule_errors,
                           io.say("verletzte Geschäftsregel", "broken business rule"),
                           io.say("verletzte Geschäftsregeln", "broken business rules"));
    } else {
        text += io.say("gültig", "valid") + standard;
    }
    if (verdict.test_errors > 0) {
        text += io.say(", aber nicht nur Testdaten: ", ", but not test data only: ") +
                count_text(verdict.test_errors, io.say("Befund", "finding"),
                           io.say("Befunde", "findings"));
    } else if (testdata) {
        text += io.say(", nur Testdaten erkannt", ", test data only");
    }
    return text;
}

void add_facts(xoev::Verdict& verdict)
{
    auto& facts = verdict.report.facts;
    const auto word = [](bool value) { return std::string(value ? "true" : "false"); };
    const auto number = [&](const char* name, std::uint64_t value) {
        facts.push_back({name, std::to_string(value), true});
    };
    if (verdict.edition != nullptr) {
        if (const auto& identity = verdict.edition->identity) {
            facts.push_back({"standard", identity->version_urn()});
            facts.push_back({"standard_name", identity->name});
            facts.push_back({"standard_version", identity->version});
        }
        facts.push_back({"namespace", verdict.edition->namespace_uri});
        facts.push_back({"package", verdict.edition->package});
    }
    facts.push_back({"well_formed", word(verdict.well_formed)});
    facts.push_back({"schema_valid", word(verdict.schema_valid)});
    number("schema_errors", verdict.schema_errors);
    number("reference_errors", verdict.reference_errors);
    number("code_errors", verdict.code_errors);
    number("test_errors", verdict.test_errors);
    number("rule_errors", verdict.rule_errors);
    facts.push_back({"business_rules", verdict.rules});
    number("elements", verdict.elements);
    if (!verdict.message_uuid.empty()) {
        facts.push_back({"message_uuid", base::printable(verdict.message_uuid, 64)});
    }
}

void Coverage::take(const xoev::Verdict& verdict, bool testdata)
{
    m_testdata = testdata;
    m_checked += verdict.well_formed && verdict.edition != nullptr ? 1 : 0;
    if (verdict.well_formed && verdict.edition != nullptr) {
        m_unfollowed += verdict.references_followed ? 0U : 1U;
        m_asked_rules = m_asked_rules || verdict.rules == "checked" || verdict.rules == "in_part";
        if (verdict.rules != "checked") {
            m_rules.insert(verdict.rules);
        }
    }
    for (const auto& [list, use] : verdict.lists) {
        auto& sum = m_lists[list];
        sum.state = use.state;
        sum.in_schema = sum.in_schema || use.in_schema;
        sum.codes += use.codes;
        sum.unknown += use.unknown;
    }
}

void Coverage::show(cli::Io& io) const
{
    auto& lists = io.document()["code_lists"];
    lists = json::Value::array();
    for (const auto& [list, use] : m_lists) {
        lists.push_back(
            {{"uri", list.first},
             {"version", list.second},
             {"state", use.state != ListState::installed && use.in_schema ? "in_schema"
                                                                          : state_word(use.state)},
             {"codes", use.codes},
             {"unknown", use.unknown}});
    }
    for (const auto& line : lines(io)) {
        io.line(line);
    }
}

std::vector<std::string> Coverage::lines(const cli::Io& io) const
{
    if (m_checked == 0) {
        return {};
    }
    const auto asked = static_cast<std::uint64_t>(std::ranges::count_if(
        m_lists, [](const auto& list) { return list.second.state == ListState::installed; }));
    auto layers = io.say("XML, Schema", "XML, schema");
    if (m_unfollowed < m_checked) {
        layers += io.say(", Verweise (ID/IDREF)", ", references (ID/IDREF)");
    }
    if (asked > 0) {
        layers += ", " + count_text(asked, io.say("Codeliste", "code list"),
                                    io.say("Codelisten", "code lists"));
    }
    if (m_asked_rules) {
        layers += io.say(", Geschäftsregeln", ", business rules");
    }
    if (m_testdata) {
        layers += io.say(", Testdaten", ", test data");
    }
    std::vector<std::string> lines = {io.say("Geprüft: ", "Checked: ") + layers};
    const auto open = [&](const std::string& what, const std::string& why) {
        lines.push_back(fmt::format("{}: {} ({})", io.say("Nicht geprüft", "Not checked"), what,
                                    messages::word(why, io.common().language)));
    };
    if (m_unfollowed > 0) {
        open(messages::word("references", io.common().language), "structure_not_followed");
    }
    for (const auto& [why, names] : xoev::unasked_lists(m_lists)) {
        open(fmt::format("{}: {}", io.say("Codes aus", "codes of"), base::join(names, ", ")), why);
    }
    for (const auto& why : m_rules) {
        open(messages::word("business_rules", io.common().language), why);
    }
    return lines;
}

} // namespace anb::cli_validation
