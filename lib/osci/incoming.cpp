// SPDX-License-Identifier: EUPL-1.2

#include "osci/incoming.hpp"

#include "base/error.hpp"
#include "osci/detail/coverage.hpp"
#include "osci/names.hpp"
#include "xmldsig/ids.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace anb::osci {

namespace {

using base::Error;
using base::ErrorKind;

[[noreturn]] void refuse_text(const std::string& origin, const char* code, std::string reason)
{
    throw Error(ErrorKind::input, code, {{"file", origin}, {"reason", std::move(reason)}});
}

/// Keeps what passes through, until it is told to stop.
struct Recorder {
    std::shared_ptr<base::Spool> spool = std::make_shared<base::Spool>();
    bool recording = true;

    base::Source tap(base::Source source)
    {
        return [this, source = std::move(source)](std::span<std::byte> buffer) {
            const auto count = source(buffer);
            if (recording) {
                spool->write(buffer.first(count));
            }
            return count;
        };
    }
};

base::Bytes read_first_part(MimeReader& reader, const std::string& origin)
{
    const auto head = reader.next();
    if (!head || head->id != k_envelope_id) {
        refuse_text(origin, "ANB-O102", std::string(k_envelope_id));
    }
    auto bytes = base::read_all(reader.source(), k_max_envelope);
    if (!bytes) {
        throw Error(ErrorKind::input, "ANB-O103",
                    {{"file", origin}, {"limit", std::to_string(k_max_envelope)}});
    }
    return *std::move(bytes);
}

std::vector<AttachmentPart> pass_over_attachments(MimeReader& reader)
{
    std::vector<AttachmentPart> attachments;
    while (auto head = reader.next()) {
        AttachmentPart part{.head = *std::move(head), .offset = reader.offset(), .size = 0};
        part.size = base::copy(reader.source(), [](base::ByteView) {});
        attachments.push_back(std::move(part));
    }
    return attachments;
}

/// Decrypts the one part behind a transport envelope.
std::shared_ptr<base::Spool> decrypt_rest(MimeReader& reader, const EncryptedData& data,
                                          const base::SecretBytes& key, const std::string& origin)
{
    const auto head = reader.next();
    if (!head || head->id != data.attachment()) {
        refuse_text(origin, "ANB-O102", data.attachment().value_or("CipherReference"));
    }
    auto inner = std::make_shared<base::Spool>();
    const auto bytes =
        head->is_base64() ? decoded_base64(reader.source(), origin) : reader.source();
    data.decrypt(
        key, bytes, [&](base::ByteView piece) { inner->write(piece); }, head->id);
    if (reader.next()) {
        refuse_text(origin, "ANB-O102", "osci_enc");
    }
    return inner;
}

bool is_payload(const xml::Node& node)
{
    return node.is(k_osci, "Content");
}

/// Which role may sign a message in this direction.
CertificateRole signing_role(const Message& message)
{
    return message.direction == Direction::request ? CertificateRole::signature_originator
                                                   : CertificateRole::signature_intermediary;
}

void require_covered(const SignedMessage& read, const Opened& opened)
{
    std::set<std::string> covered;
    for (const auto& reference : read.signature->references) {
        covered.insert(reference.uri);
    }
    const auto demand = [&](const std::string& uri, const std::string& part) {
        if (!covered.contains(uri)) {
            throw Error(ErrorKind::trust, "ANB-O303", {{"part", part}});
        }
    };
    for (const auto& part : read.parts) {
        demand("#" + part, part);
    }
    for (const auto& attachment : opened.attachments) {
        demand("cid:" + attachment.head.id, attachment.head.id);
    }
}

base::Bytes digest_of_attachment(const xmldsig::Reference& reference, const Opened& opened)
{
    const auto* attachment = opened.find(reference.target());
    if (attachment == nullptr) {
        throw Error(ErrorKind::trust, "ANB-O305", {{"part", reference.uri}});
    }
    crypto::Hasher hasher(reference.method->algorithm);
    base::copy(opened.open(*attachment), [&](base::ByteView piece) { hasher.update(piece); });
    return hasher.finish();
}

VerifiedSignature verify(const SignedMessage& read, const Opened& opened,
                         const xmldsig::IdTable& ids)
{
    const auto verified = detail::verify_value(*read.signature, read.message.certificates,
                                               {signing_role(read.message)});
    require_covered(read, opened);
    const std::set<std::string> parts(read.parts.begin(), read.parts.end());
    for (const auto& reference : read.signature->references) {
        if (reference.is_attachment()) {
            detail::require_digest(reference, digest_of_attachment(reference, opened));
        } else if (!parts.contains(reference.target())) {
            throw Error(ErrorKind::trust, "ANB-O305", {{"part", reference.uri}});
        } else {
            detail::verify_element(reference, ids, xmldsig::Transform::canonical);
        }
    }
    return verified;
}

} // namespace

base::Source Opened::open(const AttachmentPart& attachment) const
{
    return text->source(attachment.offset, attachment.size);
}

const AttachmentPart* Opened::find(std::string_view id) const
{
    const auto found = std::ranges::find_if(
        attachments, [&](const AttachmentPart& part) { return part.head.id == id; });
    return found == attachments.end() ? nullptr : &*found;
}

Opened open_message(base::Source text, const std::string& origin, const KeyRing& keys)
{
    Recorder recorder;
    MimeReader reader(recorder.tap(std::move(text)), origin);
    Opened opened;
    opened.origin = origin;
    opened.envelope = read_first_part(reader, origin);
    auto envelope = read_envelope(xml::Document::parse(opened.envelope, origin));
    auto* encrypted = std::get_if<EncryptedData>(&envelope);
    if (encrypted == nullptr) {
        opened.attachments = pass_over_attachments(reader);
        opened.text = recorder.spool;
        return opened;
    }
    recorder.recording = false;
    recorder.spool.reset();
    const auto key = encrypted->key(keys, {});
    opened.text = decrypt_rest(reader, *encrypted, key, origin);
    opened.transport = encrypted->facts();

    MimeReader inner(opened.text->source(0, opened.text->size()), origin);
    opened.envelope = read_first_part(inner, origin);
    opened.attachments = pass_over_attachments(inner);
    return opened;
}

Incoming read_message(Opened opened)
{
    const auto document = xml::Document::parse(opened.envelope, opened.origin);
    auto envelope = read_envelope(document);
    if (auto* fault = std::get_if<Fault>(&envelope)) {
        return {.opened = std::move(opened), .content = std::move(*fault), .signature = {}};
    }
    if (std::holds_alternative<EncryptedData>(envelope)) {
        throw Error(ErrorKind::input, "ANB-O104",
                    {{"element", "EncryptedData"}, {"line", "1"}, {"reason", "MessageEncrypted"}});
    }
    auto& read = std::get<SignedMessage>(envelope);
    const xmldsig::IdTable ids(document, is_payload);
    std::optional<VerifiedSignature> signature;
    if (read.signature) {
        signature = verify(read, opened, ids);
    }
    return {.opened = std::move(opened),
            .content = std::move(read.message),
            .signature = std::move(signature)};
}

std::string_view feedback_code(const base::Error& error)
{
    const auto& code = error.code();
    if (code == "ANB-O303") {
        return "9602";
    }
    if (code.starts_with("ANB-O3")) {
        return "9601";
    }
    if (code == "ANB-O201") {
        return "9200";
    }
    return code.starts_with("ANB-O2") ? "9202" : "9100";
}

} // namespace anb::osci
