// The inventory: what an authority wants to have watched for expiry (user-journeys C1).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace anb::config {

/// `[datei.NAME]`, `[dvdv.NAME]` or `[zustellpunkt.NAME]`; what is not given is empty.
struct Watched {
    enum class Kind { file, dvdv, destination };

    Kind kind = Kind::file;
    std::string name;          ///< NAME
    std::string label;         ///< `label`, else the name
    std::string env;           ///< `env`: "test", "stage", "prod"
    std::string path;          ///< file: `path`, a file or folder, absolute
    std::string use;           ///< file: `for`, as the option of cert-check
    std::string password_file; ///< file: `password_file`, absolute
    std::string profile;       ///< dvdv, zustellpunkt: `profile`, a name or an absolute path
    std::string service;       ///< dvdv: `service`
    std::string id;            ///< zustellpunkt: `id`
    std::string source;        ///< "inventar.toml:14"
};

/// Reads an inventory, entries in the order of the file. Relative paths count from its folder.
/// @throws Error{configuration} ANB-G401 syntax, ANB-G402 unknown key, ANB-G403 wrong type, an
///         impossible value or a key that is missing; otherwise as base::read_file()
std::vector<Watched> load_watched(const std::filesystem::path& file);

} // namespace anb::config
