// Deliveries and dialogs of the Intermediär as files.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "json/json.hpp"
#include "sandbox/osci/store.hpp"

namespace anb::sandbox {

json::Value to_json(const OsciDelivery& delivery);
/// @throws json::Value::exception, base::Error when it is damaged
OsciDelivery to_delivery(const json::Value& value);

json::Value to_json(const OsciDialog& dialog);
/// @throws as to_delivery()
OsciDialog to_dialog(const json::Value& value);

} // namespace anb::sandbox
