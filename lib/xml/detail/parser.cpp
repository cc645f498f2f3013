// SPDX-License-Identifier: EUPL-1.2

#include "xml/detail/parser.hpp"

#include "base/text.hpp"
#include "xml/inspect.hpp"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <utility>

namespace anb::xml::detail {

namespace {

constexpr std::size_t k_piece = std::size_t{16} * 1024;
constexpr std::ptrdiff_t k_max_tag = std::ptrdiff_t{256} * 1024;
constexpr std::ptrdiff_t k_max_markup = 10'000'000;
constexpr std::size_t k_max_names = 10'000'000; ///< bytes of distinct names

/// Encodings in which every byte sequence has one meaning, however it is cut into pieces.
bool admitted(std::string_view encoding)
{
    const auto name = base::to_lower_ascii(encoding);
    return name.starts_with("utf-16") || name == "utf-8" || name == "ascii" || name == "us-ascii" ||
           name.starts_with("iso-8859-") || name.starts_with("windows-125") ||
           name.starts_with("cp125");
}

// While libxml2 converts or moves its input, the place it notes in there is freed memory.
bool leaves_input_alone(const xmlError& error)
{
    return error.domain != XML_FROM_IO && error.domain != XML_FROM_I18N &&
           error.domain != XML_FROM_BUFFER && error.code != XML_ERR_NO_MEMORY;
}

} // namespace

struct Parser::Callbacks {
    static Parser& parser(void* user) { return *static_cast<Parser*>(user); }

    static void begin(void* user)
    {
        auto& self = parser(user);
        const auto version = to_string(self.m_context->version);
        if (!version.empty() && version != "1.0") {
            self.stop({"ANB-X109", {{"version", version}}, {}});
            return;
        }
        const auto* converter = self.converter();
        if (converter != nullptr && !admitted(to_string(converter->name))) {
            self.stop({"ANB-X105", {}, to_string(converter->name)});
        }
    }

    static void start(void* user, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri,
                      int namespace_count, const xmlChar** namespaces, int attribute_count,
                      int defaulted_count, const xmlChar** attributes)
    {
        auto& self = parser(user);
        self.m_root_seen = true;
        if (++self.m_depth > k_max_depth) {
            self.stop({"ANB-X104", {}, "depth " + std::to_string(self.m_depth)});
            return;
        }
        self.m_events.start({name, prefix, uri, namespace_count, namespaces, attribute_count,
                             defaulted_count, attributes});
        self.passed(true);
    }

    static void end(void* user, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri)
    {
        auto& self = parser(user);
        --self.m_depth;
        self.m_events.end(name, prefix, uri);
        self.passed(false);
    }

    static void text(void* user, const xmlChar* piece, int size)
    {
        auto& self = parser(user);
        self.m_events.text({reinterpret_cast<const char*>(piece), static_cast<std::size_t>(size)});
        self.passed(false);
    }

    static void comment(void* user, const xmlChar*) { parser(user).passed(false); }

    static void instruction(void* user, const xmlChar*, const xmlChar*)
    {
        parser(user).passed(false);
    }

    static void document_type(void* user, const xmlChar* name, const xmlChar*, const xmlChar*)
    {
        parser(user).stop({"ANB-X103", {}, to_string(name)});
    }

