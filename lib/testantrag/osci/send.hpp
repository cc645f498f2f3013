// Sends one message over OSCI, and follows it to its end.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "osci/client.hpp"
#include "testantrag/input.hpp"
#include "testantrag/osci/journal.hpp"
#include "testantrag/watch.hpp"

#include <optional>
#include <string>
#include <vector>

namespace anb::testantrag {

/// Limits of our own; OSCI has none.
inline constexpr std::size_t k_osci_max_attachments = 500;
inline constexpr std::uint64_t k_osci_max_data = 8 * 1024 * 1024;
/// What the open test Intermediär takes (osci.md §18).
inline constexpr std::uint64_t k_osci_usual_limit = 500'000'000;

/// Findings: ANB-O610 data too large, ANB-O612 too many attachments, ANB-O611 (warning) more than
/// some Intermediäre take.
base::Report check_osci_limits(const Package& package);

/// One step over OSCI that is done.
struct OsciDone {
    enum class What {
        number, ///< the message id is ours
        delivered,
        delivered_before, ///< an earlier try had arrived: nothing was delivered twice
        card,             ///< the process card names the creation
        fetched,
        waiting, ///< for the receiver
    };
    What what;
    std::string message_id{};
    std::string code{};     ///< of the feedback
    base::UtcTime at{};     ///< by the process card
    bool inspected = false; ///< the Intermediär looked at certificates and found all good
};

using OsciWatch = WatchOf<OsciDone>;

/// Encrypts content and attachments for the reader into the journal's folder, fetches a message id
/// and ends with the journal's first entry, `number`. Memory does not depend on the attachments.
///
/// @param plan  everything but numbers, checksums and attachments
/// @throws Error{input} ANB-S103 when the data, ANB-S312 when an attachment changed since it was
///         looked at; otherwise as osci::Client::get_message_id()
void prepare_osci(OsciJournal& journal, const Package& package, OsciPlan plan, osci::Client& client,
                  const OsciWatch& watch);

/// Goes on from where the journal stands until the message is delivered:
///
/// | last entry | what is done |
/// | --- | --- |
/// | number | write the message, deliver it |
/// | prepared | deliver it |
/// | delivering | deliver the same bytes again: 9801 means that they had arrived |
/// | delivered, card, finished | nothing |
///
/// Whether a message that had arrived is ours, its process card says. An answer that never came is
/// followed by one more try.
/// @throws Error{try_later} ANB-S501 when the Intermediär does not answer, the state being saved;
///         Error{missing} ANB-S308 when the encrypted parts are gone, Error{trust} ANB-O620 when
///         the number is used up and there is no card; otherwise as osci::refuse() and osci::Client
void deliver(osci::Client& client, OsciJournal& journal, const OsciWatch& watch);

/// How a sending stands or ended.
enum class OsciEnding { accepted, waiting, fetched };

struct OsciOutcome {
    OsciEnding ending = OsciEnding::waiting;
    std::optional<osci::ProcessCard> card; ///< nothing: the Intermediär had none
    bool is_signed = false;                ///< the answer with the card was
    /// Warnings: ANB-O621 not fetched yet, ANB-O622 a certificate that is not good, ANB-O623 what
    /// the Intermediär warned of, ANB-O624 no creation yet, ANB-O625 an answer without a signature.
    base::Report report;
};

/// Fetches the process card, at once and then after 5 s growing to 5 min, until the message is
/// fetched or `wait` is over.
/// @throws Error{try_later} ANB-S501; otherwise as osci::Client
OsciOutcome follow(osci::Client& client, OsciJournal& journal, base::Seconds wait,
                   const OsciWatch& watch);

/// Stores the Intermediär's signed answers, the process card, checksums and versions below
/// `folder`/<local number>, no content.
void store_evidence(const OsciJournal& journal, const OsciOutcome& outcome,
                    const base::fs::path& folder, std::string_view program);

} // namespace anb::testantrag
