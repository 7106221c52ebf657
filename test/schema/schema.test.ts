import { readFileSync } from 'node:fs';
import {
  introspectionFromSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  printSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema } from '../../src/schema/schema.ts';

const schema = buildSchema();
const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

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
    expect(file('schema.graphql')).toBe(`${printSchema(schema)}\n`);
  });

  it('is the one that the examples were generated from; else run `npm run codegen`', () => {
    const { __schema: types } = introspectionFromSchema(schema);
    const env = file('examples/gql-tada/graphql-env.d.ts');
    for (const { name } of types.types) if (!name.startsWith('__')) expect(env).toContain(`'${name}'`);
  });

  it('describes each of its elements, in sentences', () => {
    const wanting = [...elements()].filter(([, description]) => !description || !/[.!?)`]$/.test(description.trim()));
    expect(wanting.map(([name]) => name)).toEqual([]);
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
