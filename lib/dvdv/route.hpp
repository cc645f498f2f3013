// Which elements of a service are the way to its authority (selection rule of dvdv.md §8).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "dvdv/model.hpp"
#include "dvdv/wsdl.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::dvdv {

enum class Network { internet, testa };

/// "internet", "testa"; nothing for any other word.
std::optional<Network> to_network(std::string_view word);
std::string_view key(Network network);

/// Pointers into the service; null for what it does not have.
struct Route {
    const ServiceElement* intermediary = nullptr;
    const ServiceElement* addressee = nullptr;
    const Certificate* recipient = nullptr; ///< names the postbox
    const Certificate* content = nullptr;   ///< encrypts the content; often the same certificate
    bool recipient_by_name = false; ///< the addressee had none, an element of its name had it

    const Certificate* intermediary_cipher() const;
    const Certificate* intermediary_signature() const;
};

/// Finds the way in one network. Names beginning with "Internet" or "TESTA" tell the networks
/// apart; elements with neither belong to the Internet. Nothing is chosen silently: several
/// candidates of one kind and none at all are findings.
///
/// @param wsdl      null when there is none to go by
/// @param findings  gets ANB-D218 {element} missing, ANB-D219 {element}, {list} several candidates
Route select_route(const Service& service, Network network, const Wsdl* wsdl,
                   std::vector<base::Finding>& findings);

} // namespace anb::dvdv
