// Messages ANB-C…: certificates.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-C401",
        .text = {"{file}: kein lesbares X.509-Zertifikat ({reason}).",
                 "{file}: not a readable X.509 certificate ({reason})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Datei prüfen: openssl x509 -in {file} -noout -subject",
                 "Check the file: openssl x509 -in {file} -noout -subject"},
        .explain =
            {"Erwartet wird ein Zertifikat in PEM oder DER. Eine beschädigte oder abgeschnittene "
             "Datei bitte neu beschaffen.",
             "A certificate in PEM or DER is expected. Get a damaged or truncated file anew."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> certificate_messages()
{
    return k_messages;
}

} // namespace anb::messages
