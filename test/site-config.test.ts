import { describe, expect, it } from 'vitest';
import { ConfigError } from '../src/config-error.ts';
import { checkedMenus, checkedRelations, checkedTypes } from '../src/site-config.ts';

describe('names that a configuration gives to types', () => {
  it.each([
    [{}],
    [{ movie: { name: 'Film', plural: 'films' } }],
    [{ movie: { plural: 'allOfThem_2' }, 'case-study': {} }],
  ])('%j are taken', (given) => {
    expect(checkedTypes(given, 'types')).toBe(given);
  });

  it.each<[unknown, string]>([
    [[], 'types: must be an object of names by slug, as { "movie": { "name": "Film" } }, not a list.'],
    [null, 'types: must be an object of names by slug, as { "movie": { "name": "Film" } }, not null.'],
    [{ movie: 'Film' }, 'types.movie: must be an object as { "name": "Film", "plural": "films" }, not a string.'],
    [{ movie: { nmae: 'Film' } }, 'types.movie: there is no member "nmae" of it. Did you mean "name"?'],
    [
      { movie: { name: 'film' } },
      'types.movie.name: must be the name of a type, as "Film": a capital letter, then up to 99 letters, digits or _, not "film".',
    ],
    [{ movie: { name: 'Film noir' } }, 'not "Film noir".'],
    [{ movie: { name: `F${'i'.repeat(100)}` } }, 'types.movie.name: must be the name of a type'],
    [{ movie: { name: 5 } }, 'not 5.'],
    [
      { movie: { plural: 'Films' } },
      'types.movie.plural: must be the name of a field, as "films": a small letter, then up to 99 letters, digits or _, not "Films".',
    ],
    [{ movie: { plural: '__films' } }, 'not "__films".'],
    [{ movie: { plural: '' } }, 'not "".'],
  ])('%j are refused', (given, message) => {
    expect(() => checkedTypes(given, 'types')).toThrow(ConfigError);
    expect(() => checkedTypes(given, 'types')).toThrow(message);
  });
});

describe('relations that a configuration names', () => {
  it.each([
    [{ 'book.customFields.relatedIds': 'post' }],
    [{ 'case-study.acf.hero.items': 'genre', 'book.related': 'attachment', 'книга.acf.a b': 'user' }],
  ])('%j are taken', (given) => {
    expect(checkedRelations(given, 'relations')).toBe(given);
  });

  it.each<[unknown, string]>([
    [
      'book',
      'relations: must be an object of slugs by way, as { "book.customFields.relatedIds": "post" }, not a string.',
    ],
    [
      { book: 'post' },
      'relations["book"]: must name a field by the slug of its type, then customFields, acf or a property, then names as WordPress has them, as "book.customFields.relatedIds".',
    ],
    [{ 'book..ids': 'post' }, 'relations["book..ids"]: must name a field'],
    [{ 'book.ids.': 'post' }, 'relations["book.ids."]: must name a field'],
    [
      { 'book.ids': '' },
      'relations["book.ids"]: must lead to the slug of a type or taxonomy, as "post", or to user, comment or attachment, not "".',
    ],
    [{ 'book.ids': '/wp/v2/posts' }, 'relations["book.ids"]: must lead to the slug of a type'],
    [{ 'book.ids': ['post', 'page'] }, 'not ["post","page"].'],
  ])('%j are refused', (given, message) => {
    expect(() => checkedRelations(given, 'relations')).toThrow(ConfigError);
    expect(() => checkedRelations(given, 'relations')).toThrow(message);
  });
});

describe('menus that a configuration holds', () => {
  const deep = (levels: number): object => ({ label: 'A', ...(levels > 1 && { children: [deep(levels - 1)] }) });

  it.each([
    [{}],
    [{ primary: [], footer: [{ label: 'About', url: '/about/', children: [{ label: 'Team' }] }] }],
    [{ primary: [deep(10)] }],
  ])('%j are taken', (given) => {
    expect(checkedMenus(given, 'menus')).toBe(given);
  });

  it.each<[unknown, string]>([
    [
      [],
      'menus: must be an object of lists by place, as { "primary": [{ "label": "About", "url": "/about/" }] }, not a list.',
    ],
    [{ primary: {} }, 'menus["primary"]: must be a list of items, not an object.'],
    [
      { primary: ['About'] },
      'menus["primary"][0]: must be an item as { "label": "About", "url": "/about/" }, not a string.',
    ],
    [{ primary: [{ url: '/' }] }, 'menus["primary"][0].label: is missing.'],
    [{ primary: [{ label: '' }] }, 'menus["primary"][0].label: must be a text that is not empty, not an empty one.'],
    [
      { a: [{ label: 'x', children: [{ label: 5 }] }] },
      'menus["a"][0].children[0].label: must be a text that is not empty, not a number.',
    ],
    [
      { a: [{ label: 'x', childern: [] }] },
      'menus["a"][0]: there is no member "childern" of it. Did you mean "children"?',
    ],
    [{ a: [{ label: 'x', children: null }] }, 'menus["a"][0].children: must be a list of items, not null.'],
    [{ a: [deep(11)] }, 'is more than 10 levels deep.'],
  ])('%j are refused', (given, message) => {
    expect(() => checkedMenus(given, 'menus')).toThrow(ConfigError);
    expect(() => checkedMenus(given, 'menus')).toThrow(message);
  });
});
