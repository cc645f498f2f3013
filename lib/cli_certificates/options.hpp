// The options of cert-check, as parsed.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/tool.hpp"

#include <string>
#include <vector>

namespace anb::cli_certificates {

struct Options {
    std::vector<std::string> files;
    std::string use;                                ///< --for, empty without
    std::string pair;                               ///< file that must hold the same key
    std::vector<std::string> trust;                 ///< "root.pem", "test=roots/"
    std::vector<std::string> crl_files, ocsp_files; ///< lists and answers that are at hand
    std::string revocation;                         ///< "auto", "require", "off"; empty: by use
    std::string proxy;
    std::string inventory; ///< TOML file with what is to be watched
    int warn_days = 60;
    int crit_days = 21;
    int jobs = 0; ///< 0: as many as there are cores
    bool strict = false, list_rules = false, recursive = false, public_only = false;
    cli::SecretSource password;
};

void declare(CLI::App& app, Options& options, cli::Say say);

} // namespace anb::cli_certificates
