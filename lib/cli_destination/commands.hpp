// The commands of fitconnect-destination: from what was typed to the exit code.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_net/network.hpp"

#include <string>
#include <vector>

namespace anb::cli_destination {

/// What a call names, as typed; empty members were not given.
struct Call {
    cli_net::NetworkOptions network;
    std::string id;      ///< of the Zustellpunkt
    std::string service; ///< name of a service of the profile
    bool all = false;    ///< every Zustellpunkt of the profile
    std::string file;    ///< description of a new Zustellpunkt, in place of `service`
    std::string keys;    ///< folder with the public keys
    std::vector<std::string> metadata_versions; ///< of a new Zustellpunkt; empty: the usual ones
    std::string undo_file;                      ///< where the state before a change goes
    std::string ars, ags, area, leika;          ///< the question to the routing
};

/// Shows Zustellpunkte. Members of the document: `destination`, or `destinations` for several.
cli::Exit show(const Call& call, cli::Io& io);
/// The same, each judged by check_destination().
cli::Exit check(const Call& call, cli::Io& io);

/// Creates a Zustellpunkt, unless there is one with this encryption key. Unfit keys end it before
/// anything is sent. In production the first 8 digits of the service key must be confirmed.
cli::Exit create(const Call& call, cli::Io& io);
/// Opens a Zustellpunkt for submissions, unless it is open.
cli::Exit activate(const Call& call, cli::Io& io);

/// Asks who is responsible and verifies the answer. Members of the document: `route` for exactly
/// one hit about which nothing is wrong, otherwise `routes`; `destination` for one hit.
cli::Exit route(const Call& call, cli::Io& io);

} // namespace anb::cli_destination
