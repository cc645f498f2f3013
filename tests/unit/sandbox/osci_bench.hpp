// Clients of the sandbox's Intermediär that write their messages by hand, right or wrong.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "bench.hpp"
#include "osci/incoming.hpp"
#include "osci/outgoing.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace anb::sandbox::testing {

/// What the Intermediär said: a fault, or an answer whose signature holds.
struct OsciReply {
    osci::Incoming incoming;

    const osci::Message& message() const { return incoming.message(); }
    /// "fault 9400", or the feedback codes: "0801 3800".
    std::string codes() const;
};

class OsciClient {
public:
    /// @param store  "absender-osci-test": a store of the sandbox
    OsciClient(Bench& bench, const std::string& store, std::string environment = "test");
    OsciClient(Bench& bench, pki::Identity own, std::string environment = "test");

    bool encrypts = true, signs = true;
    const crypto::PrivateKey* other_key = nullptr;        ///< signs in place of the own one
    std::optional<pki::Certificate> other_recipient = {}; ///< encrypted for it

    const pki::Certificate& certificate() const { return m_own.chain.front(); }

    /// An order with control block and certificates, in the open dialog when there is one.
    osci::Message order(osci::Order kind) const;
    OsciReply send(const osci::Message& order,
                   const std::vector<osci::OutgoingAttachment>& attachments = {});
    OsciReply send(osci::Order kind) { return send(order(kind)); }
    /// The HTTP body of an order.
    std::string written(const osci::Message& order,
                        const std::vector<osci::OutgoingAttachment>& attachments = {}) const;
    /// Sends any bytes.
    OsciReply post(const std::string& body);

    void open_dialog();
    /// Code for "done": the dialog goes on, or there is none.
    std::string done() const { return m_conversation ? "0801" : "0800"; }
    void forget_dialog() { m_conversation.reset(); }

    std::string new_message_id();
    osci::Message delivery(const std::string& message_id, const pki::Certificate& addressee) const;
    /// Stores a delivery under a new id. @return the id
    std::string store(const pki::Certificate& addressee);
    OsciReply fetch(const osci::Selection& selection = {});
    OsciReply cards(const osci::Selection& selection = {}, std::optional<std::uint64_t> limit = {});

private:
    Bench& m_bench;
    std::string m_environment;
    pki::Identity m_own;
    std::optional<std::string> m_conversation;
    std::string m_last_challenge;
    std::uint64_t m_next = 0;
};

/// A certificate that nobody knows, with its key.
pki::Identity stranger(base::UtcTime from, base::UtcTime until);
/// A certificate that says it is from an issuer who did not make it.
pki::Identity forgery(const pki::Certificate& issuer, base::UtcTime from, base::UtcTime until);

} // namespace anb::sandbox::testing
