// The anchors that a call trusts: from --trust and from the profile.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_certificates/options.hpp"
#include "pki/path.hpp"

namespace anb::cli_certificates {

/// Every certificate in the files of --trust and of the profile's `trust`, in the sets "test",
/// "production" or, when nothing says which, "given".
/// @throws as inventory::open() and config::Configuration::load()
pki::Issuers load_trust(const Options& options, const cli::Io& io);

} // namespace anb::cli_certificates
