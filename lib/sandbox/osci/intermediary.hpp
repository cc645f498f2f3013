// An Intermediär (OSCI-Transport 1.2): takes one message, answers with one.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/spool.hpp"
#include "sandbox/environment.hpp"
#include "sandbox/osci/answer.hpp"
#include "sandbox/osci/dialog.hpp"
#include "sandbox/osci/inspection.hpp"

#include <memory>
#include <mutex>
#include <optional>

namespace anb::sandbox {

/// One for each environment, with keys and postboxes of its own. Plain and encrypted, signed and
/// unsigned orders are taken; answers are signed always, and encrypted when the order was.
class OsciIntermediary {
public:
    /// Makes its keys when the first order needs them.
    explicit OsciIntermediary(Environment& environment) : m_environment(environment) {}

    /// @throws Refusal 413 for a message over the limit, 400 when it broke off
    Response receive(const Request& request);

private:
    const osci::KeyRing& ring();
    OsciKeys keys();
    void take(const Request& request, base::Spool& text) const;
    Response answer(const OsciOrder& order, const OsciEffect& effect);
    void carry_out(const OsciOrder& order, OsciSession& session, OsciInspections inspections,
                   OsciAnswer& answer, base::UtcTime at);
    void store_delivery(const OsciOrder& order, const OsciSession& session,
                        OsciInspections inspections, OsciAnswer& answer, base::UtcTime at);

    Environment& m_environment;
    std::once_flag m_once;
    std::optional<pki::Identity> m_identity; ///< decrypts
    osci::KeyRing m_ring;
};

} // namespace anb::sandbox
