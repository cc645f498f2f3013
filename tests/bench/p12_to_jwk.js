// What p12-to-jwk is measured against: reads the PEM text of `openssl pkcs12` from standard input
// and writes with node-jose the same four JWK files.
// SPDX-License-Identifier: EUPL-1.2
//
// node p12_to_jwk.js FOLDER    NODE_PATH names the folder with node-jose

"use strict";

const fs = require("fs");
const path = require("path");
const jose = require("node-jose");

const folder = process.argv[2];
const pem = fs.readFileSync(0, "utf8");

function blocks(label) {
  const pattern = new RegExp(`-----BEGIN ${label}-----[^-]+-----END ${label}-----`, "g");
  return pem.match(pattern) || [];
}

function write(name, jwk, mode) {
  fs.writeFileSync(path.join(folder, name), JSON.stringify(jwk, null, 2) + "\n", { mode, flag: "wx" });
}

async function main() {
  const x5c = blocks("CERTIFICATE").map((block) =>
    block.replace(/-----[A-Z ]+-----/g, "").replace(/\s/g, ""));
  const key = await jose.JWK.asKey(blocks("PRIVATE KEY")[0], "pem");
  const thumbprint = jose.util.base64url.encode(await key.thumbprint("SHA-256"));
  const { kty, n, e, d, p, q, dp, dq, qi } = key.toJSON(true);
  const pairs = [
    ["verschluesselung", "RSA-OAEP-256", "wrapKey", "unwrapKey", "enc"],
    ["signatur", "PS512", "verify", "sign", "sig"],
  ];
  for (const [name, alg, publicOperation, privateOperation, role] of pairs) {
    const kid = `${thumbprint}-${role}`;
    write(`${name}.oeffentlich.jwk.json`,
      { kty, alg, key_ops: [publicOperation], kid, n, e, x5c }, 0o644);
    write(`${name}.privat.jwk.json`,
      { kty, alg, key_ops: [privateOperation], kid, n, e, d, p, q, dp, dq, qi }, 0o600);
  }
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
