// SPDX-License-Identifier: EUPL-1.2

#include "messages/message.hpp"

#include <algorithm>

namespace anb::messages {

namespace {

struct Word {
    std::string_view key;
    Text text;
};

constexpr Word k_words[] = {
    {"addressing_information", {"Adressierungsinformationen", "addressing information"}},
    {"alg", {"Verfahren (alg)", "algorithm (alg)"}},
    {"attachments", {"Anlagen", "attachments"}},
    {"authentication_tags", {"Authentication-Tags", "authentication tags"}},
    {"chain", {"Zertifikatskette", "certificate chain"}},
    {"chain_length", {"Zertifikate", "certificates"}},
    {"contact", {"Kontakt", "contact"}},
    {"data", {"Fachdaten", "data"}},
    {"data_schema", {"Fachdatenschema", "data schema"}},
    {"decryption", {"Entschlüsselung", "decryption"}},
    {"destination", {"Zustellpunkt", "destination"}},
    {"destination_id", {"Zustellpunkt", "destination"}},
    {"encryption_key", {"Verschlüsselung", "encryption key"}},
    {"issued_at", {"Erstellt", "issued"}},
    {"key_ops", {"Verwendung (key_ops)", "operation (key_ops)"}},
    {"keys", {"Schlüssel", "keys"}},
    {"kid", {"Kennung (kid)", "key id (kid)"}},
    {"kind", {"Art", "kind"}},
    {"metadata_schema", {"Metadatenschema", "metadata schema"}},
    {"metadata_versions", {"Metadatenschema", "metadata schema"}},
    {"mime_type", {"Format", "format"}},
    {"modulus_bits", {"RSA, Bit", "RSA, bits"}},
    {"name", {"Name", "name"}},
    {"no_anchor", {"kein Vertrauensanker", "no trust anchor"}},
    {"no_ars", {"ARS nicht bekannt", "ARS not known"}},
    {"no_key", {"kein Schlüssel", "no key"}},
    {"no_login", {"keine Anmeldung", "no login"}},
    {"no_network", {"ohne Netz", "no network"}},
    {"no_profile", {"keine Angabe im Profil", "not in the profile"}},
    {"no_schema", {"Schema nicht installiert", "schema not installed"}},
    {"none_offered", {"nichts angeboten", "nothing offered"}},
    {"not_after", {"Gültig bis", "valid until"}},
    {"not_before", {"Gültig ab", "valid from"}},
    {"not_checked", {"keine Prüfung eingebaut", "no such check built in"}},
    {"not_in_submission", {"nicht in der Einreichung genannt", "not named in the submission"}},
    {"not_installed", {"nicht installiert", "not installed"}},
    {"not_owner", {"nur für Inhaber sichtbar", "visible to the owner only"}},
    {"not_permitted", {"keine Berechtigung", "no permission"}},
    {"not_requested", {"nicht verlangt", "not requested"}},
    {"offer", {"Angebot des Zustellpunkts", "offer of the destination"}},
    {"offline", {"ohne Netz", "offline"}},
    {"other_signature_keys", {"weitere Signaturschlüssel", "other signature keys"}},
    {"region", {"Region", "region"}},
    {"revocation", {"Sperrstatus", "revocation status"}},
    {"routing", {"Routing", "routing"}},
    {"schema", {"Schema", "schema"}},
    {"service", {"Leistung", "service"}},
    {"signature", {"Signatur", "signature"}},
    {"signature_key", {"Signaturschlüssel", "signature key"}},
    {"status", {"Status", "status"}},
    {"structure_only", {"nur der Aufbau", "structure only"}},
    {"submission_host", {"Zustelldienst", "delivery service"}},
    {"submission_schema", {"Fachdatenschema", "data schema"}},
    {"testdata", {"Testdaten-Regeln", "rules for test data"}},
    {"thumbprint", {"Fingerabdruck (RFC 7638)", "thumbprint (RFC 7638)"}},
    {"trust", {"Vertrauensanker", "trust anchor"}},
    {"unknown_event", {"unbekanntes Ereignis", "unknown event"}},
    {"virus_scan", {"Virenprüfung", "virus scan"}},
};

static_assert(std::ranges::is_sorted(k_words, {}, &Word::key));

} // namespace

std::string word(std::string_view key, Language language)
{
    const auto* found = std::ranges::lower_bound(k_words, key, {}, &Word::key);
    if (found != std::end(k_words) && found->key == key) {
        return std::string(found->text.in(language));
    }
    std::string text(key);
    std::ranges::replace(text, '_', ' ');
    return text;
}

} // namespace anb::messages
