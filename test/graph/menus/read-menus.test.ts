import { expect, it } from 'vitest';
import { ReadMenus } from '../../../src/graph/menus/read-menus.ts';

const menus = [{ id: 3, name: 'Main', slug: 'main', locations: ['primary'] }];
const items = () => [{ id: 8, title: 'About', url: '/about/', menus: 3, menu_order: 1 }];

it('are read once of what is still the same, and anew of anything else', async () => {
  const read = new ReadMenus({});
  const rows = items();
  const first = await read.classic(menus, rows);
  expect(first[0]?.items.map(({ said }) => said.label)).toEqual(['About']);
  expect(await read.classic(menus, rows)).toBe(first);
  expect(await read.classic(menus, items())).not.toBe(first);
  const renamed = await read.classic([{ ...menus[0], name: 'Other' }], rows);
  expect(renamed[0]?.said.name).toBe('Other');
  const document = { id: 5, content: { rendered: '<ul><li><a href="/x/">X</a></li></ul>' } };
  const [navigation] = await read.navigations([document]);
  expect((await read.navigations([document]))[0]).toBe(navigation);
  expect(await read.classic(null, null)).toEqual([]);
});
