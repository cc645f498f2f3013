// Turns "the service does not answer now" into "the state is saved".
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.hpp"

namespace anb::testantrag::detail {

/// True for failures that may be over at the next try; a stop asked for by the user is none, and
/// what an Intermediär answered says more than we could.
inline bool is_temporary(const base::Error& error)
{
    return error.code() != "ANB-N308" && error.code() != "ANB-O501" && error.code() != "ANB-O502" &&
           (error.kind() == base::ErrorKind::unavailable ||
            error.kind() == base::ErrorKind::try_later);
}

/// Runs one call. @throws Error{try_later} ANB-S501 for temporary failures, everything else as it
/// is
template <typename AnyJournal, typename Call>
auto saved(const AnyJournal& journal, const Call& call)
{
    try {
        return call();
    } catch (const base::Error& error) {
        if (!is_temporary(error)) {
            throw;
        }
        throw base::Error(base::ErrorKind::try_later, "ANB-S501",
                          {{"id", journal.entry().brief()},
                           {"env", journal.entry().plan.environment},
                           {"reason", error.code()}},
                          error.what());
    }
}

} // namespace anb::testantrag::detail