    static void error(void* user, ErrorPointer error)
    {
        if (error->level >= XML_ERR_ERROR) {
            parser(user).take(*error);
        }
    }
};

void Parser::refuse(Fault reason)
{
    if (!m_fault) {
        const auto place = reason.code == "ANB-X106" ? end_of_input() : here();
        m_fault = std::move(reason);
        m_fault->values.insert(m_fault->values.begin(), {{"file", m_origin},
                                                         {"line", std::to_string(place.line)},
                                                         {"column", std::to_string(place.column)}});
    }
}

Place Parser::end_of_input() const
{
    auto place = here();
    const auto* input = m_context->input;
    for (const auto* at = input == nullptr ? nullptr : input->cur; at != nullptr && at < input->end;
         ++at) {
        place = *at == '\n' ? Place{place.line + 1, 1} : Place{place.line, place.column + 1};
    }
    return place;
}

// Not from within the handler of errors: libxml2 goes on using what this frees.
void Parser::stop(Fault reason)
{
    refuse(std::move(reason));
    xmlStopParser(m_context.get());
}

void Parser::halt()
{
    m_halted = true;
    xmlStopParser(m_context.get());
}

void Parser::parse(base::ByteView piece, bool end)
{
    const Silence silence(this, Callbacks::error);
    m_at_end = end;
    const int code = xmlParseChunk(m_context.get(), reinterpret_cast<const char*>(piece.data()),
                                   static_cast<int>(piece.size()), end ? 1 : 0);
    if (code == XML_ERR_INVALID_ENCODING && !m_halted) {
        refuse({"ANB-X105", {}, {}});
    }
    m_size += piece.size();
}

void Parser::take(const xmlError& error)
{
    if (m_halted) {
        return;
    }
    auto reason = classify(error);
    const bool unspecific = leaves_input_alone(error) &&
                            (reason.code == "ANB-X102" || error.code == XML_ERR_INTERNAL_ERROR);
    const bool ends_early =
        m_at_end && (error.code == XML_ERR_DOCUMENT_END || !m_root_seen || m_depth > 0);
    if (unspecific && stuck_at_bad_bytes()) {
        reason.code = "ANB-X105";
    } else if (unspecific && ends_early && error.code != XML_ERR_LT_IN_ATTRIBUTE) {
        reason.code = "ANB-X106";
    }
    refuse(std::move(reason));
}

const xmlCharEncodingHandler* Parser::converter() const
{
    const auto* input = m_context->input;
    return input == nullptr || input->buf == nullptr ? nullptr : input->buf->encoder;
}

bool Parser::left_unconverted() const
{
    return m_at_end && converter() != nullptr && xmlBufUse(m_context->input->buf->raw) > 0;
}

bool Parser::stuck_at_bad_bytes() const
{
    if (left_unconverted()) {
        return true;
    }
    const auto* input = m_context->input;
    if (input == nullptr || input->cur >= input->end) {
        return false;
    }
    const unsigned char lead = *input->cur;
    const std::ptrdiff_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const auto count = static_cast<std::size_t>(std::min(size, input->end - input->cur));
    return !base::is_utf8({reinterpret_cast<const char*>(input->cur), count});
}

std::ptrdiff_t Parser::backlog() const
{
    return m_context->input == nullptr ? 0 : m_context->input->end - m_context->input->cur;
}

// Of a CDATA section libxml2 takes 300 bytes with each call and keeps the rest.
void Parser::drain()
{
    auto before = backlog();
    while (!m_fault && m_context->instate == XML_PARSER_CDATA_SECTION) {
        parse({}, false);
        const auto after = backlog();
        if (after >= before) {
            break;
        }
        before = after;
    }
}

// libxml2 compares every attribute of a tag with every other.
void Parser::bound_tag()
{
    if (m_fault || backlog() <= k_max_tag) {
        return;
    }
    const auto* start = m_context->input->cur;
    if (start[0] == '<' && start[1] != '!' && start[1] != '?') {
        refuse({"ANB-X104", {}, "start tag of more than 256 KiB"});
    } else if (backlog() > k_max_markup) {
        refuse({"ANB-X104", {}, "comment or instruction of more than 10 MB"});
    }
}

void Parser::check() const
{
    if (m_fault) {
        throw base::Error(base::ErrorKind::input, m_fault->code, m_fault->values, m_fault->detail);
    }
}

Parser::Parser(std::string origin, Events& events, ParserOptions options)
    : m_origin(std::move(origin)), m_events(events)
{
    start_library();
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startDocument = Callbacks::begin;
    handler.startElementNs = Callbacks::start;
    handler.endElementNs = Callbacks::end;
    handler.internalSubset = Callbacks::document_type;
    handler.serror = Callbacks::error;
    if (options.text) {
        handler.characters = Callbacks::text;
        handler.cdataBlock = Callbacks::text;
        handler.ignorableWhitespace = Callbacks::text;
        handler.comment = Callbacks::comment;
        handler.processingInstruction = Callbacks::instruction;
    }
    m_context.reset(xmlCreatePushParserCtxt(&handler, this, nullptr, 0, nullptr));
    if (!m_context) {
        base::fail_internal("xmlCreatePushParserCtxt");
    }
    xmlCtxtUseOptions(m_context.get(), XML_PARSE_NONET | (options.huge ? XML_PARSE_HUGE : 0));
    if (options.names != nullptr) {
        xmlDictFree(m_context->dict);
        m_context->dict = options.names;
        xmlDictReference(options.names);
    }
    xmlDictSetLimit(m_context->dict, k_max_names);
}

void Parser::update(base::ByteView piece)
{
    check();
    while (!piece.empty() && !m_halted) {
        const auto part = piece.first(std::min(piece.size(), k_piece));
        parse(part, false);
        drain();
        bound_tag();
        check();
        piece = piece.subspan(part.size());
    }
}

void Parser::finish()
{
    check();
    if (m_halted) {
        return;
    }
    parse({}, true);
    if (left_unconverted()) {
        refuse({"ANB-X105", {}, {}});
    }
    if (!m_root_seen || m_depth != 0) {
        refuse({"ANB-X106", {}, {}});
    }
    check();
}

} // namespace anb::xml::detail
