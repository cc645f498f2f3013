// SPDX-License-Identifier: EUPL-1.2

#include "xml/detail/loader.hpp"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlIO.h>

#include <utility>

namespace anb::xml::detail {

namespace {

thread_local const Loading::Find* t_find = nullptr;

xmlParserInputPtr load(const char* name, const char*, xmlParserCtxtPtr context)
{
    const auto* text = t_find == nullptr || name == nullptr ? nullptr : (*t_find)(name);
    if (text == nullptr) {
        return nullptr;
    }
    auto* buffer = xmlParserInputBufferCreateMem(text->data(), static_cast<int>(text->size()),
                                                 XML_CHAR_ENCODING_NONE);
    if (buffer == nullptr) {
        return nullptr;
    }
    auto* input = xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE);
    if (input == nullptr) {
        xmlFreeParserInputBuffer(buffer);
        return nullptr;
    }
    input->filename = reinterpret_cast<char*>(xmlCharStrdup(name));
    return input;
}

} // namespace

void install_loader()
{
    xmlSetExternalEntityLoader(load);
}

Loading::Loading(Find find) : m_find(std::move(find))
{
    t_find = &m_find;
}

Loading::~Loading()
{
    t_find = nullptr;
}

} // namespace anb::xml::detail
