// Decrypts and verifies with node-jose: decrypt KEY FILE, verify KEYSET FILE; the content to stdout.
// SPDX-License-Identifier: EUPL-1.2
const fs = require('fs');
const jose = require('node-jose');

const [command, keys, file] = process.argv.slice(2);
const text = fs.readFileSync(file, 'ascii').trim();

async function content()
{
    if (command === 'decrypt') {
        const key = await jose.JWK.asKey(fs.readFileSync(keys, 'utf8'));
        return (await jose.JWE.createDecrypt(key).decrypt(text)).payload;
    }
    const store = await jose.JWK.asKeyStore(fs.readFileSync(keys, 'utf8'));
    const result = await jose.JWS.createVerify(store, {algorithms: ['PS512']}).verify(text);
    return result.payload;
}

content().then(bytes => process.stdout.write(bytes), error => {
    console.error(String(error));
    process.exit(1);
});
