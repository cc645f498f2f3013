// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "osci/content.hpp"
#include "osci/detail/coverage.hpp"
#include "osci/names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::osci {

namespace {

using base::Error;
using base::ErrorKind;

constexpr std::size_t k_max_nesting = 8;
constexpr std::size_t k_max_containers = 1000;
constexpr std::size_t k_max_contents = 1000; ///< of one container
constexpr std::size_t k_max_signatures = 16; ///< of one container

[[noreturn]] void refuse(const xml::Node& node, std::string reason)
{
    throw Error(ErrorKind::input, "ANB-O104",
                {{"element", std::string(node.name())},
                 {"line", std::to_string(node.line())},
                 {"reason", std::move(reason)}});
}

bool is_payload(const xml::Node& node)
{
    return node.is(k_osci, "Content") && !node.attribute("href") &&
           !node.child(k_osci, "Base64Content") && !node.child(k_osci, "ContentContainer");
}

bool is_container(const xml::Node& node)
{
    return node.is(k_osci, "ContentContainer");
}

/// A container and the parts that a signature of its must cover, each with the transform that goes
/// with it.
struct Draft {
    Container container;
    std::vector<std::pair<std::string, xmldsig::Transform>> elements; ///< Ids
    std::vector<xmldsig::Signature> signatures;
};

class Opener {
public:
    Opener(const Incoming& incoming, const KeyRing& ring)
        : m_message(incoming.message()), m_ring(ring), m_origin(incoming.opened.origin)
    {
    }

    OpenedContent open()
    {
        if (m_message.content.empty()) {
            return {};
        }
        const auto document = xml::Document::parse(base::as_bytes(m_message.content), m_origin);
        const xmldsig::IdTable ids(document, is_payload);
        for (const auto& child : document.root().children()) {
            take(child, ids, std::nullopt, 0);
        }
        if (m_opened.containers.empty() && m_no_key) {
            throw *m_no_key;
        }
        return std::move(m_opened);
    }

private:
    void take(const xml::Node& node, const xmldsig::IdTable& ids,
              const std::optional<EncryptionFacts>& encryption, std::size_t depth)
    {
        if (depth > k_max_nesting || ++m_containers > k_max_containers) {
            refuse(node,
                   fmt::format("> {}", depth > k_max_nesting ? k_max_nesting : k_max_containers));
        }
        if (is_container(node)) {
            take_container(node, ids, encryption, depth);
        } else if (node.is(k_xenc, "EncryptedData")) {
            take_encrypted(node, depth);
        } else {
            refuse(node, "ContentPackage");
        }
    }

    void take_encrypted(const xml::Node& node, std::size_t depth)
    {
        auto data = EncryptedData::read(node);
        if (data.attachment()) {
            refuse(node, "CipherReference");
        }
        base::SecretBytes key;
        try {
            key = data.key(m_ring, m_message.certificates);
        } catch (const Error& error) {
            if (error.code() != "ANB-O201") {
                throw;
            }
            m_no_key = error;
            ++m_opened.locked;
            return;
        }
        base::Bytes plain;
        plain.reserve(data.inline_bytes().size());
        data.decrypt(
            key, base::source_of(data.inline_bytes()),
            [&](base::ByteView piece) { plain.insert(plain.end(), piece.begin(), piece.end()); },
            data.id());
        const auto document = xml::Document::parse(plain, m_origin);
        const xmldsig::IdTable ids(document, is_payload);
        take(document.root(), ids, data.facts(), depth + 1);
    }

    void take_container(const xml::Node& node, const xmldsig::IdTable& ids,
                        const std::optional<EncryptionFacts>& encryption, std::size_t depth)
    {
        if (node.has_own_text()) {
            refuse(node, "text");
        }
        Draft draft;
        draft.container.id = node.attribute("Id").value_or("");
        draft.container.encryption = encryption;
        std::vector<xml::Node> inner;
        for (const auto& child : node.children()) {
            if (child.is(k_ds, "Signature")) {
                draft.signatures.push_back(xmldsig::read_signature(child));
            } else if (child.is(k_osci, "Content")) {
                take_content(child, draft, inner);
            } else if (child.is(k_xenc, "EncryptedData")) {
                take_attachment_key(child, draft, inner);
            } else {
                refuse(child, "ContentContainer");
            }
        }
        if (draft.signatures.size() > k_max_signatures || draft.elements.size() > k_max_contents) {
            refuse(node, fmt::format("> {}", draft.signatures.size() > k_max_signatures
                                                 ? k_max_signatures
                                                 : k_max_contents));
        }
        for (const auto& signature : draft.signatures) {
            verify(signature, draft, ids);
        }
        m_opened.containers.push_back(std::move(draft.container));
        for (const auto& each : inner) {
            take(each, ids, encryption, depth + 1);
        }
    }

