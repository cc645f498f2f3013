// The user's files that a sending still has to encrypt: kept beside its journal until that is done.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "fitconnect/metadata.hpp"
#include "testantrag/input.hpp"

#include <string_view>
#include <vector>

namespace anb::testantrag {

/// The only file of a sending that names files of the user; owner-only, removed with sealing.
inline constexpr std::string_view k_draft_file = "draft.json";

struct Draft {
    struct Source {
        fitconnect::AttachmentId id;
        Attachment attachment; ///< with an absolute path
    };
    fitconnect::Author author;
    std::vector<Source> sources;
};

void save_draft(const base::fs::path& folder, const Draft& draft);
/// @throws Error{missing} ANB-S308 when it is gone, Error{input} ANB-G302 when it is damaged
Draft load_draft(const base::fs::path& folder);
void remove_draft(const base::fs::path& folder);

} // namespace anb::testantrag
