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
    std::string id;                    ///< of the Zustellpunkt; its first eight characters will do
    std::string service;               ///< name of a service of the profile
    bool all = false;                  ///< every Zustellpunkt of the profile
    std::vector<std::string> profiles; ///< files and folders of further profiles
    std::string file;                  ///< of create, apply, rotate-key, worksheet
    std::string keys;                  ///< folder with the public keys
    std::vector<std::string> metadata_versions; ///< of a new Zustellpunkt; empty: the usual ones
    std::string undo_file;                      ///< where the state before a change goes
    std::string ars, ags, area, leika;          ///< the question to the routing
    bool support_mail = false;                  ///< the text to the support, when there is no route
    std::string from, to, version;              ///< of set-schema; `version` is a bare word
    bool accept_unknown_version = false;
    bool receiver_ready = false;    ///< the Fachverfahren has the new private key
    std::string addressing;         ///< file with an export of the addressing information
    std::string verify;             ///< addressing information to be verified, or "-"
    bool raw = false;               ///< nothing but the addressing information
    std::vector<std::string> ids;   ///< of diff
    std::vector<std::string> sides; ///< environments of diff
    int warn_days = 60;
    int crit_days = 21;
};

/// Shows Zustellpunkte. Members of the document: `destination`, or `destinations` for several.
cli::Exit show(const Call& call, cli::Io& io);
/// The same, each judged by check_destination().
cli::Exit check(const Call& call, cli::Io& io);

/// What has to be typed into the Self-Service-Portal: member `worksheet`. Contacts nobody.
cli::Exit worksheet(const Call& call, cli::Io& io);

/// Creates a Zustellpunkt, unless there is one with this encryption key. Unfit keys end it before
/// anything is sent. In production the first 8 digits of the service key must be confirmed.
cli::Exit create(const Call& call, cli::Io& io);
/// Opens a Zustellpunkt for submissions, unless it is open.
cli::Exit activate(const Call& call, cli::Io& io);
/// Closes it, and says what applicants will see and from when.
cli::Exit deactivate(const Call& call, cli::Io& io);

/// Puts another version of the Fachdatenschema into one or many Zustellpunkte. All are looked at
/// before the first one is changed. Each is a subject with `result`: "changed", "would_change",
/// "already_set", "needs_login", "failed".
cli::Exit set_schema(const Call& call, cli::Io& io);

/// Adds a public key and, when it is one for encryption, makes it the active one. Repeated after
/// an interruption it carries on. Member `rotation`.
cli::Exit rotate_key(const Call& call, cli::Io& io);

/// Puts a state back that --undo-file saved.
cli::Exit apply(const Call& call, cli::Io& io);

/// Compares two Zustellpunkte, as a rule of two environments: member `differences`.
cli::Exit diff(const Call& call, cli::Io& io);

/// Asks who is responsible and verifies the answer. Members of the document: `route` for exactly
/// one hit about which nothing is wrong, otherwise `routes`; `destination` for one hit. Without a
/// hit it says which of three reasons there is, and with --support-mail prints a text to FITKO.
cli::Exit route(const Call& call, cli::Io& io);

/// Shows the addressing information of a Zustellpunkt, from the routing or as given with --verify,
/// and whether it is up to date: member `addressing`. With --raw the text alone, as data.
cli::Exit addressing(const Call& call, cli::Io& io);

} // namespace anb::cli_destination
