// SPDX-License-Identifier: EUPL-1.2

#include "xml/inspect.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <array>
#include <exception>
#include <mutex>
#include <optional>
#include <utility>

namespace anb::xml {

namespace {

constexpr std::size_t k_buffer = std::size_t{64} * 1024;
constexpr std::size_t k_piece = std::size_t{4} * 1024;

#if LIBXML_VERSION >= 21200
using ErrorPointer = const xmlError*;
#else
using ErrorPointer = xmlError*;
#endif

struct FreeContext {
    void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

std::string to_string(const xmlChar* text)
{
    return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text));
}

std::string to_string(const char* text)
{
    return text == nullptr ? std::string() : std::string(text);
}

/// What is wrong, before it becomes an Error outside the parser's callbacks.
struct Fault {
    std::string code;
    base::Values values;
    std::string detail;
};

/// Libraries' messages about buffers that reached a bound share their code with plain faults.
bool names_a_bound(const std::string& detail)
{
    return detail.find("too long") != std::string::npos ||
           detail.find("too big") != std::string::npos;
}

Fault classify(const xmlError& error)
{
    const auto said = to_string(error.message);
    Fault fault{"ANB-X102", {}, said.substr(0, said.find('\n'))};
    switch (error.code) {
    case XML_ERR_INVALID_ENCODING:
    case XML_ERR_UNKNOWN_ENCODING:
    case XML_ERR_UNSUPPORTED_ENCODING:
    case XML_ERR_ENCODING_NAME:
    case XML_I18N_NO_NAME:
    case XML_I18N_NO_HANDLER:
    case XML_I18N_EXCESS_HANDLER:
    case XML_I18N_CONV_FAILED:
    case XML_I18N_NO_OUTPUT:
        fault.code = "ANB-X105";
        break;
    case XML_ERR_COMMENT_NOT_FINISHED:
    case XML_ERR_PI_NOT_FINISHED:
    case XML_ERR_ATTRIBUTE_NOT_FINISHED:
        fault.code = names_a_bound(fault.detail) ? "ANB-X104" : "ANB-X102";
        break;
    case XML_ERR_TAG_NAME_MISMATCH:
        fault.code = "ANB-X107";
        fault.values = {{"element", to_string(error.str1)}, {"found", to_string(error.str2)}};
        break;
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
        fault.code = "ANB-X108";
        fault.values = {{"name", to_string(error.str1)}};
        break;
    case XML_ERR_NAME_TOO_LONG:
    case XML_ERR_NO_MEMORY:
    case XML_ERR_INTERNAL_ERROR:
        fault.code = "ANB-X104";
        break;
    default:
        break;
    }
    return fault;
}

/// Encodings in which every byte sequence has one meaning, however it is cut into pieces.
bool admitted(std::string_view encoding)
{
    const auto name = base::to_lower_ascii(encoding);
    return name.starts_with("utf-16") || name == "utf-8" || name == "ascii" || name == "us-ascii" ||
           name.starts_with("iso-8859-") || name.starts_with("windows-125") ||
           name.starts_with("cp125");
}

} // namespace

struct Inspector::State {
    std::string origin;
    std::unique_ptr<xmlParserCtxt, FreeContext> context;
    std::optional<Fault> fault;
    Root root;
    std::size_t depth = 0;
    bool root_seen = false;
    bool at_end = false;

    void refuse(Fault reason)
    {
        if (!fault) {
            fault = std::move(reason);
            fault->values.insert(
                fault->values.begin(),
                {{"file", origin},
                 {"line", std::to_string(xmlSAX2GetLineNumber(context.get()))},
                 {"column", std::to_string(xmlSAX2GetColumnNumber(context.get()))}});
        }
    }

    // Not from within the handler of errors: libxml2 goes on using what this frees.
    void stop(Fault reason)
    {
        refuse(std::move(reason));
        xmlStopParser(context.get());
    }

    void take(const xmlError& error);
    void parse(base::ByteView piece, bool end);
    void drain();
    std::ptrdiff_t backlog() const;
    const xmlCharEncodingHandler* converter() const;
    bool left_unconverted() const;
    bool stuck_at_bad_bytes() const;
    void check() const;
};

namespace {

void say_nothing(void*, const char*, ...) {}

/// While it lives, nothing that libxml2 says outside a document's own handler reaches the terminal.
class Silence {
public:
    Silence(void* state, xmlStructuredErrorFunc report)
        : m_generic(xmlGenericError), m_generic_context(xmlGenericErrorContext),
          m_structured(xmlStructuredError), m_structured_context(xmlStructuredErrorContext)
    {
        xmlSetGenericErrorFunc(nullptr, say_nothing);
        xmlSetStructuredErrorFunc(state, report);
    }
    ~Silence()
    {
        xmlSetGenericErrorFunc(m_generic_context, m_generic);
        xmlSetStructuredErrorFunc(m_structured_context, m_structured);
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;

private:
    xmlGenericErrorFunc m_generic;
    void* m_generic_context;
    xmlStructuredErrorFunc m_structured;
    void* m_structured_context;
};

template <typename State>
struct Callbacks {
    static State& state(void* user) { return *static_cast<State*>(user); }

    static void begin(void* user)
    {
        auto& self = state(user);
        const auto* converter = self.converter();
        if (converter != nullptr && !admitted(to_string(converter->name))) {
            self.stop({"ANB-X105", {}, to_string(converter->name)});
        }
    }

