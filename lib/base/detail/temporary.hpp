// Names of what is written before it appears, and the removal of what killed processes left.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

namespace anb::base::detail {

/// A name in the target's folder that no other process and no other call uses.
std::filesystem::path temporary_name(const std::filesystem::path& target);

/// Removes temporary files and folders of the same target whose owner is gone.
void sweep_temporaries(const std::filesystem::path& target);

/// The same for all targets in a folder.
void sweep_all_temporaries(const std::filesystem::path& folder);

} // namespace anb::base::detail
