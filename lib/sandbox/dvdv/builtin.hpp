// The one organization that a directory without a folder has.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sandbox/dvdv/entry.hpp"
#include "sandbox/pki.hpp"

#include <string>

namespace anb::sandbox {

/// The Dienste-URI of its service, and the target namespace of its WSDL.
inline constexpr const char* k_builtin_service_uri =
    "http://www.osci.de/beispiel/hilfe-zum-lebensunterhalt/1/antrag.wsdl";

/// Stadt Musterstadt, Sozialamt, soa:05999000: one OSCI service with the certificates of `keys`,
/// which makes them first where they are not there yet.
///
/// @param environment   "test" or "prod"
/// @param intermediary  address of the Intermediär
DvdvEntry builtin_entry(Pki& keys, const std::string& environment, const std::string& intermediary);

} // namespace anb::sandbox
