// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "base/file.hpp"
#include "cli_destination/edit.hpp"

namespace anb::cli_destination {

namespace {

constexpr std::uint64_t k_max_file = 1024 * 1024;

} // namespace

cli::Exit apply(const Call& call, cli::Io& io)
{
    const auto bytes = base::read_file(call.file, k_max_file);
    const auto saved = fitconnect::parse_saved_state(base::as_text(bytes), call.file);
    auto connection = connect(call, io, cli_net::Purpose::changing);
    if (saved.environment != connection.environment().name) {
        throw base::Error(base::ErrorKind::configuration, "ANB-G101",
                          {{"what", call.file}, {"env", saved.environment}, {"source", "--env"}});
    }
    const auto before = fitconnect::fetch_own_destination(connection.api(), saved.destination.id);
    base::Report report;
    report.subject = "destination:" + before.id.str();
    const auto edit = fitconnect::edit_back(before, saved.destination, report);
    io.add(std::move(report));
    carry_out(call, io, connection, before, edit,
              io.say("ist bereits auf dem gesicherten Stand.", "is in the saved state already."),
              io.say("ist wieder auf dem gesicherten Stand.", "is back in the saved state."));
    return io.verdict();
}

} // namespace anb::cli_destination
