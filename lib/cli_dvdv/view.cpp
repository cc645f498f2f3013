// SPDX-License-Identifier: EUPL-1.2

#include "cli_dvdv/view.hpp"

#include "base/text.hpp"
#include "cli/points.hpp"
#include "pki/facts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::cli_dvdv {

namespace {

using base::PointState;

constexpr std::size_t k_width = 100;

std::string label(const cli::Io& io, std::string_view name)
{
    return messages::word(name, io.common().language);
}

std::string date(const std::optional<base::UtcTime>& time)
{
    return time ? base::format_date(*time) : std::string("-");
}

std::string validity_text(const cli::Io& io, const dvdv::Validity& validity)
{
    if (!validity.to) {
        return validity.from ? io.say("gültig seit ", "valid since ") + date(validity.from)
                             : io.say("unbefristet", "without limit");
    }
    return fmt::format("{} {} {} {}", io.say("gültig von", "valid from"), date(validity.from),
                       io.say("bis", "until"), date(validity.to));
}

std::string certificate_text(const cli::Io& io, std::string_view sha1, const std::string& not_after)
{
    auto text = "SHA-1 " + short_fingerprint(sha1);
    if (!not_after.empty()) {
        text += io.say(", gültig bis ", ", valid until ") + not_after.substr(0, 10);
    }
    return text;
}

std::string certificate_text(const cli::Io& io, const dvdv::Certificate& certificate)
{
    const auto facts = pki::read_facts(certificate.content);
    if (!facts) {
        return io.say("kein lesbares Zertifikat", "no readable certificate");
    }
    const auto sha1 = base::to_hex(facts->fingerprint(crypto::DigestAlgorithm::sha1));
    const auto end =
        facts->not_after.value ? base::format_time(*facts->not_after.value) : std::string();
    return fmt::format("{}  {}", certificate_text(io, sha1, end),
                       base::printable(facts->subject.last("CN"), k_width));
}

std::string value_of(const base::Report& report, std::string_view name)
{
    const auto* value = base::find_fact(report, name);
    return value == nullptr ? std::string() : *value;
}

std::string shown_value(const cli::Io& io, const base::Report& report, std::string_view point,
                        const dvdv::Observation& seen)
{
    if (point == "service" && seen.service.presence == dvdv::Presence::found) {
        return validity_text(io, seen.service.service.validity);
    }
    const auto value = value_of(report, point);
    if (value.empty()) {
        return "-";
    }
    if (point.ends_with("_certificate") || point == "intermediary_signature") {
        return certificate_text(io, value, value_of(report, std::string(point) + "_not_after"));
    }
    return base::printable(value, k_width);
}

/// A certificate that is another one than the file at hand holds.
bool is_mismatch(const base::Finding& finding)
{
    return finding.code == "ANB-D210" || finding.code == "ANB-D212" || finding.code == "ANB-D213" ||
           finding.code == "ANB-D214";
}

/// "erwartet 80:15:…, gültig bis 2027-11-23", from "SHA-1 8015…, 2027-11-23"
std::string expected_certificate(const cli::Io& io, const std::string& expected)
{
    constexpr std::size_t k_hex = 40;
    const auto sha1 = expected.substr(expected.find(' ') + 1, k_hex);
    return fmt::format("{} {}, {} {}", io.say("erwartet", "expected"), short_fingerprint(sha1),
                       io.say("gültig bis", "valid until"),
                       expected.substr(expected.rfind(' ') + 1));
}

/// What stands behind the state of a point.
std::string remark(const cli::Io& io, const base::Report& report, std::string_view point,
                   const dvdv::Observation& seen)
{
    if (const auto* finding = base::gravest_at(report, point)) {
        if (is_mismatch(*finding)) {
            return io.say("nicht das Zertifikat aus dem Profil",
                          "not the certificate of the profile");
        }
        return finding->expected.empty() || finding->expected == "-"
                   ? finding->code
                   : finding->code + io.say("  erwartet ", "  expected ") +
                         base::printable(finding->expected, k_width);
    }
    if (point == "intermediary" && seen.intermediary_failure) {
        return io.say("erreichbar", "reachable");
    }
    return {};
}

/// Points that say nothing new: no other server, no WSDL with containers, the content's
/// certificate is the recipient's.
bool is_silent(const base::Report& report, std::string_view point, PointState state)
{
    const bool optional = point == "replicas" || point == "wsdl" ||
                          point == "content_certificate" || point == "category" ||
                          point == "intermediary_signature";
    return optional && state != PointState::error && state != PointState::warning &&
           value_of(report, point).empty();
}

std::vector<base::Fact> names(const Target& target, std::string_view env)
{
    const auto directory = env == "prod"   ? std::string("DVDV")
                           : env == "test" ? std::string("Test-DVDV")
                                           : fmt::format("DVDV {}", env);
    return cli::names(directory + " " + target.label, target.question.organization_key,
                      fmt::format("dvdv_{}_{}", env, target.label), env);
}

void add_rows(const std::vector<dvdv::Category>& categories, int depth, cli::Table& table)
{
    for (const auto& category : categories) {
        table.rows.push_back({std::string(static_cast<std::size_t>(2 * depth), ' ') +
                                  base::printable(category.name, 100),
                              category.prefix});
        add_rows(category.children, depth + 1, table);
    }
}

} // namespace

