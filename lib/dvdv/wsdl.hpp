// What the WSDL of a service says about its OSCI profile: containers, signatures, encryption
// (dvdv.md §8). SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::dvdv {

/// Inhaltsdatencontainer: one ContentContainer of a message.
struct WsdlContainer {
    std::string name; ///< its Id; may be empty
    bool required = false;
    std::string signature_level;      ///< of the author: "none", "advanced" …
    std::optional<bool> encrypted;    ///< nothing when it is not said
    std::vector<std::string> readers; ///< names of the certificates it is encrypted for
};

struct WsdlOperation {
    std::string name;
    std::string communication_type; ///< "one-way-active" (postbox), "one-way-passive" (forwarded)
    std::string subject;            ///< OSCI subject
    std::vector<WsdlContainer> containers;
};

/// Which Intermediär and which addressee belong together.
struct WsdlPort {
    std::string name, intermediary, addressee;
    bool required = true; ///< tpl:use is not "optional"
};

struct Wsdl {
    std::string target_namespace;
    std::string signature_level;      ///< of the originator
    std::optional<bool> encrypted;    ///< the transport envelope
    std::vector<std::string> readers; ///< names of the certificates for content
    std::vector<WsdlOperation> operations;
    std::vector<std::string> intermediaries, addressees; ///< names of the devices
    std::vector<WsdlPort> ports;
};

/// Reads a WSDL, template or filled instance. Nothing is ever loaded.
/// @throws Error{input} ANB-D225 {reason} when it is no WSDL; the parser's words as detail
Wsdl read_wsdl(std::string_view document);

} // namespace anb::dvdv
