// SPDX-License-Identifier: EUPL-1.2

#include "xml/validator.hpp"

#include "base/error.hpp"
#include "xml/detail/base64_text.hpp"
#include "xml/detail/compiled.hpp"
#include "xml/detail/explain.hpp"
#include "xml/detail/name_table.hpp"
#include "xml/detail/parser.hpp"
#include "xml/detail/short_tags.hpp"

#include <libxml/xmlschemas.h>

#include <algorithm>
#include <deque>
#include <exception>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace anb::xml {

namespace {

/// Offset of the first character that is no white space; the size when there is none.
std::size_t skip_blanks(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size() &&
           (text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r')) {
        ++at;
    }
    return at;
}

/// Behind what stands from a place on.
Place behind(Place place, std::string_view passed)
{
    if (passed.empty()) {
        return place;
    }
    const auto last_break = passed.rfind('\n');
    if (last_break == std::string_view::npos) {
        place.column += passed.size();
    } else {
        place.line += static_cast<std::uint64_t>(std::ranges::count(passed, '\n'));
        place.column = passed.size() - last_break;
    }
    return place;
}

/// The names of many documents of some standards are fewer; hostile ones are not kept.
constexpr std::size_t k_most_names_kept = std::size_t{1} << 20;

struct FreeContext {
    void operator()(xmlSchemaValidCtxt* context) const { xmlSchemaFreeValidCtxt(context); }
};
struct Unplug {
    void operator()(xmlSchemaSAXPlugStruct* plug) const { xmlSchemaSAXUnplug(plug); }
};

/// In attributes libxml2 leaves a resolved "&" as a reference when it does not build a tree.
std::string resolve(std::string_view value)
{
    constexpr std::string_view k_reference = "&#38;";
    std::string text;
    for (std::size_t at = 0; at < value.size();) {
        if (value.substr(at).starts_with(k_reference)) {
            text += '&';
            at += k_reference.size();
        } else {
            text += value[at++];
        }
    }
    return text;
}

} // namespace

struct Validator::State : detail::Events {
    detail::Names dictionary;
    std::optional<detail::Parser> parser;
    Observer* observer = nullptr;
    std::map<const Schema*, std::unique_ptr<xmlSchemaValidCtxt, FreeContext>> contexts;
    std::unique_ptr<xmlSchemaSAXPlugStruct, Unplug> plug;
    xmlSAXHandler* checks = nullptr;
    void* checks_context = nullptr;
    detail::ShortTags short_tags;
    detail::NameTable names;
    detail::LevelStack levels;
    std::string text_so_far;
    bool blank = true; ///< the text so far
    Place text_place;  ///< of its first character that is no white space
    Place event_place, value_place;
    bool at_end_tag = false;
    std::optional<detail::Base64Text> base64; ///< where it is not kept
    bool base64_whole = false, base64_bad = false;
    std::optional<Violation> previous;
    std::vector<AttributeText> attributes;
    std::deque<std::string> resolved;
    std::vector<Binding> bindings;

    void begin(std::string origin, Observer& of)
    {
        plug.reset();
        checks = nullptr;
        observer = &of;
        levels.clear();
        forget_text();
        previous.reset();
        if (!dictionary || xmlDictGetUsage(dictionary.get()) > k_most_names_kept) {
            names.clear();
            dictionary.reset(xmlDictCreate());
        }
        parser.emplace(std::move(origin), *this,
                       detail::ParserOptions{true, true, dictionary.get()});
    }

    void use(const Schema* schema)
    {
        if (schema == nullptr) {
            return;
        }
        auto& context = contexts[schema];
        if (!context) {
            context.reset(xmlSchemaNewValidCtxt(schema->compiled().schema.get()));
            if (!context) {
                base::fail_internal("xmlSchemaNewValidCtxt");
            }
            xmlSchemaSetValidStructuredErrors(context.get(), take, this);
        }
        short_tags.begin(&schema->compiled().names);
        checks = nullptr;
        checks_context = nullptr;
        plug.reset(xmlSchemaSAXPlug(context.get(), &checks, &checks_context));
        if (!plug) {
            base::fail_internal("xmlSchemaSAXPlug");
        }
    }

    static void take(void* user, detail::ErrorPointer error)
    {
        auto& self = *static_cast<State*>(user);
        if (error->level < XML_ERR_ERROR || (self.base64_bad && self.at_end_tag)) {
            return;
        }
        auto violation = detail::explain(*error, self.short_tags.names());
        if (violation.rule == Rule::key && violation.name.local != self.levels.top().name->local) {
            self.report_inside(std::move(violation));
        } else {
            self.report(std::move(violation));
        }
    }

