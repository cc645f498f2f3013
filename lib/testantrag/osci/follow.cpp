// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/text.hpp"
#include "testantrag/detail/saved.hpp"
#include "testantrag/osci/detail/card.hpp"
#include "testantrag/osci/send.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::testantrag {

namespace {

constexpr base::Seconds k_first_pause{5};
constexpr base::Seconds k_longest_pause{300};
constexpr std::string_view k_no_card = "9804";

bool is_fetched(const detail::FetchedCard& fetched)
{
    return fetched.card && fetched.card->reception;
}

base::UtcTime time_of(const osci::ProcessCard& card, const osci::Stamp& stamp)
{
    return stamp.plain ? stamp.at : card.recent_modification;
}

bool all_good(const osci::ProcessCard& card)
{
    return !card.inspections.empty() &&
           std::all_of(card.inspections.begin(), card.inspections.end(),
                       [](const osci::Inspection& each) { return each.good(); });
}

/// Notes what the card says for the first time, and tells it.
void note(OsciJournal& journal, const detail::FetchedCard& fetched, bool& told,
          const OsciWatch& watch)
{
    const auto& card = fetched.card;
    if (!card || !card->creation) {
        return;
    }
    const auto creation = time_of(*card, *card->creation);
    if (journal.standing().step == OsciStep::delivered) {
        journal.card(creation);
    }
    if (!std::exchange(told, true)) {
        watch.done({.what = OsciDone::What::card, .at = creation, .inspected = all_good(*card)});
    }
    if (card->reception) {
        const auto reception = time_of(*card, *card->reception);
        if (journal.standing().step != OsciStep::finished) {
            journal.finished(reception);
        }
        watch.done({.what = OsciDone::What::fetched, .at = reception});
    }
}

void find(base::Report& report, const char* code, const char* element, base::Values values)
{
    base::Finding finding;
    finding.severity = base::Severity::warning;
    finding.code = code;
    finding.element = element;
    finding.values = std::move(values);
    finding.rule = "osci:13";
    report.findings.push_back(std::move(finding));
}

std::string result_of(const osci::Inspection& inspection)
{
    auto text = fmt::format("{}, {}", inspection.math_result, inspection.offline_result);
    if (inspection.online_result) {
        text += fmt::format(", {} {}", inspection.online_means, *inspection.online_result);
    }
    return text;
}

void report_delivery(const OsciJournal& journal, base::Report& report)
{
    for (const auto& remark : journal.standing().remarks) {
        if (osci::classify(remark.code) == osci::FeedbackClass::warning) {
            find(report, "ANB-O623", "feedback",
                 {{"code", remark.code}, {"text", base::printable(remark.text, 300)}});
        }
    }
}

void report_card(const osci::ProcessCard& card, base::Report& report)
{
    for (const auto& inspection : card.inspections) {
        if (!inspection.good()) {
            find(report, "ANB-O622", "inspection",
                 {{"subject", base::printable(inspection.subject, 120)},
                  {"result", result_of(inspection)}});
        }
    }
    if (card.inspections.empty()) {
        report.unchecked.push_back({.element = "inspection", .reason = "not_stated"});
    }
}

OsciOutcome judge(const OsciJournal& journal, detail::FetchedCard fetched)
{
    OsciOutcome outcome;
    const auto& id = journal.plan().message_id;
    outcome.report.subject = "message:" + id;
    report_delivery(journal, outcome.report);
    if (fetched.card) {
        report_card(*fetched.card, outcome.report);
    }
    if (!fetched.is_signed) {
        find(outcome.report, "ANB-O625", "process_card", {{"order", "FetchProcessCard"}});
    }
    if (!fetched.card || !fetched.card->creation) {
        outcome.ending = OsciEnding::accepted;
        find(outcome.report, "ANB-O624", "process_card", {{"id", id}});
    } else if (!fetched.card->reception) {
        outcome.ending = OsciEnding::waiting;
        find(outcome.report, "ANB-O621", "process_card", {{"id", id}});
    } else {
        outcome.ending = OsciEnding::fetched;
    }
    outcome.is_signed = fetched.is_signed;
    outcome.card = std::move(fetched.card);
    return outcome;
}

/// The card is here already; that the dialog ends properly is a courtesy.
void end(osci::Client::Dialog& dialog)
{
    try {
        dialog.exit();
    } catch (const base::Error& error) {
        if (error.kind() == base::ErrorKind::trust || error.code() == "ANB-N308") {
            throw;
        }
    }
}

} // namespace

namespace detail {

void keep_answer(const OsciJournal& journal, const osci::Answer& answer, std::string_view file)
{
    base::AtomicFile kept(journal.folder() / file, base::Access::owner_only);
    answer.incoming.opened.text->read([&](base::ByteView piece) { kept.write(piece); });
    kept.commit();
}

FetchedCard fetch_card(osci::Client& client, const OsciJournal& journal)
{
    return saved(journal, [&] {
        auto dialog = client.open_dialog();
        osci::Message order;
        order.order = osci::Order::fetch_process_card;
        order.selection.message_ids = {journal.plan().message_id};
        const auto answer = dialog.send(std::move(order));
        if (answer.code() == k_no_card) {
            end(dialog);
            return FetchedCard{{}, answer.is_signed()};
        }
        answer.require_done();
        end(dialog);
        const auto& cards = answer.message().cards;
        const auto card = std::find_if(cards.begin(), cards.end(), [&](const auto& each) {
            return each.message_id == journal.plan().message_id;
        });
        if (card == cards.end()) {
            return FetchedCard{{}, answer.is_signed()};
        }
        keep_answer(journal, answer, k_osci_card_file);
        return FetchedCard{*card, answer.is_signed()};
    });
}

} // namespace detail

OsciOutcome follow(osci::Client& client, OsciJournal& journal, base::Seconds wait,
                   const OsciWatch& watch)
{
    const auto end = journal.now() + wait;
    auto pause = k_first_pause;
    bool told = false;
    auto fetched = detail::fetch_card(client, journal);
    note(journal, fetched, told, watch);
    while (!is_fetched(fetched) && journal.now() < end) {
        stop_if_cancelled(watch);
        watch.pause(std::min(pause, end - journal.now()));
        pause = std::min(pause * 3 / 2, k_longest_pause);
        fetched = detail::fetch_card(client, journal);
        note(journal, fetched, told, watch);
    }
    auto outcome = judge(journal, std::move(fetched));
    if (outcome.ending != OsciEnding::fetched) {
        watch.done({.what = OsciDone::What::waiting});
    }
    return outcome;
}

} // namespace anb::testantrag
