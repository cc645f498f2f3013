// Judges any number of files, several at a time, and shows them in their order.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/walk.hpp"
#include "cli_certificates/commands.hpp"
#include "cli_certificates/view.hpp"

#include <vector>

namespace anb::cli_certificates {

/// Judges the files in batches, so that memory does not grow with their number. A file that gives
/// no answer is reported and the others go on; alone, it throws. In a folder, files without
/// certificates are noted only.
///
/// @return the exit code of the worst (user-journeys §7.3)
/// @throws as inventory::open() when there is only one file
cli::Exit check_files(const std::vector<base::Place>& places, const Options& options,
                      const pki::Issuers& trust, const Question& question, cli::Io& io);

/// Judges one file and compares its key with that of another: shows the answer, or ANB-C151.
/// @throws as inventory::open(), for either file
cli::Exit check_pair(const std::string& path, const std::string& other, const Options& options,
                     const pki::Issuers& trust, const Question& question, cli::Io& io);

/// Judges what an inventory lists (config::load_watched()): files, and what `registry` answers. An
/// entry that gives no answer is reported and the others go on; with --offline those of a registry
/// are not checked, which ANB-C413 says. A table for people, the earliest end first.
/// @throws Error{input} ANB-C415 when it lists nothing; as config::load_watched()
cli::Exit check_inventory(const Options& options, const pki::Issuers& trust,
                          const Question& question, const AskRegistry& registry, cli::Io& io);

/// Says of every file whether a private key lies in it, in archives too, and ANB-C150 when one
/// does. In folders hidden files count as well; links are not followed but named, and counted by
/// ANB-C159.
/// @param paths  files and folders as typed
/// @throws Error{input} ANB-C416 when there is nothing to look at; as base::expand_fully() and
///         base::read_secret_file()
cli::Exit check_public_only(const std::vector<std::string>& paths, cli::Io& io);

} // namespace anb::cli_certificates
