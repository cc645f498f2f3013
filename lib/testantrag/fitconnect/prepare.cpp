// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/fitconnect/prepare.hpp"

#include "base/error.hpp"
#include "crypto/random.hpp"
#include "jose/jwe.hpp"
#include "testantrag/fitconnect/seal.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace anb::testantrag {

namespace {

EncryptedPart seal_data(const Order& order, const Target& target, const base::fs::path& folder,
                        const Watch& watch)
{
    const auto plain = [&, read = source_of(order.data)](std::span<std::byte> buffer) {
        stop_if_cancelled(watch);
        return read(buffer);
    };
    Sealer sealer(plain, target.key, target.schema.mime_type, folder / "data.jwe");
    auto part = sealer.finish();
    if (part.sha512 != order.data.sha512) {
        throw base::Error(base::ErrorKind::input, "ANB-S103", {{"file", order.data.path}});
    }
    return part;
}

std::uint64_t encrypted_size(const Attachment& attachment, const Target& target)
{
    return jose::compact_size(attachment.size, target.key.key, target.key.kid,
                              attachment.mime_type);
}

} // namespace

base::Report check_limits(const Order& order, const Target& target)
{
    std::vector<PartSize> sizes;
    for (const auto& attachment : order.attachments) {
        sizes.push_back(
            {.name = attachment.filename, .encrypted = encrypted_size(attachment, target)});
    }
    return check_limits(sizes, jose::compact_size(order.data.size, target.key.key, target.key.kid,
                                                  target.schema.mime_type));
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
    plan.unchecked = order.unchecked;
    plan.data = seal_data(order, target, journal.folder(), watch);
    plan.metadata.file = "metadata.jwe";
    Draft draft{.author = order.author, .sources = {}};
    for (const auto& attachment : order.attachments) {
        const auto id = fitconnect::AttachmentId::parse(crypto::random_uuid());
        plan.attachments.push_back({.id = id,
                                    .part = {.file = id.str() + ".jwe",
                                             .size = encrypted_size(attachment, target),
                                             .tag = {},
                                             .sha512 = {}}});
        draft.sources.push_back({.id = id, .attachment = attachment});
        draft.sources.back().attachment.path = base::fs::absolute(attachment.path).string();
    }
    save_draft(journal.folder(), draft);
    journal.prepared(std::move(plan));
    if (order.attachments.empty()) {
        seal_metadata(journal, target.key);
    }
}

} // namespace anb::testantrag
