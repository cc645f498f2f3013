// SPDX-License-Identifier: EUPL-1.2

#include "xoev/check.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "xml/tree.hpp"
#include "xml/validator.hpp"
#include "xoev/head_rules.hpp"
#include "xoev/references.hpp"
#include "xoev/sentences.hpp"
#include "xoev/tracker.hpp"
#include "xoev/types.hpp"
#include "xoev/version_rules.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace anb::xoev {

namespace {

using base::Finding;
using base::Severity;

constexpr std::size_t k_piece = std::size_t{64} * 1024;
constexpr std::size_t k_most_for_rules = std::size_t{32} * 1024 * 1024; ///< they need a tree

/// The document itself cannot be read, and not a schema or list that it needs.
bool is_about(const base::Error& error, const std::string& document)
{
    return error.code().starts_with("ANB-X") &&
           std::ranges::any_of(error.values(), [&](const auto& value) {
               return value.first == "file" && value.second == document;
           });
}

/// "person", or "person/@zu" of an attribute.
std::string last_step(const std::string& path)
{
    auto slash = path.rfind('/');
    if (slash > 0 && path.compare(slash, 2, "/@") == 0) {
        slash = path.rfind('/', slash - 1);
    }
    return path.substr(slash + 1);
}

} // namespace

struct DocumentChecker::State : xml::Observer {
    State(const Library& of, const CheckOptions& with) : library(of), options(with), codes(of) {}

    const Library& library;
    const CheckOptions& options;
    xml::Validator validator;
    std::map<const Ready*, std::unique_ptr<TypeTable>> tables;

    std::string name;
    Verdict verdict;
    Tracker tracker;
    References references;
    CodeCheck codes;
    HeadRules head;
    std::vector<std::string_view> names;
    std::vector<Finding> findings;
    std::map<std::size_t, std::uint64_t> exceptions; ///< used ones, and how often
    std::uint64_t dropped = 0;
    std::string standard, root;
    bool marked_as_test = false, may_be_marked = false, ids_hidden = false;
    std::optional<base::Error> no_schema;
    const Library::BusinessRules* rules = nullptr;
    base::Bytes kept; ///< the document, for rules
    bool too_large = false;

    void begin(const std::string& of)
    {
        name = of;
        verdict = {};
        tracker.begin(nullptr);
        references.clear();
        codes.clear();
        head.clear();
        names.clear();
        findings.clear();
        exceptions.clear();
        hints.clear();
        dropped = 0;
        standard.clear();
        root.clear();
        marked_as_test = false;
        may_be_marked = false;
        ids_hidden = false;
        no_schema.reset();
        rules = nullptr;
        kept.clear();
        too_large = false;
    }

    /// Called with every piece; before the root is known it may yet be needed.
    void keep(base::ByteView piece)
    {
        const bool needed = root.empty() || (rules != nullptr && !rules->rules.empty());
        too_large = too_large || (needed && kept.size() + piece.size() > k_most_for_rules);
        if (!needed || too_large) {
            kept.clear();
            return;
        }
        kept.insert(kept.end(), piece.begin(), piece.end());
    }

    /// A document may have more faults than anybody wants to see or any memory holds.
    void add(Finding finding)
    {
        if (options.max_findings == 0 || findings.size() < options.max_findings) {
            findings.push_back(std::move(finding));
            return;
        }
        ++dropped;
        const bool first_error =
            finding.severity == Severity::error &&
            std::ranges::find(findings, Severity::error, &Finding::severity) == findings.end();
        if (first_error) {
            findings.back() = std::move(finding);
        }
    }

    /// Without a schema the document's form is still looked at, since a fault of it comes first.
    const xml::Schema* choose(const xml::StartTag& tag) override
    {
        try {
            return choose_schema(tag);
        } catch (const base::Error& error) {
            no_schema = error;
            return nullptr;
        }
    }

