# Helpers for end-to-end and chain tests; tests/e2e/run prepares the folder and the variables.
# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash
#
# Variables: E2E_SOURCE (this folder), TESTDATA, REFERENCE (may be absent), E2E_BUILD, E2E_ROOT.
# A script ends with `finish`; a script that does not reach it has failed.
# Every expect_… counts; a broken one is reported at once and the script goes on.

set -u

E2E_EXPECTED=0
E2E_BROKEN=0
E2E_FINISHED=0
E2E_CODE=0
E2E_COMMAND=
E2E_PIDS=()

# The folder that holds `stdout` and `stderr` of the last run.
E2E_LAST=$E2E_TMP/last

e2e_at_exit()
{
    local code=$?
    local pid
    for pid in "${E2E_PIDS[@]}"; do
        kill "$pid" 2>/dev/null
        wait "$pid" 2>/dev/null
    done
    if [ "$E2E_FINISHED" -eq 0 ]; then
        echo "the script did not reach 'finish' (code $code)" >&2
        exit 1
    fi
    exit "$code"
}
trap e2e_at_exit EXIT
trap 'exit 143' TERM INT

# broken WHAT: reports an expectation that was not met, with what the last run printed.
broken()
{
    E2E_BROKEN=$((E2E_BROKEN + 1))
    {
        echo "NOT MET at ${BASH_SOURCE[2]##*/}:${BASH_LINENO[1]}: $1"
        echo "  command: $E2E_COMMAND"
        echo "  code:    $E2E_CODE"
        if [ -e "$E2E_LAST/stdout" ]; then
            echo "  stdout:"
            head -c 3000 "$E2E_LAST/stdout" | sed 's/^/    /'
            echo "  stderr:"
            head -c 3000 "$E2E_LAST/stderr" | sed 's/^/    /'
        fi
    } >&2
}

# stream NAME: the path of stdout or stderr of the last run, or NAME itself for another file.
stream()
{
    case $1 in
    stdout | stderr) printf '%s\n' "$E2E_LAST/$1" ;;
    *) printf '%s\n' "$1" ;;
    esac
}

# Where tools log what they would say at -vv. A script that starts one in another way than by `run`
# passes --log-file "$E2E_LOG".
E2E_LOG=$E2E_TMP/log.jsonl

# run COMMAND...: runs it and keeps stdout, stderr and the code; what it says, and logs, is searched
# for secrets at the end.
run()
{
    E2E_COMMAND="$*"
    E2E_CODE=0
    if e2e_can_log "$@"; then
        set -- "$1" --log-file "$E2E_LOG" "${@:2}"
    fi
    "$@" >"$E2E_LAST/stdout" 2>"$E2E_LAST/stderr" || E2E_CODE=$?
    cat "$E2E_LAST/stdout" "$E2E_LAST/stderr" >>"$E2E_TMP/spoken"
}

# True for one of our tools with anything to do and no log of its own.
e2e_can_log()
{
    [ $# -gt 1 ] && [ -x "$E2E_BUILD/bin/$1" ] || return 1
    case " $* " in
    *" --log-file"*) return 1 ;;
    esac
}

# holds_secrets PATH...: files of these names, or at these ends of a path, are meant to hold some, besides
# keys, stores, passwords and client secrets.
holds_secrets()
{
    printf '%s\n' "$@" >>"$E2E_TMP/holders"
}

# expect_code N
expect_code()
{
    E2E_EXPECTED=$((E2E_EXPECTED + 1))
    [ "$E2E_CODE" -eq "$1" ] || broken "exit code $1, found $E2E_CODE"
}

# expect_empty stdout|stderr|FILE. On stderr the line that names the environment may stand.
expect_empty()
{
    E2E_EXPECTED=$((E2E_EXPECTED + 1))
    local rest
    if [ "$1" = stderr ]; then
        rest=$(grep -Ev '^(Umgebung|Environment): ' "$E2E_LAST/stderr")
    else
        rest=$(head -c 200 "$(stream "$1")" | tr -d '\0')
    fi
    [ -z "$rest" ] || broken "$1 is empty"
}

# expect_contains stdout|stderr|FILE TEXT: the text stands there, letter by letter.
expect_contains()
{
    E2E_EXPECTED=$((E2E_EXPECTED + 1))
    grep -qF -e "$2" "$(stream "$1")" || broken "$1 contains: $2"
}

