import { describe, expect, it } from 'vitest';
import { readListedTypes } from '../../../src/wordpress/discovery/listed-types.ts';
import { fc } from '../../support/chance.ts';
import { standardTaxonomies, standardTypes } from '../../support/scripted-site.ts';

const type = (restBase: unknown, more = {}) => ({ name: 'X', rest_base: restBase, taxonomies: [], ...more });
const taxonomy = (restBase: unknown, types: readonly string[] = []) => ({ name: 'X', rest_base: restBase, types });

/** The site's own, as `type: route`. */
function own(types: object, taxonomies: object = {}): string[] {
  const { resources } = readListedTypes({ ...standardTypes, ...types }, { ...standardTaxonomies, ...taxonomies });
  return resources.slice(7).map(({ type: name, route }) => `${name}: ${route}`);
}

function leftOut(types: object, taxonomies: object = {}): string[] {
  const listed = readListedTypes({ ...standardTypes, ...types }, { ...standardTaxonomies, ...taxonomies });
  return listed.leftOut.map(({ name, kind, reason }) => `${kind} ${name} ${reason}`);
}

describe('the types that a site lists', () => {
  it('are resources, after those of core', () => {
    expect(own({ book: type('library', { rest_namespace: 'shop/v1' }) }, { genre: taxonomy('genres') })).toEqual([
      'book: /shop/v1/library',
      'genre: /wp/v2/genres',
    ]);
    expect(leftOut({})).toEqual([]);
  });

  it.each([null, '', false])('are in the namespace of core where theirs is empty: %j', (empty) => {
    expect(
      own({ film: type('films', { rest_namespace: empty }) }, { era: { ...taxonomy('eras'), rest_namespace: empty } }),
    ).toEqual(['era: /wp/v2/eras', 'film: /wp/v2/films']);
  });

  it.each<[string, object, object, string[]]>([
    ['belongs to the editor', { wp_block: type('blocks') }, {}, ['type wp_block is for editors, not for visitors']],
    [
      'holds menus',
      { nav_menu_item: type('menu-items') },
      { nav_menu: taxonomy('menus') },
      ['type nav_menu_item is for editors, not for visitors', 'taxonomy nav_menu is for editors, not for visitors'],
    ],
    ['has no base', { film: type(false) }, {}, ['type film has no route of its own']],
    ['has a pattern for a base', { film: type('films/(?P<id>\\d+)') }, {}, ['type film has no route of its own']],
    ['has a base of other letters', { film: type('фильмы') }, {}, ['type film has no route of its own']],
    ['is no map', { film: 7 }, {}, ['type film has no route of its own']],
    [
      'has the route of another one',
      { zebra: type('animals'), aardvark: type('animals') },
      {},
      ['type zebra has the route of aardvark'],
    ],
    ['has the route of core', { aardvark: type('posts') }, {}, ['type aardvark has the route of post']],
    ['has the route of users', { member: type('users') }, {}, ['type member has the route of user']],
    [
      'has the route of a type',
      { song: type('songs') },
      { aria: taxonomy('songs', ['song']), score: taxonomy('songs') },
      ['type song has the route of aria', 'taxonomy score has the route of aria'],
    ],
  ])('are none where one %s', (_what, types, taxonomies, expected) => {
    expect(leftOut(types, taxonomies)).toEqual(expected);
  });

  it('are others than core’s of the same name', () => {
    const listed = readListedTypes({ user: type('members') }, { post: taxonomy('kinds') });
    const found = listed.resources.map(({ type: name, family, route }) => [name, family, route]);
    expect(found).toContainEqual(['user', 'user', '/wp/v2/users']);
    expect(found).toContainEqual(['user', 'content', '/wp/v2/members']);
    expect(found).toContainEqual(['post', 'content', '/wp/v2/posts']);
    expect(found).toContainEqual(['post', 'term', '/wp/v2/kinds']);
    expect(listed.leftOut).toEqual([]);
  });

  it('are the same resources, whatever order the site lists them in', () => {
    const bases = fc.constantFrom(
      'books',
      'posts',
      'users',
      'categories',
      'type',
      'author',
      'a/b',
      'search',
      'films',
      '',
      null,
    );
    const names = fc.constantFrom(
      'book',
      'film',
      'genre',
      'post',
      'category',
      'user',
      'wp_block',
      '__proto__',
      'constructor',
    );
    const lists = fc.uniqueArray(fc.tuple(names, bases), { selector: ([name]) => name });
    fc.assert(
      fc.property(lists, lists, fc.nat(), (types, taxonomies, seed) => {
        const shuffled = <T>(items: readonly T[]) =>
          items.map((item, index) => [(index * 7919 + seed) % 13, item] as const).sort(([a], [b]) => a - b);
        const read = (order: <T>(items: readonly T[]) => readonly T[]) =>
          readListedTypes(
            Object.fromEntries(order(types).map(([name, base]) => [name, type(base)])),
            Object.fromEntries(
              order(taxonomies).map(([name, base]) => [name, taxonomy(base, ['book', 'film'].sort())]),
            ),
          );
        const [one, other] = [read((items) => items), read((items) => shuffled(items).map(([, item]) => item))];
        const told = ({ resources }: typeof one) =>
          resources.map(({ properties, sorters, taxonomies: sorting, ...resource }) => ({
            ...resource,
            properties: properties.paths,
            sorters: sorters.toSorted(),
            sorting: sorting.toSorted(),
            filters: resource.filters.toSorted(),
          }));
        expect(told(other)).toEqual(told(one));
        expect(other.leftOut).toEqual(one.leftOut);
        const routes = one.resources.map(({ route }) => route);
        expect(new Set(routes).size).toBe(routes.length);
      }),
    );
  });
});

describe('a taxonomy that is named like something that core has', () => {
  const sorted = (base: string) => {
    const listed = readListedTypes({ book: type('books', { taxonomies: ['odd'] }) }, { odd: taxonomy(base) });
    return listed.resources.find(({ type: name }) => name === 'book');
  };

  it.each(['type', 'title', 'format-of-it'])('sorts documents, which have ids there: %s', (base) => {
    expect(sorted(base)?.sorters).toEqual([base]);
    expect(sorted(base)?.filters).toContain(base);
  });

  it.each(['author', 'parent', 'featured_media', 'id', 'search', 'slug', 'include', 'page', 'status'])(
    'sorts nothing where its ids would be taken for others, or its filter for another one: %s',
    (base) => {
      expect(sorted(base)?.sorters).toEqual([]);
    },
  );
});
