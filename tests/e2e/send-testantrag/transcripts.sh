# The transcripts A6 and C6, line by line: accepted, rejected, not fetched; stopped and resumed, and
# nothing repeated when it was unclear. SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
need jq
prepare_authority
head -c 86000 /dev/zero >nachweis.pdf

# shown: what the last run said, with words for numbers and times, without what was not checked
# and without the points at which progress was shown.
shown()
{
    cat "$E2E_LAST/stderr" "$E2E_LAST/stdout" | grep -Ev '^Nicht geprüft:|^  \[2/5\] .* %$|^$' |
        sed -E -e "s/${id}/ZUSTELLPUNKT/g; s/${submission}/EINREICHUNG/g; s/${submission:0:8}/EINR/g" \
            -e "s/${case}/VORGANG/g; s/${case:0:8}/VORG/g" \
            -e 's/[0-9]{2}:[0-9]{2}:[0-9]{2}$/UHRZEIT/; s/[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:]*Z)?/DATUM/g' \
            -e 's/nach [0-9]+ min [0-9]+ s/nach ZEIT/'
}

# expect_shown WHAT: the lines of the input, in this order.
expect_shown()
{
    E2E_EXPECTED=$((E2E_EXPECTED + 1))
    diff -u - <(shown) >"$E2E_LAST/diff" || { broken "$1"; cat "$E2E_LAST/diff" >&2; }
}

# A6, from the question who is responsible to the decision.
fitconnect-destination --env test route --service hzl --json >route.json 2>/dev/null
run bash -c 'send-testantrag --env test --to - --data testantrag-hzl.xml --attach nachweis.pdf --wait 1s <route.json'
read_ids
expect_code 1
expect_shown 'not fetched in time' <<'END'
Umgebung: TEST
Zustellpunkt ZUSTELLPUNKT (Stadt Musterstadt, Sozialamt)
Geprüft: Zustellpunkt aktiv, Schlüssel gültig bis DATUM, Schema angeboten, Anhang nachweis.pdf (84 KiB)
  [1/5] Einreichung angelegt          submission EINREICHUNG  case VORGANG
  [2/5] Anhang 1 von 1 übertragen     113 KiB
  [3/5] Fachdaten und Metadaten übertragen, abgesendet
  [4/5] Eingang bestätigt             Zustelldienst, Signatur geprüft        UHRZEIT
  [5/5] wartet                        noch nicht abgeholt
        Prüfsummen (authentication tags) stimmen mit dem Gesendeten überein.
send-testantrag: WARNUNG ANB-S310: Gesendet, noch nicht abgeholt. Hinweis an den technischen Kontakt am DATUM, automatische Zurückweisung am DATUM.
  Zuständig:            Fachverfahrenshersteller
  Nächster Schritt:     Stand später abfragen: send-testantrag status VORG --wait 8h
END
receive-testantrag --env test -q fetch "$case" -o eingang --accept >/dev/null 2>&1
run send-testantrag status "${case:0:8}" --wait 20s
expect_code 0
expect_shown 'accepted' <<'END'
Umgebung: TEST
  [4/5] Eingang bestätigt             Zustelldienst, Signatur geprüft        UHRZEIT
  [5/5] Angenommen                    Empfänger, Signatur geprüft            UHRZEIT
        Prüfsummen (authentication tags) stimmen mit dem Gesendeten überein.
Vorgang VORGANG: angenommen nach ZEIT.
END
send_example
receive-testantrag --env test -q fetch "$case" -o eingang --reject schema-violation@data >/dev/null 2>&1
run send-testantrag status "${case:0:8}" --wait 20s
expect_code 2
expect_shown 'rejected' <<'END'
Umgebung: TEST
  [4/5] Eingang bestätigt             Zustelldienst, Signatur geprüft        UHRZEIT
  [5/5] Zurückgewiesen                Empfänger, Signatur geprüft            UHRZEIT
        Prüfsummen (authentication tags) stimmen mit dem Gesendeten überein.
send-testantrag: FEHLER ANB-S402: Empfänger hat zurückgewiesen: schema-violation an "data".
  Zuständig:            Fachverfahrenshersteller
  Nächster Schritt:     Die Meldung mit dem Fachverfahrenshersteller klären: Der Teil entspricht nicht seinem Schema.
END

# C6: stopped while the attachment travels, and resumed.
stop_sandbox
printf 'PUT */attachments/* delay=20s\n' >fault
start_sandbox --fault "$PWD/fault"
env --default-signal=INT send-testantrag --env test --to "$id" --service hzl --data testantrag-hzl.xml \
    --attach nachweis.pdf --log-file "$E2E_LOG" >"$E2E_LAST/stdout" 2>"$E2E_LAST/stderr" &
pid=$!
wait_for 60 grep -q '2/5' "$E2E_LAST/stderr" || broken 'the attachment travels'
read_ids
kill -INT "$pid"
E2E_CODE=0
wait "$pid" || E2E_CODE=$?
expect_code 130
expect_match stderr '^  \[2/5\] Anhang 1 von 1 +[0-9]+ %$'
expect_shown 'stopped' <<'END'
Umgebung: TEST
Zustellpunkt ZUSTELLPUNKT (Stadt Musterstadt, Sozialamt)
Geprüft: Zustellpunkt aktiv, Schlüssel gültig bis DATUM, Schema angeboten, Anhang nachweis.pdf (84 KiB)
  [1/5] Einreichung angelegt          submission EINREICHUNG  case VORGANG
send-testantrag: wird an der nächsten sicheren Stelle beendet.
send-testantrag: angehalten. Noch nichts abgesendet; der Empfänger sieht nichts.
  Fortsetzen:  send-testantrag resume EINR
  Verwerfen:   send-testantrag discard EINR   (der Zustelldienst löscht Unvollständiges nach 1 Tag)
END
stop_sandbox
start_sandbox
run send-testantrag resume "${submission:0:8}"
expect_code 1
expect_contains stderr '  [2/5] Anhang 1 von 1 übertragen     113 KiB'

# The power failed while the last request was under way: the event log tells.
stop_sandbox
printf '%s\n' 'PUT */v2/submissions/* reset=after' 'GET */events status=503' >fault
start_sandbox --fault "$PWD/fault"
run send-testantrag --env test --to "$id" --service hzl --data testantrag-hzl.xml --retry 0
read_ids
expect_code 75
run send-testantrag list
expect_equal "$(shown | grep -E "Kennung|EINR")" "  Kennung   Umgebung  Stand                         seit
  EINR  TEST      unklar: Absenden unbestätigt  DATUM" 'the list'
stop_sandbox
start_sandbox
receive-testantrag --env test -q fetch "$case" -o eingang --accept >/dev/null 2>&1
run send-testantrag resume "${submission:0:8}"
expect_code 0
expect_shown 'unclear, then clear' <<'END'
Umgebung: TEST
  Ereignisprotokoll gelesen: Einreichung wurde abgesendet (Signatur geprüft). Nichts wiederholt.
  [4/5] Eingang bestätigt             Zustelldienst, Signatur geprüft        UHRZEIT
  [5/5] Angenommen                    Empfänger, Signatur geprüft            UHRZEIT
        Prüfsummen (authentication tags) stimmen mit dem Gesendeten überein.
Vorgang VORGANG: angenommen nach ZEIT.
END
finish
