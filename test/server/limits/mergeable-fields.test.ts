import { OverlappingFieldsCanBeMergedRule, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema } from '../../../src/dialects/pressgraph/schema.ts';
import { MergeableFieldsRule } from '../../../src/server/limits/mergeable-fields.ts';

const schema = buildSchema();
const messages = (query: string, rule = MergeableFieldsRule) =>
  validate(schema, parse(query), [rule]).map(({ message }) => message);

describe('fields that can be merged', () => {
  it.each([
    '{ site { name } site { url } }',
    '{ posts { nodes { title title } } }',
    '{ posts { nodes { title title(format: TEXT) } } }',
    '{ posts { nodes { x: title x: slug } } }',
    '{ posts { nodes { x: title } } pages { nodes { x: slug } } }',
    '{ node(id: "a") { ... on Post { x: title } ... on Page { x: slug } } }',
    '{ node(id: "a") { ... on Post { x: databaseId } ... on Page { x: slug } } }',
    '{ node(id: "a") { ... on Content { x: title } ... on Page { x: slug } } }',
    '{ node(id: "a") { ... on Post { x: author { name } } ... on Page { x: author { slug } } } }',
    '{ node(id: "a") { ... on Post { x: author { y: name } } ... on Page { x: author { y: slug } } } }',
    '{ category(by: { databaseId: 1 }) { name } contentType(name: "post") { name } }',
    '{ posts(first: 1) { totalCount } posts(first: 2) { totalCount } }',
    'query($n: Int) { posts(first: $n) { totalCount } ...A } fragment A on Query { posts(first: $n) { totalCount } }',
    'query($n: Int) { posts(first: $n) { totalCount } ...A } fragment A on Query { posts { totalCount } }',
    '{ nothing { x } nothing }',
    '{ a: category(by: { databaseId: 1 }) { ...T } a: contentType(name: "post") { name } } fragment T on Category { name }',
    '{ contentType(name: "post") { x: name ...T } } fragment T on ContentType { ...U } fragment U on ContentType { x: label }',
    '{ posts { nodes { author { x: name } } } ...P } fragment P on Query { posts { nodes { author { x: slug } } } }',
    '{ posts { nodes { x: author { name } } nodes { x: featuredMedia { id } } } }',
  ])('are told as graphql-js tells them: %s', (query) => {
    expect(messages(query)).toEqual(messages(query, OverlappingFieldsCanBeMergedRule));
  });

  it('are not compared where all ask for the same, however many there are', () => {
    expect(messages(`{ ${'site { name url } '.repeat(5_000)} }`)).toEqual([]);
  });

  it('are few where they stand in different places', () => {
    const alike = Array.from(
      { length: 80 },
      (_, index) => `a${index}: posts { nodes { id slug author { id name slug } } }`,
    );
    expect(messages(`{ ${alike.join(' ')} contentTypes { name } }`)).toEqual([]);
  });

  it('are refused where too many would have to be compared', () => {
    const query = `{ a: site { name } ${'posts { nodes { title } } '.repeat(150)} ${'posts(first: 1) { nodes { title } } '.repeat(150)} }`;
    expect(messages(query)).toEqual([expect.stringContaining('10000')]);
  });
});
