// SPDX-License-Identifier: EUPL-1.2

#include "dvdv/wsdl.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "xml/inspect.hpp"
#include "xml/tree.hpp"

namespace anb::dvdv {

namespace {

using xml::Element;

constexpr std::string_view k_wsdl = "http://schemas.xmlsoap.org/wsdl/";
constexpr std::string_view k_osci = "http://www.osci.de/2006/07/wsdl/";
constexpr std::string_view k_template = "http://www.dvdv.de/dvdv/template/";

std::string attribute(const Element& element, std::string_view name)
{
    return std::string(base::trim(element.value(name)));
}

bool is_true(std::string_view text)
{
    return text == "true" || text == "1";
}

std::optional<bool> flag(const Element& element, std::string_view name)
{
    const auto text = attribute(element, name);
    return text.empty() ? std::nullopt : std::optional(is_true(text));
}

template <typename Take>
void each(const Element& parent, std::string_view uri, std::string_view name, const Take& take)
{
    for (const auto& child : parent.children) {
        if (child->is(uri, name)) {
            take(*child);
        }
    }
}

/// Names of the children of one kind.
std::vector<std::string> names(const Element& parent, std::string_view kind,
                               std::string_view by = "name")
{
    std::vector<std::string> found;
    each(parent, k_osci, kind,
         [&](const Element& child) { found.push_back(attribute(child, by)); });
    return found;
}

WsdlContainer read_container(const Element& element)
{
    return {attribute(element, "name"), is_true(attribute(element, "required")),
            attribute(element, "signatureLevel"), flag(element, "encrypted"),
            names(element, "readerRef", "ref")};
}

WsdlOperation read_operation(const Element& element)
{
    WsdlOperation operation;
    operation.name = attribute(element, "name");
    each(element, k_osci, "operation", [&](const Element& child) {
        operation.communication_type = attribute(child, "communicationType");
        operation.subject = attribute(child, "subject");
    });
    each(element, k_wsdl, "input", [&](const Element& input) {
        each(input, k_osci, "container", [&](const Element& container) {
            operation.containers.push_back(read_container(container));
        });
    });
    return operation;
}

WsdlPort read_port(const Element& element)
{
    WsdlPort port;
    port.name = attribute(element, "name");
    each(element, k_wsdl, "documentation", [&](const Element& documentation) {
        each(documentation, k_template, "use",
             [&](const Element& use) { port.required = base::trim(use.text) != "optional"; });
    });
    each(element, k_osci, "address", [&](const Element& address) {
        const auto first = [&](std::string_view kind) {
            const auto found = names(address, kind, "ref");
            return found.empty() ? std::string() : found.front();
        };
        port.intermediary = first("intermediaryRef");
        port.addressee = first("addresseeRef");
    });
    return port;
}

void append(std::vector<std::string>& all, std::vector<std::string> more)
{
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

void read_binding(const Element& element, Wsdl& wsdl)
{
    each(element, k_osci, "binding", [&](const Element& binding) {
        wsdl.signature_level = attribute(binding, "signatureLevel");
        wsdl.encrypted = flag(binding, "encrypted");
        append(wsdl.readers, names(binding, "reader"));
    });
    each(element, k_wsdl, "operation",
         [&](const Element& operation) { wsdl.operations.push_back(read_operation(operation)); });
}

void read_devices(const Element& element, Wsdl& wsdl)
{
    each(element, k_osci, "devices", [&](const Element& devices) {
        append(wsdl.intermediaries, names(devices, "intermediary"));
        append(wsdl.addressees, names(devices, "addressee"));
    });
    each(element, k_wsdl, "port",
         [&](const Element& port) { wsdl.ports.push_back(read_port(port)); });
}

[[noreturn]] void refuse(std::string reason, std::string detail = {})
{
    throw base::Error(base::ErrorKind::input, "ANB-D225", {{"reason", std::move(reason)}},
                      std::move(detail));
}

std::unique_ptr<Element> read_definitions(std::string_view document)
{
    try {
        const auto bytes = base::as_bytes(document);
        const auto root = xml::inspect(bytes, "WSDL");
        if (root.namespace_uri != k_wsdl || root.local_name != "definitions") {
            refuse(base::printable(root.local_name, 60));
        }
        return xml::read_tree(bytes, "WSDL");
    } catch (const base::Error& error) {
        if (error.code() == "ANB-D225") {
            throw;
        }
        refuse(error.code(), error.what());
    }
}

} // namespace

Wsdl read_wsdl(std::string_view document)
{
    const auto root = read_definitions(document);
    Wsdl wsdl;
    wsdl.target_namespace = attribute(*root, "targetNamespace");
    each(*root, k_wsdl, "binding", [&](const Element& binding) { read_binding(binding, wsdl); });
    each(*root, k_wsdl, "service", [&](const Element& service) { read_devices(service, wsdl); });
    return wsdl;
}

} // namespace anb::dvdv
