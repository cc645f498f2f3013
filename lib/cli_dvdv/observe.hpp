// Asks the directory about many services with few requests, and hands over one at a time.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_dvdv/targets.hpp"
#include "cli_net/directory.hpp"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace anb::cli_dvdv {

/// What is asked beside the services themselves.
struct Depth {
    bool organizations = true; ///< of each service's key
    bool allowed_uris = true;  ///< of each organisation's category
    bool replicas = true;      ///< the same of every other server
    bool probe = true;         ///< does the Intermediär answer?
};

class Observer {
public:
    Observer(cli_net::DirectoryConnection& connection, const Call& call, cli::Io& io,
             dvdv::Network network, Depth depth);

    /// Asks about the targets in pieces of at most a batch, so that memory does not grow with their
    /// number. `take` gets each target, in order, with what was found out.
    /// @throws as dvdv::Directory; another server that fails is an observation, not a failure
    void each(std::span<const Target> targets,
              const std::function<void(const Target&, dvdv::Observation)>& take);

private:
    using Organizations = std::map<std::string, std::vector<dvdv::OrganizationDescription>>;

    void piece(std::span<const Target> targets,
               const std::function<void(const Target&, dvdv::Observation)>& take);
    Organizations organizations_of(std::span<const Target> targets);
    void ask_replicas(std::span<const dvdv::ServiceQuestion> questions,
                      std::vector<dvdv::Observation>& seen);
    std::optional<std::vector<std::string>> uris_of(const std::string& category);
    std::optional<std::string> probe(const dvdv::Observation& seen);

    cli_net::DirectoryConnection& m_connection;
    const Call& m_call;
    cli::Io& m_io;
    dvdv::Network m_network;
    Depth m_depth;
    std::map<std::string, std::vector<std::string>> m_uris; ///< by category
    std::map<std::string, std::string> m_reached;           ///< failure by address
    std::map<std::size_t, std::string> m_silent;            ///< servers that failed, and how
};

} // namespace anb::cli_dvdv
