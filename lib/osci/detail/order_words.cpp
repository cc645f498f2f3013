// SPDX-License-Identifier: EUPL-1.2

#include "osci/detail/order_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::osci::detail {

namespace {

constexpr OrderWords k_orders[] = {
    {Order::init_dialog, "initDialog", "responseToInitDialog", false, false},
    {Order::exit_dialog, "exitDialog", "responseToExitDialog", false, false},
    {Order::get_message_id, "getMessageId", "responseToGetMessageId", false, false},
    {Order::store_delivery, "storeDelivery", "responseToStoreDelivery", true, true},
    {Order::fetch_delivery, "fetchDelivery", "responseToFetchDelivery", true, false},
    {Order::fetch_process_card, "fetchProcessCard", "responseToFetchProcessCard", false, false},
    {Order::forward_delivery, "forwardDelivery", "responseToForwardDelivery", true, true},
    {Order::mediate_delivery, "mediateDelivery", "responseToMediateDelivery", true, true},
};

} // namespace

const OrderWords& words_of(Order order)
{
    return *std::ranges::find(k_orders, order, &OrderWords::order);
}

const OrderWords* find_type(std::string_view type)
{
    const auto* found = std::ranges::find_if(
        k_orders, [&](const OrderWords& words) { return type_name(words.order) == type; });
    return found == std::end(k_orders) ? nullptr : found;
}

std::string schema_type(Order order, Direction direction)
{
    return fmt::format("{}{}", direction == Direction::response ? "ResponseTo" : "",
                       type_name(order));
}

std::string schema_location(std::string_view type)
{
    return fmt::format("http://schemas.xmlsoap.org/soap/envelope/ soap{}.xsd"
                       " http://www.w3.org/2000/09/xmldsig# oscisig.xsd"
                       " http://www.w3.org/2001/04/xmlenc# oscienc.xsd",
                       type);
}

} // namespace anb::osci::detail
