// The options by which a call names PKCS#12 stores that decipher OSCI messages.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/tool.hpp"
#include "pki/pkcs12.hpp"

#include <string>
#include <vector>

namespace anb::cli_testantrag {

/// As typed; empty members were not given.
struct StoreOptions {
    std::vector<std::string> files;
    cli::SecretSource password;
};

/// --p12, --password-file, --password-fd and --password-env
void declare_stores(CLI::App& app, StoreOptions& options, std::string about, cli::Say say);

/// Opens the stores in their order. A password from a file, a descriptor or a variable is read once
/// and serves all of them; on the terminal each store has a question of its own.
/// @throws as base::read_file(), cli::Io::secret() and pki::load_pkcs12()
std::vector<pki::Identity> load_stores(const StoreOptions& options, cli::Io& io);

} // namespace anb::cli_testantrag
