// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/fitconnect/sending.hpp"

#include "base/text.hpp"
#include "cli_net/connection.hpp"
#include "cli_net/profile.hpp"
#include "cli_testantrag/fitconnect/view.hpp"
#include "cli_testantrag/sending_parts.hpp"
#include "cli_testantrag/sending_view.hpp"
#include "testantrag/fitconnect/prepare.hpp"
#include "testantrag/fitconnect/send.hpp"

#include <fmt/format.h>

namespace anb::cli_testantrag {

namespace {

constexpr std::uint64_t k_max_document = 32ULL * 1024 * 1024;

cli::Exit deliver_and_follow(const SendingOptions& options, cli::Io& io, fitconnect::Api& api,
                             testantrag::Journal& journal, const jose::PublicJwk* recipient)
{
    return accompany(
        [&] { return journal.entry(); }, io,
        [&] {
            const auto watcher = watch(io);
            testantrag::deliver(api, journal, recipient, watcher);
            const auto outcome = testantrag::follow(api, journal, wait_time(options), watcher);
            show_outcome(journal, outcome, io);
            if (!options.evidence.empty()) {
                testantrag::store_evidence(journal, outcome, options.evidence, program());
            }
            return exit_of(outcome);
        });
}

fitconnect::DestinationId destination(const SendingOptions& options)
{
    if (options.to != "-") {
        return fitconnect::DestinationId::parse(options.to);
    }
    const auto bytes = base::read_file("-", k_max_document);
    return fitconnect::read_destination_id(json::parse(base::as_text(bytes), "-"), "-");
}

testantrag::Wanted wanted(const SendingOptions& options, const cli_net::Session& session,
                          testantrag::Form form)
{
    testantrag::Wanted wanted{.destination = destination(options),
                              .service = {},
                              .service_name = {},
                              .schema_uri = options.schema_uri,
                              .form = form};
    cli_net::demand_own(session, wanted.destination);
    if (!options.service.empty()) {
        const auto& service = session.configuration.leistung(options.service);
        wanted.service = fitconnect::LeikaKey::parse(service.leika).urn();
        wanted.service_name = service.name;
        if (wanted.schema_uri.empty()) {
            wanted.schema_uri = service.schema_uri;
        }
    } else if (!options.leika.empty()) {
        wanted.service = fitconnect::LeikaKey::parse(options.leika).urn();
    }
    return wanted;
}

testantrag::Order read_order(const SendingOptions& options)
{
    testantrag::Order order;
    order.api_version = options.network.api_version;
    order.author = {.name = "Anbindung",
                    .product = "anbindung-tools",
                    .version = std::string(cli::version()),
                    .manufacturer = "anbindung-tools"};
    read_package(options, order);
    return order;
}

} // namespace

cli::Exit go_on_fitconnect(const SendingOptions& options, const testantrag::Entry& entry,
                           cli::Io& io, bool may_send)
{
    auto network = options.network;
    network.api_version = entry.plan.api_version;
    cli_net::Connection connection(
        network, io, may_send ? cli_net::Purpose::changing : cli_net::Purpose::reading,
        cli_net::Role::sender, k_send_name, entry.plan.environment);
    auto journal = shelf().open(entry);
    std::optional<testantrag::Recheck> recheck;
    if (!journal.standing().maybe_submitted()) {
        recheck = testantrag::recheck_target(
            connection.api(), journal.plan().destination, journal.plan().encryption_kid,
            cli_net::key_rules(connection.session(), io.judged_at()));
        if (!shown_and_accepted(recheck->report, io)) {
            describe(journal.entry(), io);
            return cli::Exit::failed;
        }
    }
    if (!may_send && journal.standing().step == testantrag::Step::submitting) {
        return show_unsent(journal.entry(), io);
    }
    return deliver_and_follow(options, io, connection.api(), journal,
                              recheck ? &recheck->key : nullptr);
}

cli::Exit send_fitconnect(const SendingOptions& options, cli::Io& io)
{
    require(options.to, "--to");
    auto order = read_order(options);
    std::vector<testantrag::PartSize> sizes;
    for (const auto& attachment : order.attachments) {
        sizes.push_back({.name = attachment.filename,
                         .encrypted = testantrag::least_encrypted_size(attachment.size)});
    }
    if (!shown_and_accepted(testantrag::check_limits(sizes, 0), io)) {
        return cli::Exit::failed;
    }
    cli_net::Connection connection(options.network, io, cli_net::Purpose::changing,
                                   cli_net::Role::sender, k_send_name);
    const auto& session = connection.session();
    order.environment = session.environment.name;
    guard_production(options, session.environment.is_production());
    const auto wish = wanted(options, session, order.data.form);
    if (!noted_and_accepted(check_content(options.content, order, wish.schema_uri, io), order,
                            io)) {
        return cli::Exit::failed;
    }
    auto target = testantrag::check_target(connection.api(), wish,
                                           cli_net::key_rules(session, io.judged_at()));
    io.status(fmt::format("{} {} ({})", io.say("Zustellpunkt", "Destination"),
                          target.destination.id.str(), base::printable(target.destination.name)));
    if (target.report.accepted()) {
        target.report.take(testantrag::check_limits(order, target));
    }
    if (!shown_and_accepted(target.report, io)) {
        return cli::Exit::failed;
    }
    if (wish.schema_uri.empty()) {
        std::erase_if(order.unchecked, [](const base::Unchecked& point) {
            return point.reason == "schema_uri_unknown";
        });
        auto schema = check_schema(options.content, order, target.schema.schema_uri, io);
        if (!noted_and_accepted(std::move(schema), order, io)) {
            return cli::Exit::failed;
        }
    }
    show_checked(order, target, io);
    if (io.common().dry_run) {
        show_unchecked(target.report.subject, order, io);
        return cli::Exit::ok;
    }
    if (options.final_test) {
        confirm_final_test(options, target.destination.id.str(), target.service.identifier,
                           target.destination.name, io);
    }
    shelf().purge_old();
    auto journal = shelf().begin(order.environment);
    testantrag::prepare(journal, order, target, watch(io));
    return deliver_and_follow(options, io, connection.api(), journal, &target.key);
}

} // namespace anb::cli_testantrag
