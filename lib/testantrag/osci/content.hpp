// What the containers of an OSCI message hold, as files: the data, and the attachments under names
// that do no harm.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/file.hpp"
#include "base/report.hpp"
#include "json/json.hpp"
#include "osci/content.hpp"

#include <string>
#include <vector>

namespace anb::testantrag {

/// A piece of content that decrypted, with a tag and digests that hold.
struct OsciFile {
    std::string name;       ///< below the folder: "data.xml", "attachments/nachweis.pdf"
    std::string media_type; ///< as the sender wrote it; of data by its first byte
    std::string container;  ///< Ref-Id
    std::string part;       ///< its Id in the container, or the Content-ID
    std::string sha256, sha512;
    std::uint64_t size = 0;
};

json::Value to_json(const OsciFile& file);

struct OsciContent {
    std::vector<OsciFile> files; ///< the data of the first container that has some come first
    /// Parts that failed, with the codes of osci::extract(); of them nothing is left in the folder.
    /// ANB-O709 (warning): an attachment that belongs to no container.
    std::vector<base::Finding> findings;
};

/// Writes every part of the containers into a folder, hashing on the way. The first data become
/// "data.xml", "data.json" or "data.bin"; all else lies in "attachments".
///
/// @param folder  exists, owner-only; empty: nothing is written, sizes and hashes are all there is
/// @throws failures of our own side: a full disk
OsciContent write_content(const osci::Incoming& incoming,
                          const std::vector<osci::Container>& containers,
                          const base::fs::path& folder);

} // namespace anb::testantrag
