// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/text.hpp"
#include "osci/detail/card_text.hpp"
#include "osci/detail/order_words.hpp"
#include "osci/envelope.hpp"
#include "osci/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

namespace anb::osci {

namespace {

using namespace detail;
using base::Error;
using base::ErrorKind;

constexpr std::string_view k_response_to = "ResponseTo";

constexpr CertificateRole k_roles[] = {
    CertificateRole::cipher_originator,      CertificateRole::cipher_other_author,
    CertificateRole::cipher_addressee,       CertificateRole::cipher_other_reader,
    CertificateRole::signature_originator,   CertificateRole::signature_other_author,
    CertificateRole::signature_addressee,    CertificateRole::cipher_intermediary,
    CertificateRole::signature_intermediary,
};

[[noreturn]] void refuse_kind(std::string announced, std::string found)
{
    throw Error(ErrorKind::input, "ANB-O105",
                {{"announced", std::move(announced)}, {"found", std::move(found)}});
}

struct Frame {
    std::optional<xml::Node> header;
    xml::Node body;
};

/// Envelope with at most one Header and one Body, in this order, and nothing else.
Frame read_frame(const xml::Node& root)
{
    if (!root.is(k_soap, "Envelope")) {
        refuse_element(root, "Envelope");
    }
    auto children = root.children();
    if (root.has_own_text() || children.empty() || children.size() > 2 ||
        !children.back().is(k_soap, "Body") ||
        (children.size() == 2 && !children.front().is(k_soap, "Header"))) {
        refuse_element(root, "Header, Body");
    }
    return {.header = children.size() == 2 ? std::optional(children.front()) : std::nullopt,
            .body = children.back()};
}

/// "StoreDelivery" of the literal schemaLocation; empty when there is none.
std::string announced_type(const xml::Node& root)
{
    const auto location = base::collapse(root.attribute(k_xsi, "schemaLocation").value_or(""));
    const auto words = base::split(location, ' ');
    if (words.size() < 2 || words[0] != k_soap) {
        return {};
    }
    auto file = words[1];
    if (!file.starts_with("soap") || !file.ends_with(".xsd")) {
        return {};
    }
    file.remove_prefix(4);
    file.remove_suffix(4);
    return std::string(file);
}

xml::Node only_child(const xml::Node& node, std::string_view uri, std::string_view name)
{
    const auto children = node.children();
    if (children.size() != 1 || node.has_own_text()) {
        refuse_element(node, std::string(name));
    }
    if (!children.front().is(uri, name)) {
        refuse_kind(std::string(name), std::string(children.front().name()));
    }
    return children.front();
}

Fault read_fault(const xml::Node& body)
{
    const auto node = only_child(body, k_soap, "Fault");
    Fault fault;
    const auto text_of = [&](std::string_view name) {
        const auto child = node.child("", name);
        return child ? child->text() : std::string();
    };
    fault.fault_code = text_of("faultcode");
    fault.text = text_of("faultstring");
    if (const auto detail = node.child("", "detail")) {
        if (const auto code = detail->child(k_osci, "Code")) {
            fault.code = base::collapse(code->text());
        }
    }
    return fault;
}

std::optional<std::string> number(const xml::Node& node, std::string_view name)
{
    auto value = node.attribute(name);
    if (value && (value->empty() || value->size() > 100 ||
                  value->find_first_not_of("0123456789") != std::string::npos)) {
        refuse_element(node, fmt::format("@{}", name));
    }
    return value;
}

std::optional<std::string> child_text(const xml::Node& node, std::string_view name)
{
    const auto child = node.child(k_osci, name);
    return child ? std::optional(child->text()) : std::nullopt;
}

void read_certificates(const xml::Node& block, Message& message)
{
    for (const auto& child : block.children()) {
        const auto* role = std::ranges::find_if(
            k_roles, [&](CertificateRole each) { return child.is(k_osci, element_name(each)); });
        if (role == std::end(k_roles)) {
            refuse_element(child, std::string(block.name()));
        }
        const auto x509 = child.child(k_ds, "X509Data");
        const auto value = x509 ? x509->child(k_ds, "X509Certificate") : std::nullopt;
        const auto der = value ? base::from_wrapped_base64(value->text()) : std::nullopt;
        if (!der || child.children().size() != 1 || x509->children().size() != 1) {
            refuse_element(child, "X509Certificate");
        }
        message.certificates.push_back(
            {.role = *role,
             .id = child.attribute("Id").value_or(""),
             .certificate = pki::Certificate::from_der(*der, element_name(*role))});
    }
}

void read_features(const xml::Node& block, Message& message)
{
    const auto supported = block.child(k_osci2017, "SupportedFeatures");
    if (!supported) {
        return;
    }
    for (const auto& child : supported->children()) {
        message.features.push_back({.key = child.attribute("Key").value_or(""),
                                    .version = child.attribute("Version").value_or("")});
    }
}

std::optional<std::uint64_t> read_limit(const xml::Node& order)
{
    const auto quantity = order.child(k_osci, "Quantity");
    if (!quantity) {
        return std::nullopt;
    }
    const auto text = demand_attribute(*quantity, "Limit");
    std::uint64_t limit = 0;
    const auto end = text.data() + text.size();
    if (std::from_chars(text.data(), end, limit).ptr != end || limit == 0) {
        refuse_element(*quantity, "@Limit");
    }
    return limit;
}

void read_selected(const xml::Node& order, Message& message)
{
    if (const auto rule = order.child(k_osci, "SelectionRule")) {
        message.selection = read_selection(*rule);
    }
    message.limit = read_limit(order);
}

void read_request(const xml::Node& order, Message& message)
{
    if (!words_of(message.order).has_content) {
        read_selected(order, message);
        return;
    }
    if (message.order != Order::store_delivery) {
        message.content_receiver = demand_attribute(demand(order, "ContentReceiver"), "URI");
    }
    if (const auto id = order.child(k_osci, "MessageId")) {
        message.message_id = read_message_id(*id);
    } else if (message.order != Order::mediate_delivery) {
        refuse_element(order, "MessageId");
    }
    message.subject = child_text(order, "Subject").value_or("");
}

void read_response(const xml::Node& answer, Message& message)
{
    message.feedback = read_feedback(demand(answer, "Feedback"));
    if (const auto id = answer.child(k_osci, "MessageId")) {
        message.message_id = read_message_id(*id);
    }
    if (const auto echo = answer.child(k_osci, words_of(message.order).element)) {
        read_selected(*echo, message);
    }
    for (const auto& child : answer.children()) {
        if (child.is(k_osci, "ProcessCardBundle") || child.is(k_osci, "RequestProcessCardBundle") ||
            child.is(k_osci, "ReplyProcessCardBundle")) {
            message.cards.push_back(read_card(child));
        }
    }
}

void read_order(const xml::Node& node, Message& message)
{
    if (message.direction == Direction::request) {
        read_request(node, message);
    } else {
        read_response(node, message);
    }
}

/// Reads the blocks of a header; each kind may occur once, the quality of time stamps twice.
class HeaderReader {
public:
    explicit HeaderReader(SignedMessage& read) : m_read(read), m_message(read.message) {}

