import { readFileSync } from 'node:fs';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema } from '../../../src/dialects/pressgraph/schema.ts';
import { resourcesOf } from '../../../src/wordpress/resources.ts';

const schema = buildSchema();

/** Everything of the schema that a user reads, with what is said of it. */
function* elements(): Generator<[string, string | null | undefined]> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    yield [type.name, type.description];
    if (isEnumType(type)) for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value.description];
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) yield [`${type.name}.${field.name}`, field.description];
    }
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      yield [`${type.name}.${field.name}`, field.description];
      for (const argument of field.args) yield [`${type.name}.${field.name}(${argument.name}:)`, argument.description];
    }
  }
}

describe('the schema', () => {
  it('is the one in schema.graphql; else run `npm run schema:print`', () => {
    const printed = readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8');
    expect(printed).toBe(`${printSchema(schema)}\n`);
  });

  it('is printed in the order of the alphabet, so that only what changes differs', () => {
    expect(printSchema(lexicographicSortSchema(schema))).toBe(printSchema(schema));
  });

  it('is the same where a site says odd things of the types that every site has', () => {
    const common = { label: 'x', description: '', hierarchical: false, restNamespace: 'wp/v2' };
    const type = (name: string, restBase: string) => ({
      ...common,
      name,
      restBase,
      taxonomies: [],
      hasArchive: false,
      icon: null,
    });
    const taxonomy = (name: string, restBase: string) => ({ ...common, name, restBase, types: ['nothing'] });
    const resources = resourcesOf([type('post', 'posts'), type('page', 'pages')], [taxonomy('category', 'categories')]);
    expect(printSchema(buildSchema({ resources }))).toBe(printSchema(schema));
  });

  it('describes each of its elements, in sentences', () => {
    const wanting = [...elements()].filter(([, description]) => !description || !/[.!?]$/.test(description.trim()));
    expect(wanting.map(([name]) => name)).toEqual([]);
  });

  it('puts the right article before a word, and calls documents by words, not by names of types', () => {
    const sentences = /\b(a (?!one\b|uni|us|eur)[aeiou]|an (?!hour|honest)[^aeiou\W])/i;
    const named = /\b(One|All|A page of|by a|What) (Author|Media|Post|Page|Category|Tag|Comment)\b/;
    const faults = [...elements()].filter(([, text]) => sentences.test(text ?? '') || named.test(text ?? ''));
    expect(faults).toEqual([]);
  });

  it('implements in each type what its interfaces promise, and is built anew each time', () => {
    expect(printSchema(buildSchema())).toBe(printSchema(schema));
    for (const name of ['Post', 'Page', 'Media']) {
      expect(schema.getImplementations(schema.getType('Content') as never).objects.map((type) => type.name)).toContain(
        name,
      );
    }
  });
});
