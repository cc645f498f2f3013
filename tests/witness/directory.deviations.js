// Where servers of DVDV answer in another way than the description of the Directory API v2 (2.15.0)
// says, and where it is silent: each as a change of the document.
// SPDX-License-Identifier: EUPL-1.2

const json = 'application/json; charset=utf-8';
const path = name => `/extern/standaloneauth/directory/v2/${name}`;

function setAnswer(api, method, name, schema)
{
    api.paths[path(name)][method].responses['200'].content[json].schema = schema;
}

const reference = name => ({$ref: `#/components/schemas/${name}`});
const listOf = items => ({type: 'array', items});
const orNull = schema => ({nullable: true, allOf: [schema]});

module.exports = [
    {
        name: 'nulls',
        why: 'Absent values come as null, also where the document does not call them nullable or even ' +
            'requires them (id, category, serviceSpecificationType).',
        change(api) {
            for (const [name, schema] of Object.entries(api.components.schemas)) {
                if (['Request', 'Problem', 'AccessToken', 'VerificationResult'].includes(name)) {
                    continue;
                }
                for (const [member, value] of Object.entries(schema.properties)) {
                    if (value.$ref) {
                        schema.properties[member] = orNull(value);
                    } else {
                        value.nullable = true;
                    }
                }
            }
        },
    },
    {
        name: 'list-of-organizations',
        why: 'findOrganizationsByServiceElement answers a list of organizations without certificates ' +
            'and services, not one OrganizationDescription.',
        change: api => setAnswer(api, 'get', 'findOrganizationsByServiceElement', listOf(reference('Organization'))),
    },
    {
        name: 'uris-are-texts',
        why: 'findServiceSpecificationUrisByCategory answers a list of texts, not of services.',
        change: api => setAnswer(api, 'get', 'findServiceSpecificationUrisByCategory', listOf({type: 'string'})),
    },
    {
        name: 'batches-are-lists',
        why: 'Batches answer a list by position with null for no hit; the document names a single object.',
        change(api) {
            const answers = {
                findauthoritydescription: orNull(reference('OrganizationDescription')),
                findservicedescription: orNull(reference('Service')),
                findOrganizationsByServiceElement: listOf(reference('Organization')),
                findServiceSpecificationUrisByCategory: listOf({type: 'string'}),
            };
            for (const [name, schema] of Object.entries(answers)) {
                setAnswer(api, 'post', `batch/${name}`, listOf(schema));
            }
        },
    },
    {
        name: 'version-is-an-object',
        why: 'version answers an object with the keys that the text names, not a text.',
        change: api => setAnswer(api, 'get', 'version', {
            type: 'object', required: ['version', 'buildnunmber', 'schemaversion'],
            additionalProperties: {type: 'string'},
        }),
    },
    {
        name: 'refusals-everywhere',
        why: 'The document describes 400 and 401 for some functions only; every function can refuse.',
        change(api) {
            const problem = {content: {'application/problem+json': {schema: reference('Problem')}}};
            for (const [name, item] of Object.entries(api.paths)) {
                for (const operation of Object.values(item)) {
                    if (name.includes('/v2/')) {
                        operation.responses['401'] = operation.responses['401'] || {};
                        operation.responses['400'] = operation.responses['400'] ||
                            (operation.requestBody || operation.parameters ? problem : undefined);
                    }
                }
            }
        },
    },
];
