// The parts of the table, one source file each: tables/<area>.cpp.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "messages/message.hpp"

namespace anb::messages {

std::span<const Message> certificate_messages();       ///< ANB-C… dates, keys, usages
std::span<const Message> certificate_chain_messages(); ///< ANB-C… chains, extensions, names
std::span<const Message> certificate_file_messages();  ///< ANB-C15…, C40…: files, damage
std::span<const Message> store_messages();             ///< ANB-J1… PKCS#12 stores
std::span<const Message> key_messages();      ///< ANB-J13…, J2…–J4…: key files, JOSE
std::span<const Message> key_rule_messages(); ///< ANB-J5… FIT-Connect's rules for keys
std::span<const Message> usage_messages();    ///< ANB-G1… command line, environments, secrets
std::span<const Message> general_messages();  ///< ANB-G2… files, G3… JSON, G6… sandbox, G9…
std::span<const Message> configuration_messages();      ///< ANB-G4… profiles, configuration
std::span<const Message> network_messages();            ///< ANB-N…
std::span<const Message> destination_messages();        ///< ANB-F2… Zustellpunkt
std::span<const Message> destination_change_messages(); ///< ANB-F2… versions, changes
std::span<const Message> directory_messages();          ///< ANB-D… access to the DVDV
std::span<const Message> directory_entry_messages();    ///< ANB-D… entries of the DVDV
std::span<const Message> routing_messages(); ///< ANB-F30…, F31… addressing information, routing
std::span<const Message> fitconnect_messages();     ///< ANB-F32… and above: ids, events, answers
std::span<const Message> osci_messages();           ///< ANB-O1… to O5… OSCI-Transport
std::span<const Message> osci_sending_messages();   ///< ANB-O6… sending over OSCI
std::span<const Message> osci_receiving_messages(); ///< ANB-O7… postbox, inspecting
std::span<const Message> revocation_messages();     ///< ANB-C145, C146, C185 to C192
std::span<const Message> sending_check_messages(); ///< ANB-S1…, S2… what is checked before sending
std::span<const Message> sending_messages();       ///< ANB-S3… to S5… sending, journal
std::span<const Message> receiving_messages();     ///< ANB-S6… receiving
std::span<const Message> validation_messages();    ///< ANB-V10… to V13… schema
std::span<const Message> validation_rule_messages(); ///< ANB-V14… to V19… codes, test data, rules
std::span<const Message> schema_package_messages(); ///< ANB-V3… packages
std::span<const Message> xml_messages();            ///< ANB-X…

} // namespace anb::messages
