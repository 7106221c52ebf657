import { describe, expect, it } from 'vitest';
import { enumNames, fieldNames, NestedTypeNames } from '../../../src/dialects/pressgraph/field-names.ts';
import { fc } from '../../support/chance.ts';

const isName = (name: string) => /^(?!__)[_A-Za-z][_A-Za-z\d]*$/.test(name) && name.length <= 100;
const hostile = fc.oneof(
  fc.constantFrom(
    'foo_bar',
    'fooBar',
    'foo-bar',
    'foo bar',
    'FooBar',
    '__typename',
    '__proto__',
    'constructor',
    '',
    '_',
  ),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.stringMatching(/^[a-c_-]{1,6}$/),
);
const properties = fc.uniqueArray(hostile, { maxLength: 30 });

describe('fields for the properties of a site', () => {
  it.each([
    ['foo_bar', 'fooBar'],
    ['foo-bar', 'fooBar'],
    ['fooBar', 'fooBar'],
    ['SEO', 'seo'],
    ['SEOTitle', 'seoTitle'],
    ['1digit', '_1digit'],
    ['line_1_2', 'line1_2'],
    ['m-dash — key', 'mDashKey'],
    ['métà', 'meta'],
    ['größe', 'grosse'],
    ['книги', 'knigi'],
    ['本', 'ben'],
    ['🎉', 'tada'],
    ['__typename', 'typename'],
    ['_acf_changed', 'acfChanged'],
    ['---', 'u2du2du2d'],
    ['', 'u'],
    ['a'.repeat(300), 'a'.repeat(100)],
  ])('calls %j %s', (raw, name) => {
    expect(fieldNames([raw], new Set())).toEqual(new Map([[raw, name]]));
  });

  it('gives a name to who is spelled so, whatever else wants it', () => {
    expect(Object.fromEntries(fieldNames(['foo-bar', 'foo_bar', 'fooBar'], new Set()))).toEqual({
      fooBar: 'fooBar',
      'foo-bar': 'fooBarField',
      foo_bar: 'fooBarField2',
    });
  });

  it('leaves the fields of the type what they are', () => {
    expect(Object.fromEntries(fieldNames(['title', 'type', 'hero'], new Set(['title', 'type'])))).toEqual({
      title: 'titleField',
      type: 'typeField',
      hero: 'hero',
    });
  });

  it('takes no name from who would have it, for one that comes late', () => {
    expect(Object.fromEntries(fieldNames(['title', 'title_field'], new Set(['title'])))).toEqual({
      title: 'titleField2',
      title_field: 'titleField',
    });
  });

  it('are valid, distinct, none that is taken, and the same in any order', () => {
    fc.assert(
      fc.property(properties, properties, fc.nat(), (raw, others, turn) => {
        const taken = new Set(fieldNames(others, new Set()).values());
        const names = fieldNames(raw, taken);
        expect([...names.keys()].sort()).toEqual([...raw].sort());
        expect([...names.values()].filter((name) => !isName(name) || taken.has(name))).toEqual([]);
        expect(new Set(names.values()).size).toBe(raw.length);
        const at = raw.length === 0 ? 0 : turn % raw.length;
        const turned = [...raw.slice(at), ...raw.slice(0, at)].reverse();
        expect(new Map([...fieldNames(turned, taken)].sort())).toEqual(new Map([...names].sort()));
      }),
      { numRuns: 500 },
    );
  });
});

describe('types for nested objects', () => {
  it('are called by the way to them', () => {
    expect(new NestedTypeNames([]).of('Book', 'acf', 'hero_image')).toBe('BookAcfHeroImage');
  });

  it('are distinct, and none that the schema has', () => {
    const names = new NestedTypeNames(['BookWhere']);
    expect(names.of('Book', 'where')).toBe('BookWhereField');
    expect(names.of('Book', 'acf', 'hero_image')).toBe('BookAcfHeroImage');
    expect(names.of('Book', 'acf_hero', 'image')).toBe('BookAcfHeroImageField');
    expect(names.of('Book', 'acf_hero_image')).toBe('BookAcfHeroImageField2');
  });

  it('are no longer than names are', () => {
    const names = new NestedTypeNames([]);
    const [one, other] = [names.of('Book', 'a'.repeat(200)), names.of('Book', 'a'.repeat(200))];
    expect([one.length, other.length]).toEqual([100, 100]);
    expect(one).not.toBe(other);
  });
});

describe('values of an enum', () => {
  it('are those that can be called as they are', () => {
    expect(enumNames(['small', 'LARGE', 'small'])).toEqual(['small', 'LARGE']);
  });

  it.each([['true'], ['false'], ['null'], ['__a'], ['two words'], ['1st'], ['größe'], ['']])(
    'are none where %j is one of them',
    (value) => {
      expect(enumNames(['small', value])).toBeUndefined();
    },
  );

  it('are none where there are none', () => {
    expect(enumNames([])).toBeUndefined();
  });
});
