// The end of a dialog. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.hpp"
#include "osci/client.hpp"

#include <optional>

namespace anb::testantrag::detail {

/// Ends a dialog that an error has not ended already. @return why that failed
inline std::optional<base::Error> end(osci::Client::Dialog& dialog)
{
    try {
        if (dialog.is_open()) {
            dialog.exit().require_done();
        }
    } catch (const base::Error& error) {
        return error;
    }
    return std::nullopt;
}

} // namespace anb::testantrag::detail
