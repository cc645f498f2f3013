#!/usr/bin/env python3
"""A clamd for tests: finds the word VIRUS in what it is given. Usage: word_scanner.py SOCKET"""
# SPDX-License-Identifier: EUPL-1.2
import os
import socketserver
import struct
import sys
import threading
import time


class Scan(socketserver.StreamRequestHandler):
    def handle(self):
        command = b""
        while not command.endswith(b"\0"):
            piece = self.rfile.read(1)
            if not piece:
                return
            command += piece
        if command == b"zVERSION\0":
            self.wfile.write(b"ClamAV 1.0.0/27000/Thu Nov 26 08:00:00 2026\0")
            return
        content = b""
        while True:
            (size,) = struct.unpack(">I", self.rfile.read(4))
            if size == 0:
                break
            content += self.rfile.read(size)
        found = b"Test.Word FOUND" if b"VIRUS" in content else b"OK"
        self.wfile.write(b"stream: " + found + b"\0")


def end_with(parent):
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(0)


threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
with socketserver.ThreadingUnixStreamServer(sys.argv[1], Scan) as server:
    server.serve_forever()
