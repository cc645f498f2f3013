"""Compares validate-xsozial with what the reference says about its documents.

xoev_reference.py documents|codes FOLDER [OPTION...]   options go to validate-xsozial
"""
# SPDX-License-Identifier: EUPL-1.2
import collections
import csv
import json
import os
import subprocess
import sys

DEMANDED = {  # the standard that each set is to be checked against
    "xhochschule-1.2": "urn:xoev-de:kmk:standard:xhochschule_1.2",
    "xberufsbildung-0.6": "urn:xoev-de:bmbf:standard:xberufsbildung_0.6",
    "xwasser-1.0.0": "urn:xoev-de:lgl:standard:xwasser_1.0.0",
}


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def check(folder, files, options, uri=None):
    """Reports by file: subject with its facts, and findings."""
    command = ["validate-xsozial", "--json", "--max-findings", "0", *options]
    if uri:
        command += ["--schema-uri", uri]
    paths = [os.path.join(folder, file) for file in files]
    done = subprocess.run(command + paths, capture_output=True, text=True, check=False)
    if done.returncode > 2:
        sys.exit(f"validate-xsozial ended with {done.returncode}: {done.stderr}{done.stdout[-2000:]}")
    document = json.loads(done.stdout)
    reports = {}
    for subject in document["subjects"]:
        reports[subject["id"].removeprefix("file:")] = (subject, [])
    for finding in document["findings"]:
        reports[finding["subject"].removeprefix("file:")][1].append(finding)
    return {file: reports[path] for file, path in zip(files, paths)}, document


def version_urn(folder, name, options):
    """The schemaUri by the name of the set, as the schemas themselves say it."""
    for root, _, files in os.walk(os.path.join(folder, name, "schema")):
        for file in files:
            text = open(os.path.join(root, file), encoding="utf-8").read()
            if "<kennung>urn:xoev-de" in text and "<versionStandard>" in text:
                urn = text.split("<kennung>", 1)[1].split("<", 1)[0]
                version = text.split("<versionStandard>", 1)[1].split("<version>", 1)[1].split("<", 1)[0]
                return f"{urn}_{version}"
    return DEMANDED[name]


def verdict(subject, findings):
    if subject["well_formed"] == "false":
        return "refused" if findings[0]["code"] == "ANB-X103" else "malformed"
    return "valid" if subject["schema_valid"] == "true" else "invalid"


def has_one_fault(row, verdicts):
    """Planted into a document that was valid; the others have faults of their own."""
    folder, _, name = row["instance"].rpartition("/")
    base = folder.replace("mutants", "instances") + "/" + name.partition("__")[0] + ".xml"
    return row["verdict"] != "valid" and row["kind"] != "real" and verdicts.get(base) != "invalid"


def documents(folder, options):
    manifest = rows(os.path.join(folder, "MANIFEST.tsv"))
    reports = {}
    for name in DEMANDED:
        files = [row["instance"] for row in manifest if row["instance"].startswith(name + "/")]
        uri = version_urn(folder, name, options)
        reports.update(check(folder, files, options, uri)[0])
    verdicts = {row["instance"]: row["verdict"] for row in manifest}
    right = placed = planted = single = 0
    for row in manifest:
        subject, findings = reports[row["instance"]]
        errors = [finding for finding in findings if finding["severity"] == "error"]
        found = verdict(subject, findings)
        if found != row["verdict"]:
            print(f"{row['instance']}: {found}, not {row['verdict']}", file=sys.stderr)
            continue
        right += 1
        if found in ("invalid", "malformed") and row["error_line_min"]:
            first = errors[0]
            near = int(row["error_line_min"]) <= first["line"] <= int(row["error_line_max"])
            if not near and first["code"] not in ("ANB-V140", "ANB-V141"):
                print(f"{row['instance']}: line {first['line']}, not {row['error_line_min']} to "
                      f"{row['error_line_max']}", file=sys.stderr)
            placed += near
        if has_one_fault(row, verdicts):
            planted += 1
            single += len(errors) == 1
            if len(errors) != 1 and os.environ.get("ANB_VERBOSE"):
                print(row["instance"], [(f["code"], f["line"]) for f in errors])
    print(f"{len(manifest)} documents: {right} verdicts, {placed} places")
    print(f"{planted} planted faults, {100 * single / planted:.1f} % with exactly one finding")


def codes(folder, options):
    table = rows(os.path.join(folder, "CODECHECK.tsv"))
    by_file = collections.defaultdict(list)
    for row in table:
        by_file[row["instance"]].append(row)
    counted = collections.Counter()
    for file, expected in by_file.items():
        reports, document = check(folder, [file], options)
        unknown = {f["line"] for f in reports[file][1] if f["code"] == "ANB-V150"}
        lists = {(one["uri"], one["version"]): one for one in document["code_lists"]}
        for row in expected:
            used = lists.get((row["listURI"], row["listVersionID"]))
            if row["expected"] == "list-from-schema":
                found = row["expected"] if not row["listURI"] else "?"
            elif used is None:
                found = "not looked at"
            elif used["state"] == "not_installed":
                found = "no-list"
            elif used["state"] == "version_not_installed":
                found = "no-version"
            else:
                found = "unknown-code" if int(row["line_code"]) in unknown else "ok"
            counted[found] += 1
            if found != row["expected"]:
                print(f"{file}:{row['line_code']}: {found}, not {row['expected']}", file=sys.stderr)
        stray = unknown - {int(row["line_code"]) for row in expected}
        if stray:
            print(f"{file}: unknown codes in lines {sorted(stray)} that the table lacks", file=sys.stderr)
    order = ["ok", "unknown-code", "no-version", "no-list", "list-from-schema"]
    print(f"{len(table)} codes: " + ", ".join(f"{counted[name]} {name}" for name in order))


if __name__ == "__main__":
    {"documents": documents, "codes": codes}[sys.argv[1]](sys.argv[2], sys.argv[3:])
