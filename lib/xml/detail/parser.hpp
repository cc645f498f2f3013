// The push parser that every reading of a document goes through. It refuses document types, loads
// nothing, bounds the depth and names every fault with its place.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "xml/detail/fault.hpp"
#include "xml/violation.hpp"

#include <libxml/parser.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace anb::xml::detail {

/// A start tag as libxml2 hands it over: names and prefixes live as long as the parser's names and
/// are equal when their addresses are; a missing prefix or namespace is null.
struct StartTag {
    const xmlChar* name;
    const xmlChar* prefix;
    const xmlChar* uri;
    int namespace_count;
    const xmlChar** namespaces; ///< prefix and URI in turn
    int attribute_count;
    int defaulted_count;
    const xmlChar** attributes; ///< name, prefix, URI, begin and end of the value in turn
};

/// Told what the document consists of, in its order.
class Events {
public:
    virtual ~Events() = default;
    virtual void start(const StartTag& tag) = 0;
    virtual void end(const xmlChar* name, const xmlChar* prefix, const xmlChar* uri) = 0;
    /// A piece of text or CDATA; a text may come in any number of pieces.
    virtual void text(std::string_view piece) = 0;
};

struct FreeNames {
    void operator()(xmlDict* names) const { xmlDictFree(names); }
};
using Names = std::unique_ptr<xmlDict, FreeNames>;

struct ParserOptions {
    bool text = false;        ///< texts are wanted
    bool huge = false;        ///< texts beyond 10 MB are allowed
    xmlDict* names = nullptr; ///< to keep names in, for one parser after another; null: its own
};

/// Throws what xml::Inspector documents.
class Parser {
public:
    /// @param events  must outlive the parser and must not throw
    Parser(std::string origin, Events& events, ParserOptions options);
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    void update(base::ByteView piece);
    void finish();

    std::uint64_t size() const { return m_size; }
    /// During an event: where what it tells of begins.
    Place begin() const { return m_begin; }
    /// During a start tag: its ">".
    Place here() const
    {
        const auto* input = m_context->input;
        return input == nullptr ? Place()
                                : Place{static_cast<std::uint64_t>(input->line),
                                        static_cast<std::uint64_t>(input->col)};
    }
    /// From within an event: the document is not read further.
    void stop(Fault reason);
    /// From within an event: enough was read; what follows is not looked at and no error.
    void halt();

private:
    struct Callbacks;
    struct FreeContext {
        void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
    };

    void refuse(Fault reason);
    Place end_of_input() const;
    void take(const xmlError& error);
    void parse(base::ByteView piece, bool end);
    void drain();
    void bound_tag();
    // A start tag is told of before its ">" is passed.
    void passed(bool start_tag)
    {
        m_begin = here();
        m_begin.column += start_tag ? 1 : 0;
    }
    std::ptrdiff_t backlog() const;
    const xmlCharEncodingHandler* converter() const;
    bool left_unconverted() const;
    bool stuck_at_bad_bytes() const;
    void check() const;

    std::string m_origin;
    Events& m_events;
    std::unique_ptr<xmlParserCtxt, FreeContext> m_context;
    std::optional<Fault> m_fault;
    std::uint64_t m_size = 0;
    std::size_t m_depth = 0;
    Place m_begin;
    bool m_root_seen = false;
    bool m_at_end = false;
    bool m_halted = false;
};

} // namespace anb::xml::detail
