// SPDX-License-Identifier: EUPL-1.2

#include "xml/tree.hpp"

#include "base/error.hpp"
#include "xml/detail/fault.hpp"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlwriter.h>

#include <algorithm>
#include <limits>

namespace anb::xml {

namespace {

using detail::to_string;

struct FreeContext {
    void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};
struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
struct FreeBuffer {
    void operator()(xmlBuffer* buffer) const { xmlBufferFree(buffer); }
};
struct FreeWriter {
    void operator()(xmlTextWriter* writer) const { xmlFreeTextWriter(writer); }
};

struct FirstError {
    std::optional<detail::Fault> fault;

    static void take(void* user, detail::ErrorPointer error)
    {
        auto& self = *static_cast<FirstError*>(user);
        if (!self.fault && error->level >= XML_ERR_ERROR) {
            self.fault = detail::classify(*error);
            auto& values = self.fault->values;
            values.push_back({"line", std::to_string(error->line)});
            values.push_back({"column", std::to_string(error->int2)});
        }
    }
};

std::string value_of(const xmlNode* attribute)
{
    std::string value;
    for (const auto* piece = attribute->children; piece != nullptr; piece = piece->next) {
        value += to_string(piece->content);
    }
    return value;
}

std::unique_ptr<Element> to_element(xmlNode* node, const Element* parent)
{
    auto element = std::make_unique<Element>();
    element->parent = parent;
    element->name = to_string(node->name);
    element->line = static_cast<std::uint64_t>(std::max(0L, xmlGetLineNo(node)));
    if (node->ns != nullptr) {
        element->prefix = to_string(node->ns->prefix);
        element->namespace_uri = to_string(node->ns->href);
    }
    for (const auto* binding = node->nsDef; binding != nullptr; binding = binding->next) {
        element->bindings.push_back({to_string(binding->prefix), to_string(binding->href)});
    }
    for (const auto* each = node->properties; each != nullptr; each = each->next) {
        element->attributes.push_back(
            {each->ns == nullptr ? std::string() : to_string(each->ns->prefix),
             to_string(each->name), each->ns == nullptr ? std::string() : to_string(each->ns->href),
             value_of(reinterpret_cast<const xmlNode*>(each))});
    }
    for (auto* child = node->children; child != nullptr; child = child->next) {
        if (child->type == XML_ELEMENT_NODE) {
            element->children.push_back(to_element(child, element.get()));
        } else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
            element->text += to_string(child->content);
        }
    }
    return element;
}

/// Has an entity that lies in another file: what it stands for would be lost.
bool names_other_files(const xmlDoc& document)
{
    const auto* node = document.intSubset == nullptr ? nullptr : document.intSubset->children;
    for (; node != nullptr; node = node->next) {
        const auto* entity = reinterpret_cast<const xmlEntity*>(node);
        if (node->type == XML_ENTITY_DECL && entity->SystemID != nullptr) {
            return true;
        }
    }
    return false;
}

const xmlChar* cast(const std::string& text)
{
    return reinterpret_cast<const xmlChar*>(text.c_str());
}

std::string qualified(const std::string& prefix, const std::string& name)
{
    return prefix.empty() ? name : prefix + ":" + name;
}

void write(xmlTextWriter* writer, const Element& element)
{
    xmlTextWriterStartElement(writer, cast(qualified(element.prefix, element.name)));
    for (const auto& [prefix, uri] : element.bindings) {
        xmlTextWriterWriteAttribute(writer, cast(prefix.empty() ? "xmlns" : "xmlns:" + prefix),
                                    cast(uri));
    }
    for (const auto& attribute : element.attributes) {
        xmlTextWriterWriteAttribute(writer, cast(qualified(attribute.prefix, attribute.name)),
                                    cast(attribute.value));
    }
    if (!element.text.empty()) {
        xmlTextWriterWriteString(writer, cast(element.text));
    }
    for (const auto& child : element.children) {
        write(writer, *child);
    }
    xmlTextWriterEndElement(writer);
}

} // namespace

const std::string* Element::find(std::string_view attribute) const
{
    const auto found = std::ranges::find_if(attributes, [&](const Attribute& each) {
        return each.name == attribute && each.namespace_uri.empty();
    });
    return found == attributes.end() ? nullptr : &found->value;
}

std::string_view Element::value(std::string_view attribute) const
{
    const auto* found = find(attribute);
    return found == nullptr ? std::string_view() : *found;
}

const Element* Element::child(std::string_view local) const
{
    const auto found = std::ranges::find_if(
        children, [&](const std::unique_ptr<Element>& each) { return each->name == local; });
    return found == children.end() ? nullptr : found->get();
}

std::optional<std::string> Element::uri_of(std::string_view of_prefix) const
{
    for (const auto* at = this; at != nullptr; at = at->parent) {
        const auto found = std::ranges::find(at->bindings, of_prefix, &Binding::prefix);
        if (found != at->bindings.end()) {
            return found->uri;
        }
    }
    if (of_prefix == "xml") {
        return "http://www.w3.org/XML/1998/namespace";
    }
    return of_prefix.empty() ? std::optional<std::string>("") : std::nullopt;
}

std::unique_ptr<Element> read_tree(base::ByteView document, const std::string& origin)
{
    detail::start_library();
    FirstError first;
    const detail::Silence silence(&first, FirstError::take);
    const std::unique_ptr<xmlParserCtxt, FreeContext> context(xmlNewParserCtxt());
    if (!context || document.size() > std::numeric_limits<int>::max()) {
        base::fail_internal("xmlNewParserCtxt");
    }
    const std::unique_ptr<xmlDoc, FreeDocument> tree(xmlCtxtReadMemory(
        context.get(), reinterpret_cast<const char*>(document.data()),
        static_cast<int>(document.size()), nullptr, nullptr, XML_PARSE_NONET | XML_PARSE_NOENT));
    if (document.empty()) {
        first.fault = detail::Fault{"ANB-X106", {{"line", "1"}, {"column", "1"}}, {}};
    } else if (tree && !first.fault && names_other_files(*tree)) {
        first.fault = detail::Fault{"ANB-X103", {{"line", "1"}, {"column", "1"}}, {}};
    }
    if (!tree || first.fault) {
        auto fault =
            first.fault.value_or(detail::Fault{"ANB-X106", {{"line", "1"}, {"column", "1"}}, {}});
        fault.values.insert(fault.values.begin(), {"file", origin});
        throw base::Error(base::ErrorKind::input, fault.code, fault.values, fault.detail);
    }
    return to_element(xmlDocGetRootElement(tree.get()), nullptr);
}

std::string write_tree(const Element& element)
{
    const std::unique_ptr<xmlBuffer, FreeBuffer> buffer(xmlBufferCreate());
    std::unique_ptr<xmlTextWriter, FreeWriter> writer(
        buffer ? xmlNewTextWriterMemory(buffer.get(), 0) : nullptr);
    if (!writer) {
        base::fail_internal("xmlNewTextWriterMemory");
    }
    xmlTextWriterStartDocument(writer.get(), nullptr, "UTF-8", nullptr);
    write(writer.get(), element);
    xmlTextWriterEndDocument(writer.get());
    writer.reset();
    return {reinterpret_cast<const char*>(xmlBufferContent(buffer.get())),
            static_cast<std::size_t>(xmlBufferLength(buffer.get()))};
}

} // namespace anb::xml
