// SPDX-License-Identifier: EUPL-1.2

#include "osci/message.hpp"

#include "base/bytes.hpp"
#include "base/error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anb::osci {

namespace {

struct RoleWords {
    CertificateRole role;
    std::string_view element;
    std::string_view id;
    bool numbered = false;
};

constexpr RoleWords k_roles[] = {
    {CertificateRole::cipher_originator, "CipherCertificateOriginator", "originator_cipher"},
    {CertificateRole::cipher_other_author, "CipherCertificateOtherAuthor", "author{}_cipher", true},
    {CertificateRole::cipher_addressee, "CipherCertificateAddressee", "addressee_cipher"},
    {CertificateRole::cipher_other_reader, "CipherCertificateOtherReader", "reader{}_cipher", true},
    {CertificateRole::signature_originator, "SignatureCertificateOriginator",
     "originator_signature"},
    {CertificateRole::signature_other_author, "SignatureCertificateOtherAuthor",
     "author{}_signature", true},
    {CertificateRole::signature_addressee, "SignatureCertificateAddressee", "addressee_signature"},
    {CertificateRole::cipher_intermediary, "CipherCertificateIntermediary", "intermed_cipher"},
    {CertificateRole::signature_intermediary, "SignatureCertificateIntermediary",
     "intermed_signature"},
};

const RoleWords& words_of(CertificateRole role)
{
    return *std::ranges::find(k_roles, role, &RoleWords::role);
}

} // namespace

std::string_view type_name(Order order)
{
    switch (order) {
    case Order::init_dialog:
        return "InitDialog";
    case Order::exit_dialog:
        return "ExitDialog";
    case Order::get_message_id:
        return "GetMessageId";
    case Order::store_delivery:
        return "StoreDelivery";
    case Order::fetch_delivery:
        return "FetchDelivery";
    case Order::fetch_process_card:
        return "FetchProcessCard";
    case Order::forward_delivery:
        return "ForwardDelivery";
    case Order::mediate_delivery:
        return "MediateDelivery";
    }
    base::fail_internal("unknown order");
}

std::string_view element_name(CertificateRole role)
{
    return words_of(role).element;
}

RoledCertificate with_role(CertificateRole role, const pki::Certificate& certificate,
                           std::size_t number)
{
    const auto& words = words_of(role);
    auto id = std::string(words.id);
    if (words.numbered) {
        id.replace(id.find("{}"), 2, std::to_string(number));
    }
    const auto digest = certificate.fingerprint(crypto::DigestAlgorithm::sha256);
    return {.role = role,
            .id = fmt::format("{}_{}", id, base::to_hex(digest)),
            .certificate = certificate};
}

bool Inspection::good() const
{
    return math_result == "ok" && offline_result == "valid" && online_result.value_or("ok") == "ok";
}

const std::vector<Feature>& own_features()
{
    static const std::vector<Feature> features = {
        {"DisableBase64", "1.2.0"},   {"OAEPEncryption", "1.6.0"},       {"SHA3HashAlgo", "1.6.3"},
        {"GCMPaddingModus", "1.7.0"}, {"Support96Bit12ByteIV", "1.9.0"},
    };
    return features;
}

const RoledCertificate* Message::find(CertificateRole role) const
{
    const auto found = std::ranges::find(certificates, role, &RoledCertificate::role);
    return found == certificates.end() ? nullptr : &*found;
}

const RoledCertificate* Message::find_id(std::string_view id) const
{
    const auto found = std::ranges::find(certificates, id, &RoledCertificate::id);
    return found == certificates.end() ? nullptr : &*found;
}

} // namespace anb::osci
