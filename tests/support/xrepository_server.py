"""An XRepository on loopback, over TLS, for one standard: its versions, schemas and code lists.

xrepository_server.py SCHEMA-FOLDER LIST-FOLDER CERTIFICATE KEY
Prints its port; ends when its standard input ends.
"""
# SPDX-License-Identifier: EUPL-1.2
import http.server
import io
import json
import os
import ssl
import sys
import threading
import zipfile

STANDARD = "urn:xoev-de:example:standard:xsozialbasis"


def zipped(folder):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(os.listdir(folder)):
            archive.write(os.path.join(folder, name), "xsd/" + name)
    return content.getvalue()


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        answers = {
            f"/api/xrepository/{STANDARD}/metadaten": self.metadata,
            f"/api/xrepository/{STANDARD}_2.3.1:xmlschema": lambda: self.file(zipped(sys.argv[1])),
            f"/api/version_standard/{STANDARD}_2.3.1/genutzteAktuelleCodelisten":
                lambda: self.file(zipped(sys.argv[2])),
            f"/api/xrepository/{STANDARD}_2.4.0:xmlschema": lambda: self.file(b"<html>Wartung</html>"),
            f"/api/xrepository/{STANDARD}_2.5.0:xmlschema": lambda: self.send_error(500),
        }
        answers.get(self.path, self.missing)()

    def answer(self, status, content_type, body):
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def metadata(self):
        versions = [f"{STANDARD}_{number}" for number in ("2.4.0", "2.10.0", "2.3.1")]
        body = {"kennung": STANDARD, "zeitpunktLetzteBearbeitung": "2026-05-01T08:00:00.000+0200",
                "alleVersionsKennungen": versions}
        self.answer(200, "application/json", json.dumps(body).encode())

    def file(self, body):
        # The service labels files as JSON unless any type is asked for.
        any_type = self.headers.get("Accept") == "*/*"
        self.answer(200, "application/zip" if any_type else "application/json", body)

    def missing(self):
        body = {"fehler": "NUR PLATZHALTER GEFUNDEN", "meldung": "Kein Inhalt zu dieser Kennung"}
        self.answer(404, "application/json", json.dumps(body).encode())


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(sys.argv[3], sys.argv[4])
server.socket = context.wrap_socket(server.socket, server_side=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
