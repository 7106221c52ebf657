/**
 * Menus of classic themes, as `/menus` and `/menu-items` tell of them: the rows as trees.
 * Knows what WordPress makes of items whose place is none: one below an item that is not there stands at the top.
 */
import {
  type ReadMap,
  readAddress,
  readBoolean,
  readId,
  readIds,
  readInt,
  readList,
  readMap,
  readMember,
  readSlug,
  readText,
  readTexts,
} from '../../wordpress/values.ts';
import { decodedName } from '../fields/names.ts';
import { plainLabel } from './item-text.ts';
import type { SaidItem, SaidMenu } from './menu.ts';

/** @param menus rows of `/menus` @param items rows of `/menu-items` */
export function readClassicMenus(menus: unknown, items: unknown): SaidMenu[] {
  const rowsOf = new Map<number, Row[]>();
  for (const row of (readList(items) ?? []).flatMap(readRow)) {
    for (const menu of new Set(row.menus)) {
      const rows = rowsOf.get(menu);
      if (rows) rows.push(row);
      else rowsOf.set(menu, [row]);
    }
  }
  return (readList(menus) ?? []).flatMap((menu): readonly SaidMenu[] => {
    const id = readId(readMember(menu, 'id'));
    if (id === null) return [];
    const textOf = (name: string) => readText(readMember(menu, name)) || null;
    return [
      {
        source: 'CLASSIC',
        handle: String(id),
        databaseId: id,
        name: decodedName(textOf('name')),
        slug: readSlug(textOf('slug')),
        description: textOf('description'),
        locations: readTexts(readMember(menu, 'locations')) ?? [],
        items: treeOf(rowsOf.get(id) ?? []),
      },
    ];
  });
}

interface Row {
  readonly id: number;
  readonly parent: number | null;
  readonly order: number;
  readonly menus: readonly number[];
  readonly wire: ReadMap;
}

/** WordPress shows no item whose document has gone, and says so of it. */
function readRow(row: unknown): readonly Row[] {
  const wire = readMap(row);
  const id = readId(wire?.id);
  if (!wire || id === null || readBoolean(wire.invalid) === true) return [];
  const parent = readId(wire.parent);
  return [{ id, parent, order: readInt(wire.menu_order) ?? 0, menus: readIds(wire.menus) ?? [], wire }];
}

/** Levels of items. No theme shows as many, and what goes through them goes as deep. */
const deepestItems = 50;

function treeOf(rows: readonly Row[]): SaidItem[] {
  const inOrder = [...new Map(rows.map((row) => [row.id, row])).values()].sort(
    (one, other) => one.order - other.order || one.id - other.id,
  );
  const placing = new Map(inOrder.map((row) => [row.id, { row, children: [] as SaidItem[], below: [] as Row[] }]));
  const top: Row[] = [];
  for (const row of inOrder) ((row.parent !== row.id && placing.get(row.parent ?? 0)?.below) || top).push(row);
  const placed = new Set<number>();
  const place = ({ id, wire }: Row, among: SaidItem[]): readonly Row[] => {
    const { children = [], below = [] } = placing.get(id) ?? {};
    if (placed.has(id)) return [];
    placed.add(id);
    among.push(said(id, wire, children));
    return below;
  };
  const items: SaidItem[] = [];
  // Those that stand below one another in a ring, or too deep, have no place: the first of them is given one.
  for (const first of [...top, ...inOrder]) {
    let level = place(first, items);
    for (let depth = 1; level.length > 0 && depth < deepestItems; depth++) {
      level = level.flatMap((row) => place(row, placing.get(row.parent ?? 0)?.children ?? []));
    }
  }
  return items;
}

function said(id: number, wire: ReadMap, children: readonly SaidItem[]): SaidItem {
  const textOf = (name: string) => readText(wire[name]) || null;
  const words = (name: string) => (readTexts(wire[name]) ?? []).filter((word) => word !== '');
  const object = textOf('object');
  return {
    name: String(id),
    databaseId: id,
    label: plainLabel(textOf('title') ?? ''),
    url: readAddress(wire.url) || null,
    target: textOf('target'),
    title: decodedName(textOf('attr_title')),
    description: plainLabel(textOf('description') ?? '') || null,
    cssClasses: words('classes'),
    rel: words('xfn').join(' ') || null,
    type: textOf('type'),
    ...(object !== null && { object: { type: object, id: readId(wire.object_id) } }),
    children,
  };
}
