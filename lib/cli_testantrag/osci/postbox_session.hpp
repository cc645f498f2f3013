// What receiving over OSCI works with: own keys, the way to the Intermediär, the rules for what
// comes.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli_net/osci_identity.hpp"
#include "cli_net/osci_route.hpp"
#include "cli_testantrag/receiving.hpp"
#include "testantrag/osci/receive.hpp"

#include <optional>
#include <string>
#include <vector>

namespace anb::cli_testantrag {

/// Its parts refer to one another, so it stays where it is.
class PostboxSession {
public:
    /// Loads own keys and finds the Intermediär; only the DVDV is contacted. What the DVDV's entry
    /// has wrong is shown; nothing of it stops receiving but what is wrong with the Intermediär.
    /// ANB-O714 (warning): the entry names another certificate than our own as the postbox.
    ///
    /// @throws Error{usage} ANB-G107 without --service where the profile has several services;
    ///         otherwise as cli_net::load_osci_recipient(), load_stores(), find_osci_route(),
    ///         load_trust() and testantrag::DataChecker
    PostboxSession(const ReceivingOptions& options, cli::Io& io, cli_net::Purpose purpose);
    PostboxSession(const PostboxSession&) = delete;
    PostboxSession& operator=(const PostboxSession&) = delete;

    /// False when the way to the Intermediär is not known or wrong; the report was shown.
    bool is_ready() const { return m_ready; }
    bool is_production() const { return m_line.environment_name == "prod"; }
    /// SHA-256 of the certificate that is the postbox, lower-case hexadecimal.
    std::string postbox_name() const;

    testantrag::OsciPostbox postbox() const;
    osci::Client client() const;
    const testantrag::DeliveryRules& rules() const { return m_rules; }

private:
    std::string service() const;
    void load_own();
    void find_way();
    void make_rules(const std::string& service);

    const ReceivingOptions& m_options;
    cli::Io& m_io;
    cli_net::Line m_line;
    std::optional<cli_net::OsciOwn> m_own;
    std::vector<pki::Identity> m_older;
    cli_net::OsciRoute m_route;
    bool m_ready = false;
    pki::Issuers m_trust;
    std::optional<testantrag::DataChecker> m_data;
    testantrag::DeliveryRules m_rules;
};

} // namespace anb::cli_testantrag
