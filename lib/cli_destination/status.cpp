// SPDX-License-Identifier: EUPL-1.2
#include "cli_destination/edit.hpp"

#include <fmt/format.h>

namespace anb::cli_destination {

namespace {

constexpr base::Seconds k_day{24 * 60 * 60};

/// What applicants will see, and from when.
void say_consequences(cli::Io& io)
{
    const auto retirement =
        base::format_date(io.now() + k_day * fitconnect::k_days_before_retirement);
    io.status(io.say(
        "Ab dem Stilllegen nimmt der Zustellpunkt keine Anträge mehr an: Antragsstellende können\n"
        "für seine Leistungen und Regionen nicht mehr absenden, auch nicht Begonnenes. Was schon\n"
        "eingegangen ist, bleibt abholbar.",
        "From then on the destination accepts no applications: applicants cannot send for its\n"
        "services and regions any more, not even what they have begun. What has arrived can still\n"
        "be fetched."));
    io.status(fmt::format(
        fmt::runtime(io.say("Frühestens am {} (30 Tage danach) kann er aufgelöst werden; danach "
                            "wird er samt\nAnträgen gelöscht. Bis dahin macht activate es "
                            "rückgängig.",
                            "On {} at the earliest (30 days later) it may be retired; after that "
                            "it is deleted with\nits applications. Until then activate undoes "
                            "it.")),
        retirement));
    io.document()["retirement_possible_from"] = retirement;
}

fitconnect::Destination read_target(const Call& call, cli_net::Connection& connection)
{
    return fitconnect::fetch_own_destination(connection.api(), one_target(call, connection).id);
}

} // namespace

cli::Exit activate(const Call& call, cli::Io& io)
{
    auto connection = connect(call, io, cli_net::Purpose::changing);
    const auto before = read_target(call, connection);
    carry_out(call, io, connection, before, fitconnect::edit_status(before, "active"),
              io.say("ist bereits aktiv.", "is active already."),
              io.say("ist aktiv.", "is active."));
    return io.verdict();
}

cli::Exit deactivate(const Call& call, cli::Io& io)
{
    auto connection = connect(call, io, cli_net::Purpose::changing);
    const auto before = read_target(call, connection);
    const auto edit = fitconnect::edit_status(before, "inactive");
    if (!edit.patch.is_null()) {
        say_consequences(io);
    }
    carry_out(call, io, connection, before, edit,
              io.say("ist bereits stillgelegt.", "is inactive already."),
              io.say("ist stillgelegt.", "is inactive."));
    return io.verdict();
}

} // namespace anb::cli_destination