    void read(const xml::Node& header)
    {
        if (header.has_own_text()) {
            refuse_element(header, "text");
        }
        for (const auto& block : header.children()) {
            read_block(block);
        }
        if (!m_seen.contains("ControlBlock")) {
            refuse_element(header, "ControlBlock");
        }
        const auto& words = words_of(m_message.order);
        if (words.in_header && !m_seen.contains(name_of_order())) {
            refuse_element(header, name_of_order());
        }
    }

private:
    bool request() const { return m_message.direction == Direction::request; }

    std::string name_of_order() const
    {
        const auto& words = words_of(m_message.order);
        return std::string(request() ? words.element : words.response);
    }

    void read_block(const xml::Node& block)
    {
        const auto ours = block.namespace_uri() == k_osci;
        const auto feature = block.is(k_osci2017, "FeatureDescription");
        auto name = std::string(block.name());
        if (name == "QualityOfTimestamp") {
            name += block.attribute("Service").value_or("");
        }
        if ((ours || feature) && !m_seen.insert(name).second) {
            refuse_element(block, fmt::format("2 x {}", name));
        }
        if (ours && (name == "ClientSignature" || name == "SupplierSignature")) {
            read_signature(block, name);
            return;
        }
        m_read.parts.push_back(block.attribute("Id").value_or(
            fmt::format("{{{}}}{}", block.namespace_uri(), block.name())));
        if (feature) {
            read_features(block, m_message);
        } else if (ours) {
            read_own(block, name);
        } else {
            m_message.other_headers.push_back(
                fmt::format("{{{}}}{}", block.namespace_uri(), block.name()));
        }
    }

