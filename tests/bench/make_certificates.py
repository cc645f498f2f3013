"""Writes certificates of the V-PKI profile (RSA-4096) into a folder, for scripts/bench.

usage: make_certificates.py FOLDER COUNT

300 differ; the others are copies of them under names of their own.
"""
# SPDX-License-Identifier: EUPL-1.2
import pathlib
import sys

from odd_certificates.certificate import make, pem

folder, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
kinds = [pem(make(serial=1000 + i)) for i in range(min(count, 300))]
for i in range(count):
    (folder / f"{i:05}.pem").write_bytes(kinds[i % len(kinds)])
