// The functions of the Directory API that answer a request object (dvdv.md §5).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/time.hpp"
#include "sandbox/dvdv/directory.hpp"
#include "sandbox/message.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace anb::sandbox {

/// What a function says: a document, or why there is none.
struct DvdvAnswer {
    json::Value value;               ///< null stands for no hit in a batch
    std::optional<Response> refusal; ///< answered in place of `value` outside a batch
};

struct DvdvFunction {
    std::string_view name;
    std::span<const std::string_view> needed; ///< members of the request object
    bool batch;                               ///< there is a batch form
    DvdvAnswer (*answer)(const DvdvView& view, const DvdvQuery& query, base::UtcTime at);
};

std::span<const DvdvFunction> dvdv_functions();

} // namespace anb::sandbox
