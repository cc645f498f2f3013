// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/osci/order.hpp"

#include "base/error.hpp"
#include "osci/envelope.hpp"

namespace anb::sandbox {

namespace {

/// Runs a step of the reading; what is wrong with the message becomes a fault or `refused`.
template <typename Step>
void attempt(OsciOrder& order, const Step& step)
{
    try {
        step();
    } catch (const base::Error& error) {
        if (error.kind() != base::ErrorKind::input && error.kind() != base::ErrorKind::trust &&
            error.kind() != base::ErrorKind::credentials) {
            throw;
        }
        const std::string code(osci::feedback_code(error));
        if (!code.starts_with("96")) {
            throw OsciFault(code);
        }
        order.refused = code;
    }
}

osci::Message read_envelope_of(const osci::Opened& opened)
{
    const auto document = xml::Document::parse(opened.envelope, opened.origin);
    auto envelope = osci::read_envelope(document);
    auto* read = std::get_if<osci::SignedMessage>(&envelope);
    if (read == nullptr) {
        throw OsciFault("9100");
    }
    if (read->message.direction != osci::Direction::request) {
        throw OsciFault("9300");
    }
    return std::move(read->message);
}

} // namespace

const pki::Certificate* OsciOrder::certificate(osci::CertificateRole role) const
{
    const auto* found = message.find(role);
    return found == nullptr ? nullptr : &found->certificate;
}

OsciOrder read_order(base::Source text, const osci::KeyRing& keys)
{
    OsciOrder order;
    attempt(order, [&] { order.opened = osci::open_message(std::move(text), "order", keys); });
    attempt(order, [&] { order.message = read_envelope_of(order.opened); });
    attempt(order, [&] { order.signature = osci::read_message(order.opened).signature; });
    if (!order.refused.empty() && !order.control().challenge) {
        throw OsciFault("9400");
    }
    return order;
}

} // namespace anb::sandbox