    static void take_content(const xml::Node& node, Draft& draft, std::vector<xml::Node>& inner)
    {
        if (draft.container.parts.size() > k_max_contents) {
            refuse(node, fmt::format("> {}", k_max_contents));
        }
        const auto id = node.attribute("Id").value_or("");
        const auto children = node.children();
        auto& parts = draft.container.parts;
        if (const auto href = node.attribute("href")) {
            if (!href->starts_with("cid:") || !children.empty() || node.has_own_text()) {
                refuse(node, "@href");
            }
            parts.push_back({.id = id,
                             .kind = ContentPart::Kind::attachment,
                             .bytes = {},
                             .attachment = href->substr(4)});
            if (std::ranges::find(draft.container.attachments, href->substr(4),
                                  &Container::Attachment::id) ==
                draft.container.attachments.end()) {
                draft.container.attachments.push_back(
                    {.id = href->substr(4), .encrypted = {}, .key = {}, .digests = {}});
            }
            if (!id.empty()) {
                draft.elements.emplace_back(id, xmldsig::Transform::canonical);
            }
            return;
        }
        if (children.size() == 1 && children.front().is(k_osci, "Base64Content")) {
            const auto& data = children.front();
            auto bytes = base::from_wrapped_base64(data.text());
            if (!bytes || !data.children().empty() || node.has_own_text()) {
                refuse(data, "base64");
            }
            const auto data_id = data.attribute("Id").value_or("");
            draft.elements.emplace_back(data_id, xmldsig::Transform::base64);
            parts.push_back({.id = data_id,
                             .kind = ContentPart::Kind::data,
                             .bytes = *std::move(bytes),
                             .attachment = {}});
            return;
        }
        draft.elements.emplace_back(id, xmldsig::Transform::canonical);
        if (children.size() == 1 && is_container(children.front())) {
            inner.push_back(children.front());
            return;
        }
        const auto text = children.size() == 1 && !node.has_own_text()
                              ? children.front().canonical()
                              : node.canonical();
        parts.push_back({.id = id,
                         .kind = ContentPart::Kind::element,
                         .bytes = base::to_bytes(text),
                         .attachment = {}});
    }

    void take_attachment_key(const xml::Node& node, Draft& draft, std::vector<xml::Node>& inner)
    {
        auto data = std::make_shared<EncryptedData>(EncryptedData::read(node));
        if (!data->attachment()) {
            inner.push_back(node);
            return;
        }
        auto& attachments = draft.container.attachments;
        auto found =
            std::ranges::find(attachments, *data->attachment(), &Container::Attachment::id);
        if (found == attachments.end() || found->encrypted) {
            refuse(node, "cid:" + *data->attachment());
        }
        found->key = std::make_shared<base::SecretBytes>(data->key(m_ring, m_message.certificates));
        found->encrypted = std::move(data);
    }

    void verify(const xmldsig::Signature& signature, Draft& draft, const xmldsig::IdTable& ids)
    {
        auto verified = detail::verify_value(
            signature, m_message.certificates,
            {CertificateRole::signature_originator, CertificateRole::signature_other_author});
        for (const auto& [id, transform] : draft.elements) {
            const auto reference =
                std::ranges::find(signature.references, "#" + id, &xmldsig::Reference::uri);
            if (reference == signature.references.end()) {
                throw Error(ErrorKind::trust, "ANB-O303", {{"part", id.empty() ? "Content" : id}});
            }
            detail::verify_element(*reference, ids, transform);
        }
        for (auto& attachment : draft.container.attachments) {
            const auto reference = std::ranges::find(signature.references, "cid:" + attachment.id,
                                                     &xmldsig::Reference::uri);
            if (reference == signature.references.end()) {
                throw Error(ErrorKind::trust, "ANB-O303", {{"part", attachment.id}});
            }
            attachment.digests.push_back(*reference);
        }
        require_known(signature, draft);
        draft.container.signatures.push_back(std::move(verified));
    }

    /// Nothing may be signed that is not there.
    static void require_known(const xmldsig::Signature& signature, const Draft& draft)
    {
        for (const auto& reference : signature.references) {
            const auto target = reference.target();
            const auto known = reference.is_attachment()
                                   ? std::ranges::find(draft.container.attachments, target,
                                                       &Container::Attachment::id) !=
                                         draft.container.attachments.end()
                                   : std::ranges::any_of(draft.elements, [&](const auto& element) {
                                         return element.first == target;
                                     });
            if (!known) {
                throw Error(ErrorKind::trust, "ANB-O305", {{"part", reference.uri}});
            }
        }
    }

    const Message& m_message;
    const KeyRing& m_ring;
    const std::string& m_origin;
    OpenedContent m_opened;
    std::size_t m_containers = 0;
    std::optional<Error> m_no_key;
};

} // namespace

OpenedContent open_content(const Incoming& incoming, const KeyRing& ring)
{
    return Opener(incoming, ring).open();
}

void extract(const Incoming& incoming, const Container& container, const std::string& attachment,
             const base::Sink& sink)
{
    const auto found =
        std::ranges::find(container.attachments, attachment, &Container::Attachment::id);
    const auto* part = incoming.opened.find(attachment);
    if (found == container.attachments.end() || part == nullptr) {
        throw Error(ErrorKind::input, "ANB-O305", {{"part", "cid:" + attachment}});
    }
    std::vector<crypto::Hasher> hashers;
    for (const auto& reference : found->digests) {
        hashers.emplace_back(reference.method->algorithm);
    }
    const base::Sink out = [&](base::ByteView piece) {
        for (auto& hasher : hashers) {
            hasher.update(piece);
        }
        sink(piece);
    };
    auto bytes = incoming.opened.open(*part);
    if (part->head.is_base64()) {
        bytes = decoded_base64(std::move(bytes), incoming.opened.origin);
    }
    if (found->encrypted) {
        found->encrypted->decrypt(*found->key, bytes, out, attachment);
    } else {
        base::copy(bytes, out);
    }
    for (std::size_t i = 0; i < hashers.size(); ++i) {
        detail::require_digest(found->digests[i], hashers[i].finish());
    }
}

} // namespace anb::osci
