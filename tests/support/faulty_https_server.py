#!/usr/bin/env python3
"""An HTTPS server on loopback that misbehaves on request, for the tests of room http.

Makes a test CA and certificates with the openssl program in a temporary folder, opens one port for
each kind of certificate or proxy, and prints "<name> <value>" lines, the last one "ready -". Paths
choose the fault. Ends when its standard input ends.

SPDX-License-Identifier: EUPL-1.2
"""

import base64
import gzip
import json
import os
import shutil
import socket
import ssl
import struct
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from email.utils import formatdate

STOP = threading.Event()
HITS = {}
LOCK = threading.Lock()
PROXY_LOGIN = "Basic " + base64.b64encode("erika:p:äß%41".encode()).decode()


def openssl(folder, *arguments):
    subprocess.run(["openssl", *arguments], cwd=folder, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def make_ca(folder, name):
    openssl(folder, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
            "-subj", f"/CN=Test CA {name}", "-keyout", f"{name}.key", "-out", f"{name}.pem")


def make_leaf(folder, ca, name, alternative_names, dates=("-days", "2")):
    with open(os.path.join(folder, f"{name}.cnf"), "w", encoding="ascii") as file:
        file.write("[ca]\ndefault_ca = test\n[test]\n"
                   f"database = {name}.txt\nserial = {name}.serial\nnew_certs_dir = .\n"
                   "default_md = sha256\npolicy = any\nunique_subject = no\n"
                   "[any]\ncommonName = supplied\n"
                   f"[leaf]\nsubjectAltName = {alternative_names}\n")
    with open(os.path.join(folder, f"{name}.txt"), "w", encoding="ascii"):
        pass
    with open(os.path.join(folder, f"{name}.serial"), "w", encoding="ascii") as file:
        file.write("1000\n")
    openssl(folder, "req", "-new", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={name}",
            "-keyout", f"{name}.key", "-out", f"{name}.csr")
    openssl(folder, "ca", "-batch", "-config", f"{name}.cnf", "-extensions", "leaf", "-notext",
            "-cert", f"{ca}.pem", "-keyfile", f"{ca}.key", *dates,
            "-in", f"{name}.csr", "-out", f"{name}.pem")


class Connection:
    """Reads requests from one connection and writes answers to it."""

    def __init__(self, stream, port):
        self.stream = stream
        self.port = port
        self.buffer = b""

    def fill(self):
        data = self.stream.recv(65536)
        if not data:
            raise ConnectionError
        self.buffer += data

    def read_head(self):
        while b"\r\n\r\n" not in self.buffer:
            self.fill()
        head, self.buffer = self.buffer.split(b"\r\n\r\n", 1)
        lines = head.decode("latin-1").split("\r\n")
        self.method, self.path, _ = lines[0].split(" ")
        self.headers = {}
        for line in lines[1:]:
            name, value = line.split(":", 1)
            self.headers[name.lower()] = value.strip()

    def take(self, size):
        while len(self.buffer) < size:
            self.fill()
        data, self.buffer = self.buffer[:size], self.buffer[size:]
        return data

    def read_body(self):
        if self.headers.get("transfer-encoding") == "chunked":
            body = b""
            while True:
                while b"\r\n" not in self.buffer:
                    self.fill()
                size, self.buffer = self.buffer.split(b"\r\n", 1)
                data = self.take(int(size, 16))
                self.take(2)
                if not data:
                    return body
                body += data
        return self.take(int(self.headers.get("content-length", "0")))

    def answer(self, status, body=b"", headers=()):
        lines = [f"HTTP/1.1 {status} Test", f"Content-Length: {len(body)}", *headers]
        self.stream.sendall(("\r\n".join(lines) + "\r\n\r\n").encode() + body)

    def reset(self):
        self.stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        os.close(self.stream.detach())
        raise ConnectionError

    def one_request(self):
        self.read_head()
        path = self.path.split("?")[0]
        if path == "/hits":
            self.answer(200, str(HITS.get(self.path.split("?")[1], 0)).encode())
            return
        with LOCK:
            HITS[path] = HITS.get(path, 0) + 1
        if path == "/reset-before-body":
            self.reset()
        self.body = self.read_body()
        self.respond(path, HITS[path])

    def respond(self, path, hit):
        first_word = path[1:].split("/")[0].replace("-", "_")
        getattr(self, "do_" + first_word, self.do_missing)(path, hit)

    def do_missing(self, path, hit):
        self.answer(404, b"missing")

    def do_echo(self, path, hit):
        head = json.dumps({"method": self.method, **self.headers})
        self.answer(200, self.body, [f"X-Head: {head}"])

    def do_status(self, path, hit):
        self.answer(int(path.split("/")[2]), b"status")

    def do_reset_after_body(self, path, hit):
        self.reset()

    def do_reset_twice(self, path, hit):
        if hit <= 2:
            self.reset()
        self.answer(200, b"third")

    def do_then_reset(self, path, hit):
        """Answers, then takes one more request on the same connection and loses it."""
        self.answer(200, b"ok")
        self.read_head()
        self.read_body()
        with LOCK:
            HITS[self.path] = HITS.get(self.path, 0) + 1
        self.reset()

    def do_busy(self, path, hit):
        self.answer(503 if hit <= 2 else 200, b"busy")

    def do_wait_seconds(self, path, hit):
        self.answer(429 if hit == 1 else 200, b"", ["Retry-After: 1"])

    def do_wait_date(self, path, hit):
        now = time.time() - 86400
        self.answer(503 if hit == 1 else 200, b"", [
            f"Date: {formatdate(now, usegmt=True)}",
            f"Retry-After: {formatdate(now + 1, usegmt=True)}"])

    def do_wait_limit(self, path, hit):
        self.answer(429 if hit == 1 else 200, b"", ["RateLimit-Reset: 1"])

    def do_wait_an_hour(self, path, hit):
        self.answer(503, b"", ["Retry-After: 3600"])

    def do_redirect_same(self, path, hit):
        self.answer(302, b"moved", ["Location: /echo"])

    def do_redirect_loop(self, path, hit):
        self.answer(302, b"", ["Location: /redirect-loop"])

    def do_redirect_other(self, path, hit):
        self.answer(307, b"", ["Location: https://localhost:" + str(self.port) + "/echo"])

    def do_redirect_plain(self, path, hit):
        self.answer(302, b"", ["Location: http://127.0.0.1:" + str(self.port) + "/echo"])

    def do_slow(self, path, hit):
        STOP.wait(20)

    def do_stall(self, path, hit):
        self.stream.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
        STOP.wait(20)

    def do_endless(self, path, hit):
        self.stream.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while not STOP.is_set():
            self.stream.sendall(b"10000\r\n" + b"x" * 65536 + b"\r\n")

    def do_endless_error(self, path, hit):
        self.stream.sendall(b"HTTP/1.1 500 No\r\nTransfer-Encoding: chunked\r\n\r\n")
        while not STOP.is_set():
            self.stream.sendall(b"10000\r\n" + b"x" * 65536 + b"\r\n")

    def do_endless_head(self, path, hit):
        self.stream.sendall(b"HTTP/1.1 200 OK\r\n")
        while not STOP.is_set():
            self.stream.sendall(b"X-More: " + b"x" * 1000 + b"\r\n")

    def do_truncated(self, path, hit):
        self.stream.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")
        raise ConnectionError

    def do_gzip(self, path, hit):
        self.answer(200, gzip.compress(b"hello"), ["Content-Encoding: gzip"])

    def do_bomb(self, path, hit):
        packer = zlib.compressobj(9, zlib.DEFLATED, 31)
        body = b"".join(packer.compress(bytes(1 << 20)) for _ in range(256)) + packer.flush()
        self.answer(200, body, ["Content-Encoding: gzip"])

    def do_brotli(self, path, hit):
        self.answer(200, b"\x0b\x02\x80hello\x03", ["Content-Encoding: br"])

    def do_garbage(self, path, hit):
        self.stream.sendall(b"\x00\x01 this is no HTTP\r\n\r\n")
        raise ConnectionError


def serve_http(listener, context):
    """Answers requests; without a context in the open."""
    port = listener.getsockname()[1]

    def handle(raw):
        try:
            with context.wrap_socket(raw, server_side=True) if context else raw as stream:
                connection = Connection(stream, port)
                while True:
                    connection.one_request()
        except (OSError, ValueError):
            raw.close()

    while True:
        raw, _ = listener.accept()
        raw.settimeout(30)
        threading.Thread(target=handle, args=(raw,), daemon=True).start()


def serve_proxy(listener, login):
    def copy(source, target):
        try:
            while data := source.recv(65536):
                target.sendall(data)
        except OSError:
            pass
        finally:
            for end in (source, target):
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass

    def handle(raw):
        try:
            connection = Connection(raw, 0)
            while True:
                connection.read_head()
                if login is None:
                    connection.answer(403)
                elif connection.headers.get("proxy-authorization") != login:
                    connection.answer(407, b"", ['Proxy-Authenticate: Basic realm="test"'])
                else:
                    break
            host, port = connection.path.rsplit(":", 1)
            target = socket.create_connection((host, int(port)))
            raw.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
            threading.Thread(target=copy, args=(target, raw), daemon=True).start()
            copy(raw, target)
        except (OSError, ValueError):
            raw.close()

    while True:
        raw, _ = listener.accept()
        threading.Thread(target=handle, args=(raw,), daemon=True).start()


def listen(name, serve, *arguments):
    listener = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=serve, args=(listener, *arguments), daemon=True).start()
    print(name, listener.getsockname()[1])


