import { describe, expect, it } from 'vitest';
import { AcfLinks, type Counted, isOfMedia } from '../../src/wordpress/acf-links.ts';
import type { ValueSchema } from '../../src/wordpress/value-schema.ts';

const one: ValueSchema = { kind: 'ids', isOne: true };
const many: ValueSchema = { kind: 'ids', isOne: false };
const image: ValueSchema = { kind: 'integer', isSmall: false };
const gallery: ValueSchema = { kind: 'list', items: { kind: 'number' } };
const number: ValueSchema = { kind: 'number' };
const group: ValueSchema = { kind: 'object', members: [{ name: 'inner', description: '', value: one }] };
const either: ValueSchema = { kind: 'json', reason: 'may be an id or an address' };

const fields = new Map(
  Object.entries({ one, other: one, third: one, many, image, gallery, number, group, either } as const),
);

/** Links of a document, as `rel route/id`. */
function linksOf(acf: unknown, ...links: readonly string[]): AcfLinks {
  return new AcfLinks(acf, fields, (wanted) =>
    links.flatMap((link) => {
      const [rel, address = ''] = link.split(' ');
      const [route = '', id] = address.split('/');
      return rel === wanted ? [{ form: 'item', route: `/wp/v2/${route}`, id: Number(id) }] : [];
    }),
  );
}

const [post7, post9] = ['acf:post books/7', 'acf:post pages/9'];
const [term7, term9] = ['acf:term genres/7', 'acf:term genres/9'];
const [user7, file7] = ['acf:user users/7', 'acf:attachment media/7'];

describe('what ids in ACF fields are of', () => {
  it.each<[string, unknown, readonly string[], Readonly<Record<string, Counted | undefined>>]>([
    ['the only field that holds the id', { one: 7 }, [post7], { one: 'content' }],
    ['as text, in a list, or in a document', { one: '7', other: [9] }, [user7, term9], { one: 'user', other: 'term' }],
    ['a whole document, where a site gives these', { one: { ID: 7 } }, [user7], { one: 'user' }],
    ['media that a relation leads to', { one: 7 }, [file7], { one: 'content' }],
    [
      'one of several ids says it of all',
      { one: 7, many: [7, 9] },
      [post7, term7, term9],
      { one: 'content', many: 'term' },
    ],
    [
      'ids of two fields that are linked twice',
      { one: 7, other: 7 },
      [post7, user7],
      { one: undefined, other: undefined },
    ],
    ['the same id in two fields', { one: 7, other: 7 }, [post7], { one: undefined, other: undefined }],
    [
      'what one field is tells what the next may be, until all are told',
      { one: [7, 9], other: [7, 5], third: 5 },
      [term9, term7, post7, 'acf:post books/5', 'acf:user users/5'],
      { one: 'term', other: 'content', third: 'user' },
    ],
    ['an image has no link', { one: 7, image: 7 }, [user7], { one: 'user', image: undefined }],
    ['an image may have one where a site adds it', { one: 7, image: 7 }, [file7], { one: undefined, image: undefined }],
    ['a gallery has', { gallery: [7, 9] }, [file7, 'acf:attachment media/9'], { gallery: 'content' }],
    ['a gallery beside a relation', { gallery: [7], one: 7 }, [file7, user7], { gallery: 'content', one: 'user' }],
    ['a number writes none', { one: 7, number: 7 }, [user7], { one: 'user' }],
    ['what is in a group writes none', { one: 7, group: { inner: 7 } }, [user7], { one: 'user', group: undefined }],
    ['a field of no schema may be any', { one: 7, hidden: 7 }, [user7], { one: undefined, hidden: undefined }],
    ['a field of several types may be any', { one: 7, either: 7 }, [post7], { one: undefined, either: undefined }],
    [
      'two links for one field: something else wrote one',
      { one: 7, other: 9 },
      [post7, user7, post9],
      { one: undefined, other: undefined },
    ],
    ['a link whose id nobody shows', { one: 7 }, [user7, 'acf:post books/5'], { one: 'user' }],
    ['what has gone has no link', { one: 7 }, [], { one: undefined }],
    ['no fields', [], [post7], {}],
    ['no fields at all', undefined, [post7], {}],
  ])('%s', (_case, acf, links, expected) => {
    const told = linksOf(acf, ...links);
    const names = Object.keys(expected);
    expect(Object.fromEntries(names.map((name) => [name, told.kindOf(name)]))).toEqual(expected);
  });

  it('takes names that every object has for names', () => {
    expect(linksOf({ constructor: 7 }, post7).kindOf('constructor')).toBe('content');
    expect(linksOf({ one: 7 }, post7).kindOf('constructor')).toBeUndefined();
  });

  it('leads each id where its kind has it', () => {
    const told = linksOf({ one: 7, many: [7, 9] }, post7, term7, term9);
    expect(told.linkOf(7, 'content')).toMatchObject({ route: '/wp/v2/books', id: 7 });
    expect(told.linkOf(7, 'term')).toMatchObject({ route: '/wp/v2/genres', id: 7 });
    expect(told.linkOf(9, 'content')).toBeUndefined();
    expect([told.hasAny([1, 9]), told.hasAny([1])]).toEqual([true, false]);
  });

  it('takes hundreds of ids in several fields', () => {
    const ids = Array.from({ length: 500 }, (_, index) => index + 1);
    const acf = { one: [...ids, 501], other: [...ids, 502], third: [...ids, 503] };
    const rels = ['acf:post books', 'acf:term genres', 'acf:user users'];
    const links = [
      ...ids.flatMap((id) => rels.map((rel) => `${rel}/${id}`)),
      'acf:user users/501',
      'acf:post books/502',
    ];
    const told = linksOf(acf, ...links);
    expect([told.kindOf('one'), told.kindOf('other'), told.kindOf('third')]).toEqual(['user', 'content', 'term']);
  });
});

describe('which fields hold media', () => {
  it('images and files, which are a whole number or nothing, and galleries', () => {
    expect([image, gallery].map(isOfMedia)).toEqual([true, true]);
    const texts: ValueSchema = { kind: 'list', items: { kind: 'text' } };
    expect([one, many, number, group, either, texts].map(isOfMedia)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
