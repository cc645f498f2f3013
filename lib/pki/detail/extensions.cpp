// SPDX-License-Identifier: EUPL-1.2

#include "pki/detail/extensions.hpp"

#include "base/text.hpp"
#include "pki/detail/oid.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::pki::detail {

namespace {

using der::context;
using der::Cursor;
using der::Element;

/// Numbers below 2.5.29.
enum Number : unsigned {
    subject_key_identifier = 14,
    key_usage = 15,
    subject_alternative_name = 17,
    basic_constraints = 19,
    name_constraints = 30,
    crl_distribution_points = 31,
    certificate_policies = 32,
    policy_mappings = 33,
    authority_key_identifier = 35,
    policy_constraints = 36,
    extended_key_usage = 37,
    inhibit_any_policy = 54,
};

constexpr std::string_view k_authority_info_access = "\x2b\x06\x01\x05\x05\x07\x01\x01";
constexpr std::string_view k_ocsp = "\x2b\x06\x01\x05\x05\x07\x30\x01";

/// The only element of an extension's value.
Element only(const Extension& extension, std::uint8_t tag)
{
    Cursor cursor(extension.value, extension.offset);
    auto element = cursor.expect(tag);
    cursor.finish();
    return element;
}

std::string ip_text(base::ByteView octets)
{
    std::string text;
    if (octets.size() == 4) {
        for (const auto octet : octets) {
            text += fmt::format("{}{}", text.empty() ? "" : ".", std::to_integer<unsigned>(octet));
        }
        return text;
    }
    for (std::size_t i = 0; i + 1 < octets.size(); i += 2) {
        text += fmt::format("{}{:X}", i == 0 ? "" : ":",
                            std::to_integer<unsigned>(octets[i]) << 8 |
                                std::to_integer<unsigned>(octets[i + 1]));
    }
    return text;
}

void decode_key_usage(const Extension& extension, Facts& facts)
{
    facts.key_usage = std::uint16_t{0};
    facts.key_usage_critical = extension.critical;
    const auto element = only(extension, der::bit_string);
    const auto flags = der::to_flags(element);
    facts.key_usage = flags.bits;
    if (!flags.minimal) {
        throw der::Malformed{der::Reason::bad_bits, element.offset};
    }
}

void decode_basic_constraints(const Extension& extension, Facts& facts)
{
    facts.has_basic_constraints = true;
    Cursor fields(only(extension, der::sequence));
    if (const auto ca = fields.maybe(der::boolean)) {
        facts.ca = der::to_boolean(*ca);
    }
    if (const auto length = fields.maybe(der::integer)) {
        facts.path_length = der::to_number(*length);
        if (!facts.path_length) {
            throw der::Malformed{der::Reason::bad_value, length->offset};
        }
    }
    fields.finish();
}

void decode_extended_key_usage(const Extension& extension, Facts& facts)
{
    auto& usages = facts.extended_key_usage.emplace();
    for (Cursor list(only(extension, der::sequence)); !list.at_end();) {
        usages.push_back(der::to_oid(list.expect(der::object_identifier)));
    }
}

void decode_alternative_names(const Extension& extension, Facts& facts)
{
    for (Cursor list(only(extension, der::sequence)); !list.at_end();) {
        facts.alternative_names.push_back(to_general_name(list.next()));
    }
}

void decode_authority_key_identifier(const Extension& extension, Facts& facts)
{
    Cursor fields(only(extension, der::sequence));
    if (const auto id = fields.maybe(context(0))) {
        facts.authority_key_id = id->content;
    }
    if (const auto names = fields.maybe(context(1, true))) {
        for (Cursor list(*names); !list.at_end();) {
            const auto name = list.next();
            if (name.is(context(4, true))) {
                facts.authority_issuer = name.content;
            }
        }
    }
    if (const auto serial = fields.maybe(context(2))) {
        facts.authority_serial = der::to_integer(*serial);
    }
    fields.finish();
}

void decode_policies(const Extension& extension, Facts& facts)
{
    for (Cursor list(only(extension, der::sequence)); !list.at_end();) {
        Cursor policy(list.expect(der::sequence));
        facts.policies.push_back(der::to_oid(policy.expect(der::object_identifier)));
    }
}

void decode_distribution_points(const Extension& extension, Facts& facts)
{
    for (Cursor points(only(extension, der::sequence)); !points.at_end();) {
        Cursor point(points.expect(der::sequence));
        const auto name = point.maybe(context(0, true));
        if (!name) {
            continue;
        }
        Cursor choice(*name);
        if (!choice.at(context(0, true))) {
            continue;
        }
        for (Cursor names(choice.next()); !names.at_end();) {
            const auto one = to_general_name(names.next());
            if (one.kind == "URI") {
                facts.crl_urls.push_back(one.value);
            }
        }
    }
}

void decode_information_access(const Extension& extension, Facts& facts)
{
    for (Cursor list(only(extension, der::sequence)); !list.at_end();) {
        Cursor access(list.expect(der::sequence));
        const auto method = access.expect(der::object_identifier);
        const auto place = to_general_name(access.next());
        if (base::as_text(method.content) == k_ocsp && place.kind == "URI") {
            facts.ocsp_urls.push_back(place.value);
        }
    }
}

} // namespace