    const xml::Schema* choose_schema(const xml::StartTag& tag)
    {
        root = tag.name.local;
        if (options.without_schema) {
            return nullptr;
        }
        auto choice = choose_edition(library, options, tag);
        verdict.edition = choice.edition;
        if (choice.finding) {
            verdict.schema_valid = false;
            ++verdict.schema_errors;
            add(std::move(*choice.finding));
        }
        if (choice.edition == nullptr) {
            return nullptr;
        }
        standard = choice.edition->title();
        const auto& ready = library.ready(*choice.edition);
        if (!choice.edition->rule_files.empty()) {
            rules = &library.business_rules(*choice.edition);
        }
        auto& table = tables[&ready];
        if (!table) {
            table = std::make_unique<TypeTable>(ready.standard.types);
        }
        tracker.begin(table.get());
        return &ready.schema;
    }

    xml::TextForm start(const xml::StartTag& tag) override
    {
        ++verdict.elements;
        names.push_back(tag.name.local);
        const auto* type = tracker.start(tag);
        if (names.size() == 1) {
            read_root(tag, type);
        }
        if (type == nullptr) {
            return xml::TextForm::plain;
        }
        for (const auto& attribute : tag.attributes) {
            const auto meaning = meaning_of(*type, attribute);
            if (is_reference(meaning)) {
                refer(meaning, attribute.value, tag.place, attribute.local);
            } else if (meaning != Meaning::plain) {
                judge_base64(attribute, tag.place);
            }
        }
        if (type->code) {
            codes.start(*type, tag, names.size());
        }
        return type->meaning == Meaning::base64_whole ? xml::TextForm::base64_whole
               : type->meaning != Meaning::base64     ? xml::TextForm::plain
               : is_nil(tag)                          ? xml::TextForm::base64_whole
                                                      : xml::TextForm::base64;
    }

    /// libxml2 passes over characters that do not belong to it.
    void judge_base64(const xml::AttributeText& attribute, xml::Place place)
    {
        if (!base::from_wrapped_base64(attribute.value)) {
            xml::Violation wrong;
            wrong.rule = xml::Rule::type;
            wrong.place = place;
            wrong.path = validator.path();
            wrong.element = element();
            wrong.attribute = attribute.local;
            wrong.value = attribute.value;
            wrong.type = "xs:base64Binary";
            violation(std::move(wrong));
        }
    }

    /// The schema's check has to see that there is no text.
    static bool is_nil(const xml::StartTag& tag)
    {
        return std::ranges::any_of(tag.attributes, [](const xml::AttributeText& attribute) {
            return attribute.local == "nil" && attribute.namespace_uri == xml::k_instance_namespace;
        });
    }

    static Meaning meaning_of(const ElementType& type, const xml::AttributeText& attribute)
    {
        const auto found = std::ranges::find_if(type.attributes, [&](const AttributeType& each) {
            return each.name == attribute.local && each.namespace_uri == attribute.namespace_uri;
        });
        return found == type.attributes.end() ? Meaning::plain : found->meaning;
    }

    void read_root(const xml::StartTag& tag, const ElementType* type)
    {
        may_be_marked = type != nullptr && type->attribute("test") != nullptr;
        marked_as_test = std::ranges::any_of(tag.attributes, [](const xml::AttributeText& each) {
            return each.local == "test" && each.namespace_uri.empty() && !each.value.empty();
        });
    }

    void refer(Meaning meaning, std::string_view value, xml::Place place,
               std::string_view attribute)
    {
        const auto path = [&] {
            return validator.path() + (attribute.empty() ? "" : "/@" + std::string(attribute));
        };
        const auto* first = references.add(meaning, value, place, path);
        if (first != nullptr) {
            ++verdict.reference_errors;
            verdict.schema_valid = false;
            add(make_finding(Severity::error, "ANB-V140", place, path(), element(),
                             {{"element", element()},
                              {"value", cut(value)},
                              {"first_line", std::to_string(first->line)}},
                             "xsd:id"));
        }
    }

    std::string element() const { return last_step(validator.path()); }

