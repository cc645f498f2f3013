// What validate-xsozial package does: what is installed, and how it gets there.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_validation/options.hpp"

#include <filesystem>
#include <vector>

namespace anb::cli_validation {

/// The folders to look for schemas in: --schema-dir in order, then the user's own.
std::vector<std::filesystem::path> schema_folders(const Options& options);

/// @throws as xoev::read_package() and xoev::Store::add()
cli::Exit add_packages(const Options& options, cli::Io& io);
cli::Exit list_packages(const Options& options, cli::Io& io);
/// @throws Error{missing} ANB-V306
cli::Exit show_packages(const Options& options, cli::Io& io);
cli::Exit remove_packages(const Options& options, cli::Io& io);
/// Without names: every package.
cli::Exit verify_packages(const Options& options, cli::Io& io);

/// The only ones that use the network.
/// @throws as xrepository::Client and add_packages()
cli::Exit fetch_packages(const Options& options, cli::Io& io);
cli::Exit show_versions(const Options& options, cli::Io& io);

} // namespace anb::cli_validation