def tls_context(folder, certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(os.path.join(folder, certificate + ".pem"),
                            os.path.join(folder, certificate + ".key"))
    return context


def main():
    folder = tempfile.mkdtemp(prefix="anb-faulty-")
    try:
        make_ca(folder, "ca")
        make_ca(folder, "stranger")
        here = "DNS:localhost,IP:127.0.0.1"
        make_leaf(folder, "ca", "good", here)
        make_leaf(folder, "ca", "othername", "DNS:andere.example")
        make_leaf(folder, "ca", "expired", here,
                  ("-startdate", "20200101000000Z", "-enddate", "20200201000000Z"))
        make_leaf(folder, "stranger", "unknown", here)
        for name in ("good", "othername", "expired", "unknown"):
            listen(name, serve_http, tls_context(folder, name))
        old = tls_context(folder, "good")
        old.set_ciphers("ALL:@SECLEVEL=0")
        old.minimum_version = ssl.TLSVersion.TLSv1
        old.maximum_version = ssl.TLSVersion.TLSv1_1
        listen("old", serve_http, old)
        listen("plain", serve_http, None)
        listen("proxy", serve_proxy, PROXY_LOGIN)
        listen("refusing", serve_proxy, None)
        print("ca", os.path.join(folder, "ca.pem"))
        print("ready -", flush=True)
        sys.stdin.read()
        STOP.set()
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
