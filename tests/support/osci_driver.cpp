// Writes one message of every kind, for readers that nobody here wrote.
// SPDX-License-Identifier: EUPL-1.2
//
// osci_driver KEYS OUT METHOD: KEYS holds {client,intermed,recipient}_{signature,cipher}.p12 with
// the password 123456; OUT gets NAME.mime for each kind, encrypted, and NAME.plain.mime.

#include "base/file.hpp"
#include "osci/content.hpp"
#include "osci/outgoing.hpp"
#include "pki/pkcs12.hpp"

#include <cstdio>
#include <filesystem>
#include <map>

using namespace anb;

namespace {

constexpr auto k_data = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><antrag>Grüße aus Köln</antrag>";
constexpr auto k_when = 1'795'000'000;

class Writer {
public:
    Writer(std::filesystem::path keys, std::filesystem::path out, const char* method)
        : m_keys(std::move(keys)), m_out(std::move(out)), m_method(*xmldsig::own_method(method))
    {
        for (std::size_t i = 0; i < 50; ++i) {
            m_attachment += "Anlage " + std::to_string(i) + "\r\n--MIME_boundary_\r\n";
        }
    }

    void write_all()
    {
        for (const auto order :
             {osci::Order::init_dialog, osci::Order::get_message_id, osci::Order::fetch_delivery,
              osci::Order::fetch_process_card, osci::Order::exit_dialog}) {
            write(request(order), {}, "");
            write(response(order), {}, "");
        }
        for (const auto order : {osci::Order::store_delivery, osci::Order::forward_delivery,
                                 osci::Order::mediate_delivery}) {
            write(delivery(order, false), {}, "");
            const auto with_attachment = delivery(order, true);
            write(with_attachment, sealed(), ".attachment");
            write(response(order), {}, "");
        }
        auto fetched = response(osci::Order::fetch_delivery);
        const auto stored = delivery(osci::Order::store_delivery, true);
        fetched.content = stored.content;
        for (const auto& each : stored.certificates) {
            fetched.certificates.push_back(each);
        }
        write(fetched, sealed(), ".attachment");
        base::write_file(m_out / "fault.mime",
                         base::as_bytes(osci::write_message(osci::Fault{
                             .fault_code = "soap:Client", .text = "nein", .code = "9400"})),
                         base::Access::everyone);
    }

private:
    const pki::Identity& identity(const std::string& name)
    {
        auto found = m_identities.find(name);
        if (found == m_identities.end()) {
            const auto path = (m_keys / (name + ".p12")).string();
            found = m_identities
                        .emplace(name, pki::load_pkcs12(base::read_file(path, 1 << 20),
                                                        base::SecretString("123456"), path, {})
                                           .identity)
                        .first;
        }
        return found->second;
    }

    osci::RoledCertificate in_role(osci::CertificateRole role, const std::string& name)
    {
        return osci::with_role(role, identity(name).chain.front());
    }

    osci::Signer signer(const std::string& name)
    {
        return {.key = identity(name).key,
                .certificate = identity(name).chain.front(),
                .method = m_method};
    }

    osci::Message request(osci::Order order)
    {
        osci::Message message;
        message.order = order;
        message.features = osci::own_features();
        message.control.challenge = "Q2hhbGxlbmdl";
        const auto init = order == osci::Order::init_dialog;
        if (!init) {
            message.control.conversation_id = "4711";
            message.control.sequence_number = "3";
            message.control.response = "UmVzcG9uc2U=";
        }
        if (init || order == osci::Order::get_message_id) {
            message.certificates = {
                in_role(osci::CertificateRole::cipher_originator, "client_cipher")};
        }
        message.certificates.push_back(
            in_role(osci::CertificateRole::signature_originator, "client_signature"));
        if (order == osci::Order::fetch_delivery) {
            message.selection.reception_of_delivery = base::from_unix(k_when);
        }
        if (order == osci::Order::fetch_process_card) {
            message.selection.recent_modification = base::from_unix(k_when);
            message.selection.no_reception = true;
            message.selection.role = osci::CardRole::addressee;
            message.limit = 100;
        }
        return message;
    }

