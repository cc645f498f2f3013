// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/fitconnect/check_case.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "fitconnect/metadata_rules.hpp"
#include "testantrag/fitconnect/detail/open_part.hpp"
#include "testantrag/fitconnect/send.hpp"
#include "testantrag/input.hpp"
#include "testantrag/safe_name.hpp"

#include <algorithm>
#include <set>

namespace anb::testantrag {

namespace {

using detail::Opened;

/// The work on one case: every stage adds to `result`.
class Checker {
public:
    Checker(const DownloadedCase& downloaded, const fitconnect::Destination* destination,
            const KeyRing& keys, const DataChecker* rules, const base::fs::path& folder)
        : m_case(downloaded), m_submission(downloaded.submission), m_destination(destination),
          m_keys(keys.lookup()), m_rules(rules), m_folder(folder)
    {
        m_result.report.subject = "submission:" + m_submission.id.str();
    }

    CheckedCase run()
    {
        note_unchecked();
        using Stage = void (Checker::*)();
        for (const Stage stage : {&Checker::check_tags, &Checker::open_metadata,
                                  &Checker::check_offer, &Checker::open_contents}) {
            (this->*stage)();
            if (!m_result.report.accepted()) {
                break;
            }
        }
        return std::move(m_result);
    }

private:
    void leave(const char* element, const char* reason);
    void note_unchecked();
    void check_tags();
    void open_metadata();
    void check_metadata();
    void check_offer();
    void check_service();
    void check_region(const std::vector<std::string>& offered);
    void check_schema();
    void check_attachment_list();
    void check_reply_channel();
    void open_contents();
    void open_data();
    void check_data(const OpenedFile& file, const std::string& schema_uri);
    void open_attachment(const fitconnect::AttachmentDescription& description);
    bool expect_hash(const Opened& opened, const std::string& sha512, const std::string& part);

    /// @param problem  tail of the catalogue; empty when nobody is to be rejected for it
    void object(const char* code, std::string_view problem, const std::string& part,
                std::string found = {}, std::string expected = {});

