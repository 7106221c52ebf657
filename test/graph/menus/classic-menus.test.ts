import { describe, expect, it } from 'vitest';
import { readClassicMenus } from '../../../src/graph/menus/classic-menus.ts';
import { Menu } from '../../../src/graph/menus/menu.ts';

const menus = [{ id: 1, name: 'One' }];
const row = (id: unknown, parent: unknown = 0, more: object = {}) => ({
  id,
  parent,
  menus: 1,
  title: { rendered: String(id) },
  ...more,
});

/** As `1(2 3(4))`. */
function shape(rows: unknown): string {
  const write = (items: Menu['items']): string =>
    items.map(({ said, children }) => `${said.name}${children.length > 0 ? `(${write(children)})` : ''}`).join(' ');
  return write(readClassicMenus(menus, rows).flatMap((said) => new Menu(said).items));
}

describe('the items of a classic menu', () => {
  it.each<[string, unknown, string]>([
    ['stand below others', [row(1), row(2, 1), row(3, 1), row(4, 3), row(5)], '1(2 3(4)) 5'],
    [
      'stand in their order, whatever that of the rows',
      [row(1, 0, { menu_order: 2 }), row(2, 0, { menu_order: 1 })],
      '2 1',
    ],
    ['stand at the top where what they are below is not there', [row(2, 9), row(3, 2)], '2(3)'],
    ['stand at the top where that is in another menu', [row(1, 0, { menus: 7 }), row(2, 1)], '2'],
    ['stand once where they are below themselves', [row(1, 1), row(2, 1)], '1(2)'],
    ['stand once where they are below one another', [row(1, 3), row(2, 1), row(3, 2), row(4)], '4 1(2(3))'],
    ['stand once where they come twice', [row(1), row(1), row(2, 1)], '1(2)'],
    ['are left out where WordPress shows none', [row(1, 0, { invalid: true }), row(2, 1)], '2'],
    ['may have ids as texts, and belong to several menus', [row('1'), row(2, '1', { menus: ['1', 3] })], '1(2)'],
    ['are those that are any', [null, 5, 'x', [], row(0), row('a'), row(1.5), row(3)], '3'],
    ['may come as a map, and be none', { 0: row(1) }, '1'],
    ['may be none at all', null, ''],
  ])('%s', (_what, rows, expected) => {
    expect(shape(rows)).toBe(expected);
  });

  it('go as deep as editors like', () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => row(index + 1, index));
    const [menu] = readClassicMenus(menus, rows);
    expect(menu && new Menu(menu).allItems).toHaveLength(5_000);
  });

  it('are null in what they do not plainly say', () => {
    const bent = {
      title: [],
      url: 5,
      target: {},
      attr_title: null,
      description: false,
      classes: 'a',
      xfn: { 0: 'me' },
    };
    const [menu] = readClassicMenus(
      [{ id: '7', name: 5, slug: {}, locations: { 1: 'top' } }],
      [row(1, 0, { menus: 7, ...bent })],
    );
    expect(menu).toMatchObject({ databaseId: 7, name: '5', slug: null, description: null, locations: ['top'] });
    expect(menu?.items[0]).toMatchObject({
      label: '',
      url: null,
      target: null,
      title: null,
      description: null,
      cssClasses: [],
      rel: 'me',
      type: null,
    });
  });

  it('are no menus', () => {
    expect(readClassicMenus({ code: 'x' }, [])).toEqual([]);
    expect(readClassicMenus([{ name: 'x' }, 3], [])).toEqual([]);
  });
});