# expect_match stdout|stderr|FILE REGEX: a line matches the extended regular expression.
expect_match()
{
    E2E_EXPECTED=$((E2E_EXPECTED + 1))
    grep -qE -e "$2" "$(stream "$1")" || broken "$1 matches: $2"
}

# expect_missing stdout|stderr|FILE TEXT: the text does not stand there.
# expect_missing FILE: no such file or folder.
expect_missing()
{
    E2E_EXPECTED=$((E2E_EXPECTED + 1))
    if [ $# -eq 1 ]; then
        [ ! -e "$1" ] || broken "$1 does not exist"
    elif grep -qF -e "$2" "$(stream "$1")"; then
        broken "$1 does not contain: $2"
    fi
}

# expect_file FILE: exists and is not empty.
expect_file()
{
    E2E_EXPECTED=$((E2E_EXPECTED + 1))
    [ -s "$1" ] || broken "$1 exists and is not empty"
}

# expect_mode FILE MODE: the permission bits in octal.
expect_mode()
{
    E2E_EXPECTED=$((E2E_EXPECTED + 1))
    local mode
    mode=$(stat -c %a "$1" 2>/dev/null)
    [ "$mode" = "$2" ] || broken "$1 has mode $2, found ${mode:-no file}"
}

# expect_same FILE FILE: byte by byte; stdout and stderr may stand for a file.
expect_same()
{
    E2E_EXPECTED=$((E2E_EXPECTED + 1))
    cmp -s "$(stream "$1")" "$(stream "$2")" || broken "$1 and $2 are the same"
}

# expect_equal FOUND EXPECTED WHAT
expect_equal()
{
    E2E_EXPECTED=$((E2E_EXPECTED + 1))
    [ "$1" = "$2" ] || broken "$3 is '$2', found '$1'"
}

# expect_memory TOOL KIB LIMIT WHAT: below the limit; nothing of a sanitizer build, which needs memory
# of its own.
expect_memory()
{
    case $(readelf -d "$(command -v "$1")") in
    *libasan*) ;;
    *) expect_equal "$(($2 < $3))" 1 "$4 ($2 KiB)" ;;
    esac
}

# expect_json EXPRESSION [FILE]: one JSON document on stdout for which the jq expression holds.
expect_json()
{
    E2E_EXPECTED=$((E2E_EXPECTED + 1))
    jq -e "$1" "$(stream "${2:-stdout}")" >/dev/null 2>&1 || broken "${2:-stdout} fulfils: $1"
}

# expect_schema TOOL: the last stdout is valid against the tool's published schema. A script that
# calls it needs python jsonschema.
expect_schema()
{
    local faults
    faults=$(/usr/bin/python3 - "$E2E_ROOT/man/schema/$1.schema.json" "$E2E_LAST/stdout" <<'END'
import json, sys
from jsonschema import Draft202012Validator
schema = json.load(open(sys.argv[1]))
Draft202012Validator.check_schema(schema)
for fault in Draft202012Validator(schema).iter_errors(json.load(open(sys.argv[2]))):
    print(fault.json_path, fault.message)
END
    ) || faults="the validator failed $faults"
    expect_equal "$faults" '' 'faults against the schema'
}

# expect_golden stdout|stderr|FILE NAME: equal to the file NAME beside the script.
# E2E_BLESS=1 writes that file instead.
expect_golden()
{
    E2E_EXPECTED=$((E2E_EXPECTED + 1))
    local golden
    golden=$(dirname "$E2E_SCRIPT")/$2
    if [ "${E2E_BLESS-}" = 1 ]; then
        cp "$(stream "$1")" "$golden"
    elif ! diff -u "$golden" "$(stream "$1")" >"$E2E_LAST/diff"; then
        broken "$1 equals $2"
        cat "$E2E_LAST/diff" >&2
    fi
}

# skip REASON: this machine cannot run the test.
skip()
{
    echo "skipped: $1"
    E2E_FINISHED=1
    exit 77
}

# need PROGRAM...: skips when one is absent.
need()
{
    local program
    for program in "$@"; do
        command -v "$program" >/dev/null || skip "$program is not installed"
    done
}

# need_python MODULE...: skips when Debian's python3 lacks one.
need_python()
{
    local module
    for module in "$@"; do
        /usr/bin/python3 -c "import $module" 2>/dev/null || skip "python3 has no module $module"
    done
}

# need_node MODULE...: skips when node or one of the witnesses in build/witnesses is absent.
need_node()
{
    need node
    local module
    for module in "$@"; do
        [ -d "$E2E_WITNESSES/node_modules/$module" ] || skip "npm $module is not installed"
    done
}

