// SPDX-License-Identifier: EUPL-1.2

#include "osci/client.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "crypto/random.hpp"

#include <algorithm>
#include <memory>

namespace anb::osci {

namespace {

using base::Error;
using base::ErrorKind;

constexpr std::size_t k_challenge_size = 10;
constexpr std::size_t k_max_said = 300;
constexpr std::uint64_t k_max_answer = 4ULL * 1024 * 1024 * 1024;

std::string new_challenge()
{
    return base::to_base64(crypto::random_bytes(k_challenge_size));
}

[[noreturn]] void mistrust(const char* code, const std::string& expected, const std::string& found)
{
    throw Error(ErrorKind::trust, code,
                {{"expected", base::printable(expected, 80)},
                 {"found", base::printable(found.empty() ? "-" : found, 80)}});
}

void demand_equal(const char* code, const std::optional<std::string>& expected,
                  const std::optional<std::string>& found)
{
    if (expected != found) {
        mistrust(code, expected.value_or("-"), found.value_or("-"));
    }
}

/// The answer belongs to what was asked (osci.md §8).
void check_dialog(const Message& answer, Order order, const ControlBlock& sent)
{
    if (answer.direction != Direction::response || answer.order != order) {
        mistrust("ANB-O405", std::string(type_name(order)), std::string(type_name(answer.order)));
    }
    demand_equal("ANB-O401", sent.challenge, answer.control.response);
    if (sent.conversation_id) {
        demand_equal("ANB-O402", sent.conversation_id, answer.control.conversation_id);
    } else if (order == Order::init_dialog && !answer.control.conversation_id) {
        mistrust("ANB-O402", "ConversationId", "-");
    }
    demand_equal("ANB-O403", sent.sequence_number, answer.control.sequence_number);
}

void check_signer(const Incoming& incoming, const Intermediary& intermediary)
{
    const auto& signature = incoming.signature;
    if (signature && intermediary.signature &&
        !(signature->certificate == *intermediary.signature)) {
        const auto hex = [](const pki::Certificate& certificate) {
            return certificate.common_name() + ", SHA-256 " +
                   base::to_hex(certificate.fingerprint(crypto::DigestAlgorithm::sha256));
        };
        throw Error(
            ErrorKind::trust, "ANB-O309",
            {{"expected", hex(*intermediary.signature)}, {"found", hex(signature->certificate)}});
    }
}

void check_message_ids(const Message& answer, const std::vector<std::string>& asked)
{
    if (asked.empty()) {
        return;
    }
    for (const auto& card : answer.cards) {
        if (std::ranges::find(asked, card.message_id) == asked.end()) {
            mistrust("ANB-O406", base::join(asked, ", "), card.message_id);
        }
    }
}

std::vector<std::string> ids_of(const Message& order)
{
    return order.message_id.empty() ? order.selection.message_ids
                                    : std::vector<std::string>{order.message_id};
}

ErrorKind kind_of(const std::string& code)
{
    const auto begins = [&](std::string_view start) { return code.starts_with(start); };
    if (begins("950") || code == "9600" || begins("970") || begins("971")) {
        return ErrorKind::credentials;
    }
    if (begins("920")) {
        return ErrorKind::configuration;
    }
    return code == "9000" || code == "9400" ? ErrorKind::try_later : ErrorKind::input;
}

} // namespace

base::Error refuse(const std::string& code, const std::string& said, bool is_fault,
                   std::string_view languages)
{
    const auto* known = find_feedback(code);
    const auto meaning = known == nullptr              ? std::string_view("?")
                         : languages.starts_with("en") ? known->english
                                                       : known->german;
    return {kind_of(code),
            is_fault ? "ANB-O501" : "ANB-O502",
            {{"code", code.empty() ? "-" : base::printable(code, 20)},
             {"meaning", std::string(meaning)},
             {"said", base::printable(said.empty() ? "-" : said, k_max_said)}}};
}

void Answer::require_done() const
{
    const auto gravest_code = code();
    if (classify(gravest_code) != FeedbackClass::failed) {
        return;
    }
    const auto& entries = message().feedback;
    const auto entry = std::ranges::find(entries, gravest_code, &FeedbackEntry::code);
    throw refuse(gravest_code, entry->text, false, languages);
}

Client::Client(http::Transport& transport, Intermediary intermediary, Own own,
               std::string languages)
    : m_transport(transport), m_intermediary(std::move(intermediary)), m_own(own),
      m_languages(std::move(languages))
{
}

Message Client::complete(Message order) const
{
    order.direction = Direction::request;
    order.languages = m_languages;
    order.features = own_features();
    const auto& cipher = m_own.cipher.chain.front();
    const auto& signature = m_own.signature.chain.front();
    const auto names_cipher = order.order == Order::init_dialog ||
                              order.order == Order::get_message_id || !order.content.empty();
    if (names_cipher) {
        order.certificates.push_back(with_role(CertificateRole::cipher_originator, cipher));
    }
    order.certificates.push_back(with_role(CertificateRole::signature_originator, signature));
    return order;
}

Answer Client::post(const std::function<base::Source()>& body, std::uint64_t size, bool repeatable,
                    const Message& order)
{
    base::Spool received;
    http::Request request;
    request.method = "POST";
    request.url = m_intermediary.url;
    request.plain_http = true;
    request.headers = {{"Content-Type", "text/xml"}, {"charset", "utf-8"}};
    request.source = body;
    request.source_size = size;
    request.sink = [&](base::ByteView piece) { received.write(piece); };
    request.max_response = k_max_answer;
    request.repeatable = repeatable;
    const auto response = m_transport.send(request);
    if (!response.ok()) {
        received.write(base::as_bytes(response.body));
    }
    try {
        auto incoming = read_message(
            open_message(received.source(0, received.size()), m_intermediary.url, {&m_own.cipher}));
        if (const auto* fault = incoming.fault()) {
            throw refuse(fault->code, fault->text, true, m_languages);
        }
        if (!incoming.opened.transport) {
            mistrust("ANB-O404", "MessageEncrypted",
                     std::string(type_name(incoming.message().order)));
        }
        check_signer(incoming, m_intermediary);
        check_dialog(incoming.message(), order.order, order.control);
        check_message_ids(incoming.message(), ids_of(order));
        return {.incoming = std::move(incoming), .languages = m_languages};
    } catch (const Error& error) {
        if (error.code() == "ANB-O101") {
            throw Error(ErrorKind::unavailable, "ANB-O504",
                        {{"status", std::to_string(response.status)}}, error.what());
        }
        throw;
    }
}

Answer Client::exchange(const Message& order, bool repeatable)
{
    std::string text;
    const Signer signer{.key = m_own.signature.key,
                        .certificate = m_own.signature.chain.front(),
                        .method = m_own.method};
    write_message(order, {}, &signer, &m_intermediary.cipher,
                  [&](base::ByteView piece) { text += base::as_text(piece); });
    return post([&] { return base::source_of(base::as_bytes(text)); }, text.size(), repeatable,
                order);
}

std::string Client::get_message_id()
{
    Message order;
    order.order = Order::get_message_id;
    order.control.sequence_number = "0";
    order.control.challenge = new_challenge();
    const auto answer = exchange(complete(std::move(order)), true);
    answer.require_done();
    if (answer.message().message_id.empty()) {
        mistrust("ANB-O406", "MessageId", "-");
    }
    return answer.message().message_id;
}

PreparedDelivery Client::prepare_delivery(Message delivery,
                                          const std::vector<OutgoingAttachment>& attachments,
                                          const base::Sink& sink) const
{
    delivery.order = Order::store_delivery;
    delivery.control = {.conversation_id = {},
                        .sequence_number = "0",
                        .response = {},
                        .challenge = new_challenge()};
    delivery = complete(std::move(delivery));
    const Signer signer{.key = m_own.signature.key,
                        .certificate = m_own.signature.chain.front(),
                        .method = m_own.method};
    write_message(delivery, attachments, &signer, &m_intermediary.cipher, sink);
    return {.message_id = delivery.message_id, .challenge = *delivery.control.challenge};
}

Answer Client::deliver(const PreparedDelivery& prepared, const std::function<base::Source()>& body,
                       std::uint64_t size)
{
    Message sent;
    sent.order = Order::store_delivery;
    sent.message_id = prepared.message_id;
    sent.control.sequence_number = "0";
    sent.control.challenge = prepared.challenge;
    return post(body, size, false, sent);
}

Client::Dialog Client::open_dialog(std::optional<Answer>* answer)
{
    Message order;
    order.order = Order::init_dialog;
    order.control.challenge = new_challenge();
    auto opened = exchange(complete(std::move(order)), true);
    opened.require_done();
    Dialog dialog(*this);
    const auto& control = opened.message().control;
    if (!control.challenge) {
        mistrust("ANB-O401", "Challenge", "-");
    }
    dialog.m_conversation = *control.conversation_id;
    dialog.m_last_challenge = *control.challenge;
    dialog.m_open = true;
    if (answer != nullptr) {
        *answer = std::move(opened);
    }
    return dialog;
}

Answer Client::Dialog::send(Message order)
{
    const auto leaving = order.order == Order::exit_dialog;
    order.control = {.conversation_id = m_conversation,
                     .sequence_number = std::to_string(m_next),
                     .response = m_last_challenge,
                     .challenge = new_challenge()};
    m_open = false;
    auto answer = m_client.exchange(m_client.complete(std::move(order)), false);
    ++m_next;
    const auto& challenge = answer.message().control.challenge;
    if (!leaving) {
        if (!challenge) {
            mistrust("ANB-O401", "Challenge", "-");
        }
        m_last_challenge = *challenge;
        m_open = true;
    }
    return answer;
}

Answer Client::Dialog::exit()
{
    Message order;
    order.order = Order::exit_dialog;
    return send(std::move(order));
}

bool Client::answers()
{
    http::Request request;
    request.url = m_intermediary.url;
    request.plain_http = true;
    request.repeatable = true;
    return m_transport.send(request).status > 0;
}

} // namespace anb::osci
