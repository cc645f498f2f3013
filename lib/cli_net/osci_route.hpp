// Where a message over OSCI goes: the Intermediär, whose postbox, and who reads the content.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/report.hpp"
#include "cli_net/network.hpp"
#include "dvdv/check.hpp"
#include "osci/client.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace anb::cli_net {

/// Without a WSDL nobody says how the container is to be called.
inline constexpr std::string_view k_default_container = "XSOZIAL_DATA";

/// As typed; empty members were not given.
struct OsciAddress {
    std::string organization{}; ///< key; empty: the profile's own
    std::string service{};      ///< of the profile, or a Dienste-URI
    std::string to_cert{};      ///< file: this certificate names the postbox, and no DVDV is asked
    std::string intermediary{}; ///< address; goes with to_cert, or stands alone without a recipient

    bool asks_directory() const { return to_cert.empty() && intermediary.empty(); }
};

struct OsciRoute {
    std::optional<osci::Intermediary> intermediary; ///< nothing: the report says why
    std::optional<pki::Certificate> recipient, reader;
    std::string name;                                         ///< of the authority; may be empty
    std::string organization, specification_uri;              ///< as asked; empty without the DVDV
    std::string container = std::string(k_default_container); ///< Ref-Id
    std::string subject;
    /// Points: service, intermediary, intermediary_certificate, intermediary_signature,
    /// recipient_certificate, content_certificate, wsdl.
    base::Report report;
};

/// Finds and judges the way; nobody but the DVDV is contacted. Prints the environment line, which
/// names the recipient.
///
/// Findings: ANB-D202, D203, D211, D215, D218, D219, D225, D232 of the entry, ANB-O603 an address
/// of another environment, ANB-O604 a service without a postbox, ANB-O605 a container whose name is
/// none, ANB-O606 and those of dvdv::check_certificate(). With an error among them members may be
/// empty.
/// @throws Error{usage} ANB-G107 without service; Error{configuration} ANB-G406 when the
///         certificates of an Intermediär that was named are not configured, ANB-D307; otherwise as
///         DirectoryConnection, dvdv::Directory and dvdv::OrganizationKey::parse()
OsciRoute find_osci_route(const Line& line, const OsciAddress& address, cli::Io& io);

/// Anchors, environment and day by which certificates of OSCI are judged.
class OsciRules {
public:
    /// @throws as cli_certificates::load_trust()
    OsciRules(const config::Configuration& configuration, std::string_view env, const cli::Io& io);
    OsciRules(const OsciRules&) = delete;
    OsciRules& operator=(const OsciRules&) = delete;

    const dvdv::CheckRules& rules() const { return m_rules; }

private:
    pki::Issuers m_trust;
    dvdv::CheckRules m_rules;
};

} // namespace anb::cli_net
