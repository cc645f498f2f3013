# Terminates TLS in front of a plain HTTP server on loopback, as an office's proxy would.
# tls_proxy.py CERTIFICATE KEY TARGET-PORT PORT-FILE [PORT]; the port it got goes to PORT-FILE.
# SPDX-License-Identifier: EUPL-1.2
import os
import socket
import ssl
import sys
import threading

context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(sys.argv[1], sys.argv[2])
target = ("127.0.0.1", int(sys.argv[3]))


def pump(source, sink):
    try:
        while piece := source.recv(65536):
            sink.sendall(piece)
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def serve(plain):
    try:
        with context.wrap_socket(plain, server_side=True) as outside:
            with socket.create_connection(target) as inside:
                threading.Thread(target=pump, args=(outside, inside), daemon=True).start()
                pump(inside, outside)
    except OSError:
        pass


listener = socket.create_server(("127.0.0.1", int(sys.argv[5]) if len(sys.argv) > 5 else 0))
with open(sys.argv[4] + ".new", "w") as file:
    file.write(str(listener.getsockname()[1]))
os.rename(sys.argv[4] + ".new", sys.argv[4])
while True:
    threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
