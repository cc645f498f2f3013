// How every command of this room reaches the directory. Nobody is contacted before
// DirectoryConnection::open().
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_dvdv/commands.hpp"
#include "cli_net/directory.hpp"

namespace anb::cli_dvdv {

inline cli_net::DirectoryConnection connect(const Call& call, cli::Io& io)
{
    return {call.network, io, "dvdv-lookup", call.password};
}

} // namespace anb::cli_dvdv
