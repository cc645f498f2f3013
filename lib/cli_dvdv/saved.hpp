// Saved answers of the directory, in place of the directory.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/io.hpp"
#include "dvdv/directory.hpp"

#include <string>

namespace anb::cli_dvdv {

/// A saved answer of findservicedescription, or what `show --json` printed of one service.
/// @throws Error{input} ANB-D207 when it is neither; as json::parse() and base::read_file()
dvdv::ServiceAnswer read_saved_service(const std::string& file);

/// Shows whatever function of the directory the answer in a file came from: services,
/// organisations, categories, lists and batches of them, and the directory's own words about a
/// failure. Of an answer with a token only that it is one.
/// @throws as read_saved_service()
void show_saved(const std::string& file, cli::Io& io);

} // namespace anb::cli_dvdv
