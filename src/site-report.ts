/**
 * What was found of a site, in words: the line at a start, and the tables of `pressgraph inspect`.
 * What a site says is made fit for a terminal.
 */
import { countFields, type FoundType, type Inventory } from './dialects/pressgraph/site-inventory.ts';
import { cut, tableLines } from './text-table.ts';
import { asLine } from './wordpress/http/messages.ts';
import { isOfCore } from './wordpress/resources.ts';
import type { LeftOut, Site } from './wordpress/site.ts';

/** What a terminal shows at once, of a line that everybody reads. */
const longestLine = 400;

/** `3 types, 1 taxonomy and 41 fields of its own; left out: wp_block, wp_template (...)`. */
export function foundLine({ resources, leftOut }: Pick<Site, 'resources' | 'leftOut'>): string {
  const own = resources.filter((resource) => !isOfCore(resource));
  const taxonomies = own.filter(({ family }) => family === 'term').length;
  const types = counted(own.length - taxonomies, 'type', 'types');
  const found = `${types}, ${counted(taxonomies, 'taxonomy', 'taxonomies')} and ${counted(countFields(resources), 'field', 'fields')} of its own`;
  return asLine([found, ...(leftOut.length > 0 ? [`left out: ${byReason(leftOut)}`] : [])].join('; '), longestLine);
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `wp_block, wp_template (is for editors); berth (answers with status 404)`. */
function byReason(leftOut: readonly LeftOut[]): string {
  const names = new Map<string, string[]>();
  for (const { name, reason } of leftOut) names.set(reason, [...(names.get(reason) ?? []), name]);
  return [...names].map(([reason, all]) => `${all.join(', ')} (${reason})`).join('; ');
}

/** Everything in tables. @param width of the terminal; `Infinity` where there is none */
export function reportLines({ types, leftOut }: Inventory, width: number): readonly string[] {
  const table = (title: string, rows: readonly (readonly string[])[]) => [
    '',
    cut(title, width),
    ...tableLines(
      rows.map((row) => row.map((cell) => asLine(cell))),
      width,
    ),
  ];
  const head = ['SLUG', 'KIND', 'TYPE', 'LOOK-UP', 'LIST', 'FIELDS', 'FILTERS', 'ROUTE'];
  return [
    ...table('Types and taxonomies', [head, ...types.map(typeRow)]).slice(1),
    ...types.flatMap((type) => {
      const rows = memberRows(type);
      return rows.length === 0 ? [] : table(`${type.graph.type}, of ${asLine(type.slug)}`, [memberHead, ...rows]);
    }),
    ...(leftOut.length === 0 ? [] : table('Left out', [leftHead, ...leftOut.map(leftRow)])),
  ];
}

const memberHead = ['FIELD OR FILTER', 'TYPE', 'IN WORDPRESS'];
const leftHead = ['SLUG', 'KIND', 'REASON'];

function typeRow({ slug, kind, graph, fieldCount, filters, route }: FoundType): string[] {
  return [slug, kind, graph.type, graph.one, graph.many, String(fieldCount), String(filters.length), route];
}

function memberRows({ fields, ownFilters }: FoundType): string[][] {
  return [
    ...fields.map(({ rest, graph, type }) => [graph, type, rest]),
    ...ownFilters.map(({ rest, graph, type }) => [`where: { ${graph} }`, type, `?${rest}`]),
  ];
}

function leftRow({ name, kind, reason }: LeftOut): string[] {
  return [name, kind, reason];
}
