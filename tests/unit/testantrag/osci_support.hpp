// An Intermediär inside the test program, made of room osci itself, in place of a network.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "http/transport.hpp"
#include "osci/client.hpp"
#include "osci/content.hpp"
#include "testantrag/osci/send.hpp"
#include "unit/testantrag/support.hpp"

#include <deque>
#include <map>
#include <string>
#include <vector>

namespace anb::test {

/// Keys of our own, the Intermediär and the recipient, made once.
const pki::Identity& own();
const pki::Identity& intermediary();
const pki::Identity& recipient();

/// Answers orders one after the other. A fault of the next requests is told by a word for each:
/// "" none, "lost before", "lost after" (the order was carried out), or a feedback code.
class FakeIntermediary : public http::Transport {
public:
    http::Response send(const http::Request& request) override;

    std::deque<std::string> faults;
    std::map<std::string, int> deliveries; ///< accepted, by message id
    std::vector<std::string> bodies;       ///< of StoreDelivery, as they came
    std::vector<osci::Order> orders;
    std::optional<osci::Incoming> delivered; ///< the last one
    std::optional<base::UtcTime> reception;
    std::vector<osci::Inspection> inspections;
    std::string warning; ///< code that goes with the next delivery
    bool has_cards = true, signs = true;

private:
    osci::Message answer(const osci::Incoming& incoming, const std::string& fault);
    osci::Message carry_out(const osci::Message& order);
    osci::ProcessCard card(const std::string& id) const;

    int m_next_id = 1;
};

/// A client at that Intermediär.
osci::Client client(FakeIntermediary& at);

} // namespace anb::test
