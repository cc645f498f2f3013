// Which Zustellpunkte a call means, and how each is reached.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_destination/commands.hpp"
#include "cli_net/connection.hpp"
#include "cli_net/profile.hpp"

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace anb::cli_destination {

/// Opens the environment with the subscriber's login.
cli_net::Connection connect(const Call& call, cli::Io& io, cli_net::Purpose purpose);

/// The one Zustellpunkt of a call; the beginning of an id, also with "…" behind it, is completed
/// among those of the profile and one's own at the service.
/// @throws Error{usage} ANB-F329 when several begin so; otherwise as cli_net::find_targets()
cli_net::Target one_target(const Call& call, cli_net::Connection& connection);

/// A complete id. @throws as one_target()
fitconnect::DestinationId complete_id(const std::string& text, cli_net::Connection& connection);

/// One Zustellpunkt of a call that may mean many.
struct Member {
    cli_net::Connection* connection = nullptr; ///< null: see `failure`
    cli_net::Target target;
    std::string environment; ///< "test", "stage", "prod"
    std::string profile;
    std::string label; ///< "hzl", with several profiles "musterstadt/hzl", or the id
    std::optional<base::Error> failure;

    std::string subject() const { return "destination:" + target.id.str(); }
};

/// The Zustellpunkte of a call: the one named, or with --all every one of the profile, or those of
/// every profile. Each once.
class Fleet {
public:
    /// @throws as connect() and one_target(); with several only what concerns all of them
    Fleet(const Call& call, cli::Io& io, cli_net::Purpose purpose);

    bool several() const { return m_several; }
    const std::vector<Member>& members() const { return m_members; }

    /// Calls `visit` for each member that can be reached. With several a failure of one does not
    /// end the run: `failed` gets it, and what makes no sense for any of them (a wrong call) is
    /// thrown all the same.
    void each(const std::function<void(const Member&)>& visit,
              const std::function<void(const Member&, const base::Error&)>& failed) const;

private:
    void add_office(const Call& call, cli_net::Session session, cli_net::Purpose purpose);

    cli::Io& m_io;
    bool m_several;
    std::deque<cli_net::Session> m_sessions; ///< of profiles without a login
    std::deque<cli_net::Connection> m_connections;
    std::vector<Member> m_members;
};

} // namespace anb::cli_destination