    osci::Message response(osci::Order order)
    {
        auto message = request(order);
        message.direction = osci::Direction::response;
        message.control.conversation_id = "4711";
        message.control.response = message.control.challenge;
        if (order == osci::Order::exit_dialog) {
            message.control.challenge.reset();
        }
        message.certificates = {
            in_role(osci::CertificateRole::signature_intermediary, "intermed_signature")};
        message.feedback = {{"de", "3500", "Warnung <&>"}, {"en", "0801", "done"}};
        if (order == osci::Order::get_message_id) {
            message.message_id = "nummer/1";
        }
        if (order != osci::Order::init_dialog && order != osci::Order::exit_dialog &&
            order != osci::Order::get_message_id) {
            message.cards = {card(order)};
        }
        return message;
    }

    osci::ProcessCard card(osci::Order order)
    {
        osci::ProcessCard card;
        card.message_id = "nummer/1";
        card.recent_modification = base::from_unix(k_when);
        card.creation = osci::Stamp{.at = base::from_unix(k_when)};
        if (order != osci::Order::store_delivery) {
            card.forwarding = osci::Stamp{.at = base::from_unix(k_when)};
        }
        if (order == osci::Order::fetch_process_card || order == osci::Order::mediate_delivery ||
            order == osci::Order::forward_delivery) {
            card.reception = osci::Stamp{.at = base::from_unix(k_when)};
        }
        card.subject = "Antrag & Anlage";
        osci::Inspection inspection;
        inspection.timestamp = {.at = base::from_unix(k_when)};
        inspection.subject = "CN=Probe";
        inspection.issuer = "CN=Aussteller";
        inspection.serial = "1001";
        inspection.online_result = "ok";
        card.inspections = {inspection};
        return card;
    }

    osci::Message delivery(osci::Order order, bool with_attachment)
    {
        auto message = request(order);
        message.message_id = "nummer/1";
        message.subject = "Antrag";
        message.content_receiver = "https://empfaenger.example/osci";
        const auto reader = in_role(osci::CertificateRole::cipher_other_reader, "recipient_cipher");
        message.certificates.push_back(
            in_role(osci::CertificateRole::cipher_originator, "client_cipher"));
        message.certificates.push_back(
            in_role(osci::CertificateRole::cipher_addressee, "recipient_cipher"));
        message.certificates.push_back(reader);
        osci::ContainerDraft draft{
            .id = "ANTRAGSDATEN", .data = base::as_bytes(k_data), .attachments = {}};
        if (with_attachment) {
            m_sealed.clear();
            draft.attachments.push_back(osci::seal_attachment(
                "anlage-1.txt", base::source_of(base::as_bytes(m_attachment)),
                xmldsig::digest_of(m_method),
                [&](base::ByteView piece) { m_sealed += base::as_text(piece); }));
        }
        const auto author = signer("client_signature");
        const auto container =
            osci::write_container(draft, &author, message.certificates.front().id);
        message.content =
            osci::write_content_package({osci::encrypt_container(container, {reader}, 0)}, {});
        return message;
    }

    std::vector<osci::OutgoingAttachment> sealed()
    {
        return {{.id = "anlage-1.txt",
                 .media_type = "text/plain",
                 .size = m_sealed.size(),
                 .open = [this] { return base::source_of(base::as_bytes(m_sealed)); }}};
    }

    void write(const osci::Message& message,
               const std::vector<osci::OutgoingAttachment>& attachments, const std::string& suffix)
    {
        const auto request = message.direction == osci::Direction::request;
        const auto own = signer(request ? "client_signature" : "intermed_signature");
        const auto& other = identity(request ? "intermed_cipher" : "client_cipher").chain.front();
        const auto name =
            (request ? "" : "ResponseTo") + std::string(osci::type_name(message.order)) + suffix;
        for (const auto* recipient : {static_cast<const pki::Certificate*>(nullptr), &other}) {
            std::string text;
            osci::write_message(message, attachments, &own, recipient,
                                [&](base::ByteView piece) { text += base::as_text(piece); });
            base::write_file(m_out / (name + (recipient == nullptr ? ".plain.mime" : ".mime")),
                             base::as_bytes(text), base::Access::everyone);
        }
    }

    std::filesystem::path m_keys, m_out;
    const xmldsig::SignatureMethod& m_method;
    std::map<std::string, pki::Identity> m_identities;
    std::string m_attachment, m_sealed;
};

} // namespace

int main(int argc, char** argv)
{
    if (argc != 4 || xmldsig::own_method(argv[3]) == nullptr) {
        std::fputs("usage: osci_driver KEYS OUT METHOD\n", stderr);
        return 64;
    }
    try {
        Writer(argv[1], argv[2], argv[3]).write_all();
        return 0;
    } catch (const base::Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
