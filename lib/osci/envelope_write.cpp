// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/text.hpp"
#include "osci/detail/card_text.hpp"
#include "osci/detail/order_words.hpp"
#include "osci/detail/xml_text.hpp"
#include "osci/envelope.hpp"
#include "osci/names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::osci {

namespace {

using namespace detail;

constexpr std::string_view k_declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n\r\n";

/// One signed piece of an envelope, in canonical form.
struct Part {
    std::string id;
    std::string text;
};

std::string header_attributes(std::string_view actor)
{
    return fmt::format(" soap:actor=\"{}\" soap:mustUnderstand=\"1\"", actor);
}

/// @param front  attributes that sort before Id
/// @param back   attributes that sort behind Id
Part header(std::string_view name, std::string_view id, std::string_view front,
            std::string_view back, std::string_view inside, std::string_view actor = k_actor_next)
{
    return {.id = std::string(id),
            .text = fmt::format("<osci:{0}{1}{2} Id=\"{3}\"{4}{5}>{6}</osci:{0}>", name, k_scope,
                                front, id, back, header_attributes(actor), inside)};
}

Part control_block(const ControlBlock& control)
{
    std::string front, back, inside;
    if (control.conversation_id) {
        front = fmt::format(" ConversationId=\"{}\"", attribute(*control.conversation_id));
    }
    if (control.sequence_number) {
        back = fmt::format(" SequenceNumber=\"{}\"", attribute(*control.sequence_number));
    }
    if (control.response) {
        inside += fmt::format("<osci:Response>{}</osci:Response>", text(*control.response));
    }
    if (control.challenge) {
        inside += fmt::format("<osci:Challenge>{}</osci:Challenge>", text(*control.challenge));
    }
    return header("ControlBlock", "controlblock", front, back, inside);
}

Part quality(std::string_view service, std::string_view value)
{
    return header("QualityOfTimestamp", fmt::format("qualityoftimestamp_{}", service), "",
                  fmt::format(" Quality=\"{}\" Service=\"{}\"", attribute(value), service), "");
}

bool is_of_intermediary(const RoledCertificate& certificate)
{
    return certificate.role >= CertificateRole::cipher_intermediary;
}

std::string certificates(const Message& message, bool of_intermediary)
{
    auto sorted = message.certificates;
    std::ranges::stable_sort(sorted, {}, &RoledCertificate::role);
    std::string out;
    for (const auto& each : sorted) {
        if (is_of_intermediary(each) == of_intermediary) {
            out += fmt::format("<osci:{0} Id=\"{1}\"><ds:X509Data><ds:X509Certificate>{2}"
                               "</ds:X509Certificate></ds:X509Data></osci:{0}>",
                               element_name(each.role), attribute(each.id),
                               base::to_wrapped_base64(each.certificate.to_der()));
        }
    }
    return out;
}

std::string address_of(const Message& message)
{
    std::string inside;
    if (message.order != Order::store_delivery) {
        inside = fmt::format("<osci:ContentReceiver URI=\"{}\"></osci:ContentReceiver>",
                             attribute(message.content_receiver));
    }
    if (!message.message_id.empty()) {
        inside += write_message_id(message.message_id);
    }
    if (!message.subject.empty()) {
        inside += fmt::format("<osci:Subject>{}</osci:Subject>", text(message.subject));
    }
    return inside;
}

std::string selected(const Message& message)
{
    auto inside = write_selection(message.selection);
    if (message.limit) {
        inside += fmt::format("<osci:Quantity Limit=\"{}\"></osci:Quantity>", *message.limit);
    }
    return inside;
}

std::string inside_request(const Message& message)
{
    if (words_of(message.order).has_content) {
        return address_of(message);
    }
    const auto selects =
        message.order == Order::fetch_delivery || message.order == Order::fetch_process_card;
    return selects ? selected(message) : std::string();
}

/// The order as answers repeat it. Their schema knows the selection rule of FetchDelivery only: one
/// message id or a time; for all that is neither the time of everything stands.
std::string echoed(const Message& message)
{
    const auto& asked = message.selection;
    Selection rule;
    if (!asked.message_ids.empty()) {
        rule.message_ids = {asked.message_ids.front()};
    } else if (asked.reception_of_delivery || asked.recent_modification) {
        rule.reception_of_delivery =
            asked.reception_of_delivery ? asked.reception_of_delivery : asked.recent_modification;
    } else if (message.order == Order::fetch_process_card) {
        rule.reception_of_delivery = base::from_unix(0);
    }
    return write_selection(rule);
}

std::string inside_response(const Message& message)
{
    auto inside = write_feedback(message.feedback);
    switch (message.order) {
    case Order::get_message_id:
        return inside + (message.message_id.empty() ? "" : write_message_id(message.message_id));
    case Order::fetch_delivery:
    case Order::fetch_process_card: {
        const auto name = words_of(message.order).element;
        inside += fmt::format("<osci:{0}>{1}</osci:{0}>", name, echoed(message));
        break;
    }
    default:
        break;
    }
    const auto mediated = message.order == Order::mediate_delivery;
    for (const auto& card : message.cards) {
        const auto first = &card == &message.cards.front();
        inside += write_card(card, !mediated ? "ProcessCardBundle"
                                   : first   ? "RequestProcessCardBundle"
                                             : "ReplyProcessCardBundle");
    }
    return inside;
}

Part order_header(const Message& message)
{
    const auto& words = words_of(message.order);
    const auto request = message.direction == Direction::request;
    const auto name = request ? words.element : words.response;
    return header(name, base::to_lower_ascii(name), "", "",
                  request ? inside_request(message) : inside_response(message));
}

Part features(const Message& message)
{
    constexpr std::string_view space = " xmlns:soap=";
    auto scope = std::string(k_scope);
    scope.insert(scope.find(space), fmt::format(" xmlns:osci2017=\"{}\"", k_osci2017));
    std::string inside;
    for (const auto& [key, version] : message.features) {
        inside += fmt::format("<osci2017:Feature Key=\"{}\" Version=\"{}\"></osci2017:Feature>",
                              attribute(key), attribute(version));
    }
    return {.id = "featuredescription",
            .text = fmt::format("<osci2017:FeatureDescription{} Id=\"featuredescription\">"
                                "<osci2017:SupportedFeatures>{}</osci2017:SupportedFeatures>"
                                "</osci2017:FeatureDescription>",
                                scope, inside)};
}

/// Inside the body, which has the five namespaces in scope.
std::string content_package(const Message& message)
{
    auto content = message.content.empty()
                       ? fmt::format("<osci:ContentPackage{}></osci:ContentPackage>", k_scope)
                       : message.content;
    const auto tag_end = content.find('>');
    auto tag = content.substr(0, tag_end);
    if (tag.find("ContentPackage") == std::string::npos) {
        base::fail_internal("the content of a message is no ContentPackage");
    }
    for (auto rest = k_scope; !rest.empty();) {
        const auto next = rest.find(" xmlns:", 1);
        const auto one = rest.substr(0, next);
        rest = next == std::string_view::npos ? std::string_view() : rest.substr(next);
        if (const auto at = tag.find(one); at != std::string::npos) {
            tag.erase(at, one.size());
        }
    }
    return content.replace(0, tag_end, tag);
}

Part body(const Message& message)
{
    const auto& words = words_of(message.order);
    const auto request = message.direction == Direction::request;
    std::string inside;
    if (!words.in_header) {
        inside = fmt::format("<osci:{0}>{1}</osci:{0}>", request ? words.element : words.response,
                             request ? inside_request(message) : inside_response(message));
    } else if (request
                   ? words.has_content
                   : message.order == Order::fetch_delivery ||
                         (message.order == Order::mediate_delivery && !message.content.empty())) {
        inside = content_package(message);
    }
    return {.id = "body",
            .text = fmt::format("<soap:Body{} Id=\"body\">{}</soap:Body>", k_scope, inside)};
}

std::vector<Part> parts_of_request(const Message& message)
{
    const auto& words = words_of(message.order);
    std::vector<Part> parts{
        control_block(message.control),
        header("DesiredLanguages", "desiredlanguages", "",
               fmt::format(" LanguagesList=\"{}\"", attribute(message.languages)), "")};
    if (words.has_content) {
        parts.push_back(quality("creation", message.creation_quality));
        parts.push_back(quality("reception", message.reception_quality));
    }
    if (words.in_header) {
        parts.push_back(order_header(message));
    }
    if (const auto inside = certificates(message, false); !inside.empty()) {
        parts.push_back(header("NonIntermediaryCertificates", "nonintermediarycertificates", "", "",
                               inside, k_actor_none));
    }
    return parts;
}

std::vector<Part> parts_of_response(const Message& message)
{
    std::vector<Part> parts{control_block(message.control)};
    if (words_of(message.order).in_header) {
        parts.push_back(order_header(message));
    }
    if (const auto inside = certificates(message, true); !inside.empty()) {
        parts.push_back(header("IntermediaryCertificates", "intermediarycertificates", "", "",
                               inside, k_actor_none));
    }
    if (const auto inside = certificates(message, false); !inside.empty()) {
        parts.push_back(header("NonIntermediaryCertificates", "nonintermediarycertificates", "", "",
                               inside, k_actor_none));
    }
    return parts;
}

std::string signature_block(const Message& message, const Signer& signer,
                            const std::vector<Part>& parts,
                            const std::vector<xmldsig::Reference>& attachments)
{
    const auto request = message.direction == Direction::request;
    const auto* certificate = message.find(request ? CertificateRole::signature_originator
                                                   : CertificateRole::signature_intermediary);
    if (certificate == nullptr || !(certificate->certificate == signer.certificate)) {
        base::fail_internal("the signer's certificate is not in the message");
    }
    const auto& method = xmldsig::digest_of(signer.method);
    std::vector<xmldsig::Reference> references;
    for (const auto& part : parts) {
        references.push_back(
            {.uri = "#" + part.id,
             .transform = xmldsig::Transform::canonical,
             .method = &method,
             .digest = crypto::digest(method.algorithm, base::as_bytes(part.text))});
    }
    references.insert(references.end(), attachments.begin(), attachments.end());
    const auto name = request ? "ClientSignature" : "SupplierSignature";
    return fmt::format(
        "<osci:{0} Id=\"{1}\"{2}>{3}</osci:{0}>", name, base::to_lower_ascii(name),
        header_attributes(k_actor_next),
        xmldsig::write_signature(signer.method, references, signer.key, certificate->id, k_scope));
}

} // namespace

