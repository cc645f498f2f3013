// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/sending.hpp"

#include "base/text.hpp"
#include "cli_net/connection.hpp"
#include "cli_net/profile.hpp"
#include "cli_testantrag/sending_view.hpp"
#include "testantrag/prepare.hpp"
#include "testantrag/send.hpp"
#include "testantrag/shelf.hpp"

#include <fmt/format.h>

namespace anb::cli_testantrag {

namespace {

constexpr std::string_view k_name = "send-testantrag";
constexpr std::uint64_t k_max_document = 32ULL * 1024 * 1024;

testantrag::Shelf shelf()
{
    return {config::state_folder() / "testantrag", base::now};
}

base::Seconds wait_time(const SendingOptions& options)
{
    const auto wait = base::parse_duration(options.wait.empty() ? "0" : options.wait);
    if (!wait) {
        throw base::Error(
            base::ErrorKind::usage, "ANB-G110",
            {{"option", "--wait"}, {"value", options.wait}, {"expected", "90s, 30m, 8h"}});
    }
    return *wait;
}

cli::Exit deliver_and_follow(const SendingOptions& options, cli::Io& io, fitconnect::Api& api,
                             testantrag::Journal& journal, const jose::PublicJwk* recipient)
{
    describe(journal.entry(), io);
    const auto watcher = watch(io);
    try {
        testantrag::deliver(api, journal, recipient, watcher);
        const auto outcome = testantrag::follow(api, journal, wait_time(options), watcher);
        show_outcome(journal, outcome, io);
        if (!options.evidence.empty()) {
            testantrag::store_evidence(journal, outcome, options.evidence,
                                       fmt::format("{} {}", k_name, cli::version()));
        }
        return exit_of(outcome);
    } catch (const base::Error& error) {
        describe(journal.entry(), io);
        if (error.kind() != base::ErrorKind::trust) {
            show_way_on(journal, io);
        }
        throw;
    }
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

void guard_production(const SendingOptions& options, const fitconnect::Environment& environment)
{
    if (environment.is_production() != options.final_test) {
        throw base::Error(base::ErrorKind::usage, options.final_test ? "ANB-S131" : "ANB-S130");
    }
}

void confirm_final_test(const SendingOptions& options, const testantrag::Target& target,
                        cli::Io& io)
{
    const auto before =
        shelf().final_test("prod", target.destination.id, target.service.identifier);
    if (before && options.reason.empty()) {
        throw base::Error(base::ErrorKind::usage, "ANB-S132",
                          {{"id", before->standing.case_id.brief()},
                           {"date", base::format_date(before->standing.since)}});
    }
    io.confirm(target.destination.id.str(),
               fmt::format("{} {}",
                           io.say("Dies erzeugt einen echten Vorgang im Fachverfahren von",
                                  "This makes a real case in the receiving system of"),
                           target.destination.name));
}

bool shown_and_accepted(base::Report report, cli::Io& io)
{
    const auto accepted = report.accepted();
    io.add(std::move(report));
    return accepted;
}

/// Shows what was found; what was not looked at goes to the order, to be said with the outcome.
bool noted_and_accepted(base::Report report, testantrag::Order& order, cli::Io& io)
{
    if (!report.accepted()) {
        return shown_and_accepted(std::move(report), io);
    }
    order.unchecked.insert(order.unchecked.end(), report.unchecked.begin(), report.unchecked.end());
    report.unchecked.clear();
    return shown_and_accepted(std::move(report), io);
}

testantrag::Order read_order(const SendingOptions& options)
{
    testantrag::Order order{.environment = {},
                            .api_version = options.network.api_version,
                            .data = testantrag::inspect_data(options.data),
                            .attachments = {},
                            .author = {.name = "Anbindung",
                                       .product = "anbindung-tools",
                                       .version = std::string(cli::version()),
                                       .manufacturer = "anbindung-tools"},
                            .final_test = options.final_test,
                            .reason = options.reason,
                            .unchecked = {}};
    for (const auto& path : options.attachments) {
        order.attachments.push_back(testantrag::inspect_attachment(path));
    }
    return order;
}

void require(const std::string& value, const char* option)
{
    if (value.empty()) {
        throw base::Error(base::ErrorKind::usage, "ANB-G107", {{"option", option}});
    }
}

/// The environment that the command line names; otherwise sendings of all are looked through.
std::string named_environment(const cli::Io& io)
{
    return io.common().env_from_command_line ? io.common().env : "";
}

/// Goes on with a sending of which the journal says that it should.
cli::Exit go_on(const SendingOptions& options, cli::Io& io, bool may_send)
{
    const auto entry = shelf().find(named_environment(io), options.id);
    if (!may_send && !entry.standing.maybe_submitted()) {
        return show_unsent(entry, io);
    }
    auto network = options.network;
    network.api_version = entry.plan.api_version;
    cli_net::Connection connection(
        network, io, may_send ? cli_net::Purpose::changing : cli_net::Purpose::reading,
        cli_net::Role::sender, k_name, entry.plan.environment);
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

} // namespace

cli::Exit send(const SendingOptions& options, cli::Io& io)
{
    require(options.to, "--to");
    require(options.data, "--data");
    wait_time(options);
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
                                   cli_net::Role::sender, k_name);
    const auto& session = connection.session();
    order.environment = session.environment.name;
    guard_production(options, session.environment);
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
        base::Report report;
        report.subject = target.report.subject;
        report.unchecked = order.unchecked;
        io.add(std::move(report));
        return cli::Exit::ok;
    }
    if (options.final_test) {
        confirm_final_test(options, target, io);
    }
    shelf().purge_old();
    auto journal = shelf().begin(order.environment);
    testantrag::prepare(journal, order, target, watch(io));
    return deliver_and_follow(options, io, connection.api(), journal, &target.key);
}

cli::Exit resume(const SendingOptions& options, cli::Io& io)
{
    return go_on(options, io, true);
}

cli::Exit status(const SendingOptions& options, cli::Io& io)
{
    return go_on(options, io, false);
}

cli::Exit list(const SendingOptions&, cli::Io& io)
{
    show_list(shelf().list(named_environment(io)), io);
    return cli::Exit::ok;
}

cli::Exit discard(const SendingOptions& options, cli::Io& io)
{
    auto journal = shelf().open(shelf().find(named_environment(io), options.id));
    const auto id = journal.entry().id().substr(0, 8);
    if (journal.standing().maybe_submitted()) {
        throw base::Error(base::ErrorKind::usage, "ANB-S305", {{"id", id}});
    }
    journal.discarded();
    journal.purge();
    describe(journal.entry(), io);
    io.line(fmt::format("{} {}. {}", id, io.say("verworfen", "discarded"),
                        io.say("Unvollständiges löscht der Zustelldienst nach 1 Tag.",
                               "The delivery service deletes what is incomplete after 1 day.")));
    return cli::Exit::ok;
}

cli::Exit purge(const SendingOptions& options, cli::Io& io)
{
    auto journal = shelf().open(shelf().find(named_environment(io), options.id));
    const auto id = journal.entry().id().substr(0, 8);
    const auto step = journal.standing().step;
    if (step != testantrag::Step::finished && step != testantrag::Step::discarded) {
        throw base::Error(base::ErrorKind::usage, "ANB-S306", {{"id", id}});
    }
    journal.purge();
    describe(journal.entry(), io);
    io.line(fmt::format(
        "{} {}", id,
        io.say("bereinigt: verschlüsselte Teile gelöscht.", "purged: encrypted parts removed.")));
    return cli::Exit::ok;
}

} // namespace anb::cli_testantrag
