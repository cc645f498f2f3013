// The message of a sending over OSCI, in its journal's folder.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/file.hpp"
#include "base/source.hpp"
#include "testantrag/osci/send.hpp"

#include <memory>

namespace anb::testantrag::detail {

/// The bytes of a file from its first one.
inline base::Source file_source(const base::fs::path& path)
{
    const auto reader = std::make_shared<base::FileReader>(path.string());
    return [reader](std::span<std::byte> buffer) { return reader->read(buffer); };
}

/// The reader's certificate in the role and with the id that the content refers to.
osci::RoledCertificate reader_of(const OsciPlan& plan);

/// Puts content and attachments together, signs and encrypts for the Intermediär, notes it.
void write_message(OsciJournal& journal, const osci::Client& client);
/// Removes what the message was made of.
void remove_sources(const OsciJournal& journal);

} // namespace anb::testantrag::detail