    static void start(void* user, const xmlChar* name, const xmlChar*, const xmlChar* uri, int,
                      const xmlChar**, int, int, const xmlChar**)
    {
        auto& self = state(user);
        if (!self.root_seen) {
            self.root_seen = true;
            self.root.local_name = to_string(name);
            self.root.namespace_uri = to_string(uri);
        }
        if (++self.depth > k_max_depth) {
            self.stop({"ANB-X104", {}, "depth " + std::to_string(self.depth)});
        }
    }

    static void end(void* user, const xmlChar*, const xmlChar*, const xmlChar*)
    {
        --state(user).depth;
    }

    static void document_type(void* user, const xmlChar* name, const xmlChar*, const xmlChar*)
    {
        state(user).stop({"ANB-X103", {}, to_string(name)});
    }

    static void error(void* user, ErrorPointer error)
    {
        auto& self = state(user);
        if (error->level >= XML_ERR_ERROR) {
            self.take(*error);
        }
    }
};

} // namespace

void Inspector::State::parse(base::ByteView piece, bool end)
{
    const Silence silence(this, Callbacks<State>::error);
    at_end = end;
    const int code = xmlParseChunk(context.get(), reinterpret_cast<const char*>(piece.data()),
                                   static_cast<int>(piece.size()), end ? 1 : 0);
    if (code == XML_ERR_INVALID_ENCODING) {
        refuse({"ANB-X105", {}, {}});
    }
    root.size += piece.size();
}

void Inspector::State::take(const xmlError& error)
{
    auto reason = classify(error);
    const bool unspecific = reason.code == "ANB-X102" || error.code == XML_ERR_INTERNAL_ERROR;
    const bool ends_early =
        at_end && (error.code == XML_ERR_DOCUMENT_END || !root_seen || depth > 0);
    if (unspecific && stuck_at_bad_bytes()) {
        reason.code = "ANB-X105";
    } else if (unspecific && ends_early && error.code != XML_ERR_LT_IN_ATTRIBUTE) {
        reason.code = "ANB-X106";
    }
    refuse(std::move(reason));
}

const xmlCharEncodingHandler* Inspector::State::converter() const
{
    const auto* input = context->input;
    return input == nullptr || input->buf == nullptr ? nullptr : input->buf->encoder;
}

bool Inspector::State::left_unconverted() const
{
    return at_end && converter() != nullptr && xmlBufUse(context->input->buf->raw) > 0;
}

bool Inspector::State::stuck_at_bad_bytes() const
{
    if (left_unconverted()) {
        return true;
    }
    const auto* input = context->input;
    if (input == nullptr || input->cur >= input->end) {
        return false;
    }
    const unsigned char lead = *input->cur;
    const std::ptrdiff_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const auto count = static_cast<std::size_t>(std::min(size, input->end - input->cur));
    return !base::is_utf8({reinterpret_cast<const char*>(input->cur), count});
}

std::ptrdiff_t Inspector::State::backlog() const
{
    return context->input == nullptr ? 0 : context->input->end - context->input->cur;
}

// Of a CDATA section libxml2 takes 300 bytes with each call and keeps the rest.
void Inspector::State::drain()
{
    auto before = backlog();
    while (!fault && context->instate == XML_PARSER_CDATA_SECTION) {
        parse({}, false);
        const auto after = backlog();
        if (after >= before) {
            break;
        }
        before = after;
    }
}

void Inspector::State::check() const
{
    if (fault) {
        throw base::Error(base::ErrorKind::input, fault->code, fault->values, fault->detail);
    }
}

Inspector::Inspector(std::string origin) : m_state(std::make_unique<State>())
{
    static std::once_flag started;
    std::call_once(started, xmlInitParser);

    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startDocument = Callbacks<State>::begin;
    handler.startElementNs = Callbacks<State>::start;
    handler.endElementNs = Callbacks<State>::end;
    handler.internalSubset = Callbacks<State>::document_type;
    handler.serror = Callbacks<State>::error;

    m_state->origin = std::move(origin);
    m_state->context.reset(xmlCreatePushParserCtxt(&handler, m_state.get(), nullptr, 0, nullptr));
    if (!m_state->context) {
        base::fail_internal("xmlCreatePushParserCtxt");
    }
    xmlCtxtUseOptions(m_state->context.get(), XML_PARSE_NONET);
}

Inspector::Inspector(Inspector&&) noexcept = default;
Inspector::~Inspector() = default;

void Inspector::update(base::ByteView piece)
{
    m_state->check();
    while (!piece.empty()) {
        const auto part = piece.first(std::min(piece.size(), k_piece));
        m_state->parse(part, false);
        m_state->drain();
        m_state->check();
        piece = piece.subspan(part.size());
    }
}

Root Inspector::finish()
{
    m_state->check();
    m_state->parse({}, true);
    if (m_state->left_unconverted()) {
        m_state->refuse({"ANB-X105", {}, {}});
    }
    if (!m_state->root_seen || m_state->depth != 0) {
        m_state->refuse({"ANB-X106", {}, {}});
    }
    m_state->check();
    return m_state->root;
}

Root inspect(base::FileReader& file, std::string_view origin)
{
    Inspector inspector{std::string(origin)};
    std::array<std::byte, k_buffer> buffer;
    while (const std::size_t count = file.read(buffer)) {
        inspector.update(std::span(buffer).first(count));
    }
    return inspector.finish();
}

Root inspect(base::ByteView document, std::string_view origin)
{
    Inspector inspector{std::string(origin)};
    inspector.update(document);
    return inspector.finish();
}

} // namespace anb::xml
