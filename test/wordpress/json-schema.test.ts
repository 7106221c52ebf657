import { describe, expect, it } from 'vitest';
import { readMemberSchemas } from '../../src/wordpress/json-schema.ts';
import type { ValueSchema } from '../../src/wordpress/value-schema.ts';

function read(schema: unknown): ValueSchema | undefined {
  return readMemberSchemas({ it: schema })[0]?.value;
}

const text = { kind: 'text' };
const integer = { kind: 'integer', isSmall: false };
const number = { kind: 'number' };
const boolean = { kind: 'boolean' };
const json = (reason: string) => ({ kind: 'json', reason });
const object = (members: Record<string, unknown>) => ({
  kind: 'object',
  members: Object.entries(members).map(([name, value]) => ({ name, description: '', value })),
});
/** Lists of lists. */
const nested = (levels: number): object =>
  levels === 0 ? { type: 'string' } : { type: 'array', items: nested(levels - 1) };
const inLists = (levels: number, value: unknown): unknown =>
  levels === 0 ? value : { kind: 'list', items: inLists(levels - 1, value) };

describe('a JSON Schema, as plugins write them', () => {
  it.each<[unknown, unknown]>([
    // Scalars, with null beside them or not.
    [{ type: 'string' }, text],
    [{ type: ['string', 'null'] }, text],
    [{ type: ['null', 'number'] }, number],
    [{ type: ['boolean', 'null'] }, boolean],
    [{ type: 'int' }, integer],
    [{ type: 'float' }, number],
    [{ type: ['double', 'null'] }, number],
    [{ type: 'bool' }, boolean],
    [{ type: ['integer', 'number'] }, number],
    [{ type: 'integer', minimum: 0 }, integer],
    [
      { type: 'integer', minimum: 0, maximum: 2_147_483_647 },
      { kind: 'integer', isSmall: true },
    ],
    [
      { type: 'integer', minimum: '-5', maximum: '5' },
      { kind: 'integer', isSmall: true },
    ],
    [{ type: 'integer', minimum: 0, maximum: 2_147_483_648 }, integer],
    [
      { type: 'integer', enum: [1, 2, null] },
      { kind: 'integer', isSmall: true },
    ],
    // Formats that say something to a graph.
    [
      { type: 'string', format: 'date-time' },
      { ...text, format: 'date-time' },
    ],
    [
      { type: 'string', format: 'uri' },
      { ...text, format: 'uri' },
    ],
    [
      { type: ['string', 'null'], format: 'email' },
      { ...text, format: 'email' },
    ],
    [{ type: 'string', format: 'hex-color' }, text],
    [{ type: 'string', format: ['uri'] }, text],
    // Choices.
    [
      { type: 'string', enum: ['', 'a', 'two-three', '4', null] },
      { ...text, values: ['a', 'two-three', '4'] },
    ],
    [
      { type: ['string', 'null'], enum: ['1', 1, '2', 2] },
      { ...text, values: ['1', '2'] },
    ],
    [{ enum: ['a', 'b', null] }, { ...text, values: ['a', 'b'] }],
    [{ type: 'string', enum: [] }, text],
    [{ type: 'string', enum: [''] }, text],
    [{ type: 'string', enum: ['a', true] }, text],
    [{ type: 'string', enum: Array.from({ length: 501 }, (_, index) => `v${index}`) }, text],
    [{ type: 'number', enum: [0.5, 1] }, number],
    // Lists and objects.
    [{ type: 'array', items: { type: 'string' } }, inLists(1, text)],
    [{ type: ['array', 'null'], items: { type: 'integer' } }, inLists(1, integer)],
    [{ type: 'array' }, json('is a list of which nothing says what it holds')],
    [{ type: 'array', items: [] }, json('is a list of which nothing says what it holds')],
    [
      { type: 'array', items: { type: 'object', properties: { a: { type: 'string' } } } },
      inLists(1, object({ a: text })),
    ],
    [{ type: ['object', 'null'], properties: { a: { type: 'string' } } }, object({ a: text })],
    [
      { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: { type: 'string' } },
      object({ a: text }),
    ],
    [{ type: 'object', properties: [] }, json('has members of which nothing says what they are called')],
    [{ type: 'object', properties: {} }, json('has members of which nothing says what they are called')],
    [
      { type: 'object', additionalProperties: { type: 'string' } },
      json('has members of which nothing says what they are called'),
    ],
    [{ type: 'object', properties: { a: [] } }, object({ a: json('has no type') })],
    // What only editors see.
    [
      { type: 'object', properties: { a: { type: 'string', context: ['view', 'edit'] }, b: { context: ['edit'] } } },
      object({ a: text }),
    ],
    // ACF: relations, files, choices, maps.
    [
      { type: ['integer', 'array', 'null'], items: { type: 'integer' } },
      { kind: 'ids', isOne: false },
    ],
    [
      { type: ['integer', 'array', 'null'], items: { type: ['integer'] }, maxItems: 1, minItems: 1 },
      { kind: 'ids', isOne: true },
    ],
    [
      { type: ['integer', 'array', 'null'], items: { type: 'integer' }, maxItems: 5 },
      { kind: 'ids', isOne: false },
    ],
    [{ type: ['integer', 'null'], mimeTypes: 'png' }, integer],
    [
      { type: ['integer', 'array', 'null', 'string'], items: { type: ['integer', 'string'] } },
      json('may be a whole number or a list or a text'),
    ],
    [
      { type: ['string', 'array', 'int', 'null'], items: { type: ['string', 'int'], enum: ['a', 'b'] }, maxItems: 1 },
      { ...text, values: ['a', 'b'] },
    ],
    [
      { type: ['string', 'array', 'int', 'null'], items: { type: ['string', 'int'], enum: ['1', 1] } },
      inLists(1, { ...text, values: ['1'] }),
    ],
    [
      { type: ['integer', 'string', 'array', 'null'], items: { type: ['string', 'integer'] } },
      json('may be a whole number or a text or a list'),
    ],
    [{ type: ['string', 'float'] }, json('may be a text or a number')],
    [{ type: ['object', 'array'] }, json('may be an object or a list')],
    [{ type: ['string', 'mixed'] }, json('may be a text or something else')],
    // Alternatives.
    [{ oneOf: [{ type: 'string' }, { type: 'null' }] }, text],
    [{ anyOf: [{ type: 'integer', maximum: 9, minimum: 0 }, { type: 'integer' }] }, integer],
    [{ anyOf: [{ type: 'integer' }, { type: 'number' }] }, number],
    [
      { type: 'string', oneOf: [{ enum: ['a'] }, { enum: ['b', 'a'] }] },
      { ...text, values: ['a', 'b'] },
    ],
    [
      {
        oneOf: [
          { type: 'string', format: 'uri' },
          { type: 'string', enum: ['none'] },
        ],
      },
      text,
    ],
    [{ oneOf: [{ type: 'string' }, { type: 'boolean' }] }, json('may be a text or true or false')],
    [
      {
        type: 'object',
        oneOf: [
          { properties: { a: { type: 'string' } } },
          { properties: { a: { type: 'integer' }, b: { type: 'number' } } },
        ],
      },
      object({ a: json('may be a text or a whole number'), b: number }),
    ],
    [
      { type: 'array', oneOf: [{ items: { type: 'string' } }, { items: { type: 'boolean' } }] },
      inLists(1, json('may be a text or true or false')),
    ],
    [{ oneOf: [{ type: 'null' }] }, json('is always empty')],
    [{ type: 'string', oneOf: [] }, text],
    [{ oneOf: [{ oneOf: [{ type: 'string' }] }] }, json('may be of many kinds')],
    [{ oneOf: Array.from({ length: 51 }, () => ({ type: 'string' })) }, json('may be of many kinds')],
    // Nothing that could be relied on.
    [{}, json('has no type')],
    [{ description: 'Anything.' }, json('has no type')],
    [[], json('has no type')],
    [null, json('has no type')],
    ['string', json('has no type')],
    [{ type: 'null' }, json('is always empty')],
    [{ type: ['null', null] }, json('is always empty')],
    [{ type: [] }, json('has no type')],
    [{ type: 'file' }, json('has a type that JSON Schema does not have')],
    [{ type: { a: 1 } }, json('has a type that JSON Schema does not have')],
    [{ $ref: '#' }, json('is described by a reference to another schema')],
    [nested(6), inLists(6, text)],
    [nested(7), inLists(7, json('lies deeper than is typed'))],
  ])('is %j', (schema, expected) => {
    expect(read(schema)).toEqual(expected);
  });

  it('has its members by whatever names they have, as whoever made them describes them', () => {
    const members = readMemberSchemas(
      JSON.parse(`{
        "__proto__": { "type": "string", "description": "A <b>text</b>." },
        "constructor": { "type": "string", "title": "Maker" },
        "m-dash key": { "type": "string", "description": "", "title": "" },
        "": { "type": "string" }
      }`),
    );
    expect(members.map(({ name, description }) => [name, description])).toEqual([
      ['__proto__', 'A text.'],
      ['constructor', 'Maker'],
      ['m-dash key', ''],
    ]);
  });

  it('shows what a visitor sees, and what does not say who sees it', () => {
    const contexts: unknown[] = [['view', 'edit'], ['edit'], [], 'edit', 'view', ['embed'], undefined];
    const properties = Object.fromEntries(contexts.map((context, index) => [`p${index}`, { type: 'string', context }]));
    expect(readMemberSchemas(properties).map(({ name }) => name)).toEqual(['p0', 'p4', 'p6']);
  });

  it('is read in time that goes with its length, and to no more than a graph can hold', () => {
    const many = Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`p${index}`, { type: 'string' }]));
    expect(readMemberSchemas(many)).toHaveLength(1_000);
    expect(read({ type: 'object', properties: many })).toEqual(json('has more members than are typed'));
    // Alternatives in what alternatives share would be read again for each of them.
    const shared = (levels: number): object =>
      levels === 0
        ? { type: 'string' }
        : { type: 'array', items: shared(levels - 1), oneOf: Array.from({ length: 50 }, () => ({})) };
    const begun = performance.now();
    read(shared(6));
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});
