// The orders that look into postboxes and process cards (osci.md §9).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sandbox/osci/answer.hpp"
#include "sandbox/osci/dialog.hpp"

namespace anb::sandbox {

/// FetchDelivery: hands out the oldest delivery that fits and is not acknowledged. The next order
/// of the dialog acknowledges it.
/// @throws OsciRefusal 9802, 9803
void fetch_delivery(OsciStore& store, const OsciOrder& order, OsciSession& session,
                    OsciAnswer& answer, base::UtcTime at);

/// FetchProcessCard: the client's own messages, sent and received, in the order of arrival.
/// @throws OsciRefusal 9802, 9804
void fetch_process_card(const OsciStore& store, const OsciOrder& order, const OsciSession& session,
                        OsciAnswer& answer);

} // namespace anb::sandbox
