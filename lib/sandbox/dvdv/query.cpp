// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/dvdv/query.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "json/json.hpp"
#include "sandbox/dvdv/problem.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::sandbox {

namespace {

constexpr std::size_t k_largest_body = 4 * 1024 * 1024;
constexpr std::size_t k_unlimited = static_cast<std::size_t>(-1);

constexpr std::string_view k_element_types[] = {"OSCI_INTERMEDIARY",  "OSCI_ADDRESSEE",
                                                "CIPHER_CERTIFICATE", "SIGNATURE_CERTIFICATE",
                                                "WEBSERVER",          "TEXT"};
constexpr std::string_view k_parameter_types[] = {"CIPHER_CERTIFICATE", "SIGNATURE_CERTIFICATE",
                                                  "URI"};

struct Member {
    std::string_view name;
    std::string DvdvQuery::*place;
    std::size_t least, most;
    std::span<const std::string_view> choices;
};

constexpr Member k_members[] = {
    {"fingerPrint", &DvdvQuery::finger_print, 40, 40, {}},
    {"category", &DvdvQuery::category, 0, 255, {}},
    {"organizationKey", &DvdvQuery::organization_key, 6, 255, {}},
    {"serviceSpecificationUri", &DvdvQuery::service_specification_uri, 9, 1000, {}},
    {"serviceElementType", &DvdvQuery::service_element_type, 0, k_unlimited, k_element_types},
    {"customServiceElementType", &DvdvQuery::custom_service_element_type, 0, k_unlimited, {}},
    {"parameterType", &DvdvQuery::parameter_type, 0, k_unlimited, k_parameter_types},
    {"parameterValue", &DvdvQuery::parameter_value, 0, k_unlimited, {}},
};

/// Thrown for a value that is no request object.
struct NoObject {};

std::string member_text(const json::Value& value, const Member& member)
{
    if (!value.is_string()) {
        throw NoObject();
    }
    auto text = value.get<std::string>();
    if (!member.choices.empty() &&
        std::ranges::find(member.choices, text) == member.choices.end()) {
        throw NoObject();
    }
    const auto length = base::display_width(text);
    if (length < member.least || length > member.most) {
        throw bad_parameter(member.name, member.least == member.most
                                             ? fmt::format("muss {} Zeichen haben", member.least)
                                             : fmt::format("muss {} bis {} Zeichen haben",
                                                           member.least, member.most));
    }
    if (member.name == "fingerPrint" &&
        text.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos) {
        throw bad_parameter(member.name, "ist nicht hexadezimal");
    }
    return text;
}

DvdvQuery to_query(const json::Value& value)
{
    if (!value.is_object()) {
        throw NoObject();
    }
    DvdvQuery query;
    for (const auto& member : k_members) {
        if (const auto found = value.find(member.name); found != value.end()) {
            query.*member.place = member_text(*found, member);
        }
    }
    return query;
}

void demand(const DvdvQuery& query, std::span<const std::string_view> needed)
{
    for (const auto name : needed) {
        const auto* member = std::ranges::find(k_members, name, &Member::name);
        const bool replaced =
            name == "serviceElementType" && !query.custom_service_element_type.empty();
        if ((query.*member->place).empty() && !replaced) {
            throw missing_parameter(name);
        }
    }
}

} // namespace

DvdvQuery parse_query(const Request& request, std::span<const std::string_view> needed)
{
    const auto count = request.query.count("request_json");
    if (count == 0) {
        throw missing_parameter("request_json");
    }
    if (count > 1) {
        throw bad_parameter("request_json", "kommt mehrfach vor");
    }
    const auto& text = request.query.find("request_json")->second;
    const auto refuse = [&] {
        return no_request_object("URL-Query-Parameter request_json='" + text + "'");
    };
    try {
        const auto query = to_query(json::parse(text, "request_json"));
        demand(query, needed);
        return query;
    } catch (const NoObject&) {
        throw refuse();
    } catch (const base::Error&) {
        throw refuse();
    }
}

std::vector<DvdvQuery> parse_batch(const Request& request, std::span<const std::string_view> needed)
{
    require_media_type(request, "application/json");
    const auto body = request.body(k_largest_body);
    std::vector<DvdvQuery> queries;
    try {
        const auto values = json::parse(body, "body");
        if (!values.is_array()) {
            throw NoObject();
        }
        if (values.size() > k_largest_batch) {
            throw bad_request(fmt::format("{} Anfragen, höchstens {} sind erlaubt", values.size(),
                                          k_largest_batch));
        }
        for (const auto& value : values) {
            queries.push_back(to_query(value));
            demand(queries.back(), needed);
        }
    } catch (const NoObject&) {
        throw no_request_object("Request-Body");
    } catch (const base::Error&) {
        throw no_request_object("Request-Body");
    }
    return queries;
}

} // namespace anb::sandbox
