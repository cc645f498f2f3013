// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/osci/effect.hpp"

#include <algorithm>
#include <array>

namespace anb::sandbox {

namespace {

constexpr std::array<std::string_view, 10> k_spoils = {
    "response",  "conversation", "sequence", "order", "message_id",
    "signature", "signer",       "unsigned", "plain", "recipient"};

} // namespace

bool is_spoil(std::string_view name)
{
    return std::ranges::find(k_spoils, name) != k_spoils.end();
}

} // namespace anb::sandbox
