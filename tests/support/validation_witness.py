"""Compares validate-xsozial with the JDK's validator and Xerces-C over documents and their schemas.

validation_witness.py XOEV-FOLDER MUTANTS-FOLDER DIFFERENCES XERCES-PROGRAM
"""
# SPDX-License-Identifier: EUPL-1.2
import collections
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as tree

from xoev_reference import DEMANDED, check, rows, verdict, version_urn


def witness(command, pairs):
    lines = "".join(f"{schema}\t{document}\n" for schema, document in pairs)
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{command[0]} ended with {done.returncode}: {done.stderr[-2000:]}")
    return {cells[0]: cells[1] for cells in (line.split("\t") for line in done.stdout.splitlines())}


def main(folder, mutants, differences, xerces):
    manifest = rows(os.path.join(folder, "MANIFEST.tsv"))
    ours, kinds, pairs = {}, {}, []
    for name in DEMANDED:
        files = [row for row in manifest if row["instance"].startswith(name + "/")]
        reports, _ = check(folder, [row["instance"] for row in files], [], version_urn(folder, name, []))
        for row in files:
            path = os.path.join(folder, row["instance"])
            ours[path] = verdict(*reports[row["instance"]])
            kinds[path] = row["kind"]
            pairs.append((os.path.join(folder, row["schema_root"]), path))
    roots = {row["instance"].split("/")[0]: os.path.join(folder, row["schema_root"]) for row in manifest}
    planted = [line.rstrip("\n").split("\t") for line in open(os.path.join(mutants, "mutants.tsv"), encoding="utf-8")]
    chosen = [(name, kind, os.path.relpath(source, folder).split("/")[0]) for name, kind, source in planted
              if os.path.abspath(source).startswith(os.path.abspath(folder))]
    reports, _ = check(mutants, [name for name, _, _ in chosen], [])
    for name, kind, family in chosen:
        path = os.path.join(mutants, name)
        ours[path], kinds[path] = verdict(*reports[name]), "mutant-" + kind
        pairs.append((roots[family], path))

    catalog = os.path.join(folder, "catalog.xml")
    addresses = "addresses.tsv"
    with open(addresses, "w", encoding="utf-8") as file:
        for entry in tree.parse(catalog).getroot():
            if entry.tag.endswith("system"):
                file.write(f"{entry.get('systemId')}\t{os.path.join(folder, entry.get('uri'))}\n")
    source = os.path.join(os.path.dirname(__file__), "JdkWitness.java")
    said = {
        "jdk": witness(["java", "-Djdk.xml.maxGeneralEntitySizeLimit=0", source, catalog], pairs),
        # Xerces-C expands entities of a document type without a limit.
        "xerces-c": witness([xerces, addresses],
                            [pair for pair in pairs if not kinds[pair[1]].startswith("doctype")]),
    }
    known = [line.rstrip("\n").split("\t") for line in open(differences, encoding="utf-8") if not line.startswith("#")]
    counts = collections.Counter()
    unexplained = 0
    for name, verdicts in said.items():
        for path, found in verdicts.items():
            if found == ours[path]:
                counts[name] += 1
            elif any(name == who and found == theirs and ours[path] == mine and re.fullmatch(kind, kinds[path])
                     for who, theirs, mine, kind, _ in known):
                counts[name + " explained"] += 1
            else:
                unexplained += 1
                print(f"{name}: {os.path.basename(path)} ({kinds[path]}): {found}, here {ours[path]}", file=sys.stderr)
    print(f"{len(ours)} documents: {counts['jdk']} agree with the JDK, {counts['jdk explained']} explained; "
          f"{counts['xerces-c']} with Xerces-C, {counts['xerces-c explained']} explained; {unexplained} not")


if __name__ == "__main__":
    main(*sys.argv[1:])
