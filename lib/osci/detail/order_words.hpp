// How each order is spelled in envelopes, and where it stands.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "osci/message.hpp"

#include <string>
#include <string_view>

namespace anb::osci::detail {

struct OrderWords {
    Order order;
    std::string_view element;  ///< "storeDelivery"
    std::string_view response; ///< "responseToStoreDelivery"
    bool in_header;            ///< otherwise in the body
    bool has_content;          ///< the request's body is a ContentPackage
};

const OrderWords& words_of(Order order);
/// Null for a type that is none of an active client's.
const OrderWords* find_type(std::string_view type);

/// "StoreDelivery", "ResponseToStoreDelivery"
std::string schema_type(Order order, Direction direction);

/// The literal that selects the type: "http://schemas.xmlsoap.org/soap/envelope/ soap…".
std::string schema_location(std::string_view type);

} // namespace anb::osci::detail
