// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/osci/inspect.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "osci/names.hpp"
#include "testantrag/osci/json.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace anb::testantrag {

namespace {

using base::Error;
using base::ErrorKind;
using osci::EncryptedData;

constexpr std::size_t k_max_front = 1024 * 1024;

/// Passes a source on and remembers its first bytes.
base::Source remembering(base::Source from, base::Bytes& front)
{
    return [from = std::move(from), &front](std::span<std::byte> buffer) {
        const auto count = from(buffer);
        const auto some = buffer.first(std::min(count, k_max_front - front.size()));
        front.insert(front.end(), some.begin(), some.end());
        return count;
    };
}

/// Whom something is for that no key at hand opens.
json::Value describe_closed(EncryptedData& data, std::string recipients)
{
    auto value = to_json(data.facts());
    value["recipients"] = std::move(recipients);
    value["opened"] = false;
    return value;
}

/// Nothing when a key of the ring opens it, otherwise the recipients.
std::optional<std::string> closed_for(EncryptedData& data, const osci::KeyRing& ring,
                                      const std::vector<osci::RoledCertificate>& certificates)
{
    try {
        data.key(ring, certificates);
    } catch (const Error& error) {
        return error.code() == "ANB-O201" ? error.values().front().second : std::string();
    }
    return std::nullopt;
}

/// The encrypted containers at the top of a ContentPackage that no key of the ring opens.
json::Value closed_containers(const osci::Message& message, const osci::KeyRing& ring)
{
    auto list = json::Value::array();
    const auto document = xml::Document::parse(base::as_bytes(message.content), "ContentPackage");
    for (const auto& child : document.root().children()) {
        if (!child.is(osci::k_xenc, "EncryptedData")) {
            continue;
        }
        auto data = EncryptedData::read(child);
        if (auto recipients = closed_for(data, ring, message.certificates)) {
            auto value = describe_closed(data, *std::move(recipients));
            value["id"] = data.id();
            list.push_back(std::move(value));
        }
    }
    return list;
}

void add_text(json::Value& value, const char* name, const std::optional<std::string>& text)
{
    if (text && !text->empty()) {
        value[name] = *text;
    }
}

json::Value selection_of(const osci::Selection& selection)
{
    auto value = json::Value::object();
    if (!selection.message_ids.empty()) {
        value["message_ids"] = selection.message_ids;
    }
    if (selection.reception_of_delivery) {
        value["reception_of_delivery"] = base::format_time(*selection.reception_of_delivery);
    }
    if (selection.recent_modification) {
        value["recent_modification"] = base::format_time(*selection.recent_modification);
    }
    if (selection.no_reception) {
        value["no_reception"] = *selection.no_reception;
    }
    if (selection.role) {
        value["role"] = *selection.role == osci::CardRole::addressee ? "Addressee" : "Originator";
    }
    return value;
}

json::Value fault_of(const osci::Fault& fault)
{
    json::Value value = {
        {"fault_code", fault.fault_code}, {"code", fault.code}, {"text", fault.text}};
    if (const auto* known = osci::find_feedback(fault.code)) {
        value["meaning"] = known->english;
    }
    return value;
}

/// Of a signature that was not verified or does not hold.
json::Value unverified(const xmldsig::Signature& signature)
{
    json::Value value = {{"method", signature.method->name},
                         {"certificate_id", signature.certificate_id},
                         {"covered", json::Value::array()},
                         {"holds", false}};
    for (const auto& reference : signature.references) {
        value["covered"].push_back(reference.uri);
    }
    return value;
}

class Work {
public:
    Work(const std::string& origin, const osci::KeyRing& ring, base::UtcTime at,
         const base::fs::path& folder)
        : m_origin(origin), m_ring(ring), m_at(at), m_folder(folder)
    {
        m_result.delivery.report.subject = "file:" + origin;
        fact("kind", "OSCI");
    }

