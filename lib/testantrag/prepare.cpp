// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/prepare.hpp"

#include "base/error.hpp"
#include "crypto/digest.hpp"
#include "crypto/random.hpp"
#include "jose/jwe.hpp"

#include <utility>

namespace anb::testantrag {

namespace {

constexpr std::string_view k_metadata_type = "application/json";

using ReadAll = std::function<void(const std::function<void(base::ByteView)>&)>;

EncryptedPart encrypt_part(const ReadAll& read, const Target& target, const std::string& type,
                           const base::fs::path& path,
                           const std::function<void(std::uint64_t)>& report)
{
    EncryptedPart part{.file = path.filename().string(), .tag = {}, .sha512 = {}};
    base::AtomicFile file(path, base::Access::owner_only);
    crypto::Hasher hasher(crypto::DigestAlgorithm::sha512);
    jose::JweEncryptor encryptor(target.key.key, target.destination.encryption_kid, type);
    std::string encoded;
    std::uint64_t taken = 0;
    const auto flush = [&] {
        file.write(encoded);
        part.size += encoded.size();
        encoded.clear();
    };
    read([&](base::ByteView piece) {
        hasher.update(piece);
        encryptor.update(piece, encoded);
        flush();
        report(taken += piece.size());
    });
    part.tag = encryptor.finish(encoded);
    flush();
    file.commit();
    part.sha512 = base::to_hex(hasher.finish());
    return part;
}

fitconnect::Metadata describe(const Order& order, const Target& target, const Plan& plan)
{
    fitconnect::Metadata metadata;
    metadata.version = plan.metadata_version;
    metadata.data = {.sha512 = plan.data.sha512, .schema = plan.schema};
    for (std::size_t i = 0; i < order.attachments.size(); ++i) {
        fitconnect::AttachmentDescription description;
        description.id = plan.attachments[i].id;
        description.sha512 = plan.attachments[i].part.sha512;
        description.mime_type = order.attachments[i].mime_type;
        description.filename = order.attachments[i].filename;
        metadata.attachments.push_back(std::move(description));
    }
    metadata.service = target.service;
    metadata.author = order.author;
    return metadata;
}

EncryptedPart encrypt_data(const Order& order, const Target& target, const base::fs::path& folder,
                           const Watch& watch)
{
    const auto part = encrypt_part([&](const auto& take) { read_pieces(order.data, take); }, target,
                                   target.schema.mime_type, folder / "data.jwe",
                                   [&](std::uint64_t) { stop_if_cancelled(watch); });
    if (part.sha512 != order.data.sha512) {
        throw base::Error(base::ErrorKind::input, "ANB-S103", {{"file", order.data.path}});
    }
    return part;
}

EncryptedAttachment encrypt_attachment(const Attachment& attachment, const Target& target,
                                       const base::fs::path& folder,
                                       const std::function<void(std::uint64_t)>& report)
{
    const auto id = fitconnect::AttachmentId::parse(crypto::random_uuid());
    return {.id = id,
            .part =
                encrypt_part([&](const auto& take) { read_pieces(attachment.path, take); }, target,
                             attachment.mime_type, folder / (id.str() + ".jwe"), report)};
}

} // namespace

void stop_if_cancelled(const Watch& watch)
{
    if (watch.cancelled()) {
        throw base::Error(base::ErrorKind::try_later, "ANB-N308");
    }
}

base::Report check_limits(const Order& order, const Target& target)
{
    const auto& kid = target.destination.encryption_kid;
    std::vector<PartSize> sizes;
    for (const auto& attachment : order.attachments) {
        sizes.push_back({.name = attachment.filename,
                         .encrypted = jose::compact_size(attachment.size, target.key.key, kid,
                                                         attachment.mime_type)});
    }
    return check_limits(
        sizes, jose::compact_size(order.data.size, target.key.key, kid, target.schema.mime_type));
}

void prepare(Journal& journal, const Order& order, const Target& target, const Watch& watch)
{
    Plan plan;
    plan.environment = order.environment;
    plan.api_version = order.api_version;
    plan.destination = target.destination.id;
    plan.destination_name = target.destination.name;
    plan.encryption_kid = target.destination.encryption_kid;
    plan.service = target.service;
    plan.schema = target.schema;
    plan.metadata_version = target.metadata_version;
    plan.final_test = order.final_test;
    plan.reason = order.reason;
    plan.data = encrypt_data(order, target, journal.folder(), watch);
    for (const auto& attachment : order.attachments) {
        plan.attachments.push_back(
            encrypt_attachment(attachment, target, journal.folder(),
                               [&](std::uint64_t) { stop_if_cancelled(watch); }));
    }
    const auto metadata = json::dump(fitconnect::to_json(describe(order, target, plan)));
    plan.metadata = encrypt_part([&](const auto& take) { take(base::as_bytes(metadata)); }, target,
                                 std::string(k_metadata_type), journal.folder() / "metadata.jwe",
                                 [](std::uint64_t) {});
    journal.prepared(std::move(plan));
}

} // namespace anb::testantrag
