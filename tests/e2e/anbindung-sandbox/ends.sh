# The sandbox ends by itself, on a signal, or with its parent, and a private state goes with it.
. "$E2E_SOURCE/lib.bash"

run anbindung-sandbox --stop-after 1s
expect_code 0
expect_match stdout '^https://127\.0\.0\.1:[0-9]+$'
expect_equal "$(find "$TMPDIR" -maxdepth 1 -name 'anbindung-sandbox-*' | wc -l)" 0 "the private states left"

start_sandbox
stopping=$(date +%s%N)
kill -TERM "$E2E_SANDBOX_PID"
code=0
wait "$E2E_SANDBOX_PID" || code=$?
expect_equal "$code" 143 "the code after SIGTERM"
expect_equal "$((($(date +%s%N) - stopping) / 1000000 < 2000))" 1 "less than two seconds"

bash -c 'anbindung-sandbox --stop-with-parent >/dev/null 2>&1 & echo $! >pid
    until [ -e /proc/$!/exe ]; do :; done; sleep 1'
expect_equal "$(wait_for 10 bash -c '! kill -0 "$(cat pid)"' && echo gone)" gone "the process without parent"

finish
