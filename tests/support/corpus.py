"""Runs cert-check over every row of a corpus and compares exit code and codes.

usage: corpus.py CORPUS_TSV [WORKERS]

Prints a line for each row that differs and the figures; ends with 1 when there is one. Every run has
20 s and is watched for its memory.
"""
# SPDX-License-Identifier: EUPL-1.2
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys
import threading

LIMIT = 64 * 1024


def start_up():
    """What an idle run takes; a build with sanitizers takes more than all else."""
    process = subprocess.Popen(["cert-check", "--version"], stdout=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_maxrss


def run(row, folder, limit):
    file, options, expected_exit, expected_codes, _ = row.split("\t")
    arguments = ["cert-check", "--json", "--no-input", "--lang", "en"]
    arguments += options.replace("{corpus}", str(folder)).split()
    process = subprocess.Popen([*arguments, str(folder / file)], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
    alarm = threading.Timer(20, process.kill)
    alarm.start()
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    alarm.cancel()
    code = os.waitstatus_to_exitcode(status)
    process.returncode = code
    process.stdout.close()
    process.stderr.close()
    try:
        findings = json.loads(output)["findings"]
        found = sorted({finding["code"] for finding in findings})
    except (ValueError, KeyError):
        findings, found = [], ["no document"]
    shown = ",".join(found) or "-"
    faults = []
    if str(code) != expected_exit or shown != expected_codes:
        faults.append(f"{file} [{options}]: {expected_exit} {expected_codes} expected, {code} {shown}")
    faults += [f"{file}: a value is missing: {finding['text']}" for finding in findings
               if re.search(r"(^|[ (])\?([).,: ]|$)", finding["text"])]
    if usage.ru_maxrss > limit:
        faults.append(f"{file}: {usage.ru_maxrss} KiB")
    return faults, usage.ru_maxrss


def main():
    table = pathlib.Path(sys.argv[1])
    workers = int(sys.argv[2]) if len(sys.argv) > 2 else 2
    rows = table.read_text().splitlines()[1:]
    idle = start_up()
    limit = LIMIT if idle < LIMIT else LIMIT + idle
    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        results = list(pool.map(lambda row: run(row, table.parent, limit), rows))
    faults = [fault for some, _ in results for fault in some]
    print(*faults, sep="\n", end="\n" if faults else "")
    files = len({row.split("\t")[0] for row in rows})
    print(f"{files} files, {len(rows)} cases, {len(faults)} faults, "
          f"at most {max(peak for _, peak in results)} KiB")
    return 1 if faults else 0


sys.exit(main())