    void read_own(const xml::Node& block, const std::string& name)
    {
        if (name == "ControlBlock") {
            m_message.control = {.conversation_id = number(block, "ConversationId"),
                                 .sequence_number = number(block, "SequenceNumber"),
                                 .response = child_text(block, "Response"),
                                 .challenge = child_text(block, "Challenge")};
        } else if (name == "DesiredLanguages" && request()) {
            m_message.languages = demand_attribute(block, "LanguagesList");
        } else if (name == "QualityOfTimestampcreation" && request()) {
            m_message.creation_quality = demand_attribute(block, "Quality");
        } else if (name == "QualityOfTimestampreception" && request()) {
            m_message.reception_quality = demand_attribute(block, "Quality");
        } else if (name == "NonIntermediaryCertificates" ||
                   (name == "IntermediaryCertificates" && !request())) {
            read_certificates(block, m_message);
        } else if (name == name_of_order() && words_of(m_message.order).in_header) {
            read_order(block, m_message);
        } else {
            refuse_element(block, schema_type(m_message.order, m_message.direction));
        }
    }

    void read_signature(const xml::Node& block, const std::string& name)
    {
        if (name != (request() ? "ClientSignature" : "SupplierSignature")) {
            refuse_element(block, schema_type(m_message.order, m_message.direction));
        }
        m_read.signature = xmldsig::read_signature(only_child(block, k_ds, "Signature"));
    }

    SignedMessage& m_read;
    Message& m_message;
    std::set<std::string> m_seen;
};

void read_body(const xml::Node& body, SignedMessage& read)
{
    auto& message = read.message;
    const auto& words = words_of(message.order);
    const auto request = message.direction == Direction::request;
    read.parts.push_back(body.attribute("Id").value_or("Body"));
    if (!words.in_header) {
        read_order(only_child(body, k_osci, request ? words.element : words.response), message);
        return;
    }
    const auto children = body.children();
    const auto may_have = request ? words.has_content
                                  : message.order == Order::fetch_delivery ||
                                        message.order == Order::mediate_delivery;
    if (body.has_own_text() || children.size() > (may_have ? 1 : 0) ||
        (children.empty() && request && words.has_content)) {
        refuse_element(body, "ContentPackage");
    }
    if (!children.empty()) {
        message.content = only_child(body, k_osci, "ContentPackage").canonical();
    }
}

} // namespace

Envelope read_envelope(const xml::Document& document)
{
    const auto root = document.root();
    const auto frame = read_frame(root);
    const auto type = announced_type(root);
    if (type.empty()) {
        return read_fault(frame.body);
    }
    if (type == "MessageEncrypted") {
        return EncryptedData::read(only_child(frame.body, k_xenc, "EncryptedData"));
    }
    std::string_view order = type;
    SignedMessage read;
    if (order.starts_with(k_response_to)) {
        order.remove_prefix(k_response_to.size());
        read.message.direction = Direction::response;
    }
    const auto* words = find_type(order);
    if (words == nullptr) {
        refuse_element(root, base::printable(type, 60));
    }
    read.message.order = words->order;
    if (!frame.header) {
        refuse_element(root, "Header");
    }
    HeaderReader(read).read(*frame.header);
    read_body(frame.body, read);
    return read;
}

} // namespace anb::osci