    void end(const xml::EndTag& tag) override
    {
        const auto* type = tracker.type();
        if (tag.leaf) {
            if (type != nullptr && is_reference(type->meaning)) {
                refer(type->meaning, tag.text, tag.text_place, {});
            }
            if (codes.is_inside(names.size())) {
                codes.value(tag.name.local, tag.text, tag.text_place, names.size(),
                            [&] { return validator.path(); });
            }
            read_head(tag);
            judge_test_data(tag);
        }
        codes.end(names.size());
        tracker.end();
        names.pop_back();
        if (codes.has_findings()) {
            take_code_findings();
        }
    }

    void take_code_findings()
    {
        for (auto& finding : codes.take_findings()) {
            if (finding.severity == Severity::error) {
                ++verdict.code_errors;
                add(std::move(finding));
            } else {
                hints.push_back(std::move(finding));
            }
        }
    }

    void read_head(const xml::EndTag& tag)
    {
        constexpr std::size_t k_deepest_head = 5;
        if (names.size() <= k_deepest_head && names.size() > 1 &&
            HeadRules::is_wanted(names.back())) {
            head.value(names, tag.text, tag.text_place, [&] { return validator.path(); });
        }
    }

    void judge_test_data(const xml::EndTag& tag)
    {
        if (options.test_rules == nullptr) {
            return;
        }
        const auto code = options.test_rules->judge(names, tag.text);
        const auto exception = code.empty() || options.test_exceptions == nullptr
                                   ? std::nullopt
                                   : options.test_exceptions->find(names, tag.text);
        if (exception) {
            ++exceptions[*exception];
        } else if (!code.empty()) {
            ++verdict.test_errors;
            add(make_finding(Severity::error, code, tag.text_place, validator.path(), element(),
                             {{"element", element()}}, "testdata:" + options.test_rules->date()));
        }
    }

    void violation(xml::Violation violation) override
    {
        ids_hidden = ids_hidden || violation.rule == xml::Rule::type_unknown ||
                     violation.rule == xml::Rule::attribute_unknown;
        ++verdict.schema_errors;
        verdict.schema_valid = false;
        if (options.max_findings > 0 && findings.size() >= options.max_findings) {
            ++dropped;
            return;
        }
        findings.push_back(to_finding(violation, tracker, standard));
    }

    /// Where the structure is broken, a missing ID may stand in what could not be followed.
    void finish_references()
    {
        if (ids_hidden || tracker.is_lost()) {
            verdict.references_followed = false;
            return;
        }
        for (auto& dangling : references.dangling()) {
            ++verdict.reference_errors;
            verdict.schema_valid = false;
            const auto last = last_step(dangling.path);
            add(make_finding(
                Severity::error, "ANB-V141", dangling.place, dangling.path, last,
                {{"element", last.empty() ? "IDREF" : last}, {"value", cut(dangling.value)}},
                "xsd:idref"));
        }
    }

    /// Business rules suppose that the schema is kept.
    void check_rules()
    {
        if (rules == nullptr) {
            return;
        }
        for (const auto& refused : rules->refused) {
            hints.push_back(refused);
        }
        const bool wrong = !findings.empty() || !verdict.schema_valid;
        if (rules->rules.empty() || wrong || too_large) {
            verdict.rules = rules->rules.empty() ? "unsupported_construct"
                            : wrong              ? "other_errors"
                                                 : "document_too_large";
            return;
        }
        verdict.rules = rules->refused.empty() ? "checked" : "in_part";
        const auto tree = xml::read_tree(kept, name);
        for (const auto& each : rules->rules) {
            take_outcome(each.check(*tree));
        }
    }