    /// Said of an element inside the open one when that ends; libxml2 does not tell where.
    void report_inside(Violation violation)
    {
        violation.place = levels.top().place;
        violation.path = levels.path() + "//" + violation.name.local;
        violation.element = violation.name.local;
        previous.reset();
        guard([&] { observer->violation(std::move(violation)); });
    }

    void report(Violation violation)
    {
        if (previous && detail::is_echo(violation, *previous)) {
            return;
        }
        if (violation.rule == Rule::root_unknown && levels.depth() > 1) {
            violation.rule = Rule::wildcard;
        }
        const bool of_parent = is_said_of_parent(violation);
        auto& level = levels.top(of_parent ? 1 : 0);
        const bool of_text = at_end_tag && violation.attribute.empty();
        violation.place = event_place;
        if (violation.rule == Rule::element_missing) {
            violation.parent_line = level.place.line;
        } else if (of_text || violation.rule == Rule::text_forbidden) {
            violation.place = value_place;
        }
        violation.path = levels.path(of_parent ? 1 : 0);
        violation.element = detail::qualified(level.prefix, level.local);
        violation.name = {std::string(level.name->namespace_uri), std::string(level.name->local)};
        if (violation.value.empty()) {
            violation.value = value_of(violation);
        }
        previous = violation;
        guard([&] { observer->violation(std::move(violation)); });
    }

    /// What an observer throws must not pass through libxml2: it ends the document and is thrown
    /// again outside.
    template <typename Call>
    void guard(const Call& call)
    {
        if (thrown) {
            return;
        }
        try {
            call();
        } catch (...) {
            thrown = std::current_exception();
            ended = true;
        }
    }

    void rethrow()
    {
        if (thrown) {
            plug.reset();
            std::rethrow_exception(std::exchange(thrown, nullptr));
        }
    }

    /// That an element may hold no elements is said while the first of them begins.
    bool is_said_of_parent(const Violation& violation)
    {
        return !at_end_tag && levels.depth() > 1 &&
               (violation.rule == Rule::element_forbidden ||
                violation.rule == Rule::content_forbidden) &&
               violation.name.local == levels.top(1).name->local &&
               violation.name.local != levels.top().name->local;
    }

    /// What libxml2 cuts from long sentences.
    std::string value_of(const Violation& violation) const
    {
        if (violation.rule == Rule::text_forbidden) {
            return text_so_far;
        }
        if (!detail::is_of_value(violation.rule)) {
            return {};
        }
        if (violation.attribute.empty()) {
            return at_end_tag ? text_so_far : std::string();
        }
        const auto found =
            std::ranges::find(attributes, violation.attribute, &AttributeText::local);
        return found == attributes.end() ? std::string() : std::string(found->value);
    }

    void forget_text()
    {
        text_so_far.clear();
        blank = true;
        base64.reset();
        base64_whole = false;
        base64_bad = false;
    }

    void hand_over_text()
    {
        if (checks != nullptr) {
            checks->characters(checks_context, reinterpret_cast<const xmlChar*>(text_so_far.data()),
                               static_cast<int>(text_so_far.size()));
        }
    }

    void start(const detail::StartTag& tag) override
    {
        const bool one_line = parser->begin().line == parser->here().line;
        event_place = one_line ? parser->begin() : parser->here();
        at_end_tag = false;
        if (!blank) {
            value_place = text_place;
            previous.reset();
            hand_over_text();
        }
        forget_text();
        previous.reset();
        const bool root = levels.empty();
        const auto& name = names.find(tag.name, tag.uri);
        levels.push(name, tag.name, tag.prefix, event_place);
        const auto seen = to_start_tag(tag, name);
        guard([&] {
            if (root) {
                use(observer->choose(seen));
            }
            const auto form = observer->start(seen);
            base64_whole = form == TextForm::base64_whole;
            if (form == TextForm::base64) {
                base64.emplace();
            }
        });
        if (checks != nullptr) {
            checks->startElementNs(checks_context, tag.name, tag.prefix, short_tags.uri(tag.uri),
                                   tag.namespace_count, short_tags.namespaces(tag),
                                   tag.attribute_count, tag.defaulted_count,
                                   short_tags.attributes(tag));
        }
        stop_if_ended();
    }

