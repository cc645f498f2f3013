// What an Intermediär finds out about the certificates of an order (osci.md §13).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "osci/message.hpp"

#include <string>
#include <vector>

namespace anb::sandbox {

struct OsciInspections {
    std::vector<osci::Inspection> results; ///< one for each certificate, each certificate once
    std::vector<std::string> codes;        ///< feedback: 3xxx warnings and 9xxx refusals, each once
};

/// Looks at dates and at the chain to the root of the administration's PKI. Nothing is asked
/// online, so that nothing is said about revocation.
///
/// @param authorities  the root, and what may stand between
OsciInspections inspect(const std::vector<osci::RoledCertificate>& certificates,
                        const std::vector<pki::Certificate>& authorities, base::UtcTime at);

} // namespace anb::sandbox
