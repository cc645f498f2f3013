// SPDX-License-Identifier: EUPL-1.2

#include "cli_dvdv/observe.hpp"

#include "base/error.hpp"
#include "http/public.hpp"

#include <algorithm>

namespace anb::cli_dvdv {

Observer::Observer(cli_net::DirectoryConnection& connection, const Call& call, cli::Io& io,
                   dvdv::Network network, Depth depth)
    : m_connection(connection), m_call(call), m_io(io), m_network(network), m_depth(depth)
{
}

void Observer::each(std::span<const Target> targets,
                    const std::function<void(const Target&, dvdv::Observation)>& take)
{
    const auto most = m_connection.directory().dialect().most_in_batch;
    for (std::size_t i = 0; i < targets.size() && !m_io.cancelled(); i += most) {
        piece(targets.subspan(i, std::min(most, targets.size() - i)), take);
    }
}

Observer::Organizations Observer::organizations_of(std::span<const Target> targets)
{
    auto& directory = m_connection.directory();
    std::map<std::string, std::vector<std::string>> by_category;
    for (const auto& target : targets) {
        auto& keys = by_category[target.category];
        if (std::ranges::find(keys, target.question.organization_key) == keys.end()) {
            keys.push_back(target.question.organization_key);
        }
    }
    Organizations found;
    for (const auto& [category, keys] : by_category) {
        // Only the function that wants the category, too, takes many questions at once.
        if (!category.empty() && keys.size() > 1) {
            auto answers = directory.find_organizations(category, keys);
            for (std::size_t i = 0; i < keys.size(); ++i) {
                if (answers[i]) {
                    found[keys[i]].push_back(std::move(*answers[i]));
                }
            }
        }
        for (const auto& key : keys) {
            if (!found.contains(key)) {
                found[key] = directory.find_organizations(key);
            }
        }
    }
    return found;
}

std::optional<std::vector<std::string>> Observer::uris_of(const std::string& category)
{
    if (category.empty()) {
        return std::nullopt;
    }
    auto known = m_uris.find(category);
    if (known == m_uris.end()) {
        known = m_uris.emplace(category, m_connection.directory().uris_of_category(category)).first;
    }
    return known->second;
}

void Observer::ask_replicas(std::span<const dvdv::ServiceQuestion> questions,
                            std::vector<dvdv::Observation>& seen)
{
    auto& servers = m_connection.directory().servers();
    for (std::size_t i = 0; i < servers.count(); ++i) {
        if (i == servers.current_index()) {
            continue;
        }
        std::vector<std::optional<dvdv::ServiceAnswer>> answers(questions.size());
        if (!m_silent.contains(i)) {
            try {
                dvdv::Directory(servers, i)
                    .find_services(questions, [&](std::size_t index, dvdv::ServiceAnswer answer) {
                        answers[index] = std::move(answer);
                    });
            } catch (const base::Error& error) {
                if (error.kind() == base::ErrorKind::trust || error.code() == "ANB-N308") {
                    throw;
                }
                m_silent[i] = error.code();
            }
        }
        for (std::size_t k = 0; k < questions.size(); ++k) {
            seen[k].replicas.push_back({servers.address(i), std::move(answers[k]),
                                        m_silent.contains(i) ? m_silent[i] : std::string()});
        }
    }
}

std::optional<std::string> Observer::probe(const dvdv::Observation& seen)
{
    if (!m_depth.probe || seen.service.presence != dvdv::Presence::found) {
        return std::nullopt;
    }
    std::vector<base::Finding> ignored;
    const auto route = dvdv::select_route(seen.service.service, m_network, nullptr, ignored);
    if (route.intermediary == nullptr || route.intermediary->uri.empty()) {
        return std::nullopt;
    }
    const auto& url = route.intermediary->uri;
    auto known = m_reached.find(url);
    if (known == m_reached.end()) {
        http::PublicOptions options;
        options.user_agent = "anbindung/" + std::string(cli::version()) + " (dvdv-lookup)";
        options.proxy = m_call.network.proxy;
        options.ca_files = cli_net::ca_files(m_call.network, m_connection.configuration(),
                                             m_connection.environment());
        options.most_bytes = 64 * 1024;
        options.cancelled = [this] { return m_io.cancelled(); };
        const auto answer = http::fetch_public(url, {}, "", options);
        // Whatever an Intermediär says to a mere GET: it was there.
        const bool answered =
            answer.failure.starts_with("status ") || answer.failure == "too_large";
        known = m_reached.emplace(url, answered ? std::string() : answer.failure).first;
    }
    return known->second;
}

void Observer::piece(std::span<const Target> targets,
                     const std::function<void(const Target&, dvdv::Observation)>& take)
{
    auto& directory = m_connection.directory();
    const auto organizations = m_depth.organizations ? organizations_of(targets) : Organizations();
    std::vector<dvdv::ServiceQuestion> questions;
    for (const auto& target : targets) {
        questions.push_back(target.question);
    }
    std::vector<dvdv::Observation> seen(targets.size());
    directory.find_services(questions, [&](std::size_t index, dvdv::ServiceAnswer answer) {
        seen[index].service = std::move(answer);
        seen[index].server = directory.server();
    });
    if (m_depth.replicas) {
        ask_replicas(questions, seen);
    }
    for (std::size_t i = 0; i < targets.size() && !m_io.cancelled(); ++i) {
        auto& one = seen[i];
        one.organizations_asked = m_depth.organizations;
        if (const auto found = organizations.find(targets[i].question.organization_key);
            found != organizations.end()) {
            one.organizations = found->second;
        }
        if (m_depth.allowed_uris && !one.organizations.empty()) {
            one.allowed_uris = uris_of(one.organizations.front().organization.category);
        }
        one.intermediary_failure = probe(one);
        take(targets[i], std::move(one));
        one = {};
    }
}

} // namespace anb::cli_dvdv
