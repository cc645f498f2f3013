// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli_destination/saved.hpp"
#include "cli_destination/view.hpp"

#include <fmt/format.h>

namespace anb::cli_destination {

namespace {

constexpr std::size_t k_width = 100;

/// The text, from --verify or from the route to the Zustellpunkt.
std::string text_of(const Call& call, fitconnect::Api& api,
                    const std::optional<fitconnect::Destination>& destination, base::Report& report)
{
    if (call.verify.empty()) {
        const auto route = fitconnect::find_own_route(api, *destination);
        if (!route) {
            throw base::Error(base::ErrorKind::missing, "ANB-F307",
                              {{"id", destination->id.str()}});
        }
        return route->route.destination_signature;
    }
    const auto saved = call.verify == "-" ? read_addressing("-") : pasted_addressing(call.verify);
    if (saved.broken) {
        report.findings.push_back({base::Severity::warning, "ANB-F308", {}, {}, "addressing"});
    }
    return saved.text;
}

std::string listed(const std::vector<std::string>& texts)
{
    return base::printable(texts.empty() ? "-" : base::join(texts, ", "), k_width);
}

void show_addressing(cli::Io& io, const fitconnect::AddressingInformation& information,
                     const fitconnect::Environment& environment, const base::Report& report,
                     const std::optional<jose::PublicJwk>& key)
{
    using Entry = fitconnect::AddressingInformation::Service;
    const auto portal =
        environment.name == "prod" || environment.name == "test" || environment.name == "stage"
            ? in_capitals(environment.name)
            : fitconnect::host_of(environment.portal_url);
    io.line(fmt::format(
        fmt::runtime(io.say("Adressierungsinformationen (Signatur geprüft: Self-Service-Portal {}, "
                            "PS512)",
                            "Addressing information (signature verified: self-service portal {}, "
                            "PS512)")),
        portal));
    io.line();
    cli::Table table;
    const auto row = [&](std::string_view name, std::string value) {
        table.rows.push_back({label(io, name), std::move(value)});
    };
    row("destination", information.destination.str());
    row("submission_host", base::printable(information.submission_host, k_width));
    row("service", listed(fitconnect::all_of(information, &Entry::service_ids)));
    row("region", listed(fitconnect::all_of(information, &Entry::region_ids)));
    row("issued_at", base::format_time(information.issued_at));
    if (key && !key->x5c.empty()) {
        row("key_since", base::format_time(key->x5c.front().not_before()));
    }
    const auto* gravest = base::gravest_at(report, "addressing");
    row("verdict", !report.accepted() ? gravest != nullptr && gravest->code == "ANB-F305"
                                            ? io.say("veraltet", "out of date")
                                            : io.say("nicht verwenden", "do not use")
                   : !report.unchecked.empty()
                       ? io.say("nicht vollständig geprüft", "not completely checked")
                       : io.say("aktuell", "up to date"));
    io.table(table);
    io.line();
    io.line(io.say(
        "  In das Landesredaktionssystem einzutragen (eine Zeile, ohne Umbruch):  --raw",
        "  To be entered in the system of the Landesredaktion (one line, unbroken):  --raw"));
}

/// The Zustellpunkt as it is now, and its present key, as far as this client may see them.
struct Present {
    std::optional<fitconnect::Destination> destination;
    std::optional<jose::PublicJwk> key;
};

Present read_present(fitconnect::Api& api, const fitconnect::DestinationId& id,
                     base::Report& report)
{
    Present present{fitconnect::fetch_if_permitted(api, id, report), {}};
    if (present.destination) {
        present.key =
            fitconnect::fetch_destination_key(api, id, present.destination->encryption_kid);
    }
    return present;
}

} // namespace

cli::Exit addressing(const Call& call, cli::Io& io)
{
    auto connection = connect(call, io, cli_net::Purpose::reading);
    auto& api = connection.api();
    base::Report report;
    std::optional<fitconnect::DestinationId> id;
    if (!call.id.empty() || !call.service.empty() || call.verify.empty()) {
        id = one_target(call, connection).id;
    }
    Present present;
    if (id) {
        present = read_present(api, *id, report);
        if (!present.destination && call.verify.empty()) {
            present.destination = fitconnect::fetch_destination(api, *id);
        }
    }
    const auto text = text_of(call, api, present.destination, report);
    const auto information = fitconnect::verify_addressing(api, text);
    if (!id) {
        id = information.destination;
        present = read_present(api, *id, report);
    }
    report.subject = "destination:" + id->str();
    report.take(fitconnect::check_addressing(information, *id, {}, {}, connection.environment()));
    if (present.destination) {
        report.take(
            fitconnect::check_addressing_current(information, *present.destination, present.key));
    }
    if (call.raw) {
        io.data(base::as_bytes(text + "\n"));
    } else {
        show_addressing(io, information, connection.environment(), report, present.key);
    }
    io.document()["addressing"] = fitconnect::to_json(information);
    io.document()["addressing"]["destination_signature"] = text;
    io.add(std::move(report));
    return io.verdict();
}

} // namespace anb::cli_destination
