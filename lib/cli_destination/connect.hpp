// How every command of this room reaches the services.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_destination/commands.hpp"
#include "cli_net/connection.hpp"

namespace anb::cli_destination {

/// Opens the environment with the subscriber's login.
inline cli_net::Connection connect(const Call& call, cli::Io& io, cli_net::Purpose purpose)
{
    return {call.network, io, purpose, cli_net::Role::subscriber, "fitconnect-destination"};
}

} // namespace anb::cli_destination
