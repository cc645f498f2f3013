"""Writes testdata/certificates and its list, corpus.tsv; see scripts/make-testdata."""
# SPDX-License-Identifier: EUPL-1.2
from . import cases, files

HEAD = "file\toptions\texit\tcodes\tremark"

files.anchors()
for group in (cases.times, cases.keys, cases.usages, cases.signatures, cases.chains,
              cases.extensions, cases.names, files.encodings, files.blocks, files.others):
    group()
(cases.OUT / "corpus.tsv").write_text("\n".join([HEAD, *cases.rows, ""]))
print(f"{len({row.split(chr(9))[0] for row in cases.rows})} files, {len(cases.rows)} cases")
