import { describe, expect, it } from 'vitest';
import { unheededIn } from '../src/unheeded-config.ts';
import { describedSite } from './support/described-site.ts';

const { resources } = describedSite;

describe('what a configuration says of what a site does not have', () => {
  it('is nothing where it has all of it', () => {
    const types = { book: { name: 'Volume' }, genre: {} };
    const relations = {
      'book.customFields.related_ids': 'post',
      'book.acf.making.paper-kind': 'genre',
      'book.shelf_code': 'attachment',
    };
    expect(unheededIn({ types, relations }, resources)).toEqual([]);
    expect(unheededIn({}, resources)).toEqual([]);
  });

  it.each([
    [{ types: { bok: {} } }, ['types.bok: the site has nothing that is called "bok". Did you mean "book"?']],
    [
      { relations: { 'boook.shelf_code': 'pst' } },
      [
        'relations["boook.shelf_code"]: the site has nothing that is called "boook". Did you mean "book"?',
        'relations["boook.shelf_code"]: the site has nothing that is called "pst". Did you mean "post"?',
      ],
    ],
    [
      { relations: { 'book.customFields.relatedIds': 'post' } },
      [
        'relations["book.customFields.relatedIds"]: the site describes no field "relatedIds" there. Did you mean "related_ids"?',
      ],
    ],
    [
      { relations: { 'book.meta.related_ids': 'post' } },
      ['relations["book.meta.related_ids"]: the site describes no field "meta" there.'],
    ],
    [
      { relations: { 'book.shelf_code.deeper': 'post' } },
      ['relations["book.shelf_code.deeper"]: the site describes no field "deeper" there.'],
    ],
  ])('is told in sentences: %j', (config, lines) => {
    expect(unheededIn(config, resources)).toEqual(lines);
  });
});
