// The options of validate-xsozial.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/tool.hpp"

#include <string>
#include <vector>

namespace anb::cli_validation {

struct Options {
    std::vector<std::string> files;
    std::string schema_version, schema_uri;
    std::vector<std::string> schema_folders;
    bool testdata = false;
    std::string testdata_rules;
    int max_findings = 20;
    bool filter = false;
    bool recursive = false;
    int jobs = 0; ///< 0: one for each core

    /// package …: what to do in place of checking documents.
    cli::Exit (*package_command)(const Options&, cli::Io&) = nullptr;
    std::vector<std::string> packages; ///< names, or what is to be installed
    bool code_lists = false;           ///< package fetch: the lists too
    std::string xrepository, ca_file, proxy;
};

void declare(CLI::App& app, Options& options, cli::Say say);

} // namespace anb::cli_validation