    OsciInspection run(base::Source text)
    {
        if (const auto opened = open(std::move(text))) {
            m_result.incoming = read(*opened);
            if (const auto& incoming = m_result.incoming) {
                describe(*incoming);
                if (incoming->fault() == nullptr && !incoming->message().content.empty()) {
                    look_inside(*incoming);
                }
            }
        }
        return std::move(m_result);
    }

private:
    void fact(const char* name, const std::string& value)
    {
        if (!value.empty()) {
            m_result.delivery.report.facts.push_back({name, value});
        }
    }

    void leave(const char* element, const char* reason)
    {
        m_result.delivery.report.unchecked.push_back({.element = element, .reason = reason});
    }

    void object(const Error& error, const char* element)
    {
        m_result.delivery.report.findings.push_back({.severity = base::Severity::error,
                                                     .code = error.code(),
                                                     .values = error.values(),
                                                     .element = element,
                                                     .rule = "osci:11"});
    }

    json::Value& document() { return m_result.document; }

    std::optional<osci::Opened> open(base::Source text)
    {
        base::Bytes front;
        try {
            auto opened = osci::open_message(remembering(std::move(text), front), m_origin, m_ring);
            document()["transport"] = nullptr;
            if (opened.transport) {
                document()["transport"] = to_json(*opened.transport);
                document()["transport"]["opened"] = true;
                m_result.delivery.verified.emplace_back("transport_encryption");
            }
            return opened;
        } catch (const Error& error) {
            if (error.code() != "ANB-O201" && error.code() != "ANB-O203") {
                throw;
            }
            describe_outside(front);
            if (error.code() == "ANB-O203" || !m_ring.empty()) {
                object(error, "transport_encryption");
            }
        }
        return std::nullopt;
    }

    /// All that a message says to those who have no key to it.
    void describe_outside(const base::Bytes& front)
    {
        osci::MimeReader reader(base::source_of(front), m_origin);
        reader.next();
        const auto envelope = base::read_all(reader.source(), k_max_front).value_or(base::Bytes());
        auto read = osci::read_envelope(xml::Document::parse(envelope, m_origin));
        auto& data = std::get<EncryptedData>(read);
        fact("type", "MessageEncrypted");
        document()["type"] = "MessageEncrypted";
        document()["transport"] = describe_closed(data, closed_for(data, {}, {}).value_or(""));
        for (const auto* element : {"signature", "content"}) {
            leave(element, "no_key");
        }
    }

    std::optional<osci::Incoming> read(const osci::Opened& opened)
    {
        try {
            auto incoming = osci::read_message(opened);
            if (incoming.signature) {
                document()["signature"] = to_json(*incoming.signature);
                m_result.delivery.verified.emplace_back("signature");
                leave("signer", "not_compared");
            } else {
                document()["signature"] = nullptr;
                leave("signature", "not_signed");
            }
            return incoming;
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::trust) {
                throw;
            }
            object(error, "signature");
        }
        return read_unverified(opened);
    }

    /// What a message says whose signature does not hold.
    std::optional<osci::Incoming> read_unverified(const osci::Opened& opened)
    {
        try {
            const auto document = xml::Document::parse(opened.envelope, m_origin);
            auto envelope = std::get<osci::SignedMessage>(osci::read_envelope(document));
            if (envelope.signature) {
                m_result.document["signature"] = unverified(*envelope.signature);
            }
            return osci::Incoming{opened, std::move(envelope.message), std::nullopt};
        } catch (const Error&) {
            return std::nullopt;
        }
    }

    void describe(const osci::Incoming& incoming)
    {
        document()["attachments"] = json::Value::array();
        for (const auto& part : incoming.opened.attachments) {
            document()["attachments"].push_back({{"id", part.head.id},
                                                 {"media_type", part.head.media_type},
                                                 {"encoding", part.head.encoding},
                                                 {"size", part.size}});
        }
        if (const auto* fault = incoming.fault()) {
            fact("type", "Fault");
            document()["type"] = "Fault";
            document()["fault"] = fault_of(*fault);
            return;
        }
        describe(incoming.message());
    }

