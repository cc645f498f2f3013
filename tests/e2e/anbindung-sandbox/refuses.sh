# What cannot be served is refused before anything is made.
. "$E2E_SOURCE/lib.bash"

run anbindung-sandbox --listen 0.0.0.0 --state new --stop-after 1s
expect_code 64
expect_contains stderr ANB-G600
expect_missing new

run anbindung-sandbox --clock gestern --state new
expect_code 64
expect_contains stderr ANB-G605

printf '# one good line\nGET /x status=500\nGET /x status=tausend\n' >faults
run anbindung-sandbox --fault faults --stop-after 1s
expect_code 78
expect_contains stderr 'faults, line 3: "status=tausend"'
run anbindung-sandbox --lang de --fault faults --stop-after 1s
expect_contains stderr 'faults, Zeile 3: "status=tausend" ist im Fehlerskript nicht möglich'

run anbindung-sandbox --fault no-such-file --stop-after 1s
expect_code 66

start_sandbox
address=$(head -1 "$E2E_TMP/sandbox.out")
run anbindung-sandbox --port "${address##*:}" --stop-after 1s
expect_code 69
expect_contains stderr ANB-G601

finish
