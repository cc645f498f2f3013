// SPDX-License-Identifier: EUPL-1.2

#include "cli_registry/registry.hpp"

#include "cli_net/profile.hpp"
#include "dvdv/organization_key.hpp"
#include "dvdv/route.hpp"
#include "fitconnect/destination.hpp"

#include <optional>

namespace anb::cli_registry {

using base::Error;
using base::ErrorKind;
using cli_certificates::Registered;
using config::Watched;

namespace {

constexpr std::string_view k_tool = "cert-check";

std::string organization_of(const config::Configuration& configuration)
{
    const auto own = configuration.mandant("organisation");
    if (!own) {
        throw Error(ErrorKind::configuration, "ANB-D305",
                    {{"profile", configuration.profile_name()}});
    }
    return dvdv::OrganizationKey::parse(own->value).str();
}

} // namespace

Registry::Registry(const cli_certificates::Options& options, cli::Io& io)
    : m_options(options), m_io(io)
{
}

std::vector<Registered> Registry::ask(const Watched& watched)
{
    return watched.kind == Watched::Kind::dvdv ? ask_directory(watched) : ask_destination(watched);
}

cli_net::Session Registry::open(const Watched& watched) const
{
    cli_net::NetworkOptions options;
    options.proxy = m_options.proxy;
    return cli_net::open_profile(options, m_io, k_tool, watched.profile, watched.env);
}

cli_net::DirectoryConnection& Registry::log_in(const Watched& watched)
{
    const Key key{watched.profile, watched.env};
    if (const auto failed = m_failed.find(key); failed != m_failed.end()) {
        throw Error(failed->second);
    }
    auto& connection = m_directories[key];
    if (!connection) {
        try {
            auto opened =
                std::make_unique<cli_net::DirectoryConnection>(open(watched), m_io, m_password);
            opened->log_in();
            connection = std::move(opened);
        } catch (const Error& error) {
            m_failed.emplace(key, error);
            throw;
        }
    }
    return *connection;
}

std::vector<Registered> Registry::ask_directory(const Watched& watched)
{
    auto& connection = log_in(watched);
    const auto& configuration = connection.configuration();
    const dvdv::ServiceQuestion question{organization_of(configuration),
                                         cli_net::specification_of(configuration, watched.service)};
    const auto service = dvdv::demand_service(connection.directory(), question);
    std::optional<dvdv::Wsdl> wsdl;
    if (!service.specification_document.empty()) {
        wsdl = dvdv::read_wsdl(service.specification_document);
    }
    std::vector<base::Finding> doubts;
    const auto route =
        dvdv::select_route(service, dvdv::Network::internet, wsdl ? &*wsdl : nullptr, doubts);
    for (const auto& doubt : doubts) {
        if (doubt.element == "recipient_certificate") {
            throw Error(ErrorKind::missing, doubt.code, doubt.values);
        }
    }
    if (route.recipient == nullptr) {
        throw Error(ErrorKind::missing, "ANB-D211", {{"kind", "recipient_certificate"}});
    }
    const auto& env = connection.environment();
    std::vector<Registered> found{{{}, route.recipient->content, pki::Use::osci, env}};
    if (route.content != nullptr && route.content->content != route.recipient->content) {
        found.push_back({"content_certificate", route.content->content, pki::Use::osci_enc, env});
    }
    return found;
}

std::vector<Registered> Registry::ask_destination(const Watched& watched)
{
    auto& connection = m_connections[{watched.profile, watched.env}];
    if (!connection) {
        connection = std::make_unique<cli_net::Connection>(
            open(watched), cli_net::NetworkOptions{}.api_version, cli_net::Purpose::reading,
            cli_net::Role::subscriber);
    }
    const auto id = fitconnect::DestinationId::parse(watched.id);
    cli_net::demand_own(connection->session(), id);
    auto& api = connection->api();
    const auto destination = fitconnect::fetch_destination(api, id);
    if (destination.encryption_kid.empty()) {
        throw Error(ErrorKind::missing, "ANB-F253", {{"kid", "-"}});
    }
    const auto key = fitconnect::fetch_destination_key(api, id, destination.encryption_kid);
    return {{{},
             base::to_bytes(json::dump(jose::to_json(key))),
             pki::Use::fitconnect_enc,
             connection->environment().name}};
}

cli::Exit run(const cli_certificates::Options& options, cli::Io& io)
{
    Registry registry(options, io);
    return cli_certificates::run(options, io,
                                 [&](const Watched& watched) { return registry.ask(watched); });
}

} // namespace anb::cli_registry
