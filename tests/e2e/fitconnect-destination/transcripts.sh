# What the screen shows from the worksheet to the addressing information.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
. "$E2E_SOURCE/destination.bash"
need jq
prepare_office
day=$(settled_day)

run fitconnect-destination --env test worksheet hzl
expect_code 0
expect_empty stderr
expect_contains stdout 'Ausfüllhilfe Self-Service-Portal (TEST) – Leistung hzl'
expect_match stdout '^  Kontaktdaten +Stadt Musterstadt, Sozialamt$'
expect_match stdout '^ +ozg-anbindung@musterstadt.example$'
expect_match stdout '^  Metadatenversion +1\.5\.0 \(oder höher\) ankreuzen$'
expect_match stdout '^  Verwaltungsleistung +urn:de:fim:leika:leistung:99123456760610$'
expect_match stdout '^  Region \(ARS\) +059990000000$'
expect_match stdout '^  Fachdatenschema +urn:xoev-de:d-nrw:standard:xsozialbasis_2.3.1$'
expect_match stdout '^  Format +application/xml$'
expect_match stdout '^  Schlüssel +keys/test/verschluesselung.oeffentlich.jwk.json +\(Verschlüsselung\)$'
expect_match stdout '^ +keys/test/signatur.oeffentlich.jwk.json +\(Signatur\)$'
expect_contains stdout 'Nicht hochladen:      Dateien mit "privat" im Namen.'
cp -r keys/test keys/neu
run fitconnect-destination --env prod worksheet hzl --keys keys/neu --lang en
expect_code 0
expect_contains stdout 'Worksheet for the self-service portal (PRODUKTION)'

create_destination
sed -i 's/xsozialbasis_2\.3\.1/xsozialbasis_2.3.0/' "sandbox/test/destinations/$id.json"
stop_sandbox
start_sandbox
run fitconnect-destination --env test check "$brief" --at "$day"
expect_code 2
expect_contains stdout "Zustellpunkt $id (TEST) – 2 von 9 Punkten offen"
expect_match stdout '^  Status +created +FEHLER +noch nicht aktiv$'
expect_match stdout '^  Fachdatenschema +urn:.*xsozialbasis_2.3.0 +FEHLER +gültig ist 2\.3\.1$'
expect_match stdout '^  Metadatenschema +1\.5\.0, 2\.1\.0 +ok +≥ 1\.5\.0 vorhanden$'
expect_match stdout '^  Verschlüsselung +RSA 4096, RSA-OAEP-256, kid [^ ]+, ≤ [0-9-]+ +ok += test/verschluesselung'
expect_contains stderr 'xsozialbasis_2.3.0 ist überholt (seit 2026-11-01), gültig ist'

run fitconnect-destination --env test set-schema "$brief" xsozialbasis_2.3.1
expect_code 0
expect_contains stderr 'Umgebung: TEST'
expect_match stdout '^  submissionSchemas +- urn:xoev-de:d-nrw:standard:xsozialbasis_2.3.0$'
expect_match stdout '^ +\+ urn:xoev-de:d-nrw:standard:xsozialbasis_2.3.1$'
expect_contains stdout 'Geändert. Kein Update im Landesredaktionssystem nötig (nur Fachdatenschema).'
run fitconnect-destination --env test activate "$brief"
expect_code 0
expect_contains stdout "Zustellpunkt $id ist aktiv."
run fitconnect-destination --env test -q check "$brief" --at "$day"
expect_code 0
expect_contains stdout '0 von 9 Punkten offen'

run fitconnect-destination --env test addressing "$brief"
expect_code 0
expect_contains stdout 'Adressierungsinformationen (Signatur geprüft: Self-Service-Portal TEST, PS512)'
expect_match stdout '^  Ergebnis +aktuell$'
expect_match stdout 'eine Zeile, ohne Umbruch\):  --raw$'
run fitconnect-destination --env test addressing "$brief" --raw
expect_code 0
expect_equal "$(wc -l <"$E2E_LAST/stdout")" 1 'lines of the raw text'
expect_match stdout '^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$'
run fitconnect-destination --env prod route --ars 059990000000 --leika 99123456760610
expect_code 1
expect_contains stderr 'WARNUNG ANB-F310: Kein Zustellpunkt für 059990000000 / 99123456760610.'
expect_contains stderr 'Abgleich etwa einmal täglich'
expect_contains stderr 'Zuständig:            Landesredaktion'
expect_missing stderr 'ANB-F312'

finish
