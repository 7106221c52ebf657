import { describe, expect, it } from 'vitest';
import { type IdField, idLeads } from '../../../src/graph/fields/id-fields.ts';
import { Registry } from '../../../src/graph/registry.ts';
import { coreSite, type Resource } from '../../../src/wordpress/resources.ts';
import type { ValueSchema } from '../../../src/wordpress/value-schema.ts';

const registry = new Registry(coreSite.resources.map((resource) => [resource, resource.type]));
const resource = (type: string) => registry.ofType(type) as Resource;
const [posts, comments, users, media] = ['post', 'comment', 'user', 'attachment'].map(resource);

const one: ValueSchema = { kind: 'ids', isOne: true };
const many: ValueSchema = { kind: 'ids', isOne: false };
const whole: ValueSchema = { kind: 'integer', isSmall: false };
const json: ValueSchema = { kind: 'json', reason: 'may be anything' };
const listOf = (items: ValueSchema): ValueSchema => ({ kind: 'list', items });

const reads = ['acf.field'];
const links = ['_links.acf:post', '_links.acf:attachment', '_links.acf:term', '_links.acf:user'];

/** Where a field of posts leads. */
function lead(path: readonly string[], value: ValueSchema, { from = posts, to }: Partial<IdField> = {}) {
  return idLeads(registry)({ from: from as Resource, path, value, reads, to });
}

describe('where a field that holds ids leads', () => {
  it('is told by links at the top of ACF, which are read with all that may have written them', () => {
    const facts = { looksUpById: true, reads: [...reads, 'acf', ...links] };
    expect(lead(['acf', 'field'], one)).toMatchObject({ isOne: true, to: null, facts });
    expect(lead(['acf', 'field'], many)).toMatchObject({ isOne: false, to: null, facts: { ...facts, size: 5 } });
    expect(lead(['acf', 'field'], many, { from: users as Resource })).toMatchObject({ to: null });
  });

  it('is media for images, files and galleries, wherever they stand, and nothing else is read', () => {
    expect(lead(['acf', 'field'], whole)).toMatchObject({ isOne: true, to: media, facts: { reads } });
    expect(lead(['acf', 'hero', 'field'], whole)).toMatchObject({ isOne: true, to: media });
    expect(lead(['acf', 'field'], listOf({ kind: 'number' }))).toMatchObject({ isOne: false, to: media });
  });

  it.each<[string, readonly string[], ValueSchema]>([
    ['an id below a group of ACF', ['acf', 'hero', 'field'], one],
    ['ids in meta', ['meta', 'field'], many],
    ['a whole number in meta', ['meta', 'field'], whole],
    ['a list of numbers in meta', ['meta', 'field'], listOf({ kind: 'number' })],
    ['a whole number of a plugin', ['field'], whole],
    ['a number of ACF', ['acf', 'field'], { kind: 'number' }],
    ['what may be anything', ['acf', 'field'], json],
    ['all of the fields', ['acf'], { kind: 'object', members: [] }],
  ])('is nowhere for %s', (_case, path, value) => {
    expect(lead(path, value)).toBeNull();
  });

  it('is nowhere for comments, beside which ACF writes no links', () => {
    expect(lead(['acf', 'field'], many, { from: comments as Resource })).toBeNull();
  });

  it.each<[ValueSchema, boolean]>([
    [one, true],
    [many, false],
    [whole, true],
    [{ kind: 'text' }, true],
    [listOf({ kind: 'text' }), false],
    [json, false],
  ])('is where the configuration says for %j, without a link', (value, isOne) => {
    expect(lead(['meta', 'field'], value, { to: users as Resource })).toMatchObject({
      isOne,
      to: users,
      facts: { looksUpById: true, reads },
    });
  });
});