    StartTag to_start_tag(const detail::StartTag& tag, const Name& name)
    {
        const auto view = [](const xmlChar* text) {
            return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
        };
        attributes.clear();
        if (!resolved.empty()) {
            resolved.clear();
        }
        if (!bindings.empty()) {
            bindings.clear();
        }
        for (int i = 0; i < tag.attribute_count; ++i) {
            const auto* const* at = tag.attributes + static_cast<std::ptrdiff_t>(i) * 5;
            std::string_view value(reinterpret_cast<const char*>(at[3]),
                                   static_cast<std::size_t>(at[4] - at[3]));
            if (value.find('&') != std::string_view::npos) {
                value = resolved.emplace_back(resolve(value));
            }
            attributes.push_back({view(at[1]), view(at[2]), view(at[0]), value});
        }
        for (int i = 0; i < tag.namespace_count; ++i) {
            const auto* const* at = tag.namespaces + static_cast<std::ptrdiff_t>(i) * 2;
            bindings.push_back({detail::to_string(at[0]), detail::to_string(at[1])});
        }
        return {name, view(tag.prefix), attributes, bindings, event_place};
    }

    void end(const xmlChar* name, const xmlChar* prefix, const xmlChar* uri) override
    {
        event_place = parser->begin();
        at_end_tag = true;
        auto& level = levels.top();
        value_place = blank ? level.place : text_place;
        if (level.has_children) {
            previous.reset();
        }
        if (base64_whole) {
            base64.emplace();
            stream_base64(std::string_view(text_so_far).substr(skip_blanks(text_so_far)),
                          value_place);
        }
        if (base64 && !base64_bad && !base64->finish()) {
            report_base64("…");
        }
        if (!text_so_far.empty() && !(blank && level.has_children)) {
            hand_over_text();
        }
        if (checks != nullptr) {
            checks->endElementNs(checks_context, name, prefix, short_tags.uri(uri));
        }
        guard([&] {
            observer->end(
                {*level.name, text_so_far, !level.has_children, value_place, event_place});
        });
        forget_text();
        levels.pop();
        stop_if_ended();
    }

    void text(std::string_view piece) override
    {
        if (base64) {
            stream_base64(piece, parser->begin());
            return;
        }
        if (text_so_far.size() + piece.size() > k_max_text) {
            parser->stop({"ANB-X104", {}, "text of more than 8 MiB"});
            return;
        }
        if (blank) {
            const auto blanks = skip_blanks(piece);
            if (blanks < piece.size()) {
                blank = false;
                text_place = behind(parser->begin(), piece.substr(0, blanks));
            }
        }
        text_so_far += piece;
    }

    void stream_base64(std::string_view piece, Place begin)
    {
        if (base64_bad) {
            return;
        }
        const auto bad = base64->update(piece);
        if (bad != detail::Base64Text::k_good) {
            value_place = behind(begin, piece.substr(0, bad));
            constexpr std::size_t k_around = 8;
            const auto from = bad < k_around ? 0 : bad - k_around;
            report_base64(std::string(piece.substr(from, 2 * k_around)));
        }
    }

    void report_base64(std::string shown)
    {
        base64_bad = true;
        Violation violation;
        violation.rule = Rule::type;
        violation.type = "xs:base64Binary";
        violation.value = std::move(shown);
        at_end_tag = true;
        report(std::move(violation));
    }

    void stop_if_ended()
    {
        if (ended) {
            parser->halt();
        }
    }

    bool ended = false;
    std::exception_ptr thrown;
};

// Two threads that make their first dictionary at once would otherwise wait for each other forever.
Validator::Validator() : m_state(std::make_unique<State>())
{
    detail::start_library();
}

Validator::Validator(Validator&&) noexcept = default;
Validator::~Validator() = default;

void Validator::begin(std::string origin, Observer& observer)
{
    m_state->ended = false;
    m_state->thrown = nullptr;
    m_state->begin(std::move(origin), observer);
}

void Validator::update(base::ByteView piece)
{
    if (!m_state->ended) {
        m_state->parser->update(piece);
        m_state->rethrow();
    }
}

void Validator::finish()
{
    if (!m_state->ended) {
        m_state->parser->finish();
        m_state->rethrow();
    }
    m_state->plug.reset();
}

std::string Validator::path() const
{
    return m_state->levels.path();
}

} // namespace anb::xml
