// SPDX-License-Identifier: EUPL-1.2

#include "osci_bench.hpp"

#include "base/file.hpp"
#include "crypto/random.hpp"
#include "osci/content.hpp"
#include "pki/issue.hpp"
#include "pki/pkcs12.hpp"

#include <doctest/doctest.h>

namespace anb::sandbox::testing {

namespace {

using osci::CertificateRole;
using osci::Order;

pki::Identity identity(Bench& bench, const std::string& store, const std::string& environment)
{
    auto& pki = bench.sandbox().environment(environment).pki;
    pki.make_directory_files(environment);
    const auto file = (pki.folder() / (store + ".p12")).string();
    const auto word = (pki.folder() / (store + ".password")).string();
    return pki::load_pkcs12(base::read_file(file, 1 << 20),
                            base::SecretString(base::to_text(base::read_file(word, 1000))), file,
                            {.alias = {}, .at = base::now()})
        .identity;
}

pki::CertificateRequest request_for(base::UtcTime from, base::UtcTime until)
{
    pki::CertificateRequest request;
    request.common_name = "GRP: Fremde Stadt";
    request.not_before = from;
    request.not_after = until;
    request.key_usage = pki::digital_signature | pki::key_encipherment;
    return request;
}

std::string new_challenge()
{
    return base::to_base64(crypto::random_bytes(10));
}

} // namespace

std::string OsciReply::codes() const
{
    if (const auto* fault = incoming.fault()) {
        return "fault " + fault->code;
    }
    std::string text;
    for (const auto& entry : message().feedback) {
        text += (text.empty() ? "" : " ") + entry.code;
    }
    return text;
}

OsciClient::OsciClient(Bench& bench, const std::string& store, std::string environment)
    : OsciClient(bench, identity(bench, store, environment), environment)
{
}

OsciClient::OsciClient(Bench& bench, pki::Identity own, std::string environment)
    : m_bench(bench), m_environment(std::move(environment)), m_own(std::move(own))
{
}

osci::Message OsciClient::order(Order kind) const
{
    osci::Message order;
    order.order = kind;
    order.control.challenge = new_challenge();
    if (m_conversation && kind != Order::init_dialog) {
        order.control.conversation_id = m_conversation;
        order.control.sequence_number = std::to_string(m_next);
        order.control.response = m_last_challenge;
    } else if (kind != Order::init_dialog) {
        order.control.sequence_number = "0";
    }
    order.features = osci::own_features();
    order.certificates = {
        osci::with_role(CertificateRole::cipher_originator, certificate()),
        osci::with_role(CertificateRole::signature_originator, certificate()),
    };
    return order;
}

std::string OsciClient::written(const osci::Message& order,
                                const std::vector<osci::OutgoingAttachment>& attachments) const
{
    const osci::Signer signer{.key = other_key == nullptr ? m_own.key : *other_key,
                              .certificate = certificate(),
                              .method = *xmldsig::own_method("sha256-rsa-MGF1")};
    auto& environment = m_bench.sandbox().environment(m_environment);
    const auto recipient =
        other_recipient.value_or(environment.pki.intermediary_cipher(m_environment).certificate);
    std::string body;
    osci::write_message(order, attachments, signs ? &signer : nullptr,
                        encrypts ? &recipient : nullptr,
                        [&](base::ByteView piece) { body += base::as_text(piece); });
    return body;
}

OsciReply OsciClient::post(const std::string& body)
{
    const auto answer = m_bench.exchange("POST", "/" + m_environment + "/osci",
                                         {{"Content-Type", "text/xml"}}, body);
    REQUIRE(answer.status == 200);
    CHECK(answer.headers.at("content-type") == "text/xml");
    auto opened =
        osci::open_message(base::source_of(base::as_bytes(answer.body)), "answer", {&m_own});
    return {osci::read_message(std::move(opened))};
}

OsciReply OsciClient::send(const osci::Message& order,
                           const std::vector<osci::OutgoingAttachment>& attachments)
{
    auto reply = post(written(order, attachments));
    if (reply.incoming.fault() != nullptr) {
        m_conversation.reset();
        return reply;
    }
    const auto& control = reply.message().control;
    CHECK(reply.incoming.opened.transport.has_value() == encrypts);
    CHECK(reply.incoming.signature.has_value());
    CHECK(reply.message().order == order.order);
    CHECK(control.response == order.control.challenge);
    CHECK(control.sequence_number == order.control.sequence_number);
    CHECK(control.conversation_id.has_value());
    if (order.order == Order::init_dialog) {
        m_conversation = control.conversation_id;
        m_next = 0;
    } else if (order.order == Order::exit_dialog) {
        CHECK_FALSE(control.challenge.has_value());
        m_conversation.reset();
    } else if (order.control.conversation_id) {
        CHECK(control.conversation_id == m_conversation);
        ++m_next;
    }
    m_last_challenge = control.challenge.value_or("");
    return reply;
}

void OsciClient::open_dialog()
{
    REQUIRE(send(Order::init_dialog).codes() == "0801");
}

std::string OsciClient::new_message_id()
{
    const auto reply = send(Order::get_message_id);
    REQUIRE(reply.codes() == done());
    return reply.message().message_id;
}

osci::Message OsciClient::delivery(const std::string& message_id,
                                   const pki::Certificate& addressee) const
{
    auto message = order(Order::store_delivery);
    message.message_id = message_id;
    message.subject = "Antrag";
    message.certificates.push_back(osci::with_role(CertificateRole::cipher_addressee, addressee));
    const auto reader = osci::with_role(CertificateRole::cipher_other_reader, addressee);
    message.certificates.push_back(reader);
    const auto container = osci::write_container(
        {.id = "ANTRAGSDATEN", .data = base::as_bytes("<antrag/>"), .attachments = {}}, nullptr,
        "");
    message.content =
        osci::write_content_package({osci::encrypt_container(container, {reader}, 0)}, {});
    return message;
}

std::string OsciClient::store(const pki::Certificate& addressee)
{
    auto id = new_message_id();
    REQUIRE(send(delivery(id, addressee)).codes() == done());
    return id;
}

OsciReply OsciClient::fetch(const osci::Selection& selection)
{
    auto message = order(Order::fetch_delivery);
    message.selection = selection;
    return send(message);
}

OsciReply OsciClient::cards(const osci::Selection& selection, std::optional<std::uint64_t> limit)
{
    auto message = order(Order::fetch_process_card);
    message.selection = selection;
    message.limit = limit;
    return send(message);
}

pki::Identity stranger(base::UtcTime from, base::UtcTime until)
{
    auto key = crypto::PrivateKey::generate_rsa(3072);
    auto certificate = pki::self_sign(key, request_for(from, until));
    return {.key = std::move(key), .chain = {std::move(certificate)}, .alias = {}};
}

pki::Identity forgery(const pki::Certificate& issuer, base::UtcTime from, base::UtcTime until)
{
    auto key = crypto::PrivateKey::generate_rsa(3072);
    auto certificate = pki::issue(key.public_key(), request_for(from, until), issuer, key);
    return {.key = std::move(key), .chain = {std::move(certificate)}, .alias = {}};
}

} // namespace anb::sandbox::testing