    const DownloadedCase& m_case;
    const fitconnect::Submission& m_submission;
    const fitconnect::Destination* m_destination;
    jose::KeyLookup m_keys;
    const DataChecker* m_rules;
    base::fs::path m_folder;
    SafeNames m_names;
    CheckedCase m_result;
};

template <typename List, typename Item>
bool contains(const List& list, const Item& item)
{
    return std::find(list.begin(), list.end(), item) != list.end();
}

void Checker::object(const char* code, std::string_view problem, const std::string& part,
                     std::string found, std::string expected)
{
    if (!problem.empty()) {
        m_result.problems.push_back(
            fitconnect::make_problem(fitconnect::problem_named(problem), part));
    }
    m_result.report.findings.push_back({.severity = base::Severity::error,
                                        .code = code,
                                        .values = {{"part", part},
                                                   {"found", found},
                                                   {"expected", expected},
                                                   {"problem", std::string(problem)},
                                                   {"event", "submit-submission"}},
                                        .where = part,
                                        .element = part,
                                        .found = std::move(found),
                                        .expected = std::move(expected),
                                        .rule = std::string(problem)});
}

void Checker::leave(const char* element, const char* reason)
{
    m_result.report.unchecked.push_back({.element = element, .reason = reason});
}

void Checker::note_unchecked()
{
    leave("virus_scan", "not_checked");
    if (m_rules == nullptr) {
        leave("schema", "not_requested");
        leave("testdata", "not_requested");
    }
    if (m_destination == nullptr) {
        leave("offer", "offline");
        leave("region", "offline");
    }
}

void Checker::check_tags()
{
    m_result.tags.metadata = detail::tag_of(m_submission.encrypted_metadata);
    m_result.tags.data = detail::tag_of(m_submission.encrypted_data);
    for (const auto& id : m_submission.attachments) {
        const auto file = m_case.attachments.find(id);
        if (file == m_case.attachments.end()) {
            object("ANB-S620", "missing-attachment", "attachment:" + id.str());
            return;
        }
        m_result.tags.attachments[id] = detail::tag_of_file(file->second);
    }
    const auto* submitted = m_case.log.find("submit-submission");
    if (submitted == nullptr || !submitted->tags) {
        object("ANB-S601", "missing-authentication-tags", "submission");
        return;
    }
    m_result.set_schema = submitted->schema;
    for (const auto& part : differing_parts(m_result.tags, *submitted->tags)) {
        object("ANB-S403", "incorrect-authentication-tag", part);
    }
    m_result.verified = {"event_signatures", "authentication_tags"};
}

void Checker::open_metadata()
{
    const auto opened = detail::open_text(m_submission.encrypted_metadata, m_keys, "metadata");
    if (!opened) {
        object("ANB-S610", "encryption-issue", "metadata");
        return;
    }
    m_result.metadata_text = *opened;
    try {
        m_result.metadata = fitconnect::parse_metadata(*opened, "metadata");
        check_metadata();
    } catch (const base::Error& error) {
        if (error.code() == "ANB-F352") {
            object("ANB-S613", "unsupported-schema", "metadata");
        } else if (error.code() == "ANB-G302") {
            object("ANB-S614", "schema-violation", "metadata", error.what());
        } else {
            object("ANB-S611", "syntax-violation", "metadata", error.what());
        }
    }
}

void Checker::check_metadata()
{
    const auto document = json::parse(m_result.metadata_text, "metadata");
    const json::Reader reader(document, "metadata");
    if (!fitconnect::metadata_rules_known(m_result.metadata->version)) {
        leave("metadata_schema", "structure_only");
        return;
    }
    fitconnect::check_metadata_rules(reader, m_result.metadata->version);
    m_result.verified.emplace_back("metadata_schema");
    for (const auto& place : fitconnect::data_sets_with_other_hash(reader)) {
        m_result.report.findings.push_back({.severity = base::Severity::warning,
                                            .code = "ANB-S624",
                                            .values = {{"place", place}},
                                            .where = "metadata",
                                            .element = "metadata",
                                            .rule = "fit-connect:dataSets"});
    }
}

void Checker::check_offer()
{
    check_attachment_list();
    if (m_result.metadata->service &&
        m_result.metadata->service->identifier != m_submission.service.identifier) {
        object("ANB-S616", "service-mismatch", "metadata", m_result.metadata->service->identifier,
               m_submission.service.identifier);
    }
    if (m_destination != nullptr) {
        check_schema();
        check_service();
        check_reply_channel();
        m_result.verified.emplace_back("offer");
    }
}

void Checker::check_attachment_list()
{
    std::set<fitconnect::AttachmentId> described;
    for (const auto& attachment : m_result.metadata->attachments) {
        const auto is_new = described.insert(attachment.id).second;
        if (!is_new) {
            object("ANB-S618", "attachments-mismatch", "metadata", attachment.id.str());
        }
        if (!attachment.fragments.empty() || attachment.purpose == "data") {
            object("ANB-S622", {}, "attachment:" + attachment.id.str());
        }
    }
    const std::set<fitconnect::AttachmentId> sent(m_submission.attachments.begin(),
                                                  m_submission.attachments.end());
    if (described != sent) {
        object("ANB-S618", "attachments-mismatch", "metadata", std::to_string(described.size()),
               std::to_string(sent.size()));
    }
    m_result.verified.emplace_back("attachment_list");
}

void Checker::check_schema()
{
    const auto& version = m_result.metadata->version;
    const auto offered = contains(m_destination->metadata_versions, version);
    if (!offered && !m_result.metadata->names_schema) {
        object("ANB-S612", "missing-schema", "metadata");
    } else if (!offered) {
        object("ANB-S613", "unsupported-schema", "metadata", version);
    }
}

void Checker::check_service()
{
    const auto& services = m_destination->services;
    const auto service = std::find_if(services.begin(), services.end(), [&](const auto& offered) {
        return offered.identifier == m_submission.service.identifier;
    });
    if (service == services.end()) {
        object("ANB-S615", "unsupported-service", "submission", m_submission.service.identifier);
        return;
    }
    check_region(service->regions);
    const auto& data = m_result.metadata->data;
    if (data && !contains(service->submission_schemas, data->schema)) {
        object("ANB-S617", "unsupported-data-schema", "metadata",
               data->schema.schema_uri + " (" + data->schema.mime_type + ")");
    }
}

/// An offer for "DE09" holds for everything below it.
void Checker::check_region(const std::vector<std::string>& offered)
{
    const auto& region = m_submission.region;
    if (region.empty()) {
        leave("region", "not_in_submission");
        return;
    }
    const auto covers = [&](const std::string& each) { return region.starts_with(each); };
    if (std::none_of(offered.begin(), offered.end(), covers)) {
        object("ANB-S625", "unsupported-service", "submission", region, base::join(offered, ", "));
    }
    m_result.verified.emplace_back("region");
}

void Checker::check_reply_channel()
{
    const auto& channel = m_result.metadata->reply_channel;
    const auto& offered = m_destination->reply_channels;
    if (!channel.empty() && !(offered && offered->contains(channel))) {
        object("ANB-S623", "unsupported-reply-channel", "metadata", channel);
    }
}

bool Checker::expect_hash(const Opened& opened, const std::string& sha512, const std::string& part)
{
    if (opened.sha512 != sha512) {
        object("ANB-S621", "hash-mismatch", part, opened.sha512, sha512);
    }
    return opened.sha512 == sha512;
}

void Checker::open_contents()
{
    open_data();
    if (!m_result.metadata->attachments.empty()) {
        base::make_folder(m_folder / "attachments");
    }
    for (const auto* name : {"decryption", "sha512", "well_formed"}) {
        m_result.verified.emplace_back(name);
    }
    for (const auto& description : m_result.metadata->attachments) {
        open_attachment(description);
    }
}

void Checker::open_data()
{
    const auto& description = m_result.metadata->data;
    if (!description) {
        if (!m_submission.encrypted_data.empty()) {
            object("ANB-S614", "schema-violation", "metadata", "contentStructure/data");
        }
        return;
    }
    if (m_submission.encrypted_data.empty()) {
        object("ANB-S619", "missing-data", "data");
        return;
    }
    const auto is_xml = description->schema.mime_type == mime_type(Form::xml);
    OpenedFile file{.name = is_xml ? "data.xml" : "data.json",
                    .mime_type = description->schema.mime_type,
                    .sha512 = description->sha512,
                    .attachment = {}};
    const auto opened = detail::open_into(m_submission.encrypted_data, m_keys, "data",
                                          m_folder / file.name, is_xml);
    if (!opened) {
        object("ANB-S610", "encryption-issue", "data");
        return;
    }
    if (!expect_hash(*opened, description->sha512, "data")) {
        return;
    }
    if (!opened->fault.empty()) {
        object("ANB-S611", "syntax-violation", "data", opened->fault);
        return;
    }
    file.size = opened->size;
    check_data(file, description->schema.schema_uri);
    m_result.files.push_back(std::move(file));
}

void Checker::check_data(const OpenedFile& file, const std::string& schema_uri)
{
    if (m_rules == nullptr) {
        return;
    }
    const auto form = file.name == "data.xml" ? Form::xml : Form::json;
    auto report = m_rules->check_file(m_folder / file.name, form, schema_uri, file.name);
    const auto* valid = base::find_fact(report, "schema_valid");
    if (valid != nullptr && *valid != "true") {
        object("ANB-S614", "schema-violation", "data", schema_uri);
    } else if (valid != nullptr) {
        m_result.verified.emplace_back("data_schema");
    }
    m_result.report.take(std::move(report));
}

void Checker::open_attachment(const fitconnect::AttachmentDescription& description)
{
    const auto part = "attachment:" + description.id.str();
    OpenedFile file{.name =
                        "attachments/" + m_names.take(description.filename, description.id.str()),
                    .mime_type = description.mime_type,
                    .sha512 = description.sha512,
                    .attachment = description.id};
    const auto opened = detail::open_into(m_case.attachments.at(description.id), m_keys, part,
                                          m_folder / file.name);
    if (!opened) {
        object("ANB-S610", "encryption-issue", part);
        return;
    }
    if (expect_hash(*opened, description.sha512, part)) {
        file.size = opened->size;
        m_result.files.push_back(std::move(file));
    }
}

} // namespace

CheckedCase check_case(const DownloadedCase& downloaded, const fitconnect::Destination* destination,
                       const KeyRing& keys, const DataChecker* rules, const base::fs::path& folder)
{
    return Checker(downloaded, destination, keys, rules, folder).run();
}

} // namespace anb::testantrag
