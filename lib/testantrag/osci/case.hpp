// A delivery of a postbox on disk, stored as a fetched case of FIT-Connect is: `DIR/<message>/`
// with data, attachments, metadata, process card and manifest. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "testantrag/osci/check.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::testantrag {

/// What the manifest says.
struct OsciManifest {
    std::string message_id, subject, sender;
    std::string container;                   ///< Ref-Id of the data
    std::optional<base::UtcTime> created_at; ///< when the Intermediär stored it
    base::UtcTime fetched_at{};
    std::vector<OsciFile> files;
    std::vector<std::string> verified;
    std::vector<base::Unchecked> unchecked;
};

OsciManifest manifest_of(const CheckedDelivery& checked, base::UtcTime fetched_at);
json::Value to_json(const OsciManifest& manifest);

/// A name for a message that is one file name and no other message's: its id where that is letters,
/// digits, ".", "_" and "-" only, else what is left of it and a piece of its SHA-256.
std::string folder_name(std::string_view message_id);

/// Adds metadata.json (what the headers say), process-card.json and manifest.json to a folder with
/// checked files.
void write_documents(const base::fs::path& folder, const OsciManifest& manifest,
                     const CheckedDelivery& checked, const osci::Incoming& incoming);

/// A stored message, if the folder holds one; its files are hashed again.
/// @throws Error{exists} ANB-S632 when a file is no longer what the manifest says
std::optional<OsciManifest> read_osci_manifest(const base::fs::path& folder);

} // namespace anb::testantrag
