// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/osci/sending.hpp"

#include "base/text.hpp"
#include "cli_testantrag/osci/session.hpp"
#include "cli_testantrag/osci/view.hpp"
#include "cli_testantrag/sending_parts.hpp"
#include "cli_testantrag/sending_view.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::cli_testantrag {

namespace {

cli_net::Line open_line(const SendingOptions& options, cli::Io& io, cli_net::Purpose purpose,
                        std::string_view environment = {})
{
    return cli_net::open_line(options.network, io, purpose, k_send_name, environment);
}

cli_net::OsciAddress address_of(const SendingOptions& options)
{
    return {.organization = options.to == "-" ? std::string() : options.to,
            .service = options.service,
            .to_cert = options.to_cert,
            .intermediary = options.intermediary};
}

std::string schema_of(const SendingOptions& options, const config::Configuration& configuration)
{
    const bool by_name = !options.service.empty() && options.service.find(':') == std::string::npos;
    return options.schema_uri.empty() && by_name
               ? configuration.leistung(options.service).schema_uri
               : options.schema_uri;
}

testantrag::OsciWay way_of(const cli_net::OsciRoute& route)
{
    const auto& intermediary = *route.intermediary;
    return {.url = intermediary.url,
            .intermediary_cipher = intermediary.cipher.to_der(),
            .intermediary_signature =
                intermediary.signature ? intermediary.signature->to_der() : base::Bytes(),
            .recipient = route.recipient->to_der(),
            .reader = route.reader->to_der(),
            .container = route.container};
}

testantrag::OsciPlan plan_of(const cli_net::OsciRoute& route, const std::string& schema_uri)
{
    testantrag::OsciPlan plan;
    plan.way = way_of(route);
    plan.organization = route.organization;
    plan.organization_name = route.name;
    plan.service = route.specification_uri;
    plan.subject = route.subject;
    plan.schema_uri = schema_uri;
    return plan;
}

cli::Exit deliver_and_follow(const SendingOptions& options, cli::Io& io, osci::Client& client,
                             testantrag::OsciJournal& journal)
{
    return accompany(
        [&] { return journal.entry(); }, io,
        [&] {
            const auto watcher = osci_watch(io);
            testantrag::deliver(client, journal, watcher);
            const auto outcome = testantrag::follow(client, journal, wait_time(options), watcher);
            show_outcome(journal, outcome, io);
            if (!options.evidence.empty()) {
                testantrag::store_evidence(journal, outcome, options.evidence, program());
            }
            return exit_of(outcome);
        });
}

/// What is known before anybody is asked.
base::Report check_at_home(const SendingOptions& options, const OsciSession& session,
                           const testantrag::Package& package, const std::string& schema_uri,
                           const cli::Io& io)
{
    auto report = testantrag::check_osci_limits(package);
    report.take(session.check_own());
    if (report.accepted()) {
        auto content = check_content(options.content, package, schema_uri, io);
        report.facts.insert(report.facts.end(), content.facts.begin(), content.facts.end());
        report.take(std::move(content));
    }
    return report;
}

base::Report changed(const testantrag::OsciEntry& entry, const std::string& what)
{
    base::Report report;
    report.subject = "message:" + entry.id();
    report.findings.push_back(
        finding(base::Severity::error, "ANB-O613", {{"what", what}, {"id", brief(entry)}}, "way"));
    return report;
}

bool is_ours(const OsciSession& session, const testantrag::OsciPlan& plan)
{
    const auto sha256 = [](const pki::Certificate& certificate) {
        return base::to_hex(certificate.fingerprint(crypto::DigestAlgorithm::sha256));
    };
    return sha256(session.own().cipher_certificate()) == plan.own_cipher &&
           sha256(session.own().signer_certificate()) == plan.own_signer;
}

/// The certificates of a sending that named them itself.
base::Report judge_stored(const OsciSession& session, const testantrag::OsciPlan& plan)
{
    base::Report report;
    report.subject = "osci:" + plan.way.url;
    const auto judge = [&](const base::Bytes& der, std::string_view point, pki::Use use) {
        if (!der.empty()) {
            cli_net::check_osci_certificate(pki::Certificate::from_der(der), point, use,
                                            session.rules(), report);
        }
    };
    judge(plan.way.intermediary_cipher, "intermediary_certificate", pki::Use::osci_enc);
    judge(plan.way.intermediary_signature, "intermediary_signature", pki::Use::osci_sig);
    judge(plan.way.recipient, "recipient_certificate", pki::Use::osci_enc);
    return report;
}

/// Judges again what may have changed since a sending was prepared, before it is delivered.
bool is_still_good(const OsciSession& session, const testantrag::OsciEntry& entry, cli::Io& io)
{
    const auto& plan = entry.plan;
    auto report = session.check_own();
    if (plan.organization.empty()) {
        io.environment(plan.environment);
        report.take(judge_stored(session, plan));
        report.unchecked.clear(); // said when it was prepared
        return shown_and_accepted(std::move(report), io);
    }
    auto route = cli_net::find_osci_route(
        session.line(), {.organization = plan.organization, .service = plan.service}, io);
    const bool good = route.report.accepted();
    report.take(std::move(route.report));
    if (good) {
        const auto difference = plan.way.difference(way_of(route));
        if (!difference.empty()) {
            report.take(changed(entry, messages::word(difference, io.common().language)));
        }
    }
    report.unchecked.clear();
    return shown_and_accepted(std::move(report), io);
}

} // namespace

