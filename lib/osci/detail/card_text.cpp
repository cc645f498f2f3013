// SPDX-License-Identifier: EUPL-1.2

#include "osci/detail/card_text.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "osci/detail/xml_text.hpp"
#include "osci/names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::osci::detail {

namespace {

std::string element(std::string_view name, std::string_view inside)
{
    return fmt::format("<osci:{0}>{1}</osci:{0}>", name, inside);
}

std::string write_stamp(const std::optional<Stamp>& stamp, std::string_view name)
{
    return stamp ? element(name, element("Plain", base::format_time(stamp->at))) : std::string();
}

std::string write_result(std::string_view name, std::string_view attribute_name,
                         std::string_view value)
{
    return fmt::format("<osci:{0} {1}=\"{2}\"></osci:{0}>", name, attribute_name, attribute(value));
}

std::string write_inspection(const Inspection& inspection)
{
    auto inside = write_stamp(inspection.timestamp, "Timestamp") +
                  element("X509SubjectName", text(inspection.subject)) +
                  element("X509IssuerName", text(inspection.issuer)) +
                  element("X509SerialNumber", text(inspection.serial)) +
                  write_result("CertType", "Type", inspection.type) +
                  write_result("MathResult", "Result", inspection.math_result) +
                  write_result("OfflineResult", "Result", inspection.offline_result);
    if (inspection.online_result) {
        inside += write_result("OnlineResult", "Result", *inspection.online_result);
    }
    return element("Inspection", inside);
}

std::optional<std::string> optional_text(const xml::Node& node, std::string_view name)
{
    const auto child = node.child(k_osci, name);
    return child ? std::optional(child->text()) : std::nullopt;
}

std::optional<Stamp> read_stamp(const xml::Node& node, std::string_view name)
{
    const auto stamp = node.child(k_osci, name);
    if (!stamp) {
        return std::nullopt;
    }
    if (const auto plain = stamp->child(k_osci, "Plain")) {
        return Stamp{.at = read_time(*plain, plain->text()), .plain = true};
    }
    demand(*stamp, "Cryptographic");
    return Stamp{.at = {}, .plain = false};
}

std::string read_result(const xml::Node& inspection, std::string_view name,
                        std::string_view attribute_name,
                        std::initializer_list<std::string_view> allowed)
{
    const auto node = demand(inspection, name);
    auto value = demand_attribute(node, attribute_name);
    if (std::ranges::find(allowed, value) == allowed.end()) {
        refuse_element(node, base::printable(value, 40));
    }
    return value;
}

Inspection read_inspection(const xml::Node& node)
{
    Inspection inspection;
    demand(node, "Timestamp");
    inspection.timestamp = *read_stamp(node, "Timestamp");
    inspection.subject = demand(node, "X509SubjectName").text();
    inspection.issuer = demand(node, "X509IssuerName").text();
    inspection.serial = base::collapse(demand(node, "X509SerialNumber").text());
    inspection.type =
        read_result(node, "CertType", "Type", {"advanced", "qualified", "accredited", "unknown"});
    inspection.math_result =
        read_result(node, "MathResult", "Result", {"ok", "corrupted", "indeterminate"});
    inspection.offline_result =
        read_result(node, "OfflineResult", "Result", {"valid", "invalid", "indeterminate"});
    if (const auto online = node.child(k_osci, "OnlineResult")) {
        inspection.online_result = read_result(node, "OnlineResult", "Result", {"ok", "revoked"});
        const auto means = online->children();
        if (!means.empty()) {
            const auto name = means.front().name();
            inspection.online_means = name == "OSCP" ? "OCSP" : std::string(name);
        }
    }
    return inspection;
}

} // namespace

void refuse_element(const xml::Node& element, std::string reason)
{
    throw base::Error(base::ErrorKind::input, "ANB-O104",
                      {{"element", std::string(element.name())},
                       {"line", std::to_string(element.line())},
                       {"reason", std::move(reason)}});
}

xml::Node demand(const xml::Node& node, std::string_view name)
{
    auto found = node.child(k_osci, name);
    if (!found) {
        refuse_element(node, std::string(name));
    }
    return *found;
}

std::string demand_attribute(const xml::Node& node, std::string_view name)
{
    auto value = node.attribute(name);
    if (!value) {
        refuse_element(node, fmt::format("@{}", name));
    }
    return *std::move(value);
}

std::string write_message_id(std::string_view id)
{
    return element("MessageId", base::to_base64(base::as_bytes(id)));
}

