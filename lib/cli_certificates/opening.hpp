// Opens files that may need a password.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_certificates/options.hpp"
#include "inventory/open.hpp"

#include <optional>

namespace anb::cli_certificates {

/// Opens files one after the other. A password from a file, a descriptor or a variable is read
/// once and serves all of them; on the terminal each file has a question of its own.
class FileOpener {
public:
    FileOpener(const Options& options, cli::Io& io) : m_options(options), m_io(io) {}

    /// @throws as inventory::open() and cli::Io::secret()
    inventory::Contents open(const std::string& path, bool keys_suffice = false);

private:
    base::SecretString ask(std::string_view file);

    const Options& m_options;
    cli::Io& m_io;
    std::optional<base::SecretString> m_known;
};

} // namespace anb::cli_certificates
