// Tests of osci/envelope.hpp.
// SPDX-License-Identifier: EUPL-1.2

#include "golden.hpp"
#include "osci/names.hpp"
#include "osci/outgoing.hpp"

#include <algorithm>

using namespace anb;

namespace {

std::string envelope_of(const std::string& mime)
{
    const auto begin = mime.find("<?xml");
    return mime.substr(begin, mime.find("</soap:Envelope>") + 16 - begin);
}

osci::SignedMessage read(const std::string& envelope)
{
    return std::get<osci::SignedMessage>(
        osci::read_envelope(xml::Document::parse(base::as_bytes(envelope), "probe")));
}

/// Containers say the namespaces again that are in scope already; canonical form does not.
std::string without_repetition(std::string envelope)
{
    const auto repeated = "<osci:ContentContainer" + std::string(osci::k_scope);
    const auto at = envelope.find(repeated);
    return at == std::string::npos
               ? envelope
               : envelope.replace(at, repeated.size(), "<osci:ContentContainer");
}

/// Element and attribute names in their order, and nothing of what they hold.
std::string skeleton(const std::string& envelope)
{
    std::string out;
    const auto document = xml::Document::parse(base::as_bytes(envelope), "probe");
    document.walk([&](const xml::Node& node) {
        const auto parent = node.parent();
        const auto above = parent ? parent->name() : std::string_view();
        if (node.name() == "Reference" || above == "Reference" || above == "Transforms") {
            return;
        }
        out += std::string(node.name());
        for (const auto& attribute : node.attributes()) {
            out += " " + attribute.name;
        }
        out += "\n";
    });
    return out;
}

} // namespace

TEST_CASE("osci::write_envelope: writes what was read, byte by byte")
{
    if (golden::missing()) {
        return;
    }
    int same = 0;
    for (const auto& entry : std::filesystem::directory_iterator(golden::k_folder / "plain")) {
        const auto name = entry.path().filename().string();
        if (name.ends_with("09_fault_initDialog.response.mime")) {
            continue;
        }
        CAPTURE(name);
        const auto envelope = envelope_of(golden::text("plain", name));
        const auto message = read(envelope).message;
        auto written = osci::write_envelope(message, nullptr, {});
        auto expected = without_repetition(envelope);
        if (!message.cards.empty()) {
            expected = skeleton(expected);
            written = skeleton(written);
        }
        CHECK(written == expected);
        ++same;
    }
    CHECK(same == 17);
}

TEST_CASE("osci::write_envelope: signed envelopes have the shape of the golden ones")
{
    if (golden::missing()) {
        return;
    }
    const auto& client = golden::identity("client_signature");
    const auto& intermediary = golden::identity("intermed_signature");
    for (const auto& entry : std::filesystem::directory_iterator(golden::k_folder / "signed")) {
        const auto name = entry.path().filename().string();
        if (name.starts_with("09_fault_initDialog.response")) {
            continue;
        }
        CAPTURE(name);
        const auto envelope = envelope_of(golden::text("signed", name));
        const auto original = read(envelope);
        const auto& own = name.find("request") != name.npos ? client : intermediary;
        const osci::Signer signer{.key = own.key,
                                  .certificate = own.chain.front(),
                                  .method = *xmldsig::own_method("rsa-sha256")};
        std::vector<xmldsig::Reference> attachments;
        for (const auto& reference : original.signature->references) {
            if (reference.is_attachment()) {
                attachments.push_back(reference);
            }
        }
        const auto written = osci::write_envelope(original.message, &signer, attachments);
        CHECK(skeleton(written) == skeleton(envelope));
        const auto again = read(written);
        CHECK(again.signature->references.size() == original.signature->references.size());
        for (const auto& reference : again.signature->references) {
            const auto before = std::ranges::find(original.signature->references, reference.uri,
                                                  &xmldsig::Reference::uri);
            REQUIRE(before != original.signature->references.end());
            if (original.message.cards.empty() || reference.uri != "#" + std::string("body")) {
                CAPTURE(reference.uri);
                const auto has_times =
                    !original.message.cards.empty() && reference.uri.starts_with("#responseto");
                CHECK((has_times || before->digest == reference.digest));
            }
        }
    }
}

TEST_CASE("osci::write_envelope: text and attributes are escaped as canonical XML has them")
{
    osci::Message message;
    message.order = osci::Order::store_delivery;
    message.message_id = std::string("a\0b", 3);
    message.subject = "1 < 2 & \"drei\" > 0\r\n\t";
    message.control = {
        .conversation_id = {}, .sequence_number = "0", .response = {}, .challenge = "A&B"};
    const auto again = read(osci::write_envelope(message, nullptr, {})).message;
    CHECK(again.message_id == message.message_id);
    CHECK(again.subject == message.subject);
    CHECK(again.control.challenge == "A&B");
}

TEST_CASE("osci: forward and mediate are written and read")
{
    for (const auto order : {osci::Order::forward_delivery, osci::Order::mediate_delivery}) {
        osci::Message message;
        message.order = order;
        message.message_id = "nummer";
        message.subject = "Betreff";
        message.content_receiver = "https://empfaenger.example/osci";
        message.control = {
            .conversation_id = "7", .sequence_number = "3", .response = "r", .challenge = "c"};
        const auto again = read(osci::write_envelope(message, nullptr, {})).message;
        CHECK(again.order == order);
        CHECK(again.content_receiver == message.content_receiver);
        CHECK(again.message_id == "nummer");
        CHECK(again.content.find("ContentPackage") != std::string::npos);

        osci::Message answer;
        answer.order = order;
        answer.direction = osci::Direction::response;
        answer.control = {
            .conversation_id = "7", .sequence_number = "3", .response = "c", .challenge = "d"};
        answer.feedback = {{"de", "0801", "gut"}, {"en", "0801", "good"}};
        answer.cards = {{.message_id = "nummer",
                         .recent_modification = base::from_unix(1'800'000'000),
                         .creation = osci::Stamp{.at = base::from_unix(1'800'000'000)},
                         .forwarding = osci::Stamp{.at = base::from_unix(1'800'000'001)},
                         .reception = osci::Stamp{.at = base::from_unix(1'800'000'002)},
                         .subject = "Betreff",
                         .inspections = {}}};
        const auto read_answer = read(osci::write_envelope(answer, nullptr, {})).message;
        REQUIRE(read_answer.cards.size() == 1);
        CHECK(read_answer.cards[0].reception->at == base::from_unix(1'800'000'002));
        CHECK(read_answer.feedback.size() == 2);
    }
}