std::string write_selection(const Selection& selection)
{
    if (selection.empty()) {
        return {};
    }
    std::string inside;
    for (const auto& id : selection.message_ids) {
        inside += write_message_id(id);
    }
    const auto& received = selection.reception_of_delivery;
    if (const auto& time = received ? received : selection.recent_modification) {
        std::string attributes;
        if (selection.no_reception) {
            attributes += fmt::format(" NoReception=\"{}\"", *selection.no_reception);
        }
        if (selection.role) {
            attributes +=
                fmt::format(" Role=\"{}\"",
                            *selection.role == CardRole::addressee ? "Addressee" : "Originator");
        }
        inside += fmt::format("<osci:{0}{1}>{2}</osci:{0}>",
                              received ? "ReceptionOfDelivery" : "RecentModification", attributes,
                              base::format_time(*time));
    }
    return element("SelectionRule", inside);
}

std::string write_feedback(const std::vector<FeedbackEntry>& entries)
{
    std::string inside;
    for (const auto& entry : entries) {
        inside +=
            fmt::format("<osci:Entry xml:lang=\"{}\">{}{}</osci:Entry>", attribute(entry.language),
                        element("Code", text(entry.code)), element("Text", text(entry.text)));
    }
    return element("Feedback", inside);
}

std::string write_card(const ProcessCard& card, std::string_view name)
{
    auto stamps = write_stamp(card.creation, "Creation") +
                  write_stamp(card.forwarding, "Forwarding") +
                  write_stamp(card.reception, "Reception");
    if (!card.subject.empty()) {
        stamps += element("Subject", text(card.subject));
    }
    std::string report;
    for (const auto& inspection : card.inspections) {
        report += write_inspection(inspection);
    }
    return element(name, fmt::format("{}<osci:ProcessCard RecentModification=\"{}\">{}"
                                     "</osci:ProcessCard>{}",
                                     write_message_id(card.message_id),
                                     base::format_time(card.recent_modification), stamps,
                                     element("InspectionReport", report)));
}

base::UtcTime read_time(const xml::Node& element, std::string_view text)
{
    const auto plain = base::trim(text);
    auto time = base::parse_time(plain);
    if (!time) {
        time = base::parse_time(std::string(plain) + "Z");
    }
    if (!time) {
        refuse_element(element, base::printable(plain, 40));
    }
    return *time;
}

std::string read_message_id(const xml::Node& element)
{
    const auto bytes = base::from_wrapped_base64(element.text());
    if (!bytes || bytes->empty()) {
        refuse_element(element, "base64");
    }
    return base::to_text(*bytes);
}

Selection read_selection(const xml::Node& rule)
{
    Selection selection;
    for (const auto& child : rule.children()) {
        if (child.is(k_osci, "MessageId")) {
            selection.message_ids.push_back(read_message_id(child));
            continue;
        }
        const auto received = child.is(k_osci, "ReceptionOfDelivery");
        if (!received && !child.is(k_osci, "RecentModification")) {
            refuse_element(child, "SelectionRule");
        }
        (received ? selection.reception_of_delivery : selection.recent_modification) =
            read_time(child, child.text());
        if (const auto flag = child.attribute("NoReception")) {
            selection.no_reception = *flag == "true" || *flag == "1";
        }
        if (const auto role = child.attribute("Role")) {
            selection.role = *role == "Addressee" ? CardRole::addressee : CardRole::originator;
        }
    }
    return selection;
}

std::vector<FeedbackEntry> read_feedback(const xml::Node& feedback)
{
    std::vector<FeedbackEntry> entries;
    for (const auto& child : feedback.children()) {
        if (!child.is(k_osci, "Entry")) {
            refuse_element(child, "Feedback");
        }
        auto code = base::collapse(demand(child, "Code").text());
        if (code.size() != 4 || code.find_first_not_of("0123456789") != std::string::npos) {
            refuse_element(child, "Code " + base::printable(code, 20));
        }
        entries.push_back({.language = child.attribute(k_xml, "lang").value_or(""),
                           .code = std::move(code),
                           .text = demand(child, "Text").text()});
    }
    if (entries.empty()) {
        refuse_element(feedback, "Entry");
    }
    return entries;
}

ProcessCard read_card(const xml::Node& bundle)
{
    ProcessCard card;
    card.message_id = read_message_id(demand(bundle, "MessageId"));
    const auto node = demand(bundle, "ProcessCard");
    card.recent_modification = read_time(node, demand_attribute(node, "RecentModification"));
    card.creation = read_stamp(node, "Creation");
    card.forwarding = read_stamp(node, "Forwarding");
    card.reception = read_stamp(node, "Reception");
    card.subject = optional_text(node, "Subject").value_or("");
    if (const auto report = bundle.child(k_osci, "InspectionReport")) {
        for (const auto& child : report->children()) {
            card.inspections.push_back(read_inspection(child));
        }
    }
    return card;
}

} // namespace anb::osci::detail
