// The commands of dvdv-lookup: from what was typed to the exit code.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_net/network.hpp"

#include <string>
#include <vector>

namespace anb::cli_dvdv {

/// What a call names, as typed; empty members were not given.
struct Call {
    cli_net::NetworkOptions network;
    cli::SecretSource password;        ///< of the client's store
    std::vector<std::string> services; ///< names of the profile, or Dienste-URIs
    std::string organization;          ///< --org: Behördenschlüssel in place of the profile's
    bool all = false;                  ///< every service of the profile
    std::vector<std::string> profiles; ///< files and folders of further profiles
    std::string print;                 ///< what show gives away as data: "recipient-cert"
    std::string answer;                ///< saved answer, in place of the directory
    std::string way = "internet";      ///< --network: "internet", "testa"
    std::vector<std::string> trust;    ///< "root.pem", "test=roots/"
    int warn_days = 60;
    int crit_days = 21;
    bool no_probe = false;                    ///< the Intermediär is left in peace
    std::string certificate;                  ///< file: of uses-cert, order-sheet, organizations
    std::string category, element, uri, name; ///< of organizations
};

/// Shows an organisation, or services of it. Members of the document: `organization`, or `service`,
/// or `services` for several; `directory`. With --print exactly one thing as data.
cli::Exit show(const Call& call, cli::Io& io);

/// Judges services by dvdv::check_entry(); several in batches. With --jsonl each as it comes.
cli::Exit check(const Call& call, cli::Io& io);

/// Every organisation and service that uses a certificate, by role: member `uses`. 0 only when
/// none does.
cli::Exit uses_certificate(const Call& call, cli::Io& io);

/// The text of an order to the DVDV-pflegende Stelle: member `order`. Contacts nobody.
cli::Exit order_sheet(const Call& call, cli::Io& io);

/// The tree of categories: member `categories`. With a name of one, the Dienste-URIs that it
/// allows: member `uris`.
cli::Exit categories(const Call& call, cli::Io& io);

/// Organisations by key, by an element's certificate or address, by a part of their name: member
/// `organizations`.
cli::Exit organizations(const Call& call, cli::Io& io);

/// What the directory knows about the client certificate: member `client`.
cli::Exit whoami(const Call& call, cli::Io& io);

/// Logs in and says until when that is good; the token itself is never shown. Member `login`.
cli::Exit token(const Call& call, cli::Io& io);

} // namespace anb::cli_dvdv