# need_reference [FILE]: skips when the reference folder is absent.
need_reference()
{
    [ -e "$REFERENCE/${1-}" ] || skip "the reference ${1-} is not here"
}

# finish: the end of every script.
finish()
{
    E2E_FINISHED=1
    echo "$E2E_EXPECTED expectations, $E2E_BROKEN not met"
    [ "$E2E_EXPECTED" -gt 0 ] || { echo "nothing was expected" >&2; exit 1; }
    [ "$E2E_BROKEN" -eq 0 ] || exit 1
    exit 0
}

# restricted COMMAND...: runs it so that permissions count, for root as well.
restricted()
{
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --bounding-set=-all --inh-caps=-all "$@"
    else
        "$@"
    fi
}

# wait_for SECONDS COMMAND...: waits until the command succeeds.
wait_for()
{
    local left=$(($1 * 10))
    shift
    until "$@" >/dev/null 2>&1; do
        left=$((left - 1))
        [ "$left" -gt 0 ] || return 1
        sleep 0.1
    done
}

# start_sandbox [OPTION...]: starts anbindung-sandbox on a free port with $PWD/sandbox as its state
# and writes $XDG_CONFIG_HOME/anbindung/environments.toml; it ends with the script.
# Its keys are made once per build folder and copied from there. E2E_SANDBOX_PID is its process.
start_sandbox()
{
    local env_file=$XDG_CONFIG_HOME/anbindung/environments.toml
    e2e_prepare_keys || { broken "keys for the sandbox"; exit 1; }
    mkdir -p sandbox
    [ -d sandbox/pki ] || cp -a "$E2E_BUILD/e2e-cache/pki" sandbox/pki
    rm -f "$env_file"
    anbindung-sandbox --port 0 --state "$PWD/sandbox" --env-file "$env_file" --stop-with-parent \
        --log-file "$E2E_LOG" "$@" >"$E2E_TMP/sandbox.out" 2>"$E2E_TMP/sandbox.err" &
    E2E_SANDBOX_PID=$!
    E2E_PIDS+=("$E2E_SANDBOX_PID")
    if ! e2e_wait_for_sandbox "$env_file"; then
        cat "$E2E_TMP/sandbox.out" "$E2E_TMP/sandbox.err" >&2
        E2E_COMMAND="anbindung-sandbox $*"
        broken "the sandbox writes its environment file"
        exit 1
    fi
}

# stop_sandbox: ends it and waits; the state stays, start_sandbox goes on with it.
stop_sandbox()
{
    kill "$E2E_SANDBOX_PID" 2>/dev/null
    wait "$E2E_SANDBOX_PID" 2>/dev/null
}

# Waits until the file is there; fails when the process ends before.
e2e_wait_for_sandbox()
{
    local left=1200
    until [ -s "$1" ]; do
        kill -0 "$E2E_SANDBOX_PID" 2>/dev/null || return 1
        left=$((left - 1))
        [ "$left" -gt 0 ] || return 1
        sleep 0.1
    done
}

# Makes the keys that start_sandbox copies, anew when the program is newer.
e2e_prepare_keys()
{
    local cache=$E2E_BUILD/e2e-cache
    mkdir -p "$cache"
    (
        flock 9
        if [ -d "$cache/pki" ] && [ "$cache/pki" -nt "$E2E_BUILD/bin/anbindung-sandbox" ]; then
            exit 0
        fi
        rm -rf "$cache/pki" "$cache/new"
        mkdir "$cache/new"
        anbindung-sandbox --port 0 --state "$cache/new" --env-file "$cache/new/env.toml" \
            --stop-with-parent >"$cache/out" 2>"$cache/err" 9>&- &
        E2E_SANDBOX_PID=$!
        e2e_wait_for_sandbox "$cache/new/env.toml"
        wait_for 120 test -s "$cache/new/pki/intermediaer-test-signature.cer" \
            -a -s "$cache/new/pki/intermediaer-prod-signature.cer"
        kill "$E2E_SANDBOX_PID" 2>/dev/null
        wait "$E2E_SANDBOX_PID" 2>/dev/null
        [ -d "$cache/new/pki" ] || { cat "$cache/err" >&2; exit 1; }
        touch "$cache/new/pki"
        mv "$cache/new/pki" "$cache/pki"
    ) 9>"$cache/lock"
}