cli::Exit send_osci(const SendingOptions& options, cli::Io& io)
{
    if (options.to_cert.empty()) {
        require(options.to, "--to");
        require(options.service, "--service");
    }
    testantrag::Package package;
    read_package(options, package);
    OsciSession session(open_line(options, io, cli_net::Purpose::changing), io, options.password);
    package.environment = session.environment();
    guard_production(options, package.environment == "prod");
    const auto schema_uri = schema_of(options, session.line().configuration);
    auto at_home = check_at_home(options, session, package, schema_uri, io);
    if (!at_home.accepted()) {
        io.environment(package.environment);
        shown_and_accepted(std::move(at_home), io);
        return cli::Exit::failed;
    }
    auto route = cli_net::find_osci_route(session.line(), address_of(options), io);
    const auto subject = route.report.subject;
    noted_and_accepted(std::move(at_home), package, io);
    if (!noted_and_accepted(std::move(route.report), package, io)) {
        return cli::Exit::failed;
    }
    show_checked(package, route, io);
    auto plan = plan_of(route, schema_uri);
    if (io.common().dry_run) {
        show_unchecked(subject, package, io);
        return cli::Exit::ok;
    }
    if (options.final_test) {
        confirm_final_test(options, plan.target(), plan.service,
                           route.name.empty() ? route.recipient->common_name() : route.name, io);
    }
    shelf().purge_old();
    auto& client = session.connect(*route.intermediary);
    auto journal = shelf().begin_osci(package.environment);
    testantrag::prepare_osci(journal, package, std::move(plan), client, osci_watch(io));
    return deliver_and_follow(options, io, client, journal);
}

cli::Exit go_on_osci(const SendingOptions& options, const testantrag::OsciEntry& entry, cli::Io& io,
                     bool may_send)
{
    const auto purpose = may_send ? cli_net::Purpose::changing : cli_net::Purpose::reading;
    OsciSession session(open_line(options, io, purpose, entry.plan.environment), io,
                        options.password);
    auto journal = shelf().open(entry);
    const auto delivered = journal.standing().maybe_submitted();
    if (delivered) {
        io.environment(entry.plan.environment);
    }
    if (!is_ours(session, journal.plan())) {
        describe(journal.entry(), io);
        shown_and_accepted(
            changed(journal.entry(), messages::word("own_certificate", io.common().language)), io);
        return cli::Exit::failed;
    }
    if (!delivered && !is_still_good(session, journal.entry(), io)) {
        describe(journal.entry(), io);
        return cli::Exit::failed;
    }
    if (!may_send && journal.standing().step == testantrag::OsciStep::delivering) {
        return show_unsent(journal.entry(), io);
    }
    return deliver_and_follow(options, io, session.connect(journal.plan().way.intermediary()),
                              journal);
}

} // namespace anb::cli_testantrag
