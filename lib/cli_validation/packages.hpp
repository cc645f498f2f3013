// What validate-xsozial package does: what is installed, and how it gets there.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_validation/options.hpp"

#include <filesystem>

namespace anb::cli_validation {

/// The user's own store, which need not exist.
std::filesystem::path own_folder();

/// Each uses the first --schema-dir, or the user's own store; only what installs may make it.
/// @throws as xoev::require_folder(), xoev::read_package() and xoev::Store
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
