// Messages ANB-O6…: sending over OSCI.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-O601",
        .text = {"Für OSCI fehlt der eigene Schlüssel (osci_p12, Umgebung {env}).",
                 "OSCI needs a key of our own (osci_p12, environment {env})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Im Profil unter [env.{env}] osci_p12 und osci_password_file eintragen.",
                 "Put osci_p12 and osci_password_file below [env.{env}] into the profile."},
        .explain = {"Mit diesem Schlüssel werden Aufträge unterschrieben und die Antworten des "
                    "Intermediärs entschlüsselt. Ein Zertifikat allein genügt nicht.",
                    "This key signs orders and decrypts the answers of the Intermediär. A "
                    "certificate alone does not suffice."},
    },
    {
        .code = "ANB-O602",
        .text = {"{file} enthält einen Schlüssel der Art {kind}; OSCI verlangt hier RSA.",
                 "{file} holds a key of type {kind}; OSCI wants RSA here."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Ein Zertifikat mit RSA-Schlüssel (mindestens 3072 Bit) beantragen.",
                 "Apply for a certificate with an RSA key (3072 bits or more)."},
        .explain = {"Antworten werden mit RSA-OAEP für den Absender verschlüsselt; das geht nur mit"
                    " einem RSA-Schlüssel.",
                    "Answers are encrypted for the sender with RSA-OAEP, which needs an RSA key."},
    },
    {
        .code = "ANB-O603",
        .text = {"Die Adresse {url} gehört zur Umgebung {env}.",
                 "The address {url} belongs to the environment {env}."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Umgebung, Profil und Eintrag im DVDV vergleichen.",
                 "Compare environment, profile and the entry in the DVDV."},
        .explain = {"Eine Adresse gehört zu genau einer Umgebung. Gesendet wird erst, wenn das "
                    "stimmt; noch ist nichts geschehen.",
                    "An address belongs to exactly one environment. Nothing is sent before that is "
                    "right; nothing has happened yet."},
    },
    {
        .code = "ANB-O604",
        .text = {"Der Dienst nimmt keine Nachrichten in ein Postfach an (Art {kind}).",
                 "The service takes no messages into a postbox (type {kind})."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Den Eintrag im DVDV mit der Beschreibung der Leistung vergleichen lassen.",
                 "Have the entry in the DVDV compared with the description of the service."},
        .explain = {"Testanträge werden in das Postfach beim Intermediär gelegt (one-way-active). "
                    "Weiterleitung an einen Empfänger mit eigener Adresse und Abwicklung im Dialog "
                    "gehören nicht dazu.",
                    "Test applications are put into the postbox at the Intermediär "
                    "(one-way-active). Forwarding to a recipient with an address of its own and "
                    "request-response are something else."},
    },
    {
        .code = "ANB-O605",
        .text = {"Der Name des Inhaltsdatencontainers im WSDL ist keiner: {name}.",
                 "The name of the content container in the WSDL is none: {name}."},
        .cause = {},
        .responsible = Responsible::dvdv_pflegende_stelle,
        .next = {"Den Eintrag im DVDV berichtigen lassen.",
                 "Have the entry in the DVDV corrected."},
        .explain =
            {"Der Container trägt seinen Namen als Id, und diese beginnt mit einem "
             "Buchstaben und enthält nur Buchstaben, Ziffern, Punkt, Binde- und Unterstrich.",
             "The container carries its name as Id, which begins with a letter and holds "
             "letters, digits, dot, hyphen and underscore only."},
    },
    {
        .code = "ANB-O606",
        .text = {"Testzertifikat in der Produktion: {kind} (Aussteller {found}).",
                 "Test certificate in production: {kind} (issuer {found})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Das Zertifikat der Produktion verwenden.", "Use the certificate of production."},
        .explain = {"Der Aussteller nennt sich Test. Testzertifikate werden ohne Prüfung der "
                    "Identität ausgegeben; in der Produktion wird damit nichts gesendet.",
                    "The issuer calls itself test. Test certificates are issued without checking "
                    "identity; nothing is sent with them in production."},
    },
    {
        .code = "ANB-O610",
        .text = {"Die Fachdaten sind mit {found} Bytes zu groß; über OSCI gehen hier {limit}.",
                 "The business data are too large with {found} bytes; over OSCI {limit} are "
                 "possible here."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Große Teile als Anhang senden.", "Send large parts as attachments."},
        .explain = {"Die Fachdaten stehen zweimal base64-kodiert in der Hülle der Nachricht, die am"
                    " Stück gelesen wird. Anhänge reisen daneben und dürfen groß sein.",
                    "The business data stand base64-encoded twice in the envelope, which is read in"
                    " one piece. Attachments travel beside it and may be large."},
    },
    {
        .code = "ANB-O611",
        .text = {"Die Nachricht wird {found} Bytes groß; mancher Intermediär nimmt nur {limit} "
                 "an.",
                 "The message will have {found} bytes; some Intermediäre take {limit} only."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = {"Beim Betreiber nach der Grenze fragen oder Anhänge verkleinern.",
                 "Ask the operator for the limit, or make attachments smaller."},
        .explain = {"OSCI nennt keine Grenze; der Betreiber legt sie fest. Der offene "
                    "Test-Intermediär nimmt 500 MB an.",
                    "OSCI has no limit; the operator sets one. The open test Intermediär takes 500 "
                    "MB."},
    },
    {
        .code = "ANB-O612",
        .text = {"{found} Anhänge sind zu viele; erlaubt sind {limit}.",
                 "{found} attachments are too many; {limit} are allowed."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Anhänge zusammenfassen oder weglassen.", "Join attachments or leave some out."},
        .explain = {"OSCI nennt keine Grenze; dies ist unsere, damit die Gegenseite jeden Teil "
                    "lesen kann.",
                    "OSCI has no limit; this one is ours, so that the other side can read every "
                    "part."},
    },
    {
        .code = "ANB-O613",
        .text = {"Seit die Sendung vorbereitet wurde, hat sich der Weg geändert: {what}.",
                 "The way has changed since the sending was prepared: {what}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Verwerfen und neu senden: send-testantrag discard {id}",
                 "Discard and send anew: send-testantrag discard {id}"},
        .explain = {"Die Nachricht ist für die früheren Zertifikate verschlüsselt und für das "
                    "frühere Postfach bestimmt. Ein ausgetauschtes Empfänger-Zertifikat ist ein "
                    "neues, leeres Postfach; das alte liest vielleicht niemand mehr.",
                    "The message is encrypted for the earlier certificates and meant for the "
                    "earlier postbox. A replaced recipient certificate is a new, empty postbox; "
                    "perhaps nobody reads the old one any more."},
    },
    {
        .code = "ANB-O620",
        .text = {"Die Nachrichten-ID {id} ist verbraucht, aber der Intermediär kennt keinen "
                 "Laufzettel dazu.",
                 "The message id {id} is used up, but the Intermediär knows no process card for "
                 "it."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = {"Den Betreiber des Intermediärs nach dieser Nachrichten-ID fragen, bevor neu "
                 "gesendet wird.",
                 "Ask the operator of the Intermediär about this message id before sending anew."},
        .explain = {"Rückmeldung 9801 heißt, dass die Nummer schon benutzt wurde; gewöhnlich von "
                    "einem früheren Versuch, dessen Antwort verloren ging. Dann gäbe es einen "
                    "Laufzettel. Ob die Nachricht im Postfach liegt, kann nur der Betreiber sagen.",
                    "Feedback 9801 means that the number was used already, usually by an earlier "
                    "try whose answer was lost. Then there would be a process card. Whether the "
                    "message lies in the postbox only the operator can say."},
    },
    {
        .code = "ANB-O621",
        .text = {"Zugestellt, noch nicht abgeholt.", "Delivered, not fetched yet."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Stand später abfragen: send-testantrag status {id} --wait 8h",
                 "Ask later: send-testantrag status {id} --wait 8h"},
        .explain =
            {"Die Nachricht liegt im Postfach beim Intermediär. Den Empfang trägt er in den "
             "Laufzettel ein, sobald der Empfänger sie abholt. Bleibt das aus, holt "
             "vielleicht niemand aus diesem Postfach ab: Es gehört zum Empfänger-Zertifikat.",
             "The message lies in the postbox at the Intermediär, which notes the reception "
             "on the process card as soon as the receiver fetches it. If that does not "
             "happen, perhaps nobody fetches from this postbox: it belongs to the recipient "
             "certificate."},
    },
    {
        .code = "ANB-O622",
        .text = {"Der Intermediär hat ein Zertifikat nicht als gut befunden: {subject} "
                 "({result}).",
                 "The Intermediär did not find a certificate good: {subject} ({result})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Das Zertifikat prüfen: cert-check --for osci",
                 "Check the certificate: cert-check --for osci"},
        .explain = {"Der Intermediär prüft jedes Zertifikat der Nachricht und schreibt das Ergebnis"
                    " in den Laufzettel. Der Empfänger sieht es und kann die Nachricht deswegen "
                    "ablehnen.",
                    "The Intermediär inspects every certificate of the message and writes the "
                    "result onto the process card. The receiver sees it and may refuse the message "
                    "because of it."},
    },
    {
        .code = "ANB-O623",
        .text = {"Der Intermediär warnt ({code}): {text}",
                 "The Intermediär warns ({code}): {text}"},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Die Warnung klären; zugestellt ist die Nachricht trotzdem.",
                 "Clear the warning up; the message is delivered all the same."},
        .explain = {"Rückmeldungen 3xxx heißen: ausgeführt, aber etwas ist auffällig, etwa ein "
                    "abgelaufenes oder nicht vollständig prüfbares Zertifikat.",
                    "Feedback 3xxx means: done, but something is remarkable, such as a certificate "
                    "that is expired or cannot be checked completely."},
    },
    {
        .code = "ANB-O624",
        .text = {"Der Laufzettel nennt keinen Eingang; die Nachricht {id} ist noch nicht im "
                 "Postfach.",
                 "The process card names no creation; the message {id} is not in the postbox "
                 "yet."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = {"Stand später abfragen: send-testantrag status {id}",
                 "Ask later: send-testantrag status {id}"},
        .explain = {"Der Intermediär hat die Nachricht angenommen, aber noch nicht bestätigt, dass "
                    "sie im Postfach liegt.",
                    "The Intermediär accepted the message but has not confirmed that it lies in the"
                    " postbox."},
    },
    {
        .code = "ANB-O625",
        .text = {"Der Intermediär hat seine Antwort nicht unterschrieben ({order}).",
                 "The Intermediär did not sign its answer ({order})."},
        .cause = {},
        .responsible = Responsible::betreiber_intermediaer,
        .next = {"Den Betreiber fragen, ob er Antworten unterschreibt.",
                 "Ask the operator whether it signs answers."},
        .explain = {"Eine Antwort ohne Unterschrift beweist nicht, dass sie vom Intermediär kommt; "
                    "sie war nur für uns verschlüsselt. Als Nachweis taugt sie wenig.",
                    "An answer without a signature does not prove that it came from the "
                    "Intermediär; it was merely encrypted for us. As evidence it is worth little."},
    },
    {
        .code = "ANB-O640",
        .text = {"Diese Prüfung gibt es nur für OSCI.", "This check exists for OSCI only."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Mit --via osci aufrufen: send-testantrag --env test probe --via osci --to … "
                 "--service …",
                 "Call it with --via osci: send-testantrag --env test probe --via osci --to … "
                 "--service …"},
        .explain =
            {"Ob der Weg über FIT-Connect stimmt, prüft fitconnect-destination check.",
             "Whether the way over FIT-Connect is right, fitconnect-destination check tells."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> osci_sending_messages()
{
    return k_messages;
}

} // namespace anb::messages