std::string write_envelope(const Message& message, const Signer* signer,
                           const std::vector<xmldsig::Reference>& attachments)
{
    auto parts = message.direction == Direction::request ? parts_of_request(message)
                                                         : parts_of_response(message);
    if (!message.features.empty()) {
        parts.push_back(features(message));
    }
    parts.push_back(body(message));

    auto out = fmt::format(
        "{}<soap:Envelope{} xsi:schemaLocation=\"{}\"><soap:Header>{}", k_declaration, k_scope,
        schema_location(schema_type(message.order, message.direction)), parts.front().text);
    if (signer != nullptr) {
        out += signature_block(message, *signer, parts, attachments);
    }
    for (auto part = parts.begin() + 1; part != parts.end() - 1; ++part) {
        out += part->text;
    }
    return out + "</soap:Header>" + parts.back().text + "</soap:Envelope>";
}

std::string write_envelope(const Fault& fault)
{
    return fmt::format(
        "{}<soap:Envelope xmlns:soap=\"{}\" xmlns:osci=\"{}\"><soap:Body><soap:Fault>"
        "<faultcode>{}</faultcode><faultstring>{}</faultstring><detail><osci:Code>{}</osci:Code>"
        "</detail></soap:Fault></soap:Body></soap:Envelope>",
        k_declaration, k_soap, k_osci, text(fault.fault_code), text(fault.text), text(fault.code));
}

std::string write_transport_envelope(const base::SecretBytes& key,
                                     const pki::Certificate& recipient)
{
    return fmt::format(
        "{}<soap:Envelope xmlns:ds=\"{}\" xmlns:soap=\"{}\" xmlns:xenc=\"{}\" xmlns:xsi=\"{}\""
        " xsi:schemaLocation=\"{}\"><soap:Body><xenc:EncryptedData"
        " MimeType=\"Multipart/Related\">{}{}</xenc:EncryptedData></soap:Body></soap:Envelope>",
        k_declaration, k_ds, k_soap, k_xenc, k_xsi, schema_location("MessageEncrypted"),
        write_key_info(key, {KeyFor{.certificate = recipient, .id = {}}}),
        write_cipher_reference(k_encrypted_id));
}

} // namespace anb::osci