void read_name(const Element& sequence, Name& name)
{
    name.der = sequence.whole;
    for (Cursor sets(sequence); !sets.at_end();) {
        bool joined = false;
        const auto set = sets.expect(der::set);
        if (set.content.empty()) {
            throw der::Malformed{der::Reason::unexpected, set.offset};
        }
        for (Cursor members(set); !members.at_end(); joined = true) {
            Cursor pair(members.expect(der::sequence));
            const auto type = pair.expect(der::object_identifier);
            der::to_oid(type);
            const auto value = pair.next();
            pair.finish();
            name.attributes.push_back({type.content, value.tag, value.content, joined});
        }
    }
}

GeneralName to_general_name(const Element& element)
{
    const auto text = [&] { return base::printable(base::as_text(element.content)); };
    switch (element.tag) {
    case context(1):
        return {"email", text()};
    case context(2):
        return {"DNS", text()};
    case context(4, true): {
        Cursor inner(element);
        Name name;
        read_name(inner.expect(der::sequence), name);
        return {"DirName", name.to_text()};
    }
    case context(6):
        return {"URI", text()};
    case context(7):
        return {"IP", ip_text(element.content)};
    case context(8):
        return {"RID", dotted(element.content)};
    default:
        return {"other", base::to_hex(element.content)};
    }
}

void decode(const Extension& extension, Facts& facts)
{
    const auto oid = extension.oid;
    if (base::as_text(oid) == k_authority_info_access) {
        return decode_information_access(extension, facts);
    }
    if (oid.size() != 3 || !is_extension(oid, std::to_integer<unsigned>(oid[2]))) {
        return;
    }
    switch (std::to_integer<unsigned>(oid[2])) {
    case subject_key_identifier:
        facts.subject_key_id = only(extension, der::octet_string).content;
        break;
    case key_usage:
        decode_key_usage(extension, facts);
        break;
    case subject_alternative_name:
        decode_alternative_names(extension, facts);
        break;
    case basic_constraints:
        decode_basic_constraints(extension, facts);
        break;
    case crl_distribution_points:
        decode_distribution_points(extension, facts);
        break;
    case certificate_policies:
        decode_policies(extension, facts);
        break;
    case authority_key_identifier:
        decode_authority_key_identifier(extension, facts);
        break;
    case extended_key_usage:
        decode_extended_key_usage(extension, facts);
        break;
    default:
        break;
    }
}

bool is_understood(base::ByteView oid)
{
    return std::ranges::any_of(
        std::initializer_list<unsigned>{key_usage, subject_alternative_name, basic_constraints,
                                        name_constraints, crl_distribution_points,
                                        certificate_policies, policy_mappings, policy_constraints,
                                        extended_key_usage, inhibit_any_policy},
        [&](unsigned number) { return is_extension(oid, number); });
}

Algorithm read_algorithm(const Element& sequence)
{
    Algorithm algorithm;
    algorithm.der = sequence.whole;
    Cursor fields(sequence);
    const auto oid = fields.expect(der::object_identifier);
    der::to_oid(oid);
    algorithm.oid = oid.content;
    if (!fields.at_end()) {
        algorithm.parameters = fields.next().whole;
    }
    fields.finish();
    return algorithm;
}

} // namespace anb::pki::detail
