// SPDX-License-Identifier: EUPL-1.2

#include "xml/detail/fault.hpp"

#include "xml/detail/loader.hpp"

#include <mutex>

namespace anb::xml::detail {

namespace {

/// Libraries' messages about buffers that reached a bound share their code with plain faults.
bool names_a_bound(const std::string& detail)
{
    return detail.find("too long") != std::string::npos ||
           detail.find("too big") != std::string::npos;
}

void say_nothing(void*, const char*, ...) {}

} // namespace

std::string to_string(const xmlChar* text)
{
    return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text));
}

std::string to_string(const char* text)
{
    return text == nullptr ? std::string() : std::string(text);
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
    case XML_IO_ENCODER:
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

void start_library()
{
    static std::once_flag started;
    std::call_once(started, [] {
        xmlInitParser();
        install_loader();
    });
}

Silence::Silence(void* state, xmlStructuredErrorFunc report)
    : m_generic(xmlGenericError), m_generic_context(xmlGenericErrorContext),
      m_structured(xmlStructuredError), m_structured_context(xmlStructuredErrorContext)
{
    xmlSetGenericErrorFunc(nullptr, say_nothing);
    xmlSetStructuredErrorFunc(state, report);
}

Silence::~Silence()
{
    xmlSetGenericErrorFunc(m_generic_context, m_generic);
    xmlSetStructuredErrorFunc(m_structured_context, m_structured);
}

} // namespace anb::xml::detail
