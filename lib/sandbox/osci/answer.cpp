// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/osci/answer.hpp"

#include "base/file.hpp"
#include "base/text.hpp"
#include "crypto/random.hpp"

namespace anb::sandbox {

namespace {

using osci::CertificateRole;

constexpr std::size_t k_small = std::size_t{1} << 20;
constexpr auto k_media_type = "text/xml";

std::string text_of(const osci::FeedbackCode* known, std::string_view language)
{
    return known == nullptr   ? std::string("?")
           : language == "en" ? std::string(known->english)
                              : std::string(known->german);
}

/// Feedback comes in the body of some answers and in the header of others; a kind of answer that
/// has the same members as this one is put in its place.
osci::Order other_than(osci::Order order)
{
    return order == osci::Order::exit_dialog ? osci::Order::init_dialog : osci::Order::exit_dialog;
}

void spoil_message(osci::Message& message, const std::string& spoil)
{
    auto& control = message.control;
    if (spoil == "response") {
        control.response = base::to_base64(crypto::random_bytes(10));
    } else if (spoil == "conversation") {
        control.conversation_id = "1";
    } else if (spoil == "sequence") {
        control.sequence_number = "99";
    } else if (spoil == "order") {
        message.order = other_than(message.order);
    } else if (spoil == "message_id") {
        message.message_id += message.message_id.empty() ? "" : ".other";
        for (auto& card : message.cards) {
            card.message_id += ".other";
        }
    }
}

/// Takes what is written: in memory while it is small, then in a file.
class Collector {
public:
    explicit Collector(const std::filesystem::path& folder)
        : m_path(folder / ("answer-" + crypto::random_uuid()))
    {
    }

    void take(base::ByteView piece)
    {
        if (!m_file && m_text.size() + piece.size() > k_small) {
            m_file.emplace(m_path, base::Access::owner_only);
            m_file->write(m_text);
        }
        if (m_file) {
            m_file->write(piece);
        } else {
            m_text += base::as_text(piece);
        }
    }

    Response response()
    {
        Response response;
        response.media_type = k_media_type;
        response.headers = {{"charset", "utf-8"}};
        if (m_file) {
            m_file->commit();
            response.file = m_path;
            response.file_is_ours = true;
        } else {
            response.body = std::move(m_text);
        }
        return response;
    }

private:
    std::filesystem::path m_path;
    std::string m_text;
    std::optional<base::AtomicFile> m_file;
};

/// The client's own method when it is one that we write with.
const xmldsig::SignatureMethod& method_for(const OsciOrder& order)
{
    const auto* own = order.signature ? xmldsig::own_method(order.signature->method) : nullptr;
    return own == nullptr ? *xmldsig::own_method("rsa-sha256") : *own;
}

} // namespace

void OsciAnswer::say(const std::string& code)
{
    const auto* known = osci::find_feedback(code);
    for (const auto language : base::split(message.languages, ' ')) {
        if (language == "de" || language == "en") {
            message.feedback.push_back({std::string(language), code, text_of(known, language)});
        }
    }
    if (!osci::has(message.feedback, code)) {
        message.feedback.push_back({"de", code, text_of(known, "de")});
    }
}

OsciAnswer answer_to(const osci::Message& order)
{
    OsciAnswer answer;
    answer.message.order = order.order;
    answer.message.direction = osci::Direction::response;
    answer.message.languages = order.languages;
    answer.message.selection = order.selection;
    answer.message.limit = order.limit;
    if (!order.features.empty()) {
        answer.message.features = osci::own_features();
    }
    return answer;
}

Response write_answer(OsciAnswer answer, const OsciOrder& order, const OsciKeys& keys,
                      const pki::Certificate& client, const std::string& spoil,
                      const std::filesystem::path& folder)
{
    spoil_message(answer.message, spoil);
    const auto& shown = spoil == "signer" ? keys.cipher : keys.signature;
    const auto& signing = spoil == "signer" || spoil == "signature" ? keys.cipher : keys.signature;
    answer.message.certificates.push_back(
        osci::with_role(CertificateRole::signature_intermediary, shown.certificate));
    const osci::Signer signer{
        .key = signing.key, .certificate = shown.certificate, .method = method_for(order)};
    const auto& recipient = spoil == "recipient" ? keys.cipher.certificate : client;

    Collector collector(folder);
    osci::write_message(answer.message, answer.attachments, spoil == "unsigned" ? nullptr : &signer,
                        order.is_encrypted() && spoil != "plain" ? &recipient : nullptr,
                        [&](base::ByteView piece) { collector.take(piece); });
    return collector.response();
}

Response fault_response(const std::string& code)
{
    const auto* known = osci::find_feedback(code);
    Response response;
    response.media_type = k_media_type;
    response.headers = {{"charset", "utf-8"}};
    response.body = osci::write_message(
        osci::Fault{.fault_code = code == "9000" ? "soap:Server" : "soap:Client",
                    .text = text_of(known, "de"),
                    .code = code});
    return response;
}

} // namespace anb::sandbox
