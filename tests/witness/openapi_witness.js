// Judges recorded exchanges by an OpenAPI document: DOCUMENT PREFIX EXCHANGES.
// SPDX-License-Identifier: EUPL-1.2
//
// EXCHANGES holds JSON lines as anbindung-sandbox --record writes them. Those whose path begins with
// PREFIX are judged; prints "METHOD /template" for each, and to stderr what is wrong. Ends with 1
// when something is, or when nothing was judged.
const fs = require('fs');
const yaml = require('js-yaml');
const RequestValidator = require('openapi-request-validator').default;
const ResponseValidator = require('openapi-response-validator').default;
const {fullFormats} = require('ajv-formats/dist/formats');

const [file, prefix, records] = process.argv.slice(2);
const api = yaml.load(fs.readFileSync(file, 'utf8'));

// The document's pattern for event tokens, \w+\.\w+\.\w+, does not admit the "-" of base64url, which
// nearly every token contains. Corrected here; everything else stands as published.
const token = api.components.schemas.SecurityEventToken;
if (token) {
    token.pattern = '^[\\w-]+\\.[\\w-]+\\.[\\w-]+$';
}

const resolve = value => value && value.$ref
    ? value.$ref.slice(2).split('/').reduce(
        (place, name) => place[name.replace(/~1/g, '/').replace(/~0/g, '~')], api)
    : value;

const formats = {};
for (const [name, format] of Object.entries(fullFormats)) {
    const check = format.validate || format;
    formats[name] = check instanceof RegExp ? text => check.test(text)
        : typeof check === 'function' ? check : () => true;
}

const operations = [];
for (const [template, item] of Object.entries(api.paths)) {
    const names = [];
    const pattern = template.replace(/[.\\]/g, '\\$&').replace(/\{(.*?)\}/g, (_, name) => {
        names.push(name);
        return '([^/]+)';
    });
    for (const method of ['get', 'post', 'put', 'patch', 'delete']) {
        if (item[method]) {
            operations.push({
                name: `${method.toUpperCase()} ${template}`, method, names,
                pattern: new RegExp(`^${pattern}$`), operation: item[method],
                parameters: [...(item.parameters || []), ...(item[method].parameters || [])].map(resolve),
            });
        }
    }
}

const content = (type, text) => text && /\bjson\b/.test(type || '') ? JSON.parse(text) : text;

function judgeRequest(found, match, exchange)
{
    const params = Object.fromEntries(found.names.map((name, index) => [name, match[index + 1]]));
    const validator = new RequestValidator({
        parameters: found.parameters, requestBody: resolve(found.operation.requestBody),
        componentSchemas: api.components.schemas, additionalQueryProperties: false,
    });
    const query = Object.fromEntries(Object.entries(exchange.query || {}).map(([name, value]) => {
        const parameter = found.parameters.find(one => one.name === name && one.in === 'query');
        const type = parameter && (resolve(parameter.schema) || {}).type;
        return [name, /^(integer|number)$/.test(type) ? Number(value) : type === 'array' ? [value].flat() : value];
    }));
    const result = validator.validateRequest({
        headers: exchange.headers, params, query,
        body: content(exchange.headers['content-type'], exchange.body) || undefined,
    });
    return result ? result.errors.map(error => `request: ${error.location} ${error.path || ''} ${error.message}`) : [];
}

function judgeResponse(found, exchange)
{
    const description = resolve(found.operation.responses[exchange.status]);
    if (!description) {
        return [`response: the status ${exchange.status} is not described`];
    }
    const type = (exchange.response_headers['content-type'] || '').split(';')[0];
    const types = Object.keys(description.content || {});
    if (types.length > 0 && !types.includes(type)) {
        return [`response: ${type || 'no media type'} in place of ${types}`];
    }
    if (types.length === 0) {
        return exchange.response_body ? ['response: a body where none is described'] : [];
    }
    const validator = new ResponseValidator({
        responses: {[exchange.status]: description}, components: api.components, customFormats: formats,
    });
    const result = validator.validateResponse(exchange.status, content(type, exchange.response_body));
    return result ? result.errors.map(error => `response: ${error.path} ${error.message}`) : [];
}

let judged = 0, faults = 0;
for (const line of fs.readFileSync(records, 'utf8').split('\n').filter(Boolean)) {
    const exchange = JSON.parse(line);
    if (!exchange.path.startsWith(prefix)) {
        continue;
    }
    const path = exchange.path.slice(prefix.length);
    judged += 1;
    let said = [`no such operation`];
    for (const found of operations) {
        const match = found.method === exchange.method.toLowerCase() && found.pattern.exec(path);
        if (match) {
            console.log(`${found.name} ${exchange.status}`);
            said = [...judgeRequest(found, match, exchange), ...judgeResponse(found, exchange)];
            break;
        }
    }
    for (const text of said) {
        faults += 1;
        console.error(`${exchange.method} ${path}: ${text}`);
    }
}
process.exit(faults === 0 && judged > 0 ? 0 : 1);
