// What libxml2 says about a document, and who hears it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.hpp"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <string>

namespace anb::xml::detail {

std::string to_string(const xmlChar* text);
std::string to_string(const char* text);

#if LIBXML_VERSION >= 21200
using ErrorPointer = const xmlError*;
#else
using ErrorPointer = xmlError*;
#endif

/// What is wrong, before it becomes an Error outside the parser's callbacks.
struct Fault {
    std::string code;
    base::Values values;
    std::string detail;
};

/// The message that fits an error of the parser.
Fault classify(const xmlError& error);

/// Initialises libxml2, once, and makes it refuse to load anything that is not handed out by a
/// Loading (detail/loader.hpp).
void start_library();

/// While it lives, nothing that libxml2 says outside a document's own handler reaches the terminal.
class Silence {
public:
    Silence(void* state, xmlStructuredErrorFunc report);
    ~Silence();
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;

private:
    xmlGenericErrorFunc m_generic;
    void* m_generic_context;
    xmlStructuredErrorFunc m_structured;
    void* m_structured_context;
};

} // namespace anb::xml::detail
