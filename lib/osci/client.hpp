// An active client of an Intermediär: orders go out signed and encrypted, answers are checked
// against what was asked (osci.md §8).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "http/transport.hpp"
#include "osci/incoming.hpp"
#include "osci/outgoing.hpp"

#include <optional>
#include <string>

namespace anb::osci {

/// The Intermediär as the DVDV has it.
struct Intermediary {
    std::string url; ///< http or https
    pki::Certificate cipher;
    std::optional<pki::Certificate> signature; ///< nothing: any that is in the answer's role
};

/// Who we are.
struct Own {
    const pki::Identity& cipher;
    const pki::Identity& signature; ///< often the same
    const xmldsig::SignatureMethod& method;
};

/// A checked answer.
struct Answer {
    Incoming incoming;
    std::string languages; ///< in which it was asked for

    const Message& message() const { return incoming.message(); }
    /// The gravest feedback code: "0800", "9803" …
    std::string code() const { return gravest(message().feedback); }
    /// Somebody signed it, and it was the Intermediär.
    bool is_signed() const { return incoming.signature.has_value(); }
    /// @throws what refuse() throws when the order was not carried out (9xxx)
    void require_done() const;
};

/// Error for a feedback or fault code: {code}, {meaning} in our words, {said} in those of the
/// Intermediär. ANB-O501 for a fault, ANB-O502 for feedback 9xxx. The kind says what to do:
/// credentials for 950x, 9600, 970x; configuration for 920x; try_later for 9000 and 9400; input
/// otherwise.
/// @param languages  "en" for English, anything else for German
base::Error refuse(const std::string& code, const std::string& said, bool is_fault,
                   std::string_view languages);

/// A delivery, written down before it is sent: its bytes can be sent again and again.
struct PreparedDelivery {
    std::string message_id;
    std::string challenge; ///< the answer must repeat it
};

/// Sends one order and checks the answer. What throws besides Transport::send():
///
/// | code     | kind          | meaning                                                      |
/// | -------- | ------------- | ------------------------------------------------------------ |
/// | ANB-O309 | trust         | signed by another certificate than the DVDV has              |
/// | ANB-O401 | trust         | the answer does not repeat our challenge                     |
/// | ANB-O402 | trust         | … belongs to another conversation                            |
/// | ANB-O403 | trust         | … has another sequence number                                |
/// | ANB-O404 | trust         | … came unencrypted and is no fault                           |
/// | ANB-O405 | trust         | … is to another order                                        |
/// | ANB-O406 | trust         | … is about another message id                                |
/// | ANB-O501 | as refuse()   | a fault                                                      |
/// | ANB-O504 | unavailable   | no OSCI message at all: HTTP {status}, a page of a proxy     |
class Client {
public:
    /// Everything referred to outlives the client.
    Client(http::Transport& transport, Intermediary intermediary, Own own, std::string languages);

    const Intermediary& intermediary() const { return m_intermediary; }
    const Own& own() const { return m_own; }

    /// Asks for a message id in a dialog of its own; may be repeated without harm.
    /// @throws Error ANB-O502
    std::string get_message_id();

    /// Writes a StoreDelivery of an implicit dialog, signed and encrypted.
    ///
    /// @param delivery  message_id, subject, content and the certificates of addressee and readers;
    ///                  everything else is filled in
    PreparedDelivery prepare_delivery(Message delivery,
                                      const std::vector<OutgoingAttachment>& attachments,
                                      const base::Sink& sink) const;

    /// Sends what prepare_delivery() wrote. The answer's feedback is the caller's to judge: 9801
    /// means that an earlier try had arrived.
    /// @param body  opens the bytes from the first one
    Answer deliver(const PreparedDelivery& prepared, const std::function<base::Source()>& body,
                   std::uint64_t size);

    /// The orders of one explicit dialog. An error inside ends it; it is not ended by destruction.
    class Dialog {
    public:
        /// Fills in control block, languages, features and own certificates, sends, checks.
        Answer send(Message order);
        /// Sends ExitDialog, which also acknowledges the last delivery that was fetched.
        Answer exit();
        bool is_open() const { return m_open; }

    private:
        friend class Client;
        explicit Dialog(Client& client) : m_client(client) {}

        Client& m_client;
        std::string m_conversation, m_last_challenge;
        std::uint64_t m_next = 0;
        bool m_open = false;
    };

    /// Sends InitDialog. @param answer  gets the answer when it is not null
    /// @throws Error ANB-O502
    Dialog open_dialog(std::optional<Answer>* answer = nullptr);

    /// GET on the address: what a person would see in a browser. True when a server answers.
    /// @throws as Transport::send()
    bool answers();

private:
    Answer exchange(const Message& order, bool repeatable);
    Answer post(const std::function<base::Source()>& body, std::uint64_t size, bool repeatable,
                const Message& order);
    Message complete(Message order) const;

    http::Transport& m_transport;
    Intermediary m_intermediary;
    Own m_own;
    std::string m_languages;
};

} // namespace anb::osci
