// The process card of a message, and the answers of the Intermediär that are kept as evidence.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "testantrag/osci/send.hpp"

#include <optional>
#include <string_view>

namespace anb::testantrag::detail {

struct FetchedCard {
    std::optional<osci::ProcessCard> card; ///< nothing: there is none for this message
    bool is_signed = false;
};

/// Fetches the card in a dialog of its own and keeps the answer.
/// @throws Error{try_later} ANB-S501; otherwise as osci::Client
FetchedCard fetch_card(osci::Client& client, const OsciJournal& journal);

/// Writes the decrypted text of an answer into the journal's folder.
void keep_answer(const OsciJournal& journal, const osci::Answer& answer, std::string_view file);

} // namespace anb::testantrag::detail
