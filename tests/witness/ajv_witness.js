// Judges a document with ajv: SCHEMA DOCUMENT; prints what is wrong, ends with 1 then.
// SPDX-License-Identifier: EUPL-1.2
const fs = require('fs');

const [schema, document] = process.argv.slice(2).map(path => JSON.parse(fs.readFileSync(path)));
const Ajv = /2020-12/.test(schema.$schema) ? require('ajv/dist/2020') : require('ajv');
const ajv = new Ajv({strict: false, allErrors: true});
require('ajv-formats')(ajv);
const validate = ajv.compile(schema);
if (!validate(document)) {
    console.log(ajv.errorsText(validate.errors, {separator: '\n'}));
    process.exit(1);
}
