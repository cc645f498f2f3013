// SPDX-License-Identifier: EUPL-1.2

#include "dvdv/route.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace anb::dvdv {

namespace {

constexpr std::string_view k_internet = "internet";
constexpr std::string_view k_testa = "testa";

const std::string& name_of(const ServiceElement& element)
{
    return element.description_name.empty() ? element.name : element.description_name;
}

bool belongs(const ServiceElement& element, Network network)
{
    const auto name = base::to_lower_ascii(name_of(element));
    return network == Network::testa ? name.starts_with(k_testa) : !name.starts_with(k_testa);
}

using Candidates = std::vector<const ServiceElement*>;

Candidates of_type(const Service& service, std::string_view type)
{
    Candidates found;
    for (const auto& element : service.elements) {
        if (element.type == type) {
            found.push_back(&element);
        }
    }
    return found;
}

/// Those with the wanted beginning, if there are any.
void prefer_named(Candidates& candidates, Network network)
{
    if (network == Network::internet) {
        Candidates named;
        std::ranges::copy_if(candidates, std::back_inserter(named), [](const auto* element) {
            return base::to_lower_ascii(name_of(*element)).starts_with(k_internet);
        });
        candidates = named.empty() ? candidates : named;
    }
}

/// Several stay only if none of them is the one that a port of the WSDL names.
void prefer_port(Candidates& candidates, const Wsdl* wsdl, std::string WsdlPort::*device)
{
    if (wsdl == nullptr || candidates.size() < 2) {
        return;
    }
    Candidates named;
    std::ranges::copy_if(candidates, std::back_inserter(named), [&](const auto* element) {
        return std::ranges::any_of(
            wsdl->ports, [&](const WsdlPort& port) { return port.*device == name_of(*element); });
    });
    candidates = named.empty() ? candidates : named;
}

const ServiceElement* only(const Candidates& candidates, std::string_view point,
                           std::string_view type, Network network,
                           std::vector<base::Finding>& findings)
{
    if (candidates.size() == 1) {
        return candidates.front();
    }
    base::Finding finding;
    finding.element = point;
    finding.expected = "1 × " + std::string(type);
    finding.found = std::to_string(candidates.size());
    finding.code = candidates.empty() ? "ANB-D218" : "ANB-D219";
    std::vector<std::string> names;
    for (const auto* element : candidates) {
        names.push_back(name_of(*element));
    }
    finding.values = {{"element", std::string(type)},
                      {"network", std::string(key(network))},
                      {"list", base::join(names, ", ")}};
    findings.push_back(std::move(finding));
    return nullptr;
}

const Certificate* cipher_of(const ServiceElement* element)
{
    return element != nullptr && element->cipher_certificate ? &*element->cipher_certificate
                                                             : nullptr;
}

/// The element that holds the certificate for the content: the one that the WSDL names as reader.
const Certificate* content_of(const Service& service, const Wsdl* wsdl)
{
    if (wsdl == nullptr) {
        return nullptr;
    }
    for (const auto& reader : wsdl->readers) {
        for (const auto* element : of_type(service, "CIPHER_CERTIFICATE")) {
            if (name_of(*element) == reader || element->name == reader) {
                return cipher_of(element);
            }
        }
    }
    return nullptr;
}

} // namespace

std::optional<Network> to_network(std::string_view word)
{
    return word == k_internet ? std::optional(Network::internet)
           : word == k_testa  ? std::optional(Network::testa)
                              : std::nullopt;
}

std::string_view key(Network network)
{
    return network == Network::testa ? k_testa : k_internet;
}

const Certificate* Route::intermediary_cipher() const
{
    return cipher_of(intermediary);
}

const Certificate* Route::intermediary_signature() const
{
    return intermediary != nullptr && intermediary->signature_certificate
               ? &*intermediary->signature_certificate
               : nullptr;
}

Route select_route(const Service& service, Network network, const Wsdl* wsdl,
                   std::vector<base::Finding>& findings)
{
    const auto choose = [&](std::string_view type, std::string_view point,
                            std::string WsdlPort::*device) {
        auto candidates = of_type(service, type);
        std::erase_if(candidates, [&](const auto* each) { return !belongs(*each, network); });
        prefer_named(candidates, network);
        prefer_port(candidates, wsdl, device);
        return only(candidates, point, type, network, findings);
    };
    Route route;
    route.intermediary = choose("OSCI_INTERMEDIARY", "intermediary", &WsdlPort::intermediary);
    route.addressee = choose("OSCI_ADDRESSEE", "recipient_certificate", &WsdlPort::addressee);
    route.recipient = cipher_of(route.addressee);
    if (route.addressee != nullptr && route.recipient == nullptr) {
        auto candidates = of_type(service, "CIPHER_CERTIFICATE");
        std::erase_if(candidates, [&](const auto* each) {
            return name_of(*each) != name_of(*route.addressee) || !each->cipher_certificate;
        });
        if (!candidates.empty()) {
            route.recipient = cipher_of(
                only(candidates, "recipient_certificate", "CIPHER_CERTIFICATE", network, findings));
            route.recipient_by_name = route.recipient != nullptr;
        }
    }
    route.content = content_of(service, wsdl);
    if (route.content == nullptr) {
        route.content = route.recipient;
    }
    return route;
}

} // namespace anb::dvdv
