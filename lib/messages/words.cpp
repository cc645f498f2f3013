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
    {"bad_base64", {"kein Base64", "no base64"}},
    {"bad_bits", {"Bitfolge unzulässig", "bit string not allowed"}},
    {"bad_boolean", {"Wahrheitswert unzulässig", "boolean not allowed"}},
    {"bad_integer", {"Zahl unzulässig geschrieben", "number written in a forbidden way"}},
    {"bad_oid", {"Objektkennung unzulässig", "object identifier not allowed"}},
    {"bad_text", {"Text passt nicht zum Zeichenkettentyp", "text does not fit the string type"}},
    {"bad_time", {"Zeitangabe unzulässig", "time not allowed"}},
    {"bad_value", {"Wert an dieser Stelle nicht erlaubt", "value not allowed here"}},
    {"blank_lines", {"Leerzeilen im Block", "blank lines in the block"}},
    {"blanks_before_begin", {"Leerzeichen vor BEGIN", "blanks before BEGIN"}},
    {"cRLSign", {"Sperrlisten signieren", "sign revocation lists"}},
    {"certificate", {"Zertifikat", "certificate"}},
    {"chain", {"Zertifikatskette", "certificate chain"}},
    {"chain_length", {"Zertifikate", "certificates"}},
    {"contact", {"Kontakt", "contact"}},
    {"cr_only", {"Zeilenenden des alten Mac (CR)", "line ends of the old Mac (CR)"}},
    {"crl", {"Sperrliste", "revocation list"}},
    {"damaged_archive", {"beschädigtes Archiv", "damaged archive"}},
    {"damaged_entry", {"beschädigt", "damaged"}},
    {"data", {"Fachdaten", "data"}},
    {"dataEncipherment", {"Datenverschlüsselung", "data encryption"}},
    {"data_schema", {"Fachdatenschema", "data schema"}},
    {"decipherOnly", {"nur Entschlüsseln", "decipher only"}},
    {"decryption", {"Entschlüsselung", "decryption"}},
    {"delta", {"nur Änderungen", "changes only"}},
    {"destination", {"Zustellpunkt", "destination"}},
    {"destination_id", {"Zustellpunkt", "destination"}},
    {"digitalSignature", {"Digitale Signatur", "digital signature"}},
    {"empty", {"leer", "empty"}},
    {"encipherOnly", {"nur Verschlüsseln", "encipher only"}},
    {"encrypted_entry", {"verschlüsselt, nicht durchsuchbar", "encrypted, cannot be searched"}},
    {"encrypted_private_key", {"verschlüsselter privater Schlüssel", "encrypted private key"}},
    {"encryption_key", {"Verschlüsselung", "encryption key"}},
    {"error", {"Fehler", "error"}},
    {"high_tag", {"unbekannte Art von Feld", "unknown kind of field"}},
    {"indefinite_length",
     {"Länge nicht festgelegt (BER statt DER)", "length not settled (BER instead of DER)"}},
    {"issued_at", {"Erstellt", "issued"}},
    {"java_key_store", {"Java-Schlüsselspeicher", "Java key store"}},
    {"keyAgreement", {"Schlüsselvereinbarung", "key agreement"}},
    {"keyCertSign", {"Zertifikate signieren", "sign certificates"}},
    {"keyEncipherment", {"Schlüsselverschlüsselung", "key encryption"}},
    {"key_ops", {"Verwendung (key_ops)", "operation (key_ops)"}},
    {"keys", {"Schlüssel", "keys"}},
    {"kid", {"Kennung (kid)", "key id (kid)"}},
    {"kind", {"Art", "kind"}},
    {"long_length", {"Länge unzulässig geschrieben", "length written in a forbidden way"}},
    {"metadata_schema", {"Metadatenschema", "metadata schema"}},
    {"metadata_versions", {"Metadatenschema", "metadata schema"}},
    {"mime_type", {"Format", "format"}},
    {"modulus_bits", {"RSA, Bit", "RSA, bits"}},
    {"name", {"Name", "name"}},
    {"nested_archives", {"zu viele Archive ineinander", "too many archives within each other"}},
    {"no_address", {"Adresse unbrauchbar", "unusable address"}},
    {"no_anchor", {"kein Vertrauensanker", "no trust anchor"}},
    {"no_ars", {"ARS nicht bekannt", "ARS not known"}},
    {"no_certificate", {"kein Zertifikat darin", "no certificate in it"}},
    {"no_end", {"die Zeile END fehlt", "the line END is missing"}},
    {"no_header", {"BEGIN und END fehlen", "BEGIN and END are missing"}},
    {"no_issuer", {"Aussteller fehlt", "issuer missing"}},
    {"no_key", {"kein Schlüssel", "no key"}},
    {"no_line_break", {"END und BEGIN in einer Zeile", "END and BEGIN on one line"}},
    {"no_list", {"keine Sperrliste", "no revocation list"}},
    {"no_login", {"keine Anmeldung", "no login"}},
    {"no_network", {"ohne Netz", "no network"}},
    {"no_ocsp_answer", {"keine OCSP-Antwort", "no OCSP answer"}},
    {"no_profile", {"keine Angabe im Profil", "not in the profile"}},
    {"no_schema", {"Schema nicht installiert", "schema not installed"}},
    {"no_source", {"keine Quelle genannt", "no source named"}},
    {"nonRepudiation", {"Nichtabstreitbarkeit", "non-repudiation"}},
    {"none_offered", {"nichts angeboten", "nothing offered"}},
    {"not_after", {"Gültig bis", "valid until"}},
    {"not_asked", {"nicht gefragt (--for)", "not asked (--for)"}},
    {"not_before", {"Gültig ab", "valid from"}},
    {"not_checked", {"keine Prüfung eingebaut", "no such check built in"}},
    {"not_in_submission", {"nicht in der Einreichung genannt", "not named in the submission"}},
    {"not_installed", {"nicht installiert", "not installed"}},
    {"not_owner", {"nur für Inhaber sichtbar", "visible to the owner only"}},
    {"not_permitted", {"keine Berechtigung", "no permission"}},
    {"not_requested", {"nicht verlangt", "not requested"}},
    {"note", {"Hinweis", "note"}},
    {"off", {"abgeschaltet", "switched off"}},
    {"offer", {"Angebot des Zustellpunkts", "offer of the destination"}},
    {"offline", {"ohne Netz", "offline"}},
    {"other_certificate", {"anderes Zertifikat", "another certificate"}},
    {"other_label", {"END trägt eine andere Bezeichnung", "END bears another label"}},
    {"other_signature_keys", {"weitere Signaturschlüssel", "other signature keys"}},
    {"pkcs12", {"privater Schlüssel", "private key"}},
    {"private_key", {"privater Schlüssel", "private key"}},
    {"public_key", {"öffentlicher Schlüssel", "public key"}},
    {"region", {"Region", "region"}},
    {"registered_certificate", {"eingetragenes Zertifikat", "registered certificate"}},
    {"request", {"Zertifikatsantrag (CSR)", "certificate request (CSR)"}},
    {"revocation", {"Sperrstatus", "revocation status"}},
    {"routing", {"Routing", "routing"}},
    {"schema", {"Schema", "schema"}},
    {"scope", {"anderer Geltungsbereich", "another scope"}},
    {"service", {"Leistung", "service"}},
    {"signature", {"Signatur", "signature"}},
    {"signature_key", {"Signaturschlüssel", "signature key"}},
    {"status", {"Status", "status"}},
    {"stopped", {"abgebrochen", "stopped"}},
    {"structure_only", {"nur der Aufbau", "structure only"}},
    {"submission_host", {"Zustelldienst", "delivery service"}},
    {"submission_schema", {"Fachdatenschema", "data schema"}},
    {"testdata", {"Testdaten-Regeln", "rules for test data"}},
    {"thumbprint", {"Fingerabdruck (RFC 7638)", "thumbprint (RFC 7638)"}},
    {"time_out", {"Zeit überschritten", "timed out"}},
    {"too_large", {"zu groß", "too large"}},
    {"trailing_bytes", {"überzählige Bytes", "bytes too many"}},
    {"truncated", {"abgeschnitten", "cut off"}},
    {"trust", {"Vertrauensanker", "trust anchor"}},
    {"unexpected_element",
     {"Feld anderer Art als verlangt", "field of another kind than demanded"}},
    {"unknown_event", {"unbekanntes Ereignis", "unknown event"}},
    {"unknown_to_responder", {"dem Auskunftsdienst unbekannt", "unknown to the responder"}},
    {"unreachable", {"nicht erreichbar", "not reachable"}},
    {"unreadable_list", {"unlesbare Sperrliste", "unreadable revocation list"}},
    {"use", {"Eignung für einen Zweck", "fitness for a use"}},
    {"utf16", {"UTF-16 statt ASCII", "UTF-16 instead of ASCII"}},
    {"virus_scan", {"Virenprüfung", "virus scan"}},
    {"warning", {"Warnung", "warning"}},
    {"wrong_signature", {"falsche Signatur", "wrong signature"}},
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
