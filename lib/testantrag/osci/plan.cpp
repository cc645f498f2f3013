// SPDX-License-Identifier: EUPL-1.2

#include "testantrag/osci/plan.hpp"

#include "crypto/digest.hpp"

#include <array>
#include <utility>

namespace anb::testantrag {

namespace {

constexpr std::array<std::pair<const char*, base::Bytes OsciWay::*>, 4> k_certificates{{
    {"intermediary_certificate", &OsciWay::intermediary_cipher},
    {"intermediary_signature", &OsciWay::intermediary_signature},
    {"recipient_certificate", &OsciWay::recipient},
    {"content_certificate", &OsciWay::reader},
}};

constexpr std::array<std::pair<const char*, std::string OsciPlan::*>, 9> k_texts{{
    {"message_id", &OsciPlan::message_id},
    {"organization", &OsciPlan::organization},
    {"organization_name", &OsciPlan::organization_name},
    {"service", &OsciPlan::service},
    {"subject", &OsciPlan::subject},
    {"schema_uri", &OsciPlan::schema_uri},
    {"own_cipher", &OsciPlan::own_cipher},
    {"own_signer", &OsciPlan::own_signer},
    {"data_sha512", &OsciPlan::data_sha512},
}};

base::Bytes parse_base64(const json::Reader& reader)
{
    auto bytes = base::from_base64(reader.string());
    if (!bytes) {
        reader.fail("base64");
    }
    return std::move(*bytes);
}

OsciAttachment parse_attachment(const json::Reader& reader)
{
    OsciAttachment attachment{.id = reader.string("id"),
                              .media_type = reader.string("media_type"),
                              .size = static_cast<std::uint64_t>(reader.integer("size")),
                              .sha256 = reader.string("sha256")};
    if (reader.integer("size") < 0 || attachment.id.find('/') != std::string::npos) {
        reader.fail("size, id");
    }
    return attachment;
}

} // namespace

osci::Intermediary OsciWay::intermediary() const
{
    osci::Intermediary intermediary{url, pki::Certificate::from_der(intermediary_cipher), {}};
    if (!intermediary_signature.empty()) {
        intermediary.signature = pki::Certificate::from_der(intermediary_signature);
    }
    return intermediary;
}

std::string OsciWay::difference(const OsciWay& other) const
{
    if (url != other.url) {
        return "intermediary";
    }
    for (const auto& [name, member] : k_certificates) {
        if (this->*member != other.*member) {
            return name;
        }
    }
    return container != other.container ? "wsdl" : "";
}

std::string OsciPlan::target() const
{
    return organization.empty()
               ? base::to_hex(crypto::digest(crypto::DigestAlgorithm::sha256, way.recipient))
               : organization;
}

json::Value to_json(const OsciPlan& plan)
{
    json::Value value = {{"via", "osci"}};
    for (const auto& [name, member] : k_texts) {
        value[name] = plan.*member;
    }
    value["intermediary"] = plan.way.url;
    value["container"] = plan.way.container;
    for (const auto& [name, member] : k_certificates) {
        value[name] = base::to_base64(plan.way.*member);
    }
    value["attachments"] = json::Value::array();
    for (const auto& attachment : plan.attachments) {
        value["attachments"].push_back({{"id", attachment.id},
                                        {"media_type", attachment.media_type},
                                        {"size", attachment.size},
                                        {"sha256", attachment.sha256}});
    }
    add_head(value, plan);
    return value;
}

OsciPlan parse_osci_plan(const json::Reader& reader)
{
    OsciPlan plan;
    parse_head(reader, plan);
    for (const auto& [name, member] : k_texts) {
        plan.*member = reader.string(name);
    }
    plan.way.url = reader.string("intermediary");
    plan.way.container = reader.string("container");
    for (const auto& [name, member] : k_certificates) {
        plan.way.*member = parse_base64(reader.at(name));
    }
    for (const auto& element : reader.at("attachments").elements()) {
        plan.attachments.push_back(parse_attachment(element));
    }
    return plan;
}

} // namespace anb::testantrag
