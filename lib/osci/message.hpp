// What the messages of OSCI-Transport 1.2 say: orders of an active client and the answers to them
// (osci.md §§6 to 15). Plain values; how they stand in XML is envelope.hpp's business.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/time.hpp"
#include "osci/feedback.hpp"
#include "pki/certificate.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anb::osci {

enum class Order {
    init_dialog,
    exit_dialog,
    get_message_id,
    store_delivery,
    fetch_delivery,
    fetch_process_card,
    forward_delivery,
    mediate_delivery,
};

/// "InitDialog", "StoreDelivery" … as in the names of schemas.
std::string_view type_name(Order order);

enum class Direction { request, response };

/// All four are texts that are compared and never interpreted; challenges are base64.
struct ControlBlock {
    std::optional<std::string> conversation_id, sequence_number, response, challenge;
};

/// In the order in which they stand in their header.
enum class CertificateRole {
    cipher_originator,
    cipher_other_author,
    cipher_addressee,
    cipher_other_reader,
    signature_originator,
    signature_other_author,
    signature_addressee,
    cipher_intermediary,    ///< in IntermediaryCertificates
    signature_intermediary, ///< in IntermediaryCertificates
};

/// "CipherCertificateOriginator" …
std::string_view element_name(CertificateRole role);

struct RoledCertificate {
    CertificateRole role;
    std::string id; ///< by which signatures and encrypted keys refer to it
    pki::Certificate certificate;
};

/// With the usual Id: "originator_cipher_<SHA-256 of the DER>".
/// @param number  of several authors or readers, from 0
RoledCertificate with_role(CertificateRole role, const pki::Certificate& certificate,
                           std::size_t number = 0);

/// A time that the Intermediär put down.
struct Stamp {
    base::UtcTime at{};
    bool plain = true; ///< false: a cryptographic time stamp, whose time we do not read
};

/// What the Intermediär found out about one certificate.
struct Inspection {
    Stamp timestamp;
    std::string subject, issuer;
    std::string serial;                       ///< decimal
    std::string type = "advanced";            ///< advanced, qualified, accredited, unknown
    std::string math_result = "ok";           ///< ok, corrupted, indeterminate
    std::string offline_result = "valid";     ///< valid, invalid, indeterminate
    std::optional<std::string> online_result; ///< ok, revoked
    std::string online_means;                 ///< OCSP, CRL, LDAP; with online_result only

    /// Nothing speaks against the certificate.
    bool good() const;
};

/// Laufzettel of one message.
struct ProcessCard {
    std::string message_id; ///< decoded
    base::UtcTime recent_modification{};
    std::optional<Stamp> creation, forwarding, reception;
    std::string subject;
    std::vector<Inspection> inspections;
};

/// Whose role a process card is looked for in.
enum class CardRole { addressee, originator };

/// Which deliveries or process cards are meant; with nothing set: all.
struct Selection {
    std::vector<std::string> message_ids; ///< decoded; one only with FetchDelivery
    std::optional<base::UtcTime> reception_of_delivery, recent_modification;
    std::optional<bool> no_reception; ///< process cards only
    std::optional<CardRole> role;     ///< process cards only

    bool empty() const
    {
        return message_ids.empty() && !reception_of_delivery && !recent_modification;
    }
};

struct Feature {
    std::string key, version;
};

/// What we announce: nothing that is not done here.
const std::vector<Feature>& own_features();

/// An order or the answer to one. Members that a kind does not have stay empty.
struct Message {
    Order order = Order::init_dialog;
    Direction direction = Direction::request;
    ControlBlock control;
    std::string languages = "de"; ///< of requests
    std::string message_id;       ///< decoded; answer of GetMessageId, Store-, Forward-, Mediate…
    std::string subject;          ///< of Store-, Forward-, MediateDelivery
    std::string content_receiver; ///< address; of Forward-, MediateDelivery
    std::string creation_quality = "plain", reception_quality = "plain"; ///< or cryptographic
    Selection selection;                ///< of FetchDelivery, FetchProcessCard; answers echo it
    std::optional<std::uint64_t> limit; ///< of FetchProcessCard
    std::vector<FeedbackEntry> feedback;
    std::vector<ProcessCard> cards;
    std::vector<RoledCertificate> certificates; ///< of both certificate headers
    std::vector<Feature> features;
    std::vector<std::string> other_headers; ///< "{namespace}name" of what else was there; read only
    /// The element ContentPackage with what is in it, in canonical form; empty when there is none.
    std::string content;

    /// The first certificate in a role, or null.
    const RoledCertificate* find(CertificateRole role) const;
    const RoledCertificate* find_id(std::string_view id) const;
};

/// "No", in place of an answer: comes unencrypted always, and ends the dialog.
struct Fault {
    std::string fault_code; ///< "soap:Client", "soap:Server"
    std::string text;
    std::string code; ///< 9400 …; may be empty
};

} // namespace anb::osci
