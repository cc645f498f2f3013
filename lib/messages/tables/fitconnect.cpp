// Messages ANB-F32… and above: identifiers, events, answers of FIT-Connect.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-F320",
        .text = {"{value} ist ein AGS (8 Stellen), verlangt ist der ARS (12 Stellen).",
                 "{value} is an AGS (8 digits), the ARS (12 digits) is demanded."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"ARS angeben oder den AGS mit --ags übergeben.",
                 "Give the ARS, or pass the AGS with --ags."},
        .explain = {"Der Amtliche Regionalschlüssel (ARS) enthält zusätzlich den vierstelligen "
                    "Gemeindeverband: 05 9 99 000 (AGS) wird zu 05 9 99 0000 000 (ARS). Er lässt "
                    "sich nicht in jedem Fall aus dem Gemeindeschlüssel (AGS) ableiten.",
                    "The regional key (ARS) additionally holds the four digits of the association "
                    "of municipalities: 05 9 99 000 (AGS) becomes 05 9 99 0000 000 (ARS). It "
                    "cannot always be derived from the municipality key (AGS)."},
    },
    {
        .code = "ANB-F321",
        .text = {"{value} ist kein Amtlicher Regionalschlüssel (2, 3, 5, 9 oder 12 Ziffern).",
                 "{value} is no regional key (ARS: 2, 3, 5, 9 or 12 digits)."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Schlüssel prüfen; führende Null nicht weglassen.",
                 "Check the key; do not drop the leading zero."},
        .explain = {"Der vollständige Schlüssel hat 12 Ziffern. Kürzere Formen stehen für Land "
                    "(2), Regierungsbezirk (3), Kreis (5) und Gemeindeverband (9).",
                    "The complete key has 12 digits. Shorter forms stand for state (2), "
                    "administrative region (3), district (5) and association (9)."},
    },
    {
        .code = "ANB-F322",
        .text = {"{value} ist kein Leistungsschlüssel (14 Ziffern, beginnend mit 99).",
                 "{value} is no service key (14 digits that begin with 99)."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Schlüssel im Leistungskatalog (LeiKa) nachschlagen.",
                 "Look the key up in the catalogue of services (LeiKa)."},
        .explain =
            {"Angenommen werden die 14 Ziffern allein oder als urn:de:fim:leika:leistung: und die "
             "Ziffern.",
             "The 14 digits alone are accepted, or urn:de:fim:leika:leistung: and the digits."},
    },
    {
        .code = "ANB-F323",
        .text = {"Kein Gebiet mit dem Namen {name}.", "No area of the name {name}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Schreibweise prüfen oder den Schlüssel mit --ars angeben.",
                 "Check the spelling, or give the key with --ars."},
        .explain = {"Gesucht wird im Verzeichnis des Routingdienstes; alle Wörter müssen "
                    "zutreffen. Eine Postleitzahl ist zulässig.",
                    "The directory of the routing service is searched; all words must match. A "
                    "postal code is allowed."},
    },
    {
        .code = "ANB-F324",
        .text = {"{n} Gebiete passen zu {name}: {list}.", "{n} areas match {name}: {list}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Genauer benennen oder den Schlüssel mit --ars angeben.",
                 "Name it more precisely, or give the key with --ars."},
        .explain = {"Ein Name reicht nur aus, wenn genau ein Gebiet so heißt.",
                    "A name is sufficient only if exactly one area has it."},
    },
    {
        .code = "ANB-F325",
        .text = {"{value} ist kein Amtlicher Gemeindeschlüssel (2, 3, 5 oder 8 Ziffern).",
                 "{value} is no municipality key (AGS: 2, 3, 5 or 8 digits)."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Schlüssel prüfen; den ARS mit --ars angeben.",
                 "Check the key; give an ARS with --ars."},
        .explain =
            {"Der vollständige Gemeindeschlüssel hat 8 Ziffern, der Regionalschlüssel (ARS) 12.",
             "The complete municipality key has 8 digits, the regional key (ARS) 12."},
    },
    {
        .code = "ANB-F326",
        .text =
            {"Für die Anfrage fehlt der Ort oder die Leistung, oder der Ort ist doppelt angegeben.",
             "Place or service is missing, or the place is given twice."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Aufruf: route --service NAME, oder route --ars ARS --leika SCHLÜSSEL (statt "
                 "--ars auch --ags oder --area).",
                 "Call: route --service NAME, or route --ars ARS --leika KEY (instead of --ars "
                 "also --ags or --area)."},
        .explain = {"Das Routing beantwortet die Frage, wer an einem Ort für eine Leistung "
                    "zuständig ist; beides muss eindeutig angegeben sein.",
                    "Routing answers who is responsible for a service at a place; both must be "
                    "given unambiguously."},
    },
    {
        .code = "ANB-F327",
        .text = {"Es ist kein Zustellpunkt angegeben, und im Profil steht keiner.",
                 "No destination is given, and the profile has none."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Kennung angeben, oder --service NAME oder --all mit einem Profil verwenden.",
                 "Give an id, or use --service NAME or --all with a profile."},
        .explain = {"Zustellpunkte stehen im Profil unter [leistung.…] als destination_test, "
                    "destination_stage und destination_prod.",
                    "Destinations stand in the profile below [leistung.…] as destination_test, "
                    "destination_stage and destination_prod."},
    },
    {
        .code = "ANB-F328",
        .text = {"Der Ordner mit den eigenen Schlüsseln ist nicht bekannt.",
                 "The folder with one's own keys is not known."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Mit --keys ORDNER oder im Profil unter [env.…] keys angeben.",
                 "Give it with --keys FOLDER, or in the profile below [env.…] as keys."},
        .explain = {"Gebraucht werden verschluesselung.oeffentlich.jwk.json und "
                    "signatur.oeffentlich.jwk.json, wie p12-to-jwk sie schreibt. Private Dateien "
                    "werden nicht gelesen.",
                    "verschluesselung.oeffentlich.jwk.json and signatur.oeffentlich.jwk.json are "
                    "needed, as p12-to-jwk writes them. Private files are not read."},
    },
    {
        .code = "ANB-F329",
        .text = {"{n} Zustellpunkte beginnen mit {value}: {list}.",
                 "{n} destinations begin with {value}: {list}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Mehr Zeichen der Kennung angeben.", "Give more characters of the id."},
        .explain = {"Eine verkürzte Kennung wird unter den Zustellpunkten des Profils und den "
                    "eigenen beim Dienst gesucht; sie muss genau einen bezeichnen.",
                    "A shortened id is looked for among the destinations of the profile and one's "
                    "own at the service; it must name exactly one."},
    },
    {
        .code = "ANB-F330",
        .text = {"{value} ist keine Kennung (UUID).", "{value} is no id (UUID)."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Vollständige Kennung angeben, wie 3fa85f64-5717-4562-b3fc-2c963f66afa6, oder die "
                 "ersten acht Zeichen eines eigenen Zustellpunkts.",
                 "Give the complete id, such as 3fa85f64-5717-4562-b3fc-2c963f66afa6, or the first "
                 "eight characters of a destination of one's own."},
        .explain = {"Kennungen von Zustellpunkt, Einreichung und Vorgang haben 32 hexadezimale "
                    "Ziffern; Bindestriche und Großschreibung spielen keine Rolle.",
                    "Ids of destination, submission and case have 32 hexadecimal digits; hyphens "
                    "and case do not matter."},
    },
    {
        .code = "ANB-F340",
        .text = {"Der Dienst hat auf die Frage nach Schlüssel {asked} mit Schlüssel {answered} "
                 "geantwortet.",
                 "Asked for key {asked}, the service answered with key {answered}."},
        .cause = {},
        .responsible = Responsible::fitconnect_support,
        .next = {"Nichts senden; FIT-Connect-Support verständigen.",
                 "Do not send anything; inform the FIT-Connect support."},
        .explain = {"Mit einem anderen als dem verlangten Schlüssel zu verschlüsseln kann "
                    "bedeuten, dass ein Fremder mitliest.",
                    "Encrypting with another key than the one asked for may mean that a stranger "
                    "reads it."},
    },
    {
        .code = "ANB-F341",
        .text =
            {"Der Dienst hat auf die Frage nach Zustellpunkt {asked} mit {answered} geantwortet.",
             "Asked for destination {asked}, the service answered with {answered}."},
        .cause = {},
        .responsible = Responsible::fitconnect_support,
        .next = {"Nichts senden; FIT-Connect-Support verständigen.",
                 "Do not send anything; inform the FIT-Connect support."},
        .explain = {"Die Antwort gehört nicht zur Frage. Ihr Inhalt wird nicht verwendet.",
                    "The answer does not belong to the question. Its content is not used."},
    },
    {
        .code = "ANB-F350",
        .text = {"Kein gültiges Ereignis (Security Event Token): {reason}.",
                 "Not a valid event (Security Event Token): {reason}."},
        .cause = {},
        .responsible = Responsible::fitconnect_support,
        .next = {"Das Ereignis aufheben und dem FIT-Connect-Support zeigen.",
                 "Keep the event and show it to the FIT-Connect support."},
        .explain = {"Ein Ereignis ist ein JWS mit typ secevent+jwt, alg PS512 und den Angaben jti, "
                    "iss, iat, sub, txn und genau einem Eintrag in events.",
                    "An event is a JWS with typ secevent+jwt, alg PS512, and the claims jti, iss, "
                    "iat, sub, txn and exactly one entry in events."},
    },
    {
        .code = "ANB-F352",
        .text = {"Das Metadatenschema {schema} ist nicht bekannt.",
                 "The metadata schema {schema} is not known."},
        .cause = {},
        .responsible = Responsible::fachverfahrenshersteller,
        .next = {"Der Sender muss Metadaten der Versionen 1.x oder 2.x verwenden.",
                 "The sender has to use metadata of the versions 1.x or 2.x."},
        .explain = {"Gelesen werden Metadaten mit einem $schema "
                    "https://schema.fitko.de/fit-connect/metadata/1.x.y oder 2.x.y.",
                    "Metadata with a $schema https://schema.fitko.de/fit-connect/metadata/1.x.y or "
                    "2.x.y are read."},
    },
    {
        .code = "ANB-F353",
        .text = {"Den Zurückweisungsgrund {name} gibt es nicht (gemeint: {nearest}?).",
                 "There is no rejection reason {name} (did you mean {nearest}?)."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Einen dieser Gründe angeben: {list}", "Give one of these reasons: {list}"},
        .explain = {"FIT-Connect kennt einen festen Katalog von Zurückweisungsgründen; andere "
                    "nimmt der Zustelldienst nicht an.",
                    "FIT-Connect has a fixed catalogue of rejection reasons; the delivery service "
                    "takes no others."},
    },
    {
        .code = "ANB-F354",
        .text = {"Der Zurückweisungsgrund {name} kommt an der Stelle {instance} nicht vor.",
                 "The rejection reason {name} does not occur at {instance}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Eine dieser Stellen hinter @ angeben: {list}",
                 "Give one of these places behind @: {list}"},
        .explain =
            {"Zu jedem Zurückweisungsgrund legt FIT-Connect fest, an welchem Teil er "
             "vorkommt; bei einer Anlage gehört ihre Kennung dazu.",
             "For each rejection reason FIT-Connect lays down at which part it occurs; for an "
             "attachment its id belongs to it."},
    },
    {
        .code = "ANB-F401",
        .text = {"Der Dienst erkennt die Anmeldung nicht an ({reason}).",
                 "The service does not accept the login ({reason})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Client-ID und Geheimnis der gewählten Umgebung prüfen; jede Umgebung hat eigene.",
                 "Check client id and secret of the chosen environment; each has its own."},
        .explain = {"Der Dienst hat mit Status 401 geantwortet, auch nach einer neuen Anmeldung.",
                    "The service answered with status 401, also after a new login."},
    },
    {
        .code = "ANB-F402",
        .text = {"Der Dienst erlaubt das nicht ({reason}).",
                 "The service does not permit it ({reason})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Im Self-Service-Portal prüfen, ob der Client mit dem Zustellpunkt verknüpft ist "
                 "und die nötige Berechtigung hat.",
                 "Check in the self-service portal whether the client is linked to the destination "
                 "and has the permission."},
        .explain =
            {"Der Dienst hat mit Status 403 geantwortet. Häufig: Client der falschen Art, nicht "
             "verknüpfter Zustellpunkt, fehlende Berechtigung zur Verwaltung. Ohne Begründung des "
             "Dienstes kann auch ein vorgeschalteter Filter abgewiesen haben.",
             "The service answered with status 403. Frequent: a client of the wrong kind, a "
             "destination that is not linked, no permission to manage. Without words of the "
             "service a filter in front of it may have refused."},
    },
    {
        .code = "ANB-F403",
        .text = {"Beim Dienst gibt es das nicht: {url} ({reason}).",
                 "The service does not have it: {url} ({reason})."},
        .cause = {},
        .responsible = Responsible::none,
        .next =
            {"Kennung und Umgebung prüfen: Test und Produktion haben verschiedene Zustellpunkte.",
             "Check id and environment: test and production have different destinations."},
        .explain = {"Der Dienst hat mit Status 404 oder 410 geantwortet.",
                    "The service answered with status 404 or 410."},
    },
    {
        .code = "ANB-F404",
        .text =
            {"Der Dienst antwortet vorübergehend nicht wie vorgesehen (Status {status}: {reason}).",
             "The service temporarily does not answer as intended (status {status}: {reason})."},
        .cause = {},
        .responsible = Responsible::none,
        .next =
            {"Später erneut versuchen; besteht es fort: Betriebsmeldungen von FIT-Connect ansehen.",
             "Try again later; if it persists, look at the status page of FIT-Connect."},
        .explain = {"Der Dienst ist überlastet oder gestört (Status 408, 429 oder 5xx), auch nach "
                    "mehreren Versuchen.",
                    "The service is overloaded or disturbed (status 408, 429 or 5xx), also after "
                    "several attempts."},
    },
    {
        .code = "ANB-F405",
        .text = {"Inzwischen hat jemand anderes etwas geändert ({reason}). Es wurde nichts "
                 "geschrieben.",
                 "Somebody else changed something meanwhile ({reason}). Nothing was written."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Stand ansehen und den Befehl wiederholen, wenn die Änderung noch gewünscht ist.",
                 "Look at the state and repeat the command if the change is still wanted."},
        .explain = {"Der Stand beim Dienst ist nicht mehr der, auf dem die Änderung beruht (Status "
                    "409 oder 412, oder Vergleich vor dem Schreiben).",
                    "The state at the service is no longer the one that the change is based on "
                    "(status 409 or 412, or the comparison before writing)."},
    },
    {
        .code = "ANB-F406",
        .text = {"Der Dienst nimmt die Anfrage nicht an (Status {status}: {reason}).",
                 "The service does not accept the request (status {status}: {reason})."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Grund beachten; mit -v wird die Art des Problems gezeigt.",
                 "See the reason; -v shows the type of the problem."},
        .explain =
            {"Der Grund steht in den eigenen Worten des Dienstes da (application/problem+json).",
             "The reason is given in the service's own words (application/problem+json)."},
    },
    {
        .code = "ANB-F407",
        .text =
            {"Die Änderung des Zustellpunkts {id} war unterwegs; ob sie ausgeführt wurde, steht "
             "nicht fest.",
             "The change of the destination {id} was on its way; whether it was made is not "
             "certain."},
        .cause = {"Der Aufruf wurde unterbrochen, oder die Verbindung brach ab, bevor die "
                  "Bestätigung da war.",
                  "The call was interrupted, or the connection was lost, before the confirmation "
                  "came."},
        .responsible = Responsible::kommune,
        .next = {"Stand ansehen: fitconnect-destination --env {env} show {id}",
                 "Look how it stands: fitconnect-destination --env {env} show {id}"},
        .explain = {"Der Dienst kann die Änderung ausgeführt haben, ohne dass seine Antwort "
                    "ankam. Steht der Zustellpunkt noch wie zuvor, den Befehl wiederholen; eine "
                    "schon ausgeführte Änderung erkennt er und ändert nichts.",
                    "The service may have made the change without its answer arriving. If the "
                    "destination stands as before, repeat the command; it recognises a change "
                    "that was made already and changes nothing."},
    },
    {
        .code = "ANB-F408",
        .text = {"Ob der Zustellpunkt angelegt wurde, steht nicht fest.",
                 "Whether the destination was created is not certain."},
        .cause = {"Der Aufruf wurde unterbrochen, oder die Verbindung brach ab, bevor die "
                  "Bestätigung da war.",
                  "The call was interrupted, or the connection was lost, before the confirmation "
                  "came."},
        .responsible = Responsible::kommune,
        .next = {"Denselben Befehl wiederholen (fitconnect-destination --env {env} create …): Gibt "
                 "es den Zustellpunkt schon, nennt er ihn und legt keinen zweiten an.",
                 "Repeat the same command (fitconnect-destination --env {env} create …): if the "
                 "destination exists already, it names it and creates no second one."},
        .explain = {"Der Dienst kann den Zustellpunkt angelegt haben, ohne dass seine Antwort "
                    "ankam. Erkannt wird er an seinem Verschlüsselungsschlüssel.",
                    "The service may have created the destination without its answer arriving. It "
                    "is recognised by its encryption key."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> fitconnect_messages()
{
    return k_messages;
}

} // namespace anb::messages
