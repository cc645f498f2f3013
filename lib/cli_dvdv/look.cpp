// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "cli_certificates/trust.hpp"
#include "cli_certificates/view.hpp"
#include "cli_dvdv/commands.hpp"
#include "cli_dvdv/connect.hpp"
#include "cli_dvdv/observe.hpp"
#include "cli_dvdv/saved.hpp"
#include "cli_dvdv/view.hpp"
#include "pki/certificate.hpp"

namespace anb::cli_dvdv {

namespace {

using base::Error;
using base::ErrorKind;

dvdv::Network network_of(const Call& call)
{
    return dvdv::to_network(call.way).value_or(dvdv::Network::internet);
}

const dvdv::Certificate& demand(const dvdv::Certificate* certificate, const char* point)
{
    if (certificate == nullptr) {
        throw Error(ErrorKind::missing, "ANB-D211", {{"kind", point}});
    }
    return *certificate;
}

void print_pem(cli::Io& io, const dvdv::Certificate& certificate)
{
    const auto pem = pki::Certificate::from_der(certificate.content, "DVDV").to_pem();
    io.data(base::as_bytes(pem));
}

/// Gives one thing of a service away as data.
void print(const Call& call, cli::Io& io, const dvdv::Service& service)
{
    if (call.print == "wsdl") {
        if (service.specification_document.empty()) {
            throw Error(ErrorKind::missing, "ANB-D224");
        }
        io.data(base::as_bytes(service.specification_document));
        return;
    }
    std::optional<dvdv::Wsdl> wsdl;
    try {
        wsdl = dvdv::read_wsdl(service.specification_document);
    } catch (const Error&) {
        wsdl.reset();
    }
    std::vector<base::Finding> doubts;
    const auto route =
        dvdv::select_route(service, network_of(call), wsdl ? &*wsdl : nullptr, doubts);
    for (const auto& doubt : doubts) {
        const bool concerns = (doubt.element == "intermediary") == call.print.starts_with("inter");
        if (concerns) {
            throw Error(ErrorKind::missing, doubt.code, doubt.values);
        }
    }
    if (call.print == "recipient-cert") {
        print_pem(io, demand(route.recipient, "recipient_certificate"));
    } else if (call.print == "content-cert") {
        print_pem(io, demand(route.content, "content_certificate"));
    } else if (call.print == "intermediary-cert") {
        print_pem(io, demand(route.intermediary_cipher(), "intermediary_certificate"));
    } else if (call.print == "signature-cert") {
        print_pem(io, demand(route.intermediary_signature(), "intermediary_signature"));
    } else {
        const auto line = route.intermediary->uri + "\n";
        io.data(base::as_bytes(line));
    }
}

void document_directory(cli::Io& io, cli_net::DirectoryConnection& connection)
{
    auto& directory = connection.directory();
    if (directory.servers().statistics().failovers > 0) {
        io.status(io.say("Der erste Server ist gestört; geantwortet hat ",
                         "The first server is out of order; the answer is from ") +
                  directory.server());
    }
    io.document()["directory"] = {{"server", directory.server()},
                                  {"interface", std::string(directory.dialect().version)},
                                  {"requests", directory.servers().statistics().requests},
                                  {"failovers", directory.servers().statistics().failovers}};
}

dvdv::CheckRules rules(const Call& call, cli::Io& io, std::string_view env,
                       const pki::Issuers& trust)
{
    dvdv::CheckRules rules;
    rules.certificates.environment = cli_certificates::to_environment(env);
    rules.certificates.at = io.judged_at();
    rules.certificates.warn_days = call.warn_days;
    rules.certificates.crit_days = call.crit_days;
    rules.trust = &trust;
    rules.network = network_of(call);
    io.document()["warn_days"] = call.warn_days;
    io.document()["crit_days"] = call.crit_days;
    return rules;
}

/// What a saved answer says, without the directory.
Target saved_target(const Call& call, const config::Configuration& configuration,
                    std::string_view env, const dvdv::Service& service)
{
    auto asked = call;
    if (asked.services.empty()) {
        if (service.specification_uri.empty()) {
            throw Error(ErrorKind::usage, "ANB-D306");
        }
        asked.services = {service.specification_uri};
    }
    return find_targets(asked, configuration, env).front();
}

std::string environment_of(const cli::Io& io)
{
    return io.common().env.empty() ? "test" : io.common().env;
}

cli::Exit check_saved(const Call& call, cli::Io& io)
{
    const auto configuration = cli_net::load_configuration(call.network, io);
    const auto env = environment_of(io);
    const auto trust = cli_certificates::load_trust(call.trust, &configuration);
    dvdv::Observation seen;
    seen.server = call.answer;
    seen.organizations_asked = false;
    seen.service = read_saved_service(call.answer);
    const auto target = saved_target(call, configuration, env, seen.service.service);
    auto report =
        dvdv::check_entry(seen, LocalFiles(io).expectation(target), rules(call, io, env, trust));
    show_verdict(io, target, seen, std::move(report), env, false);
    return io.verdict();
}

void show_one(const Call& call, cli::Io& io, const dvdv::Service& service, json::Value& services)
{
    if (!call.print.empty()) {
        print(call, io, service);
        return;
    }
    show_service(io, service);
    io.event(dvdv::to_json(service));
    services.push_back(dvdv::to_json(service));
}

void finish_services(cli::Io& io, json::Value services)
{
    if (services.size() == 1) {
        io.document()["service"] = std::move(services.front());
    } else if (!services.empty()) {
        io.document()["services"] = std::move(services);
    }
}

cli::Exit show_answer(const Call& call, cli::Io& io)
{
    if (call.print.empty() && io.common().format == "text") {
        show_saved(call.answer, io);
        return cli::Exit::ok;
    }
    auto services = json::Value::array();
    show_one(call, io, read_saved_service(call.answer).service, services);
    finish_services(io, std::move(services));
    return cli::Exit::ok;
}

cli::Exit show_organizations(const Call& call, cli::Io& io,
                             cli_net::DirectoryConnection& connection)
{
    const auto key = organization_key(call, connection.configuration());
    connection.open();
    const auto found = connection.directory().find_organizations(key);
    if (found.empty()) {
        throw Error(ErrorKind::missing, "ANB-D201", {{"key", key}});
    }
    for (const auto& description : found) {
        show_organization(io, description);
    }
    io.document()["organization"] = dvdv::to_json(found.front());
    document_directory(io, connection);
    return cli::Exit::ok;
}

} // namespace

cli::Exit show(const Call& call, cli::Io& io)
{
    if (!call.answer.empty()) {
        return show_answer(call, io);
    }
    auto connection = connect(call, io);
    if (call.services.empty() && !call.all && call.profiles.empty() && call.print.empty()) {
        return show_organizations(call, io, connection);
    }
    const auto targets = find_targets(call, connection.configuration(), connection.environment());
    if (!call.print.empty() && targets.size() != 1) {
        throw Error(ErrorKind::usage, "ANB-D308", {{"n", std::to_string(targets.size())}});
    }
    connection.open();
    auto services = json::Value::array();
    Observer observer(connection, call, io, network_of(call), {false, false, false, false});
    observer.each(targets, [&](const Target& target, const dvdv::Observation& seen) {
        if (seen.service.presence != dvdv::Presence::found) {
            dvdv::refuse_absent(connection.directory(), target.question, seen.service);
        }
        show_one(call, io, seen.service.service, services);
    });
    finish_services(io, std::move(services));
    document_directory(io, connection);
    return cli::Exit::ok;
}

cli::Exit check(const Call& call, cli::Io& io)
{
    if (!call.answer.empty()) {
        return check_saved(call, io);
    }
    if (call.services.empty() && !call.all && call.profiles.empty()) {
        throw Error(ErrorKind::usage, "ANB-D306");
    }
    auto connection = connect(call, io);
    const auto& env = connection.environment();
    const auto targets = find_targets(call, connection.configuration(), env);
    const auto trust = cli_certificates::load_trust(call.trust, &connection.configuration());
    const auto how = rules(call, io, env, trust);
    LocalFiles files(io);
    connection.open();
    Observer observer(connection, call, io, how.network, {true, true, true, !call.no_probe});
    const auto progress = targets.size() > connection.directory().dialect().most_in_batch
                              ? io.progress(io.say("Prüfe Einträge", "Checking entries"))
                              : nullptr;
    std::size_t done = 0;
    observer.each(targets, [&](const Target& target, const dvdv::Observation& seen) {
        auto report = dvdv::check_entry(seen, files.expectation(target), how);
        show_verdict(io, target, seen, std::move(report), env, targets.size() > 1);
        if (progress) {
            progress->update(++done, targets.size());
        }
    });
    document_directory(io, connection);
    return io.verdict();
}

} // namespace anb::cli_dvdv
