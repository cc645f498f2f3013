// The rules of dialogs: conversation ids, sequence numbers, challenges (osci.md §8).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sandbox/osci/order.hpp"
#include "sandbox/osci/store.hpp"

namespace anb::sandbox {

/// The dialog that an order belongs to, for as long as the order is carried out.
struct OsciSession {
    pki::Certificate client;      ///< cipher certificate
    OsciDialog* dialog = nullptr; ///< null: an implicit dialog, or the one that is ended
    osci::ControlBlock answer;    ///< of the answer
};

/// Checks the control block; opens, continues or ends the dialog. In an explicit one the order
/// proves that the last answer was received, so a delivery in it gets its Reception.
/// @throws OsciFault 9400 and 9500
OsciSession enter_dialog(OsciStore& store, const OsciOrder& order, base::UtcTime at);

} // namespace anb::sandbox