void show_certificate(cli::Io& io, const dvdv::Certificate& certificate)
{
    io.line(certificate_text(io, certificate));
}

void show_categories(cli::Io& io, const std::vector<dvdv::Category>& categories)
{
    cli::Table table;
    table.header = {io.say("Kategorie", "Category"), io.say("Präfix", "Prefix")};
    add_rows(categories, 0, table);
    io.table(table);
}

std::string short_fingerprint(std::string_view hex)
{
    constexpr std::size_t k_bytes = 4;
    std::string text;
    for (std::size_t i = 0; i + 1 < hex.size() && i < 2 * k_bytes; i += 2) {
        text += (i == 0 ? "" : ":") + std::string(hex.substr(i, 2));
    }
    return text + ":…";
}

void show_organization(cli::Io& io, const dvdv::OrganizationDescription& description)
{
    const auto& organization = description.organization;
    io.line(base::printable(organization.name, k_width));
    io.line();
    cli::Table table;
    const auto row = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) {
            table.rows.push_back({label(io, name), base::printable(value, k_width)});
        }
    };
    row("organization_keys", base::join(organization.organization_keys, ", "));
    row("category", organization.category);
    auto address = organization.postal_address;
    std::ranges::replace(address, '\n', ' ');
    row("address", address);
    table.rows.push_back({label(io, "validity"), validity_text(io, organization.validity)});
    for (const auto& certificate : organization.client_certificates) {
        table.rows.push_back({label(io, "client_certificates"), certificate_text(io, certificate)});
    }
    for (const auto& service : organization.services) {
        table.rows.push_back({label(io, "dvdv_service"),
                              base::printable(service.specification_uri, k_width),
                              validity_text(io, service.validity)});
    }
    for (const auto& other : description.representatives) {
        row("representatives", other.name);
    }
    io.table(table);
}

void show_service(cli::Io& io, const dvdv::Service& service)
{
    io.line(base::printable(dvdv::shown_name(service), k_width));
    io.line();
    cli::Table table;
    table.rows.push_back(
        {label(io, "organization"), base::printable(service.organization_name, k_width)});
    table.rows.push_back(
        {label(io, "specification"), base::printable(service.specification_uri, k_width)});
    table.rows.push_back({label(io, "validity"), validity_text(io, service.validity)});
    for (const auto& element : service.elements) {
        const auto name = base::printable(
            element.description_name.empty() ? element.name : element.description_name, k_width);
        table.rows.push_back({name, base::printable(element.type, k_width)});
        const auto add = [&](std::string_view what, const std::string& value) {
            if (!value.empty()) {
                table.rows.push_back({"  " + label(io, what), base::printable(value, k_width)});
            }
        };
        add("address", element.uri);
        add("text", element.text);
        if (element.cipher_certificate) {
            add("cipher_certificate", certificate_text(io, *element.cipher_certificate));
        }
        if (element.signature_certificate) {
            add("signature_certificate", certificate_text(io, *element.signature_certificate));
        }
        add("provider", element.provider_name);
    }
    io.table(table);
}

void show_verdict(cli::Io& io, const Target& target, const dvdv::Observation& seen,
                  base::Report report, std::string_view env, bool brief)
{
    if (brief) {
        const auto days = value_of(report, "days_left");
        io.line(fmt::format(
            "{}: {}{}", target.label, cli::verdict_word(io, report),
            days.empty() ? "" : io.say(", noch ", ", ") + days + io.say(" Tage", " days left")));
    } else {
        cli::Table table;
        for (const auto point : dvdv::k_points) {
            const auto state = base::state_of(report, point);
            if (!is_silent(report, point, state)) {
                table.rows.push_back({label(io, "dvdv_" + std::string(point)),
                                      shown_value(io, report, point, seen),
                                      cli::state_word(io, state), remark(io, report, point, seen)});
            }
            const auto* finding = base::gravest_at(report, point);
            if (finding != nullptr && is_mismatch(*finding)) {
                table.rows.push_back({"", expected_certificate(io, finding->expected)});
            }
        }
        io.table(table);
    }
    for (auto& name : names(target, env)) {
        report.facts.push_back(std::move(name));
    }
    io.add(std::move(report));
}

} // namespace anb::cli_dvdv
