// An Intermediär of a few lines for tests of the receiver: one postbox, dialogs, and what can go
// wrong with them.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.hpp"
#include "http/transport.hpp"
#include "osci/client.hpp"
#include "pki/issue.hpp"

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace anb::bench {

inline constexpr base::UtcTime k_stored_at{base::Seconds(1768478400)};

/// A self-signed certificate that is valid when deliveries are stored.
inline pki::Identity make_identity(const std::string& name)
{
    auto key = crypto::PrivateKey::generate_rsa(2048);
    auto certificate =
        pki::self_sign(key, {.common_name = name,
                             .organization = "Testdaten",
                             .not_before = k_stored_at - base::Seconds(86400),
                             .not_after = k_stored_at + base::Seconds(86400 * 700),
                             .key_usage = pki::digital_signature | pki::key_encipherment,
                             .dns_names = {},
                             .ip_addresses = {}});
    return {.key = std::move(key), .chain = {std::move(certificate)}, .alias = {}};
}

/// Keys are dear: each is made once for all tests.
inline const pki::Identity& identity(const std::string& name)
{
    static std::map<std::string, pki::Identity> all;
    auto found = all.find(name);
    return (found != all.end() ? found : all.emplace(name, make_identity(name)).first)->second;
}

inline osci::Signer signer(const std::string& name)
{
    const auto& its = identity(name);
    return {.key = its.key,
            .certificate = its.chain.front(),
            .method = *xmldsig::own_method("rsa-sha256")};
}

struct Delivery {
    std::string id;
    std::string data = "<nachricht xmlns=\"urn:beispiel\">Grüße</nachricht>";
    std::string attachment = "%PDF-1.7 Anlage";
    std::string container = "XSOZIAL_DATA";
    std::string author = "Absender"; ///< empty: not signed
    std::string reader = "Empfaenger";
    bool bad_inspection = false;
    std::string also_for = {}; ///< reader of one more container; empty: there is none
    bool fetched = false;
};

class FakeIntermediary : public http::Transport {
public:
    std::deque<Delivery> postbox;
    /// Called with the number of the order, from 1: true loses the answer after it was carried out.
    std::function<bool(int order)> loses = [](int) { return false; };
    /// Changes the answer before it is signed.
    std::function<void(int order, osci::Message& answer)> change = [](int, osci::Message&) {};
    /// Changes the bytes of an answer.
    std::function<void(int order, std::string& bytes)> spoil = [](int, std::string&) {};
    std::string signs_with = "Intermediaer";
    bool says_more = true;
    std::vector<osci::Order> orders; ///< what came

    http::Response send(const http::Request& request) override
    {
        const auto order = read(request);
        orders.push_back(order.order);
        auto bytes = carry_out(order);
        const auto number = static_cast<int>(orders.size());
        if (loses(number)) {
            throw base::Error(base::ErrorKind::try_later, "ANB-N310", {{"host", "test"}});
        }
        spoil(number, bytes);
        request.sink(base::as_bytes(bytes));
        return {.status = 200, .headers = {}, .body = {}};
    }

    std::size_t waiting() const
    {
        return static_cast<std::size_t>(std::count_if(
            postbox.begin(), postbox.end(), [](const Delivery& each) { return !each.fetched; }));
    }

private:
    static osci::Message read(const http::Request& request)
    {
        const auto text = base::read_all(request.source(), 1 << 24).value();
        const osci::KeyRing ring{&identity("Intermediaer")};
        return osci::read_message(osci::open_message(base::source_of(text), "order", ring))
            .message();
    }

    std::string carry_out(const osci::Message& order)
    {
        osci::Message answer;
        answer.order = order.order;
        answer.direction = osci::Direction::response;
        answer.control = {.conversation_id = "4711",
                          .sequence_number = order.control.sequence_number,
                          .response = order.control.challenge,
                          .challenge = "QUJD"};
        answer.certificates = {osci::with_role(osci::CertificateRole::signature_intermediary,
                                               identity(signs_with).chain.front())};
        acknowledge(order.order);
        std::vector<osci::OutgoingAttachment> attachments;
        std::string sealed;
        auto code = std::string("0801");
        if (order.order == osci::Order::exit_dialog) {
            answer.control.challenge.reset();
            code = "0800";
        } else if (order.order == osci::Order::fetch_process_card) {
            answer.selection = order.selection;
            code = list(answer);
        } else if (order.order == osci::Order::fetch_delivery) {
            answer.selection = order.selection;
            code = fetch(order.selection, answer, attachments, sealed);
        }
        answer.feedback.insert(answer.feedback.begin(), {"de", code, "Text"});
        change(static_cast<int>(orders.size()), answer);
        std::string bytes;
        const auto signs = signer(signs_with);
        osci::write_message(answer, attachments, &signs, &identity("Empfaenger").chain.front(),
                            [&](base::ByteView piece) { bytes += base::as_text(piece); });
        return bytes;
    }

    /// The next order of the same dialog does it.
    void acknowledge(osci::Order order)
    {
        if (m_handed_out != nullptr && order != osci::Order::init_dialog) {
            m_handed_out->fetched = true;
        }
        m_handed_out = nullptr;
    }

    static osci::ProcessCard card_of(const Delivery& delivery)
    {
        osci::ProcessCard card;
        card.message_id = delivery.id;
        card.recent_modification = k_stored_at;
        card.creation = osci::Stamp{.at = k_stored_at};
        card.subject = "Antrag";
        const auto& sender = identity("Absender").chain.front();
        osci::Inspection inspection;
        inspection.timestamp = {.at = k_stored_at};
        inspection.subject = sender.subject();
        inspection.issuer = sender.issuer();
        inspection.serial = "1";
        inspection.math_result = delivery.bad_inspection ? "corrupted" : "ok";
        card.inspections = {inspection};
        return card;
    }

    std::string list(osci::Message& answer) const
    {
        for (const auto& delivery : postbox) {
            if (!delivery.fetched) {
                answer.cards.push_back(card_of(delivery));
            }
        }
        return answer.cards.empty() ? "9804" : "0801";
    }

    std::string fetch(const osci::Selection& selection, osci::Message& answer,
                      std::vector<osci::OutgoingAttachment>& attachments, std::string& sealed)
    {
        const auto is_meant = [&](const Delivery& each) {
            return !each.fetched && (selection.empty() || each.id == selection.message_ids.front());
        };
        const auto found = std::find_if(postbox.begin(), postbox.end(), is_meant);
        if (found == postbox.end()) {
            return "9803";
        }
        m_handed_out = &*found;
        answer.cards = {card_of(*found)};
        put_together(*found, answer, attachments, sealed);
        if (says_more && waiting() > 1) {
            answer.feedback.push_back({"de", "3800", "mehr"});
        }
        return "0801";
    }

    static void put_together(const Delivery& delivery, osci::Message& answer,
                             std::vector<osci::OutgoingAttachment>& attachments,
                             std::string& sealed)
    {
        const auto& sender = identity("Absender").chain.front();
        const auto originator =
            osci::with_role(osci::CertificateRole::signature_originator, sender);
        const auto reader = osci::with_role(osci::CertificateRole::cipher_other_reader,
                                            identity(delivery.reader).chain.front());
        answer.certificates.insert(
            answer.certificates.begin(),
            {osci::with_role(osci::CertificateRole::cipher_originator, sender), reader,
             originator});
        const auto method = *xmldsig::own_method("rsa-sha256");
        osci::ContainerDraft draft{
            .id = delivery.container, .data = base::as_bytes(delivery.data), .attachments = {}};
        draft.attachments.push_back(osci::seal_attachment(
            "anlage.pdf", base::source_of(base::as_bytes(delivery.attachment)),
            xmldsig::digest_of(method),
            [&](base::ByteView piece) { sealed += base::as_text(piece); }));
        attachments.push_back({.id = "anlage.pdf",
                               .media_type = "application/pdf",
                               .size = sealed.size(),
                               .open = [&] { return base::source_of(base::as_bytes(sealed)); }});
        const auto author = signer("Absender");
        const auto container = osci::write_container(
            draft, delivery.author.empty() ? nullptr : &author, originator.id);
        std::vector<std::string> encrypted = {osci::encrypt_container(container, {reader}, 0)};
        if (!delivery.also_for.empty()) {
            const auto other = osci::with_role(osci::CertificateRole::cipher_other_reader,
                                               identity(delivery.also_for).chain.front());
            answer.certificates.push_back(other);
            const osci::ContainerDraft closed{
                .id = "ANDERE", .data = base::as_bytes("<x/>"), .attachments = {}};
            encrypted.push_back(
                osci::encrypt_container(osci::write_container(closed, nullptr, ""), {other}, 1));
        }
        answer.content = osci::write_content_package(encrypted, {});
    }

    Delivery* m_handed_out = nullptr;
};

} // namespace anb::bench
