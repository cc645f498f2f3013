// Judges recorded exchanges by an OpenAPI document: DOCUMENT PREFIX EXCHANGES [DEVIATIONS [WITHOUT]].
// SPDX-License-Identifier: EUPL-1.2
//
// EXCHANGES holds JSON lines as anbindung-sandbox --record writes them. Those whose path begins with
// PREFIX are judged; prints "METHOD /template STATUS" for each, with "request is wrong" behind it where
// that is so, and to stderr what is wrong. Ends with 1 when something is, or when nothing was judged.
//
// DEVIATIONS is a module with a list of {name, why, change(api)}: how the real service is known to
// deviate from its document, each a change of the document. WITHOUT names one that is left out.
const fs = require('fs');
const yaml = require('js-yaml');
const RequestValidator = require('openapi-request-validator').default;
const ResponseValidator = require('openapi-response-validator').default;
const {fullFormats} = require('ajv-formats/dist/formats');

const [file, prefix, records, deviations, without] = process.argv.slice(2);
const api = yaml.load(fs.readFileSync(file, 'utf8'));
for (const deviation of deviations ? require(deviations) : []) {
    if (deviation.name !== without) {
        deviation.change(api);
    }
}

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

// Formats of the DVDV document, which no validator knows.
formats['URI reference'] = formats['uri-reference'];
formats.hexadezimal = text => /^[0-9a-f]*$/.test(text);
formats.dezimal = text => /^[0-9]*$/.test(text);
formats["Datum (im Format ISO-8601, d.h.yyyy-MM-dd'T'HH:mm:ss.SSS'Z')"] =
    text => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text);

// What is made once for a key: validators are slow to make.
const made = new Map();
function once(key, make)
{
    if (!made.has(key)) {
        made.set(key, make());
    }
    return made.get(key);
}

const plainType = type => (type || '').toLowerCase().replace(/\s/g, '');
const withoutParameters = body => body && {...body, content: Object.fromEntries(
    Object.entries(body.content || {}).map(([type, value]) => [plainType(type).split(';')[0], value]))};

// The body as its media type says; undefined where it does not.
function content(type, text)
{
    if (text && /\bjson\b/.test(type || '')) {
        try {
            return JSON.parse(text);
        } catch {
            return undefined;
        }
    }
    return text && /urlencoded/.test(type || '') ? Object.fromEntries(new URLSearchParams(text)) : text;
}

// The DVDV document says in words what the query parameter request_json and the objects of a batch
// hold: the members that are needed stand between quotes.
function judgeObject(object, words, where)
{
    const schema = api.components.schemas.Request;
    const validator = once('Request', () => new RequestValidator({
        requestBody: {required: true, content: {'application/json': {schema}}},
    }));
    const result = validator.validateRequest({headers: {'content-type': 'application/json'}, body: object});
    const missing = [...words.matchAll(/'(\w+)'/g)].map(found => found[1])
        .filter(name => schema.properties[name.charAt(0).toLowerCase() + name.slice(1)])
        .map(name => name.charAt(0).toLowerCase() + name.slice(1))
        .filter(name => object === null || typeof object !== 'object' || !object[name])
        .filter(name => name !== 'serviceElementType' || !(object || {}).customServiceElementType);
    return [...(result ? result.errors.map(error => `${error.path || ''} ${error.message}`) : []),
        ...missing.map(name => `${name} is needed`)].map(text => `request: ${where} ${text}`);
}

function judgeObjects(found, exchange)
{
    const parameter = found.parameters.find(one => one.name === 'request_json');
    if (parameter) {
        const object = content('json', (exchange.query || {}).request_json);
        return object === undefined ? ['request: request_json is no JSON']
            : judgeObject(object, parameter.description, 'request_json');
    }
    const body = found.operation.requestBody;
    if (!body || !/^Anfrageparameter/.test(body.description || '')) {
        return [];
    }
    const objects = content('json', exchange.body);
    return Array.isArray(objects)
        ? objects.flatMap((object, index) => judgeObject(object, body.description, `object ${index}`))
        : ['request: the body is no array'];
}

function judgeRequest(found, match, exchange)
{
    const params = Object.fromEntries(found.names.map((name, index) => [name, match[index + 1]]));
    const validator = once(`request ${found.name}`, () => new RequestValidator({
        parameters: found.parameters, requestBody: withoutParameters(resolve(found.operation.requestBody)),
        componentSchemas: api.components.schemas, additionalQueryProperties: false,
    }));
    const query = Object.fromEntries(Object.entries(exchange.query || {}).map(([name, value]) => {
        const parameter = found.parameters.find(one => one.name === name && one.in === 'query');
        const type = parameter && (resolve(parameter.schema) || {}).type;
        return [name, /^(integer|number)$/.test(type) ? Number(value) : type === 'array' ? [value].flat() : value];
    }));
    const result = validator.validateRequest({
        headers: exchange.headers, params, query,
        body: content(exchange.headers['content-type'], exchange.body) || undefined,
    });
    return [...(result ? result.errors.map(error => `request: ${error.location} ${error.path || ''} ${error.message}`) : []),
        ...judgeObjects(found, exchange)];
}

function judgeResponse(found, exchange)
{
    const description = resolve(found.operation.responses[exchange.status]);
    if (!description) {
        return [`response: the status ${exchange.status} is not described`];
    }
    const type = plainType(exchange.response_headers['content-type']);
    const types = Object.keys(description.content || {}).map(plainType);
    if (types.length > 0 && !types.includes(type) && !types.includes(type.split(';')[0])) {
        return [`response: ${type || 'no media type'} in place of ${types}`];
    }
    if (types.length === 0) {
        return exchange.response_body ? ['response: a body where none is described'] : [];
    }
    const validator = once(`response ${found.name} ${exchange.status} ${type}`, () => new ResponseValidator({
        responses: {[exchange.status]: description}, components: api.components, customFormats: formats,
    }));
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
            const request = judgeRequest(found, match, exchange);
            console.log(`${found.name} ${exchange.status}${request.length > 0 ? ' request is wrong' : ''}`);
            said = [...request, ...judgeResponse(found, exchange)];
            break;
        }
    }
    for (const text of said) {
        faults += 1;
        console.error(`${exchange.method} ${path}: ${text}`);
    }
}
process.exit(faults === 0 && judged > 0 ? 0 : 1);
