// Messages ANB-N…: network.
// SPDX-License-Identifier: EUPL-1.2

#include "messages/tables.hpp"

namespace anb::messages {

namespace {

constexpr Message k_messages[] = {
    {
        .code = "ANB-N301",
        .text = {"Name {host} wurde nicht gefunden.", "Name {host} was not found."},
        .cause = {},
        .responsible = Responsible::netzwerk,
        .next = {"Namensauflösung und Proxy prüfen: getent hosts {host}",
                 "Check name resolution and proxy: getent hosts {host}"},
        .explain =
            {"Der Rechner konnte den Namen des Dienstes nicht auflösen. Hinter einem Proxy löst "
             "dieser den Namen auf; dann genügt es, ihn mit --proxy oder https_proxy anzugeben. "
             "Gesendet wurde nichts.",
             "The machine could not resolve the name of the service. Behind a proxy the proxy "
             "resolves it; then naming it by --proxy or https_proxy is enough. Nothing was sent."},
    },
    {
        .code = "ANB-N302",
        .text = {"Keine Verbindung zu {host}: abgelehnt oder abgebrochen.",
                 "No connection to {host}: refused or lost."},
        .cause = {},
        .responsible = Responsible::netzwerk,
        .next = {"Erneut versuchen; besteht es fort, Freischaltung in der Firewall prüfen.",
                 "Try again; if it persists, check the firewall."},
        .explain = {"Die Verbindung kam nicht zustande oder brach ab. Es wurde nichts gesendet, "
                    "oder der Aufruf darf gefahrlos wiederholt werden. Wiederholungen durch das "
                    "Programm blieben ohne Erfolg.",
                    "The connection was not made or was lost. Nothing was sent, or the call may be "
                    "repeated without harm. Repetitions by the program did not help."},
    },
    {
        .code = "ANB-N303",
        .text = {"Der Proxy lehnt die Verbindung zu {host} ab (Antwort {status}).",
                 "The proxy refuses the connection to {host} (answer {status})."},
        .cause = {},
        .responsible = Responsible::netzwerk,
        .next =
            {"Freischaltung von {host} auf dem Proxy beantragen; bei 407 die Anmeldung am Proxy "
             "prüfen.",
             "Ask for {host} to be admitted by the proxy; with 407 check the login at the proxy."},
        .explain = {"Verbindungen nach außen laufen hier über einen Proxy, und dieser lässt das "
                    "Ziel nicht zu. Bei der Antwort 407 verlangt er eine Anmeldung; das Kennwort "
                    "wird aus einer Datei gelesen, nie von der Befehlszeile.",
                    "Connections to the outside pass a proxy here, and it does not admit the "
                    "target. With the answer 407 it wants a login; the password is read from a "
                    "file, never from the command line."},
    },
    {
        .code = "ANB-N304",
        .text = {"Zeitgrenze erreicht: {host} antwortet nicht rechtzeitig.",
                 "Time limit reached: {host} does not answer in time."},
        .cause = {},
        .responsible = Responsible::netzwerk,
        .next = {"Später erneut versuchen, oder die Grenze mit --timeout anheben.",
                 "Try again later, or raise the limit with --timeout."},
        .explain =
            {"Verbindungsaufbau, Stillstand und Gesamtdauer sind begrenzt, damit ein Aufruf nicht "
             "endlos hängt. Es wurde nichts gesendet, oder der Aufruf darf gefahrlos wiederholt "
             "werden.",
             "Making a connection, standstill and the whole time are limited, so that a call does "
             "not hang for ever. Nothing was sent, or the call may be repeated without harm."},
    },
    {
        .code = "ANB-N305",
        .text = {"TLS-Zertifikat von {host} ist nicht vertrauenswürdig. Nichts gesendet.",
                 "The TLS certificate of {host} is not trusted. Nothing was sent."},
        .cause = {"Ein Proxy ersetzt das Zertifikat, oder der Aussteller fehlt im System.",
                  "A proxy replaces the certificate, or the system does not know the issuer."},
        .responsible = Responsible::netzwerk,
        .next = {"Aussteller ansehen (-v). Eine TLS-Prüfung der eigenen Firewall für {host} "
                 "abschalten lassen oder bewusst zulassen: --ca-file DATEI",
                 "Look at the issuer (-v). Have TLS inspection by your own firewall switched off "
                 "for {host}, or admit it on purpose: --ca-file FILE"},
        .explain =
            {"Der Aussteller des Zertifikats ist weder im Vertrauensspeicher des Systems noch in "
             "einer mit --ca-file genannten Datei. Häufig bricht ein Proxy die Verbindung auf, um "
             "den Inhalt zu prüfen. Die Prüfung lässt sich nicht abschalten: sie schützt "
             "Antragsdaten und Zugangsdaten.",
             "The issuer of the certificate is neither in the trust store of the system nor in a "
             "file named by --ca-file. Often a proxy opens the connection to inspect it. The check "
             "cannot be switched off: it protects application data and credentials."},
    },
    {
        .code = "ANB-N306",
        .text = {"{host} leitet nach {target} um; der Umleitung wird nicht gefolgt.",
                 "{host} redirects to {target}; the redirect is not followed."},
        .cause = {},
        .responsible = Responsible::netzwerk,
        .next = {"Adresse in der Konfiguration prüfen; ist sie richtig, beim Betreiber des "
                 "Dienstes nachfragen.",
                 "Check the address in the configuration; if it is right, ask the operator of the "
                 "service."},
        .explain = {"Umleitungen werden nur auf demselben Rechner und höchstens dreimal befolgt. "
                    "Eine Umleitung zu einem anderen Rechner würde Zugangsdaten und Antragsdaten "
                    "dorthin tragen. Auch die Anmeldeseite eines Proxys meldet sich so.",
                    "Redirects are followed on the same host only, and three times at most. A "
                    "redirect to another host would carry credentials and application data there. "
                    "The login page of a proxy shows like this, too."},
    },
    {
        .code = "ANB-N307",
        .text =
            {"Antwort von {host} ist nicht verwendbar: zu groß, unbekannt kodiert oder kein HTTP.",
             "The answer of {host} is unusable: too large, encoded in an unknown way, or no HTTP."},
        .cause = {},
        .responsible = Responsible::fitconnect_support,
        .next = {"Mit -vv wiederholen und prüfen, ob ein Proxy antwortet; sonst beim Betreiber des "
                 "Dienstes nachfragen.",
                 "Repeat with -vv and see whether a proxy answers; otherwise ask the operator of "
                 "the service."},
        .explain = {"Antworten sind in der Größe begrenzt, auch nach dem Entpacken; angenommen "
                    "werden nur gzip und deflate. So kann eine fremde Antwort weder Speicher noch "
                    "Platte füllen. Die Anfrage selbst kann angekommen sein.",
                    "Answers are limited in size, also after decompression; only gzip and deflate "
                    "are taken. So a foreign answer can fill neither memory nor disk. The request "
                    "itself may have arrived."},
    },
    {
        .code = "ANB-N308",
        .text = {"Verbindung zu {host} auf Wunsch abgebrochen.",
                 "Connection to {host} stopped as requested."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Zum Fortsetzen den Befehl erneut aufrufen; ein begonnenes Senden zeigt "
                 "send-testantrag status.",
                 "Call the command again to go on; send-testantrag status shows a send that was "
                 "begun."},
        .explain = {"Der Aufruf wurde unterbrochen, während eine Anfrage lief oder auf eine "
                    "Wiederholung gewartet wurde. Ob die Anfrage schon angekommen war, klärt der "
                    "nächste Aufruf anhand des Ereignisprotokolls.",
                    "The call was interrupted while a request was running or a repetition was "
                    "waited for. Whether the request had arrived already is found out by the next "
                    "call from the event log."},
    },
    {
        .code = "ANB-N309",
        .text = {"{host} bittet um Wartezeit; ein Aufruf ist ab {time} sinnvoll.",
                 "{host} asks to wait; a call makes sense from {time}."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Den Befehl ab {time} wiederholen, oder --retry-max-time anheben.",
                 "Repeat the command from {time}, or raise --retry-max-time."},
        .explain = {"Der Dienst begrenzt die Zahl der Anfragen oder ist überlastet und nennt, wann "
                    "er wieder bereit ist. Liegt das jenseits von --retry-max-time, endet der "
                    "Aufruf sofort, statt zu warten. Der Stand ist gesichert.",
                    "The service limits the number of requests or is overloaded, and says when it "
                    "will be ready. If that is beyond --retry-max-time, the call ends at once "
                    "instead of waiting. The state is saved."},
    },
    {
        .code = "ANB-N310",
        .text = {"Verbindung zu {host} brach nach dem Senden ab; ob die Anfrage angekommen ist, "
                 "steht nicht fest.",
                 "The connection to {host} was lost after sending; whether the request arrived is "
                 "not certain."},
        .cause = {},
        .responsible = Responsible::none,
        .next = {"Nicht blind wiederholen. send-testantrag status klärt den Stand, send-testantrag "
                 "resume setzt fort.",
                 "Do not repeat blindly. send-testantrag status finds out the state, "
                 "send-testantrag resume goes on."},
        .explain =
            {"Die Anfrage war ganz oder teilweise unterwegs, eine Antwort kam nicht. Der Dienst "
             "kann sie ausgeführt haben. Damit nichts doppelt eingereicht wird, wiederholt das "
             "Programm sie nicht von selbst, sondern liest zuerst das Ereignisprotokoll.",
             "The request was on its way, wholly or in part, and no answer came. The service may "
             "have carried it out. So that nothing is submitted twice the program does not repeat "
             "it by itself but reads the event log first."},
    },
    {
        .code = "ANB-N311",
        .text = {"Keine sichere Verbindung mit {host}: TLS 1.2 oder neuer kam nicht zustande.",
                 "No secure connection with {host}: TLS 1.2 or newer could not be agreed on."},
        .cause = {},
        .responsible = Responsible::netzwerk,
        .next = {"Prüfen, ob ein Proxy oder eine Firewall TLS verändert; die Worte der "
                 "TLS-Bibliothek zeigt -v.",
                 "Check whether a proxy or firewall alters TLS; -v shows the words of the TLS "
                 "library."},
        .explain = {"Verbindungen unter TLS 1.2 gelten als unsicher und werden nicht aufgebaut "
                    "(BSI TR-02102-2). Die Dienste von FIT-Connect sprechen TLS 1.2 und 1.3; "
                    "bietet die Gegenstelle weniger, steht meist ein altes Gerät dazwischen.",
                    "Connections below TLS 1.2 count as insecure and are not made (BSI "
                    "TR-02102-2). The services of FIT-Connect speak TLS 1.2 and 1.3; if the other "
                    "side offers less, mostly an old device stands in between."},
    },
    {
        .code = "ANB-N312",
        .text = {"{file} enthält kein Zertifikat im PEM-Format.",
                 "{file} holds no certificate in PEM."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Umwandeln: openssl x509 -inform DER -in {file} -out ca.pem",
                 "Convert it: openssl x509 -inform DER -in {file} -out ca.pem"},
        .explain =
            {"Mit --ca-file genannte Dateien müssen Zertifikate als PEM enthalten (-----BEGIN "
             "CERTIFICATE-----). Sie gelten zusätzlich zum Vertrauensspeicher des Systems.",
             "Files named by --ca-file must hold certificates in PEM (-----BEGIN "
             "CERTIFICATE-----). They are trusted besides the trust store of the system."},
    },
    {
        .code = "ANB-N313",
        .text = {"{file} enthält keine Anmeldung für den Proxy.",
                 "{file} holds no login for the proxy."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"In die erste Zeile schreiben: Benutzer:Kennwort",
                 "Write into the first line: user:password"},
        .explain = {"Die Datei besteht aus einer Zeile mit Benutzername, Doppelpunkt und Kennwort, "
                    "unverändert und ohne Prozent-Kodierung. Sie sollte nur für den eigenen "
                    "Benutzer lesbar sein.",
                    "The file is one line of user name, colon and password, as they are and "
                    "without percent-encoding. It should be readable by its owner only."},
    },
    {
        .code = "ANB-N314",
        .text =
            {"TLS-Zertifikat von {host} ist abgelaufen oder noch nicht gültig. Nichts gesendet.",
             "The TLS certificate of {host} has expired or is not valid yet. Nothing was sent."},
        .cause = {},
        .responsible = Responsible::netzwerk,
        .next = {"Uhr dieses Rechners prüfen: date -u. Geht sie richtig, beim Betreiber von {host} "
                 "nachfragen.",
                 "Check the clock of this machine: date -u. If it is right, ask the operator of "
                 "{host}."},
        .explain = {"Das Zertifikat der Gegenstelle gilt zur jetzigen Zeit dieses Rechners nicht. "
                    "Meist geht die Uhr falsch; sonst hat der Betreiber das Zertifikat nicht "
                    "rechtzeitig erneuert.",
                    "The certificate of the other side is not valid at the present time of this "
                    "machine. Mostly the clock is wrong; otherwise the operator did not renew the "
                    "certificate in time."},
    },
    {
        .code = "ANB-N315",
        .text = {"TLS-Zertifikat gilt nicht für {host}. Nichts gesendet.",
                 "The TLS certificate is not for {host}. Nothing was sent."},
        .cause = {},
        .responsible = Responsible::netzwerk,
        .next = {"Adresse in der Konfiguration und Namensauflösung prüfen: getent hosts {host}",
                 "Check the address in the configuration and name resolution: getent hosts {host}"},
        .explain =
            {"Unter diesem Namen antwortet ein Rechner, dessen Zertifikat auf einen anderen Namen "
             "lautet: ein Tippfehler in der Adresse, eine falsche Namensauflösung oder jemand, der "
             "sich dazwischenstellt.",
             "A machine answers under this name whose certificate is for another name: a typing "
             "error in the address, a wrong name resolution, or somebody in between."},
    },
    {
        .code = "ANB-N316",
        .text = {"Der Proxy für die Verbindung zu {host} ist nicht erreichbar.",
                 "The proxy for the connection to {host} cannot be reached."},
        .cause = {},
        .responsible = Responsible::netzwerk,
        .next = {"Angabe in --proxy oder https_proxy prüfen.",
                 "Check what --proxy or https_proxy says."},
        .explain = {"Name oder Port des Proxys stimmen nicht, oder er ist außer Betrieb. Ausnahmen "
                    "vom Proxy stehen in no_proxy.",
                    "Name or port of the proxy are wrong, or it is out of order. Exceptions from "
                    "the proxy are in no_proxy."},
    },
    {
        .code = "ANB-N401",
        .text = {"Anmeldung bei {url} abgelehnt ({error}).",
                 "Login at {url} was refused ({error})."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Client-ID und Secret im Self-Service-Portal der richtigen Umgebung vergleichen; "
                 "bei invalid_scope dem Client einen Zustellpunkt zuordnen.",
                 "Compare client id and secret in the self-service portal of the right "
                 "environment; with invalid_scope assign a destination to the client."},
        .explain =
            {"Der Anmeldedienst nimmt Client-ID und Secret nicht an. Häufige Gründe: Zugangsdaten "
             "der anderen Umgebung, ein erneuertes Secret, Leerzeichen in der Datei. invalid_scope "
             "bedeutet, dass der Client noch keinem Zustellpunkt zugeordnet ist. Der Text der "
             "Antwort wird nie gezeigt, weil er das Secret enthalten kann.",
             "The login service does not take client id and secret. Common reasons: credentials of "
             "the other environment, a renewed secret, blanks in the file. invalid_scope means "
             "that no destination is assigned to the client yet. The text of the answer is never "
             "shown, because it may hold the secret."},
    },
    {
        .code = "ANB-N402",
        .text = {"Antwort von {url} enthält kein Zugriffstoken.",
                 "The answer of {url} holds no access token."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Adresse des Anmeldedienstes prüfen: --show-config",
                 "Check the address of the login service: --show-config"},
        .explain = {"Unter der Adresse antwortet etwas anderes als der Anmeldedienst, zum Beispiel "
                    "die Anmeldeseite eines Proxys. Der Text der Antwort wird nicht gezeigt, weil "
                    "er Geheimes enthalten kann.",
                    "Something else than the login service answers at this address, for instance "
                    "the login page of a proxy. The text of the answer is not shown, because it "
                    "may hold secrets."},
    },
    {
        .code = "ANB-N403",
        .text = {"Unter {url} ist kein Anmeldedienst (Antwort 404).",
                 "There is no login service at {url} (answer 404)."},
        .cause = {},
        .responsible = Responsible::kommune,
        .next = {"Adresse des Anmeldedienstes und Umgebung prüfen: --show-config",
                 "Check the address of the login service and the environment: --show-config"},
        .explain = {"Der Rechner antwortet, kennt den Pfad aber nicht. Die Adressen der Umgebungen "
                    "sind eingebaut; eine eigene steht in environments.toml.",
                    "The host answers but does not know the path. The addresses of the "
                    "environments are built in; an own one is in environments.toml."},
    },
    {
        .code = "ANB-N404",
        .text =
            {"Anmeldedienst {url} antwortet vorübergehend nicht wie erwartet (Antwort {status}).",
             "Login service {url} does not answer as expected for the moment (answer {status})."},
        .cause = {},
        .responsible = Responsible::fitconnect_support,
        .next = {"Später erneut versuchen; besteht es fort, die Statusseite des Dienstes ansehen.",
                 "Try again later; if it persists, look at the status page of the service."},
        .explain = {"Der Anmeldedienst ist gestört oder überlastet. Es wurde kein Token "
                    "ausgestellt und nichts weiter gesendet.",
                    "The login service is disturbed or overloaded. No token was issued and nothing "
                    "else was sent."},
    },
};

static_assert(complete(k_messages));

} // namespace

std::span<const Message> network_messages()
{
    return k_messages;
}

} // namespace anb::messages
