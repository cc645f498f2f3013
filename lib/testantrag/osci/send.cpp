// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/osci/send.hpp"

#include "base/error.hpp"
#include "testantrag/detail/saved.hpp"
#include "testantrag/osci/detail/card.hpp"
#include "testantrag/osci/detail/message.hpp"

#include <algorithm>

namespace anb::testantrag {

namespace {

using base::Error;
using base::ErrorKind;
using detail::saved;

constexpr std::string_view k_used_up = "9801";
constexpr int k_tries = 2;
constexpr base::Seconds k_before_second_try{3};

void require_parts(const OsciJournal& journal)
{
    const auto& standing = journal.standing();
    if (standing.purged_at || standing.step == OsciStep::discarded) {
        throw Error(ErrorKind::missing, "ANB-S308", {{"id", journal.entry().brief()}});
    }
}

std::vector<OsciRemark> remarks(const osci::Message& message)
{
    std::vector<OsciRemark> found;
    for (const auto& entry : message.feedback) {
        const bool known = std::any_of(found.begin(), found.end(), [&](const OsciRemark& remark) {
            return remark.code == entry.code;
        });
        if (!known) {
            found.push_back({entry.code, entry.text});
        }
    }
    return found;
}

/// Certainly not carried out: the order itself was wrong, not the moment.
bool is_refusal(const Error& error)
{
    return (error.code() == "ANB-O501" || error.code() == "ANB-O502") &&
           error.kind() != ErrorKind::try_later && error.kind() != ErrorKind::unavailable;
}

/// An earlier try had arrived, says the Intermediär; the card says whether it was ours.
void recognise(osci::Client& client, OsciJournal& journal, const osci::Answer& answer,
               const OsciWatch& watch)
{
    if (!detail::fetch_card(client, journal).card) {
        throw Error(ErrorKind::trust, "ANB-O620", {{"id", journal.plan().message_id}});
    }
    detail::keep_answer(journal, answer, k_osci_delivered_file);
    journal.delivered(remarks(answer.message()), true);
    watch.done({.what = OsciDone::What::delivered_before, .code = std::string(k_used_up)});
}

/// @param first  no earlier try can have arrived
void deliver_once(osci::Client& client, OsciJournal& journal, bool first, const OsciWatch& watch)
{
    journal.delivering();
    const auto& message = journal.standing().message;
    const osci::PreparedDelivery prepared{journal.plan().message_id, message.challenge};
    const auto path = journal.folder() / k_osci_message_file;
    try {
        const auto answer = saved(journal, [&] {
            return client.deliver(
                prepared, [&] { return detail::file_source(path); }, message.size);
        });
        const auto code = answer.code();
        if (code == k_used_up) {
            recognise(client, journal, answer, watch);
            return;
        }
        answer.require_done();
        detail::keep_answer(journal, answer, k_osci_delivered_file);
        journal.delivered(remarks(answer.message()), false);
        watch.done({.what = OsciDone::What::delivered, .code = code});
    } catch (const Error& error) {
        if (first && is_refusal(error)) {
            journal.refused(error.code());
        }
        throw;
    }
}

} // namespace

void deliver(osci::Client& client, OsciJournal& journal, const OsciWatch& watch)
{
    const auto step = journal.standing().step;
    if (step >= OsciStep::delivered && step <= OsciStep::finished) {
        return;
    }
    require_parts(journal);
    if (step == OsciStep::number) {
        stop_if_cancelled(watch);
        detail::write_message(journal, client);
    }
    detail::remove_sources(journal);
    for (int tried = 1;; ++tried) {
        stop_if_cancelled(watch);
        try {
            deliver_once(client, journal, tried == 1 && step != OsciStep::delivering, watch);
            return;
        } catch (const Error& error) {
            if (error.code() != "ANB-S501" || tried == k_tries) {
                throw;
            }
        }
        watch.pause(k_before_second_try);
    }
}

} // namespace anb::testantrag