    void take_outcome(schematron::Outcome outcome)
    {
        for (const auto& broken : outcome.failures) {
            const auto severity = broken.role == schematron::Role::error     ? Severity::error
                                  : broken.role == schematron::Role::warning ? Severity::warning
                                                                             : Severity::note;
            verdict.rule_errors += severity == Severity::error ? 1U : 0U;
            add(make_finding(severity, "ANB-V180", {broken.line, 1}, broken.path, broken.element,
                             {{"rule", broken.id}, {"text", broken.text}},
                             "schematron:" + broken.id));
        }
        for (const auto& doubt : outcome.doubts) {
            verdict.rules = "in_part";
            hints.push_back(make_finding(Severity::note, "ANB-V184", {0, 0}, {}, "business_rules",
                                         {{"rule", doubt.id}, {"construct", doubt.reason}},
                                         "schematron:" + doubt.id));
        }
    }

    /// What is worth a word when nothing is wrong.
    void finish_hints()
    {
        if (options.test_rules != nullptr && may_be_marked && !marked_as_test) {
            ++verdict.test_errors;
            add(make_finding(Severity::error, "ANB-V175", {1, 1}, "/" + root, root, {},
                             "xoev:basisnachricht"));
        }
        if (findings.empty()) {
            for (auto& finding : head.judge(root, options.at)) {
                add(std::move(finding));
            }
            for (auto& hint : hints) {
                add(std::move(hint));
            }
        }
        hints.clear();
    }

    void take(const base::Error& error)
    {
        Finding finding;
        finding.severity = Severity::error;
        finding.code = error.code();
        finding.values = error.values();
        finding.rule = "xml";
        for (const auto& [key, value] : error.values()) {
            auto& into = key == "line" ? finding.spot.line : finding.spot.column;
            if (key == "line" || key == "column") {
                into = std::strtoull(value.c_str(), nullptr, 10);
            }
        }
        findings.clear();
        findings.push_back(std::move(finding));
        dropped = 0;
        verdict.well_formed = false;
        verdict.schema_valid = false;
    }

    void add_exceptions()
    {
        for (const auto& [number, count] : exceptions) {
            findings.push_back(exception_used(options.test_exceptions->all()[number], count));
        }
    }

    Verdict finish()
    {
        for (auto& finding : findings) {
            if (finding.where.empty() && finding.spot.line > 0 &&
                !finding.code.starts_with("ANB-X")) {
                finding.where = name + ":" + std::to_string(finding.spot.line) + ":" +
                                std::to_string(finding.spot.column);
            }
        }
        std::ranges::stable_sort(findings, {}, [](const Finding& finding) {
            return std::pair(finding.spot.line, finding.spot.column);
        });
        if (dropped > 0) {
            Finding more;
            more.severity = Severity::note;
            more.code = "ANB-V199";
            more.values = {{"file", name}, {"count", std::to_string(dropped)}};
            findings.push_back(std::move(more));
        }
        add_exceptions();
        verdict.lists = codes.uses();
        verdict.message_uuid = head.uuid();
        verdict.report.findings = std::exchange(findings, {});
        return std::exchange(verdict, {});
    }

    std::vector<Finding> hints;
};

DocumentChecker::DocumentChecker(const Library& library, const CheckOptions& options)
    : m_state(std::make_unique<State>(library, options))
{
}

DocumentChecker::DocumentChecker(DocumentChecker&&) noexcept = default;
DocumentChecker::~DocumentChecker() = default;

Verdict DocumentChecker::check(const std::string& name, const ReadPiece& read)
{
    auto& state = *m_state;
    state.begin(name);
    state.validator.begin(name, state);
    std::array<std::byte, k_piece> buffer;
    try {
        while (const auto count = read(buffer)) {
            const auto piece = std::span(buffer).first(count);
            state.validator.update(piece);
            state.keep(piece);
        }
        state.validator.finish();
    } catch (const base::Error& error) {
        if (!is_about(error, name)) {
            throw;
        }
        state.take(error);
        return state.finish();
    }
    if (state.no_schema) {
        throw base::Error(*state.no_schema);
    }
    state.finish_references();
    state.check_rules();
    state.finish_hints();
    return state.finish();
}

} // namespace anb::xoev
