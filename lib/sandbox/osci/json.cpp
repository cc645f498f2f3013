// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/osci/json.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <array>

namespace anb::sandbox {

namespace {

using osci::CertificateRole;

constexpr std::array k_roles = {
    CertificateRole::cipher_originator,    CertificateRole::cipher_other_author,
    CertificateRole::cipher_addressee,     CertificateRole::cipher_other_reader,
    CertificateRole::signature_originator, CertificateRole::signature_other_author,
    CertificateRole::signature_addressee,
};

json::Value stamp(const std::optional<osci::Stamp>& stamp)
{
    return stamp ? json::Value(base::format_time(stamp->at)) : json::Value(nullptr);
}

base::UtcTime to_time(const json::Value& value)
{
    const auto time = base::parse_time(value.get<std::string>());
    if (!time) {
        throw json::Value::other_error::create(501, "no time", nullptr);
    }
    return *time;
}

std::optional<osci::Stamp> to_stamp(const json::Value& value)
{
    return value.is_null() ? std::nullopt : std::optional(osci::Stamp{.at = to_time(value)});
}

json::Value encoded(const pki::Certificate& certificate)
{
    return base::to_base64(certificate.to_der());
}

pki::Certificate to_certificate(const json::Value& value)
{
    return pki::Certificate::from_der(
        base::from_base64(value.get<std::string>()).value_or(base::Bytes()));
}

json::Value to_json(const osci::RoledCertificate& certificate)
{
    return {{"role", std::string(osci::element_name(certificate.role))},
            {"id", certificate.id},
            {"certificate", encoded(certificate.certificate)}};
}

osci::RoledCertificate to_roled(const json::Value& value)
{
    const auto name = value.at("role").get<std::string>();
    const auto* role = std::ranges::find(k_roles, name, osci::element_name);
    if (role == k_roles.end()) {
        throw json::Value::other_error::create(501, "unknown role " + name, nullptr);
    }
    return {*role, value.at("id"), to_certificate(value.at("certificate"))};
}

json::Value to_json(const osci::Inspection& it)
{
    return {{"timestamp", stamp(it.timestamp)},
            {"subject", it.subject},
            {"issuer", it.issuer},
            {"serial", it.serial},
            {"type", it.type},
            {"mathResult", it.math_result},
            {"offlineResult", it.offline_result}};
}

osci::Inspection to_inspection(const json::Value& value)
{
    osci::Inspection it;
    it.timestamp.at = to_time(value.at("timestamp"));
    it.subject = value.at("subject");
    it.issuer = value.at("issuer");
    it.serial = value.at("serial");
    it.type = value.at("type");
    it.math_result = value.at("mathResult");
    it.offline_result = value.at("offlineResult");
    return it;
}

template <typename Thing>
json::Value list(const std::vector<Thing>& things)
{
    auto values = json::Value::array();
    for (const auto& thing : things) {
        values.push_back(to_json(thing));
    }
    return values;
}

json::Value to_json(const osci::ProcessCard& it)
{
    return {{"messageId", it.message_id},
            {"subject", it.subject},
            {"creation", stamp(it.creation)},
            {"forwarding", stamp(it.forwarding)},
            {"reception", stamp(it.reception)},
            {"recentModification", base::format_time(it.recent_modification)},
            {"inspections", list(it.inspections)}};
}

osci::ProcessCard to_card(const json::Value& value)
{
    osci::ProcessCard it;
    it.message_id = value.at("messageId");
    it.subject = value.at("subject");
    it.creation = to_stamp(value.at("creation"));
    it.forwarding = to_stamp(value.at("forwarding"));
    it.reception = to_stamp(value.at("reception"));
    it.recent_modification = to_time(value.at("recentModification"));
    for (const auto& each : value.at("inspections")) {
        it.inspections.push_back(to_inspection(each));
    }
    return it;
}

} // namespace

json::Value to_json(const OsciDelivery& it)
{
    auto attachments = json::Value::array();
    for (const auto& attachment : it.attachments) {
        attachments.push_back({{"id", attachment.id},
                               {"mediaType", attachment.media_type},
                               {"size", attachment.size}});
    }
    return {{"number", it.number},
            {"sender", it.sender},
            {"addressee", it.addressee},
            {"card", to_json(it.card)},
            {"certificates", list(it.certificates)},
            {"attachments", std::move(attachments)}};
}

OsciDelivery to_delivery(const json::Value& value)
{
    OsciDelivery it;
    it.number = value.at("number");
    it.sender = value.at("sender");
    it.addressee = value.at("addressee");
    it.card = to_card(value.at("card"));
    for (const auto& each : value.at("certificates")) {
        it.certificates.push_back(to_roled(each));
    }
    for (const auto& each : value.at("attachments")) {
        it.attachments.push_back({each.at("id"), each.at("mediaType"), each.at("size")});
    }
    return it;
}

json::Value to_json(const OsciDialog& it)
{
    return {{"conversationId", it.conversation},
            {"client", encoded(it.client)},
            {"next", it.next},
            {"challenge", it.challenge},
            {"fetched", it.fetched},
            {"lastUsed", base::format_time(it.last_used)}};
}

OsciDialog to_dialog(const json::Value& value)
{
    return {.conversation = value.at("conversationId"),
            .client = to_certificate(value.at("client")),
            .next = value.at("next"),
            .challenge = value.at("challenge"),
            .fetched = value.at("fetched"),
            .last_used = to_time(value.at("lastUsed"))};
}

} // namespace anb::sandbox
