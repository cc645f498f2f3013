// Reads any bytes as an envelope, and as the message whose signature is to be verified; what was
// read is written and read again.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "osci/incoming.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

using namespace anb;

namespace {

void read_again(const osci::Message& message)
{
    const auto text = osci::write_envelope(message, nullptr, {});
    const auto again = osci::read_envelope(xml::Document::parse(base::as_bytes(text), "again"));
    const auto& other = std::get<osci::SignedMessage>(again).message;
    if (other.order != message.order || other.message_id != message.message_id ||
        other.control.challenge != message.control.challenge) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto bytes = std::as_bytes(std::span(data, size));
    osci::Opened opened;
    opened.origin = "fuzz";
    opened.text = std::make_shared<base::Spool>();
    opened.envelope.assign(bytes.begin(), bytes.end());
    try {
        const auto incoming = osci::read_message(std::move(opened));
        if (const auto* message = std::get_if<osci::Message>(&incoming.content)) {
            read_again(*message);
        }
    } catch (const base::Error& error) {
        if (error.kind() == base::ErrorKind::internal) {
            std::abort();
        }
    }
    return 0;
}
