// What a call judges by: the anchors it trusts, and where it asks about revocation.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_certificates/options.hpp"
#include "config/config.hpp"
#include "pki/path.hpp"
#include "revocation/checker.hpp"

#include <span>
#include <string>

namespace anb::cli_certificates {

/// Every certificate in the files of --trust and of the configuration's `trust`, in the sets
/// "test", "production" or, when nothing says which, "given". Where it has `trust_sha256` for an
/// environment, no other anchor may be in its set.
///
/// @param given          files and folders as typed: "root.pem", "test=roots/"
/// @param configuration  null: only what is given counts
/// @throws Error{trust} ANB-C414 an anchor is not among those fingerprints; else as
///         inventory::open()
pki::Issuers load_trust(std::span<const std::string> given,
                        const config::Configuration* configuration);

/// The same for a call of cert-check, which has a configuration when it has a profile.
/// @throws as above and config::Configuration::load()
pki::Issuers load_trust(const Options& options, const cli::Io& io);

/// By --revocation, --crl and --ocsp-response; without --revocation nobody is asked unless there is
/// a --for or a file. @throws as base::read_file()
std::shared_ptr<revocation::Checker> make_revocation(const Options& options, const cli::Io& io);

} // namespace anb::cli_certificates
