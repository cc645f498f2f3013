// SPDX-License-Identifier: EUPL-1.2
#include "base/file.hpp"
#include "cli_destination/edit.hpp"
#include "cli_destination/view.hpp"

namespace anb::cli_destination {

namespace {

constexpr std::uint64_t k_max_file = 1024 * 1024;

fitconnect::NewDestination plan(const Call& call, const cli_net::Session& session)
{
    using fitconnect::KeyRole;
    const auto folder = cli_net::keys_folder(session, call.keys);
    fitconnect::NewDestination plan{{},
                                    fitconnect::load_local_key(folder, KeyRole::encryption),
                                    fitconnect::load_local_key(folder, KeyRole::signature)};
    if (call.file.empty()) {
        plan.draft = cli_net::draft(session, session.configuration.leistung(call.service));
    } else {
        const auto bytes = base::read_file(call.file, k_max_file);
        const auto document = json::parse(base::as_text(bytes), call.file);
        plan.draft = fitconnect::parse_draft(json::Reader(document, call.file));
    }
    if (!call.metadata_versions.empty()) {
        plan.draft.metadata_versions = call.metadata_versions;
    }
    return plan;
}

} // namespace

cli::Exit create(const Call& call, cli::Io& io)
{
    auto connection = connect(call, io, cli_net::Purpose::changing);
    const auto& session = connection.session();
    const auto wanted = plan(call, session);
    auto report = fitconnect::check_new(wanted, cli_net::key_rules(session, io.judged_at()));
    const auto accepted = report.accepted();
    io.add(std::move(report));
    if (!accepted) {
        return cli::Exit::failed;
    }
    const auto& kid = wanted.encryption_key.jwk.kid;
    if (const auto existing = fitconnect::find_own_destination(connection.api(), kid)) {
        conclude(io, *existing, io.say("gibt es schon.", "exists already."), false);
        return io.verdict();
    }
    const auto changes =
        fitconnect::difference(json::Value::object(), fitconnect::create_summary(wanted));
    if (!announce(io, changes)) {
        return io.verdict();
    }
    if (session.environment.is_production()) {
        io.confirm(fitconnect::confirmation(wanted.draft),
                   io.say("einen Zustellpunkt in der Produktion anlegen",
                          "create a destination in production"));
    }
    const auto created = settled(io, "destination:new", [&] {
        return fitconnect::create_destination(connection.api(), wanted);
    });
    conclude(io, created, io.say("ist angelegt.", "has been created."), true);
    return io.verdict();
}

} // namespace anb::cli_destination
