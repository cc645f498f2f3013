// Opens any bytes as a message, down to the plaintext of its attachments, and as a package of
// containers inside an honest message.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/file.hpp"
#include "osci/content.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

using namespace anb;

namespace {

const pki::Identity& identity()
{
    static const auto store =
        pki::load_pkcs12(base::read_file(ANB_TESTDATA "/fuzz/INSECURE-osci.p12", 1 << 20),
                         base::SecretString("123456"), "INSECURE-osci.p12", {});
    return store.identity;
}

void open(const osci::Incoming& incoming)
{
    const osci::KeyRing ring{&identity()};
    for (const auto& container : osci::open_content(incoming, ring).containers) {
        for (const auto& attachment : container.attachments) {
            osci::extract(incoming, container, attachment.id, [](base::ByteView) {});
        }
    }
}

template <typename Action>
void tolerate(Action action)
{
    try {
        action();
    } catch (const base::Error& error) {
        if (error.kind() == base::ErrorKind::internal) {
            std::abort();
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto bytes = std::as_bytes(std::span(data, size));
    tolerate([&] {
        auto incoming =
            osci::read_message(osci::open_message(base::source_of(bytes), "fuzz", {&identity()}));
        if (incoming.fault() == nullptr) {
            open(incoming);
        }
    });
    tolerate([&] {
        osci::Incoming incoming;
        incoming.opened.origin = "fuzz";
        incoming.opened.text = std::make_shared<base::Spool>();
        osci::Message message;
        message.content = base::to_text(bytes);
        const auto& certificate = identity().chain.front();
        message.certificates = {
            osci::with_role(osci::CertificateRole::signature_originator, certificate),
            osci::with_role(osci::CertificateRole::cipher_other_reader, certificate)};
        incoming.content = std::move(message);
        open(incoming);
    });
    return 0;
}
