// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/store.hpp"

#include "base/error.hpp"
#include "base/file.hpp"

#include <array>

namespace anb::sandbox {

namespace {

constexpr std::uint64_t k_largest_file = 64 * 1024 * 1024;
constexpr std::array<const char*, 6> k_states = {"incomplete", "submitted", "forwarded",
                                                 "accepted",   "rejected",  "deleted"};

SubmissionState to_state(const std::string& text)
{
    for (std::size_t i = 0; i < k_states.size(); ++i) {
        if (text == k_states.at(i)) {
            return static_cast<SubmissionState>(i);
        }
    }
    throw json::Value::other_error::create(501, "unknown state " + text, nullptr);
}

json::Value to_json(const Destination& it)
{
    return {{"destinationId", it.id},
            {"owner", it.owner},
            {"name", it.name},
            {"status", it.status},
            {"inactiveSince", it.inactive_since},
            {"contactInformation", it.contact},
            {"services", it.services},
            {"metadataVersions", it.metadata_versions},
            {"replyChannels", it.reply_channels},
            {"callback", it.callback},
            {"encryptionKid", it.encryption_kid},
            {"keys", it.keys},
            {"addressing", it.addressing}};
}

Destination to_destination(const json::Value& value)
{
    Destination it;
    it.id = value.at("destinationId");
    it.owner = value.at("owner");
    it.name = value.at("name");
    it.status = value.at("status");
    it.inactive_since = value.at("inactiveSince");
    it.contact = value.at("contactInformation");
    it.services = value.at("services");
    it.metadata_versions = value.at("metadataVersions");
    it.reply_channels = value.at("replyChannels");
    it.callback = value.at("callback");
    it.encryption_kid = value.at("encryptionKid");
    it.keys = value.at("keys").get<std::map<std::string, json::Value>>();
    it.addressing = value.at("addressing");
    return it;
}

json::Value to_json(const Submission& it)
{
    auto attachments = json::Value::object();
    for (const auto& [id, attachment] : it.attachments) {
        attachments[id] = {{"size", attachment.size}, {"tag", attachment.tag}};
    }
    return {{"submissionId", it.id},
            {"caseId", it.case_id},
            {"destinationId", it.destination},
            {"sender", it.sender},
            {"state", to_string(it.state)},
            {"apiVersion", it.api_version},
            {"service", it.service},
            {"region", it.region},
            {"callback", it.callback},
            {"announcedAttachments", it.announced},
            {"attachments", std::move(attachments)},
            {"metadataTag", it.metadata_tag},
            {"dataTag", it.data_tag},
            {"createdAt", it.created_at},
            {"submittedAt", it.submitted_at},
            {"noticedAt", it.noticed_at}};
}

Submission to_submission(const json::Value& value)
{
    Submission it;
    it.id = value.at("submissionId");
    it.case_id = value.at("caseId");
    it.destination = value.at("destinationId");
    it.sender = value.at("sender");
    it.state = to_state(value.at("state"));
    it.api_version = value.at("apiVersion");
    it.service = value.at("service");
    it.region = value.at("region");
    it.callback = value.at("callback");
    it.announced = value.at("announcedAttachments").get<std::vector<std::string>>();
    for (const auto& [id, attachment] : value.at("attachments").items()) {
        it.attachments[id] = {attachment.at("size"), attachment.at("tag")};
    }
    it.metadata_tag = value.at("metadataTag");
    it.data_tag = value.at("dataTag");
    it.created_at = value.at("createdAt");
    it.submitted_at = value.at("submittedAt");
    it.noticed_at = value.value("noticedAt", std::int64_t{0});
    return it;
}

json::Value to_json(const Case& it)
{
    return {{"caseId", it.id},
            {"destinationId", it.destination},
            {"sender", it.sender},
            {"eventLog", it.events},
            {"tokenIds", it.token_ids}};
}

Case to_case(const json::Value& value)
{
    Case it;
    it.id = value.at("caseId");
    it.destination = value.at("destinationId");
    it.sender = value.at("sender");
    it.events = value.at("eventLog").get<std::vector<std::string>>();
    it.token_ids = value.at("tokenIds").get<std::vector<std::string>>();
    return it;
}

void write(const std::filesystem::path& file, const json::Value& value)
{
    base::write_file(file, base::as_bytes(json::dump_pretty(value)), base::Access::owner_only);
}

/// Reads a file into `target` by its id; a thing that is only half there is passed over.
template <typename Thing>
void read(const std::filesystem::path& file, Thing (*convert)(const json::Value&),
          std::map<std::string, Thing>& target)
{
    if (file.extension() != ".json" || !std::filesystem::exists(file)) {
        return;
    }
    try {
        const auto text = base::to_text(base::read_file(file.string(), k_largest_file));
        auto thing = convert(json::parse(text, file.string()));
        target.emplace(thing.id, std::move(thing));
    } catch (const json::Value::exception& fault) {
        throw base::Error(base::ErrorKind::input, "ANB-G604", {{"file", file.string()}},
                          fault.what());
    }
}

} // namespace

std::string to_string(SubmissionState state)
{
    return k_states.at(static_cast<std::size_t>(state));
}

Store::Store(std::filesystem::path folder) : m_folder(std::move(folder))
{
    for (const auto* name : {"destinations", "submissions", "cases"}) {
        base::make_folder(m_folder / name);
    }
    load();
}

void Store::load()
{
    for (const auto& entry : std::filesystem::directory_iterator(m_folder / "destinations")) {
        read(entry.path(), to_destination, destinations);
    }
    for (const auto& entry : std::filesystem::directory_iterator(m_folder / "submissions")) {
        read(entry.path() / "submission.json", to_submission, submissions);
        if (!submissions.contains(entry.path().filename().string())) {
            std::filesystem::remove_all(entry.path());
        }
    }
    for (const auto& entry : std::filesystem::directory_iterator(m_folder / "cases")) {
        read(entry.path(), to_case, cases);
    }
}

void Store::save(const Destination& destination) const
{
    write(m_folder / "destinations" / (destination.id + ".json"), to_json(destination));
}

void Store::save(const Submission& submission) const
{
    base::make_folder(folder(submission) / "attachments");
    write(folder(submission) / "submission.json", to_json(submission));
}

void Store::save(const Case& log) const
{
    write(m_folder / "cases" / (log.id + ".json"), to_json(log));
}

void Store::remove(const Destination& destination) const
{
    std::filesystem::remove(m_folder / "destinations" / (destination.id + ".json"));
}

std::filesystem::path Store::folder(const Submission& submission) const
{
    return m_folder / "submissions" / submission.id;
}

std::filesystem::path Store::metadata_file(const Submission& submission) const
{
    return folder(submission) / "metadata.jwe";
}

std::filesystem::path Store::data_file(const Submission& submission) const
{
    return folder(submission) / "data.jwe";
}

std::filesystem::path Store::attachment_file(const Submission& submission,
                                             const std::string& attachment) const
{
    return folder(submission) / "attachments" / (attachment + ".jwe");
}

} // namespace anb::sandbox
