// SPDX-License-Identifier: EUPL-1.2
#include "cli_destination/targets.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <set>

namespace anb::cli_destination {

namespace {

using base::Error;
using base::ErrorKind;
using cli_net::Purpose;
using fitconnect::DestinationId;

constexpr const char* k_tool = "fitconnect-destination";
constexpr std::size_t k_shortest = 8;
constexpr std::size_t k_most_named = 5;

/// The typed beginning of an id in canonical form; nothing when it can be none.
std::optional<std::string> beginning_of(std::string_view text)
{
    for (const std::string_view dots : {"…", "..."}) {
        if (text.ends_with(dots)) {
            text.remove_suffix(dots.size());
        }
    }
    while (text.ends_with('-')) {
        text.remove_suffix(1);
    }
    const auto lower = base::to_lower_ascii(text);
    const auto fits = std::ranges::all_of(
        lower, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '-'; });
    return fits && lower.size() >= k_shortest ? std::optional(lower) : std::nullopt;
}

std::set<std::string> begin_with(const std::string& beginning,
                                 const std::vector<DestinationId>& candidates)
{
    std::set<std::string> found;
    for (const auto& id : candidates) {
        if (id.str().starts_with(beginning)) {
            found.insert(id.str());
        }
    }
    return found;
}

std::vector<DestinationId> of_profile(const cli_net::Session& session)
{
    std::vector<DestinationId> ids;
    for (const auto& service : session.configuration.leistungen()) {
        for (const auto& text :
             {service.destination_test, service.destination_stage, service.destination_prod}) {
            if (!text.empty()) {
                ids.push_back(DestinationId::parse(text));
            }
        }
    }
    return ids;
}

std::vector<DestinationId> of_service(fitconnect::Api& api)
{
    std::vector<DestinationId> ids;
    if (api.has_login()) {
        const auto url = api.destination_url("/v1/destinations");
        for (const auto& element : api.get_all(url, "destinations")) {
            ids.push_back(
                fitconnect::parse_destination_id(json::Reader(element, url).at("destinationId")));
        }
    }
    return ids;
}

std::string label_of(const cli_net::Target& target, const std::string& profile, bool several)
{
    if (target.service == nullptr) {
        return target.id.brief();
    }
    return several ? profile + "/" + target.service->name : target.service->name;
}

/// What is wrong with the call, or with the run as a whole, is not one member's failure.
bool concerns_all(const Error& error)
{
    return error.kind() == ErrorKind::usage || error.kind() == ErrorKind::internal ||
           error.kind() == ErrorKind::trust || error.code() == "ANB-N308";
}

} // namespace

cli_net::Connection connect(const Call& call, cli::Io& io, Purpose purpose)
{
    return {call.network, io, purpose, cli_net::Role::subscriber, k_tool};
}

DestinationId complete_id(const std::string& text, cli_net::Connection& connection)
{
    const auto beginning = base::canonical_uuid(text) ? std::nullopt : beginning_of(text);
    if (!beginning) {
        return DestinationId::parse(text);
    }
    auto found = begin_with(*beginning, of_profile(connection.session()));
    if (found.empty()) {
        found = begin_with(*beginning, of_service(connection.api()));
    }
    if (found.size() > 1) {
        std::vector<std::string> names(found.begin(), found.end());
        names.resize(std::min(names.size(), k_most_named));
        throw Error(ErrorKind::usage, "ANB-F329",
                    {{"value", text},
                     {"n", std::to_string(found.size())},
                     {"list", base::join(names, ", ")}});
    }
    return DestinationId::parse(found.empty() ? text : *found.begin());
}

cli_net::Target one_target(const Call& call, cli_net::Connection& connection)
{
    const auto id = call.id.empty() ? std::string() : complete_id(call.id, connection).str();
    return cli_net::find_targets(connection.session(), id, call.service, false).front();
}

Fleet::Fleet(const Call& call, cli::Io& io, Purpose purpose)
    : m_io(io), m_several(call.all || !call.profiles.empty())
{
    auto session = cli_net::open_session(call.network, io, purpose, k_tool);
    if (!m_several) {
        auto& connection = m_connections.emplace_back(std::move(session), call.network.api_version,
                                                      purpose, cli_net::Role::subscriber);
        auto target = one_target(call, connection);
        auto label = label_of(target, {}, false);
        m_members.push_back({&connection, std::move(target), connection.environment().name,
                             connection.session().configuration.profile_name(), std::move(label),
                             std::nullopt});
        return;
    }
    if (call.profiles.empty()) {
        add_office(call, std::move(session), purpose);
    } else {
        for (auto& configuration : cli_net::load_profiles(call.network, call.profiles)) {
            add_office(call, cli_net::other_profile(session, std::move(configuration)), purpose);
        }
    }
    std::set<std::string> seen;
    std::erase_if(m_members,
                  [&](const Member& member) { return !seen.insert(member.subject()).second; });
    if (m_members.empty()) {
        throw Error(ErrorKind::usage, "ANB-F327");
    }
}

void Fleet::add_office(const Call& call, cli_net::Session session, Purpose purpose)
{
    auto& kept = m_sessions.emplace_back(std::move(session));
    cli_net::Connection* connection = nullptr;
    std::optional<Error> failure;
    try {
        connection = &m_connections.emplace_back(kept, call.network.api_version, purpose,
                                                 cli_net::Role::subscriber);
    } catch (const Error& error) {
        failure = error;
    }
    const auto& profile = kept.configuration.profile_name();
    for (const auto& service : kept.configuration.leistungen()) {
        if (const auto id = cli_net::destination_of(kept, service)) {
            const cli_net::Target target{*id, &service};
            auto refusal = failure;
            try {
                cli_net::demand_own(kept, *id);
            } catch (const Error& error) {
                if (call.profiles.empty()) {
                    throw;
                }
                refusal = error;
            }
            m_members.push_back({connection, target, kept.environment.name, profile,
                                 label_of(target, profile, !call.profiles.empty()),
                                 std::move(refusal)});
        }
    }
}

void Fleet::each(const std::function<void(const Member&)>& visit,
                 const std::function<void(const Member&, const Error&)>& failed) const
{
    for (const auto& member : m_members) {
        if (m_io.cancelled()) {
            throw Error(ErrorKind::try_later, "ANB-N308", {{"host", "-"}});
        }
        if (member.failure) {
            failed(member, *member.failure);
            continue;
        }
        try {
            visit(member);
        } catch (const Error& error) {
            if (!m_several || concerns_all(error)) {
                throw;
            }
            failed(member, error);
        }
    }
}

} // namespace anb::cli_destination
