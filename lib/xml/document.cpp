// SPDX-License-Identifier: EUPL-1.2

#include "xml/document.hpp"

#include "base/error.hpp"
#include "xml/detail/fault.hpp"
#include "xml/detail/parser.hpp"

#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/uri.h>
#include <libxml/xmlIO.h>

#include <algorithm>
#include <exception>
#include <limits>

namespace anb::xml {

namespace {

std::string_view view(const xmlChar* text)
{
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// Canonical form is not defined for namespaces with a relative name.
bool is_relative(const xmlChar* uri)
{
    if (view(uri).empty()) {
        return false;
    }
    const std::unique_ptr<xmlURI, void (*)(xmlURI*)> parsed(
        xmlParseURI(reinterpret_cast<const char*>(uri)), xmlFreeURI);
    return !parsed || parsed->scheme == nullptr;
}

/// Refuses what a tree may hold and canonical form may not.
class NamespaceCheck : public detail::Events {
public:
    void watch(detail::Parser& parser) { m_parser = &parser; }

    void start(const detail::StartTag& tag) override
    {
        for (int i = 0; i < tag.namespace_count; ++i) {
            const auto* uri = tag.namespaces[static_cast<std::ptrdiff_t>(i) * 2 + 1];
            if (is_relative(uri)) {
                m_parser->stop({"ANB-X110", {{"namespace", detail::to_string(uri)}}, {}});
                return;
            }
        }
    }
    void end(const xmlChar*, const xmlChar*, const xmlChar*) override {}
    void text(std::string_view) override {}

private:
    detail::Parser* m_parser = nullptr;
};

bool is_text(const xmlNode& node)
{
    return node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE;
}

bool names(const xmlNs* space, const xmlChar* name, std::string_view uri, std::string_view local)
{
    return view(name) == local &&
           (space == nullptr ? std::string_view() : view(space->href)) == uri;
}

std::optional<std::string> find_attribute(const xmlNode* element, std::string_view uri,
                                          std::string_view local)
{
    for (const auto* each = element->properties; each != nullptr; each = each->next) {
        if (!names(each->ns, each->name, uri, local)) {
            continue;
        }
        std::string value;
        for (const auto* piece = each->children; piece != nullptr; piece = piece->next) {
            value += view(piece->content);
        }
        return value;
    }
    return std::nullopt;
}

/// Whether a node is the element or inside it; attributes and namespaces belong to their element.
int is_inside(void* element, xmlNode* node, xmlNode* parent)
{
    const auto* at =
        node->type == XML_NAMESPACE_DECL || node->type == XML_ATTRIBUTE_NODE ? parent : node;
    while (at != nullptr && at != element) {
        at = at->parent;
    }
    return at == element ? 1 : 0;
}

/// While it lives, the document consists of one of its elements, with the namespaces and xml:
/// attributes of those above still in reach; so canonical form costs what the element is.
class Alone {
public:
    explicit Alone(xmlNode* element)
        : m_element(element), m_first(element->doc->children), m_next(element->next)
    {
        m_element->doc->children = m_element;
        m_element->next = nullptr;
    }
    ~Alone()
    {
        m_element->doc->children = m_first;
        m_element->next = m_next;
    }
    Alone(const Alone&) = delete;
    Alone& operator=(const Alone&) = delete;

private:
    xmlNode* m_element;
    xmlNode* m_first;
    xmlNode* m_next;
};

struct Output {
    const base::Sink& sink;
    std::exception_ptr thrown{};

    static int write(void* output, const char* bytes, int size)
    {
        auto& self = *static_cast<Output*>(output);
        try {
            self.sink(base::as_bytes({bytes, static_cast<std::size_t>(size)}));
            return size;
        } catch (...) {
            self.thrown = std::current_exception();
            return -1;
        }
    }
    static int close(void*) { return 0; }
};

void walk_from(xmlNode* element, const std::function<void(const Node&)>& visit)
{
    visit(Node(element));
    for (auto* child = element->children; child != nullptr; child = child->next) {
        if (child->type == XML_ELEMENT_NODE) {
            walk_from(child, visit);
        }
    }
}

} // namespace

std::string_view Node::name() const
{
    return view(m_element->name);
}

std::string_view Node::namespace_uri() const
{
    return m_element->ns == nullptr ? std::string_view() : view(m_element->ns->href);
}

bool Node::is(std::string_view uri, std::string_view local) const
{
    return names(m_element->ns, m_element->name, uri, local);
}

std::uint64_t Node::line() const
{
    return static_cast<std::uint64_t>(std::max(0L, xmlGetLineNo(m_element)));
}

std::optional<std::string> Node::attribute(std::string_view local) const
{
    return find_attribute(m_element, {}, local);
}

std::optional<std::string> Node::attribute(std::string_view uri, std::string_view local) const
{
    return find_attribute(m_element, uri, local);
}

std::vector<Attribute> Node::attributes() const
{
    std::vector<Attribute> all;
    for (const auto* each = m_element->properties; each != nullptr; each = each->next) {
        const auto uri = each->ns == nullptr ? std::string_view() : view(each->ns->href);
        const auto name = view(each->name);
        all.push_back({.prefix = {},
                       .name = std::string(name),
                       .namespace_uri = std::string(uri),
                       .value = find_attribute(m_element, uri, name).value_or("")});
    }
    return all;
}

std::vector<Node> Node::children() const
{
    std::vector<Node> found;
    for (auto* child = m_element->children; child != nullptr; child = child->next) {
        if (child->type == XML_ELEMENT_NODE) {
            found.emplace_back(child);
        }
    }
    return found;
}

std::optional<Node> Node::child(std::string_view uri, std::string_view local) const
{
    for (auto* child = m_element->children; child != nullptr; child = child->next) {
        if (child->type == XML_ELEMENT_NODE && names(child->ns, child->name, uri, local)) {
            return Node(child);
        }
    }
    return std::nullopt;
}

std::optional<Node> Node::parent() const
{
    auto* above = m_element->parent;
    return above != nullptr && above->type == XML_ELEMENT_NODE ? std::optional(Node(above))
                                                               : std::nullopt;
}

bool Node::has_own_text() const
{
    for (const auto* child = m_element->children; child != nullptr; child = child->next) {
        if (is_text(*child) &&
            view(child->content).find_first_not_of(" \t\r\n") != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

std::string Node::text() const
{
    std::string text;
    for (const auto* child = m_element->children; child != nullptr; child = child->next) {
        if (is_text(*child)) {
            text += view(child->content);
        }
    }
    return text;
}

void Node::canonical(const base::Sink& sink) const
{
    Output output{.sink = sink};
    auto* buffer = xmlOutputBufferCreateIO(Output::write, Output::close, &output, nullptr);
    if (buffer == nullptr) {
        base::fail_internal("xmlOutputBufferCreateIO");
    }
    const Alone alone(m_element);
    const detail::Silence silence(nullptr, [](void*, detail::ErrorPointer) {});
    const auto good =
        xmlC14NExecute(m_element->doc, is_inside, m_element, XML_C14N_1_0, nullptr, 0, buffer) >= 0;
    const auto written = xmlOutputBufferClose(buffer) >= 0;
    if (output.thrown) {
        std::rethrow_exception(output.thrown);
    }
    if (!good || !written) {
        base::fail_internal("xmlC14NExecute");
    }
}

std::string Node::canonical() const
{
    std::string text;
    canonical([&](base::ByteView piece) { text += base::as_text(piece); });
    return text;
}

Document Document::parse(base::ByteView bytes, const std::string& origin)
{
    NamespaceCheck namespaces;
    detail::Parser parser(origin, namespaces, {.text = false, .huge = true, .names = nullptr});
    namespaces.watch(parser);
    parser.update(bytes);
    parser.finish();
    if (bytes.size() > std::numeric_limits<int>::max()) {
        base::fail_internal("document too large for a tree");
    }
    const detail::Silence silence(nullptr, [](void*, detail::ErrorPointer) {});
    std::shared_ptr<xmlDoc> document(
        xmlReadMemory(reinterpret_cast<const char*>(bytes.data()), static_cast<int>(bytes.size()),
                      nullptr, nullptr, XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_BIG_LINES),
        xmlFreeDoc);
    if (!document || document->intSubset != nullptr ||
        xmlDocGetRootElement(document.get()) == nullptr) {
        throw base::Error(base::ErrorKind::input, "ANB-X102",
                          {{"file", origin}, {"line", "1"}, {"column", "1"}});
    }
    return Document(std::move(document));
}

Node Document::root() const
{
    return Node(xmlDocGetRootElement(m_document.get()));
}

void Document::walk(const std::function<void(const Node&)>& visit) const
{
    walk_from(xmlDocGetRootElement(m_document.get()), visit);
}

} // namespace anb::xml
