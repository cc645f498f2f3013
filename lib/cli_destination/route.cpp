// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "cli_destination/saved.hpp"
#include "cli_destination/view.hpp"

#include <fmt/format.h>

namespace anb::cli_destination {

namespace {

constexpr std::int64_t k_fresh_days = 3; ///< synchronisation is about once a day

void add_age(base::Report& report, base::UtcTime since, base::UtcTime now, bool certain)
{
    const auto days = base::days_between(since, now);
    const auto fresh = days < k_fresh_days;
    if (!fresh && !certain) {
        return;
    }
    base::Finding finding;
    finding.severity = fresh ? base::Severity::note : base::Severity::warning;
    finding.code = fresh ? "ANB-F315" : "ANB-F314";
    finding.values = {{"n", std::to_string(days)}, {"date", base::format_date(since)}};
    finding.element = "route";
    finding.found = base::format_date(since);
    report.findings.push_back(std::move(finding));
}

/// Why there is no route, as far as one's own Zustellpunkt and its export tell. That routes of the
/// test environment are entered by hand is said already.
void explain_absence(const Call& call, cli::Io& io, fitconnect::Api& api,
                     const cli_net::AskedRoute& asked, base::Report& report)
{
    if (!call.addressing.empty()) {
        const auto information =
            fitconnect::verify_addressing(api, read_addressing(call.addressing).text);
        report.take(
            fitconnect::check_addressing(information, asked.own.value_or(information.destination),
                                         asked.expectation.ars, asked.leika, api.environment()));
        if (api.environment().is_production()) {
            add_age(report, information.issued_at, io.judged_at(), true);
        }
        return;
    }
    if (!asked.own) {
        return;
    }
    const auto destination = fitconnect::fetch_if_permitted(api, *asked.own, report);
    if (!destination) {
        return;
    }
    auto offer = fitconnect::check_offer(*destination, asked.expectation);
    const auto fit = offer.accepted();
    report.take(std::move(offer));
    if (!fit || !api.environment().is_production()) {
        return;
    }
    const auto key =
        fitconnect::fetch_destination_key(api, destination->id, destination->encryption_kid);
    if (!key.x5c.empty()) {
        add_age(report, key.x5c.front().not_before(), io.judged_at(), false);
    }
}

/// A ready text to the support of FITKO, which enters routes of the test environment by hand.
std::string support_mail(const Call& call, const cli::Io& io, const cli_net::AskedRoute& asked,
                         const cli_net::Session& session)
{
    const auto mandant = [&](std::string_view key) {
        const auto setting = session.configuration.mandant(key);
        return setting ? setting->value : std::string("…");
    };
    const auto addressing = call.addressing.empty()
                                ? io.say("(im Self-Service-Portal ausgeben und hier einfügen)",
                                         "(export it in the self-service portal, paste it here)")
                                : read_addressing(call.addressing).text;
    return fmt::format(
        fmt::runtime(io.say("An: FIT-Connect-Support (FITKO)\n"
                            "Betreff: Routing-Eintrag in der Umgebung {env}, {ars} / {leika}\n\n"
                            "Guten Tag,\n\n"
                            "bitte tragen Sie in der Umgebung {env} folgende Route ein:\n\n"
                            "  Stelle              {name}\n"
                            "  ARS                 {ars}\n"
                            "  Leistungsschlüssel  {leika}\n"
                            "  Zustellpunkt        {id}\n"
                            "  Adressierungsinformationen:\n{addressing}\n\n"
                            "Ansprechpartner: {mail}\n",
                            "To: FIT-Connect support (FITKO)\n"
                            "Subject: routing entry in the environment {env}, {ars} / {leika}\n\n"
                            "Hello,\n\n"
                            "please enter this route in the environment {env}:\n\n"
                            "  Authority    {name}\n"
                            "  ARS          {ars}\n"
                            "  Service key  {leika}\n"
                            "  Destination  {id}\n"
                            "  Addressing information:\n{addressing}\n\n"
                            "Contact: {mail}\n")),
        fmt::arg("env", in_capitals(session.environment.name)), fmt::arg("ars", asked.place.str()),
        fmt::arg("leika", asked.leika.str()), fmt::arg("name", mandant("name")),
        fmt::arg("id", asked.own ? asked.own->str() : std::string("…")),
        fmt::arg("addressing", addressing), fmt::arg("mail", mandant("mail")));
}

void finish_without_route(const Call& call, cli::Io& io, cli_net::Connection& connection,
                          const cli_net::AskedRoute& asked, base::Report& report)
{
    explain_absence(call, io, connection.api(), asked, report);
    if (call.support_mail) {
        const auto mail = support_mail(call, io, asked, connection.session());
        io.line(base::trim(mail));
        io.document()["support_mail"] = mail;
    }
}

} // namespace

cli::Exit route(const Call& call, cli::Io& io)
{
    auto connection = connect(call, io, cli_net::Purpose::reading);
    const auto asked =
        cli_net::resolve_question(connection.session(), connection.api(),
                                  {call.service, call.ars, call.ags, call.area, call.leika});
    base::Report report;
    report.subject = fmt::format("route:{}/{}", asked.place.str(), asked.leika.str());
    const auto routes =
        fitconnect::resolve_route(connection.api(), asked.place, asked.leika, asked.own, report);
    for (const auto& each : routes) {
        show_route(io, each, connection.environment());
    }
    std::optional<fitconnect::Destination> destination;
    if (routes.empty()) {
        finish_without_route(call, io, connection, asked, report);
    } else if (routes.size() == 1) {
        destination = fitconnect::fetch_if_permitted(connection.api(),
                                                     routes.front().route.destination, report);
    }
    if (destination) {
        report.take(fitconnect::check_offer(*destination, asked.expectation));
        io.document()["destination"] = fitconnect::to_json(*destination);
    }
    if (routes.size() == 1 && report.accepted()) {
        io.document()["route"] = fitconnect::to_json(routes.front());
    } else {
        auto& documents = io.document()["routes"] = json::Value::array();
        for (const auto& each : routes) {
            documents.push_back(fitconnect::to_json(each));
        }
    }
    io.add(std::move(report));
    return io.verdict();
}

} // namespace anb::cli_destination
