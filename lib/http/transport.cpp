// SPDX-License-Identifier: EUPL-1.2

#include "http/transport.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace anb::http {

std::string Response::header(std::string_view name) const
{
    const auto wanted = base::to_lower_ascii(name);
    const auto found = std::find_if(headers.begin(), headers.end(),
                                    [&](const auto& header) { return header.first == wanted; });
    return found == headers.end() ? std::string() : found->second;
}

bool may_have_arrived(const base::Error& error)
{
    return std::any_of(error.values().begin(), error.values().end(), [](const auto& value) {
        return value.first == "sent" && value.second == "yes";
    });
}

} // namespace anb::http
