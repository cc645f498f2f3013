// Judges what lies in one opened file: every leaf with its chain, and how the file is put together.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "inventory/open.hpp"
#include "pki/check.hpp"

#include <string_view>
#include <vector>

namespace anb::inventory {

/// A holder's certificate, or, in a file of CAs only, one that issued no other there; and what is
/// to be said about it.
struct Judged {
    base::Report report; ///< subject "file:stadt.pem", "file:bundle.pem#2"; without facts
    pki::Path path;      ///< empty when the certificate is damaged beyond reading
};

/// One verdict for each leaf, in the order of the file; never empty. What concerns the whole file
/// stands in the first: the findings of `contents`, ANB-C167 order, ANB-C168 duplicates, ANB-C169
/// certificates that belong to no leaf.
///
/// @param origin  as shown in subjects, such as the path
/// @param trust   the anchors; options.anchors_given is set from it
std::vector<Judged> check(const Contents& contents, std::string_view origin,
                          const pki::Issuers& trust, const pki::CheckOptions& options);

} // namespace anb::inventory
