// Messages ANB-C…: revocation.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-C145",
        .text = {"Zertifikat ist gesperrt (seit {date}, Grund: {cause}): {subject}.",
                 "Certificate is revoked (since {date}, reason: {cause}): {subject}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Sofort ersetzen; warum gesperrt wurde, weiß die Registrierungsstelle.",
                 "Replace it at once; the registration authority knows why it was revoked."},
        .explain = {"Ein gesperrtes Zertifikat nimmt niemand mehr an, auch wenn es noch nicht "
                    "abgelaufen ist. Ein Eintrag gilt auch dann, wenn die Liste veraltet ist. Die "
                    "Sperre lässt sich nicht zurücknehmen.",
                    "Nobody accepts a revoked certificate although it has not expired. An entry "
                    "counts even when the list is stale. Revocation cannot be undone."},
    },
    {
        .code = "ANB-C146",
        .text = {"Sperrstatus ist nicht festzustellen: {subject}.",
                 "Revocation status cannot be found out: {subject}."},
        .cause = {},
        .responsible = Responsible::netzwerk,
        .next = {"Beim Betreiber der CA nachfragen; bis dahin mit --crl oder --ocsp-response eine "
                 "Datei angeben.",
                 "Ask the operator of the CA; until then give a file with --crl or "
                 "--ocsp-response."},
        .explain = {"Keine der Quellen gab eine Antwort, auf die man sich verlassen kann; "
                    "„unbekannt“ zählt nie als „nicht gesperrt“. Mit --revocation require ist das "
                    "ein Fehler. In Behördennetzen sperrt oft ein Proxy den Weg zur CA.",
                    "No source gave an answer to rely on; “unknown” never counts as “not "
                    "revoked”. With --revocation require that is an error. In the networks of "
                    "authorities a proxy often blocks the way to the CA."},
    },
    {
        .code = "ANB-C185",
        .text = {"Zertifikat ist vorläufig gesperrt (seit {date}): {subject}.",
                 "Certificate is on hold (since {date}): {subject}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Bei der Registrierungsstelle klären, ob die Sperre aufgehoben wird.",
                 "Ask the registration authority whether the hold will be lifted."},
        .explain = {"Die Sperre mit dem Grund certificateHold kann aufgehoben werden; bis dahin "
                    "lehnen Gegenstellen das Zertifikat ab.",
                    "A revocation with the reason certificateHold can be lifted; until then "
                    "others refuse the certificate."},
    },
    {
        .code = "ANB-C186",
        .text = {"Sperrinformation von {source} ist veraltet (bis {reason}).",
                 "Revocation data from {source} is stale (until {reason})."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Beim Betreiber der CA nachfragen; bis dahin mit --crl oder --ocsp-response eine "
                 "Datei angeben.",
                 "Ask the operator of the CA; until then give a file with --crl or "
                 "--ocsp-response."},
        .explain = {"nextUpdate ist vorbei; die CA muss eine neue Liste oder Antwort herausgeben.",
                    "nextUpdate has passed; the CA has to issue a new list or answer."},
    },
    {
        .code = "ANB-C187",
        .text = {"Sperrinformation von {source} gilt noch nicht (ab {reason}).",
                 "Revocation data from {source} is not yet valid (from {reason})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Uhr des Rechners und --at prüfen.", "Check the clock of the machine and --at."},
        .explain = {"thisUpdate liegt nach dem Zeitpunkt, für den geprüft wird.",
                    "thisUpdate is later than the time that is judged."},
    },
    {
        .code = "ANB-C188",
        .text = {"Sperrinformation von {source} ist falsch signiert.",
                 "Revocation data from {source} is wrongly signed."},
        .cause = {},
        .responsible = Responsible::netzwerk,
        .next = {"Beim Betreiber der CA nachfragen; bis dahin mit --crl oder --ocsp-response eine "
                 "Datei angeben.",
                 "Ask the operator of the CA; until then give a file with --crl or "
                 "--ocsp-response."},
        .explain = {"Die Signatur stammt weder von der CA noch von einer Stelle, die für sie "
                    "antworten darf. Die Angaben wurden nicht verwendet.",
                    "The signature is neither by the CA nor by somebody who may answer for it. "
                    "The data was not used."},
    },
    {
        .code = "ANB-C189",
        .text = {"Sperrinformation von {source} stammt von einem anderen Aussteller ({reason}).",
                 "Revocation data from {source} is of another issuer ({reason})."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Beim Betreiber der CA nachfragen; bis dahin mit --crl oder --ocsp-response eine "
                 "Datei angeben.",
                 "Ask the operator of the CA; until then give a file with --crl or "
                 "--ocsp-response."},
        .explain = {"Eine Liste oder Antwort gilt nur für Zertifikate ihrer eigenen CA.",
                    "A list or an answer counts for certificates of its own CA only."},
    },
    {
        .code = "ANB-C190",
        .text = {"Sperrliste von {source} enthält nur Änderungen.",
                 "Revocation list from {source} holds changes only."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Beim Betreiber der CA nachfragen; bis dahin mit --crl oder --ocsp-response eine "
                 "Datei angeben.",
                 "Ask the operator of the CA; until then give a file with --crl or "
                 "--ocsp-response."},
        .explain = {"Eine Delta-Liste sagt ohne die vollständige Liste nichts über Zertifikate, "
                    "die nicht darin stehen.",
                    "A delta list says nothing about certificates that are not on it without the "
                    "complete list."},
    },
    {
        .code = "ANB-C191",
        .text = {"Sperrliste von {source} gilt nicht für dieses Zertifikat.",
                 "Revocation list from {source} does not cover this certificate."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Beim Betreiber der CA nachfragen; bis dahin mit --crl oder --ocsp-response eine "
                 "Datei angeben.",
                 "Ask the operator of the CA; until then give a file with --crl or "
                 "--ocsp-response."},
        .explain = {"Die Liste nennt ihren Geltungsbereich selbst, etwa nur CA-Zertifikate oder "
                    "nur bestimmte Gründe.",
                    "The list states its own scope, such as CA certificates only or certain "
                    "reasons only."},
    },
    {
        .code = "ANB-C192",
        .text = {"{source}: keine brauchbare Sperrinformation ({reason}).",
                 "{source}: no usable revocation data ({reason})."},
        .cause = {},
        .responsible = Responsible::netzwerk,
        .next = {"Beim Betreiber der CA nachfragen; bis dahin mit --crl oder --ocsp-response eine "
                 "Datei angeben.",
                 "Ask the operator of the CA; until then give a file with --crl or "
                 "--ocsp-response."},
        .explain = {"Die Quelle war nicht erreichbar oder gab etwas anderes zurück, etwa die "
                    "Anmeldeseite eines Proxys.",
                    "The source could not be reached or returned something else, such as the "
                    "login page of a proxy."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> revocation_messages()
{
    return k_messages;
}

} // namespace anb::messages
