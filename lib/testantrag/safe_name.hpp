// File names that strangers chose, made fit for a folder of ours.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace anb::testantrag {

/// Gives each attachment a name of its own that cannot leave the folder, hide, or look like
/// another one: the last part of a path, without control and bidirectional characters, without
/// characters that mean something to a shell or to another file system, at most 120 bytes.
class SafeNames {
public:
    /// @param wish      as the sender wrote it; may be empty
    /// @param fallback  used when nothing remains of it, such as the attachment's id
    std::string take(std::string_view wish, std::string_view fallback);

private:
    std::set<std::string> m_taken; ///< lower case: some file systems know no other
};

} // namespace anb::testantrag
