// The work of cert-check.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "cli_certificates/options.hpp"
#include "config/watch.hpp"
#include "pki/rules.hpp"

#include <functional>
#include <string>
#include <vector>

namespace anb::cli_certificates {

/// A certificate that is registered somewhere, such as in the DVDV.
struct Registered {
    std::string point; ///< tells those of one entry apart: "content_certificate"; may be empty
    base::Bytes bytes; ///< as a file would hold it, with the chain where that is registered too
    pki::Use use = pki::Use::general;
    std::string environment; ///< in which it is registered: "test"
};

/// Asks for what is registered for an entry of an inventory that is no file. Throws why there is no
/// answer.
using AskRegistry = std::function<std::vector<Registered>(const config::Watched&)>;

/// Does what the options ask for: judges files, compares a pair, looks for private keys, or lists
/// the rules.
///
/// @throws Error{usage} ANB-G107; a single file that gives no answer throws as inventory::open()
cli::Exit run(const Options& options, cli::Io& io, const AskRegistry& registry);

} // namespace anb::cli_certificates
