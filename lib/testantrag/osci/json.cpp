// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/osci/json.hpp"

namespace anb::testantrag {

namespace {

void add_stamp(json::Value& value, const char* name, const std::optional<osci::Stamp>& stamp)
{
    if (stamp) {
        value[name] = stamp->plain ? json::Value(base::format_time(stamp->at)) : json::Value();
    }
}

json::Value to_json(const osci::Inspection& inspection)
{
    json::Value value = {
        {"subject", inspection.subject},         {"issuer", inspection.issuer},
        {"serial", inspection.serial},           {"type", inspection.type},
        {"math_result", inspection.math_result}, {"offline_result", inspection.offline_result}};
    add_stamp(value, "at", inspection.timestamp);
    if (inspection.online_result) {
        value["online_result"] = *inspection.online_result;
        value["online_means"] = inspection.online_means;
    }
    value["good"] = inspection.good();
    return value;
}

const char* word(osci::ContentPart::Kind kind)
{
    switch (kind) {
    case osci::ContentPart::Kind::data:
        return "data";
    case osci::ContentPart::Kind::element:
        return "element";
    case osci::ContentPart::Kind::attachment:
        break;
    }
    return "attachment";
}

} // namespace

std::string fingerprint(const pki::Certificate& certificate)
{
    return base::to_hex(certificate.fingerprint(crypto::DigestAlgorithm::sha256));
}

json::Value to_json(const osci::ProcessCard& card)
{
    json::Value value = {{"message_id", card.message_id}, {"subject", card.subject}};
    add_stamp(value, "creation", card.creation);
    add_stamp(value, "forwarding", card.forwarding);
    add_stamp(value, "reception", card.reception);
    value["recent_modification"] = base::format_time(card.recent_modification);
    value["inspections"] = json::Value::array();
    for (const auto& inspection : card.inspections) {
        value["inspections"].push_back(to_json(inspection));
    }
    return value;
}

json::Value to_json(const std::vector<osci::FeedbackEntry>& feedback)
{
    auto list = json::Value::array();
    for (const auto& entry : feedback) {
        json::Value value = {
            {"code", entry.code}, {"language", entry.language}, {"text", entry.text}};
        if (const auto* known = osci::find_feedback(entry.code)) {
            value["meaning"] = known->english;
        }
        list.push_back(std::move(value));
    }
    return list;
}

json::Value to_json(const osci::RoledCertificate& certificate, base::UtcTime at)
{
    const auto& itself = certificate.certificate;
    return {{"role", osci::element_name(certificate.role)},
            {"id", certificate.id},
            {"subject", itself.subject()},
            {"issuer", itself.issuer()},
            {"serial", itself.serial()},
            {"not_before", base::format_time(itself.not_before())},
            {"not_after", base::format_time(itself.not_after())},
            {"fingerprint_sha256", fingerprint(itself)},
            {"valid", itself.valid_at(at)}};
}

json::Value to_json(const osci::EncryptionFacts& facts)
{
    json::Value value = {{"cipher", facts.cipher}, {"iv_size", facts.iv_size}};
    if (!facts.key_transport.empty()) {
        value["key_transport"] = facts.key_transport;
    }
    if (facts.recipient) {
        value["recipient"] = {{"subject", facts.recipient->subject()},
                              {"fingerprint_sha256", fingerprint(*facts.recipient)}};
    }
    return value;
}

json::Value to_json(const osci::VerifiedSignature& signature)
{
    return {{"method", signature.method},
            {"certificate_id", signature.certificate_id},
            {"signer", signature.certificate.subject()},
            {"fingerprint_sha256", fingerprint(signature.certificate)},
            {"covered", signature.covered},
            {"holds", true}};
}

json::Value to_json(const std::vector<osci::Feature>& features)
{
    auto list = json::Value::array();
    for (const auto& feature : features) {
        list.push_back({{"key", feature.key}, {"version", feature.version}});
    }
    return list;
}

json::Value to_json(const osci::Container& container)
{
    json::Value value = {{"id", container.id},
                         {"opened", true},
                         {"signatures", json::Value::array()},
                         {"parts", json::Value::array()}};
    if (container.encryption) {
        value["encryption"] = to_json(*container.encryption);
    }
    for (const auto& signature : container.signatures) {
        value["signatures"].push_back(to_json(signature));
    }
    for (const auto& part : container.parts) {
        const auto is_attachment = part.kind == osci::ContentPart::Kind::attachment;
        value["parts"].push_back(
            {{"id", is_attachment ? part.attachment : part.id}, {"kind", word(part.kind)}});
    }
    return value;
}

} // namespace anb::testantrag
