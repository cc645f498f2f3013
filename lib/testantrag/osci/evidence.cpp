// SPDX-License-Identifier: EUPL-1.2

#include "base/file.hpp"
#include "testantrag/detail/stored_file.hpp"
#include "testantrag/osci/json.hpp"
#include "testantrag/osci/send.hpp"

namespace anb::testantrag {

namespace {

using detail::write_json;

json::Value checksums(const OsciJournal& journal)
{
    json::Value value = {{"data", {{"sha512", journal.plan().data_sha512}}},
                         {"message", {{"sha256", journal.standing().message.sha256}}},
                         {"attachments", json::Value::array()}};
    for (const auto& attachment : journal.plan().attachments) {
        value["attachments"].push_back({{"id", attachment.id}, {"sha256", attachment.sha256}});
    }
    return value;
}

void copy_answer(const OsciJournal& journal, std::string_view file, const base::fs::path& place)
{
    const auto from = journal.folder() / file;
    std::error_code ignored;
    if (!base::fs::exists(from, ignored)) {
        return;
    }
    base::AtomicFile copy(place / file, base::Access::owner_only);
    base::copy(base::source_of_file(from.string()),
               [&](base::ByteView piece) { copy.write(piece); });
    copy.commit();
}

} // namespace

void store_evidence(const OsciJournal& journal, const OsciOutcome& outcome,
                    const base::fs::path& folder, std::string_view program)
{
    const auto& plan = journal.plan();
    const auto place = folder / plan.local_id;
    base::make_folder(place);
    copy_answer(journal, k_osci_delivered_file, place);
    copy_answer(journal, k_osci_card_file, place);
    if (outcome.card) {
        write_json(place / "process-card.json", to_json(*outcome.card));
    }
    auto feedback = json::Value::array();
    for (const auto& remark : journal.standing().remarks) {
        feedback.push_back({{"code", remark.code}, {"text", remark.text}});
    }
    write_json(place / "evidence.json",
               {{"program", program},
                {"written_at", base::format_time(journal.now())},
                {"via", "osci"},
                {"environment", plan.environment},
                {"message_id", plan.message_id},
                {"organization", plan.organization},
                {"service", plan.service},
                {"schema_uri", plan.schema_uri},
                {"intermediary", plan.way.url},
                {"recipient_certificate", base::to_base64(plan.way.recipient)},
                {"intermediary_signature", base::to_base64(plan.way.intermediary_signature)},
                {"feedback", feedback},
                {"process_card_signed", outcome.is_signed},
                {"unchecked", to_json(plan.unchecked)},
                {"checksums", checksums(journal)}});
}

} // namespace anb::testantrag