    void describe(const osci::Message& message)
    {
        const auto is_request = message.direction == osci::Direction::request;
        const auto type =
            (is_request ? "" : "ResponseTo") + std::string(osci::type_name(message.order));
        fact("type", type);
        document()["type"] = type;
        auto& control = document()["control"] = json::Value::object();
        add_text(control, "conversation_id", message.control.conversation_id);
        add_text(control, "sequence_number", message.control.sequence_number);
        add_text(control, "response", message.control.response);
        add_text(control, "challenge", message.control.challenge);
        describe_order(message);
        document()["feedback"] = to_json(message.feedback);
        auto& cards = document()["process_cards"] = json::Value::array();
        for (const auto& card : message.cards) {
            cards.push_back(to_json(card));
        }
        auto& certificates = document()["certificates"] = json::Value::array();
        for (const auto& certificate : message.certificates) {
            certificates.push_back(to_json(certificate, m_at));
        }
        document()["features"] = to_json(message.features);
        document()["other_headers"] = message.other_headers;
    }

    void describe_order(const osci::Message& message)
    {
        auto& card = m_result.delivery.card;
        if (message.cards.size() == 1) {
            card = message.cards.front();
        }
        if (!message.message_id.empty()) {
            card.message_id = message.message_id;
        }
        if (!message.subject.empty()) {
            card.subject = message.subject;
        }
        fact("message_id", card.message_id);
        fact("subject_line", card.subject);
        add_text(document(), "message_id", card.message_id);
        add_text(document(), "subject", card.subject);
        add_text(document(), "content_receiver", message.content_receiver);
        if (message.direction == osci::Direction::request) {
            add_text(document(), "languages", message.languages);
        }
        if (auto selection = selection_of(message.selection); !selection.empty()) {
            document()["selection"] = std::move(selection);
        }
    }

    void look_inside(const osci::Incoming& incoming)
    {
        auto& listed = document()["containers"] = json::Value::array();
        auto& containers = m_result.delivery.containers;
        try {
            containers = osci::open_content(incoming, m_ring).containers;
        } catch (const Error& error) {
            if (error.kind() == ErrorKind::trust || error.kind() == ErrorKind::input) {
                object(error, "content");
                return;
            }
            if (error.code() != "ANB-O201") {
                throw;
            }
        }
        for (const auto& container : containers) {
            listed.push_back(to_json(container));
        }
        const auto closed = closed_containers(incoming.message(), m_ring);
        for (const auto& each : closed) {
            listed.push_back(each);
        }
        if (!closed.empty()) {
            leave("content", "no_key");
        }
        if (!containers.empty()) {
            take(incoming);
        }
    }

    void take(const osci::Incoming& incoming)
    {
        const auto& containers = m_result.delivery.containers;
        auto content = write_content(incoming, containers, m_folder);
        m_result.delivery.files = std::move(content.files);
        auto& findings = m_result.delivery.report.findings;
        findings.insert(findings.end(), content.findings.begin(), content.findings.end());
        if (m_result.delivery.report.accepted()) {
            m_result.delivery.verified.emplace_back("content_decryption");
            m_result.delivery.verified.emplace_back("attachment_digests");
        }
        const auto is_signed = [](const osci::Container& each) { return !each.signatures.empty(); };
        if (std::ranges::all_of(containers, is_signed)) {
            m_result.delivery.verified.emplace_back("author_signature");
        } else {
            leave("author_signature", "not_signed");
        }
        auto& files = document()["files"] = json::Value::array();
        for (const auto& file : m_result.delivery.files) {
            files.push_back(to_json(file));
        }
    }

    const std::string& m_origin;
    const osci::KeyRing& m_ring;
    base::UtcTime m_at;
    base::fs::path m_folder;
    OsciInspection m_result;
};

} // namespace

bool looks_like_osci(std::string_view front)
{
    const auto lower = base::to_lower_ascii(front);
    return lower.find("multipart/related") != std::string::npos ||
           lower.find("schemas.xmlsoap.org/soap/envelope") != std::string::npos;
}

OsciInspection inspect_osci(base::Source text, const std::string& origin, const osci::KeyRing& ring,
                            base::UtcTime at, const base::fs::path& folder)
{
    return Work(origin, ring, at, folder).run(std::move(text));
}

} // namespace anb::testantrag
