// Connections of documents: for each, REST's own list of what belongs to one, and a document to which much belongs.

import type { RestDocument, RestQuery, RestReader } from '../rest-reader.ts';
import { contentKinds, type Kind, kindOf, termKinds } from './kinds.ts';

export interface Connected {
  /** The type that has the field; an interface for one that is asked for through it. */
  readonly on: string;
  readonly owner: Kind;
  readonly field: string;
  /** What belongs to it: of several types, where there are several. */
  readonly of: readonly Kind[];
  /** The property by which it belongs to its owner, and REST's argument for that. */
  readonly property: string;
  readonly argument: string;
  readonly order?: RestQuery;
  /** Arguments of the field beyond those that all have, and REST's own for these. */
  readonly more?: Readonly<Record<string, (owner: number) => RestQuery>>;
}

const comment = kindOf('Comment');

function ofContent(owner: Kind, on = owner.type): Connected[] {
  const topLevel = { 'topLevel: true': () => ({ parent: 0 }), 'topLevel: false': () => ({ parent_exclude: 0 }) };
  const isTree = (owner.type === 'Page' || owner.type === 'Place') && on === owner.type;
  const order = { orderby: 'menu_order', order: 'asc' };
  return [
    { on, owner, field: 'comments', of: [comment], property: 'post', argument: 'post', more: topLevel },
    { on, owner, field: 'attachments', of: [kindOf('Media')], property: 'post', argument: 'parent' },
    ...(isTree ? [{ on, owner, field: 'children', of: [owner], property: 'parent', argument: 'parent', order }] : []),
  ];
}

function ofTerm(owner: (typeof termKinds)[number], on = owner.type): Connected[] {
  const { property } = owner;
  const carried = contentKinds.filter(({ sortedBy }) => sortedBy?.includes(owner.type));
  const isTree = owner.type === 'Category' || owner.type === 'Genre';
  // Of what is flat it changes nothing.
  const includeChildren = {
    'includeChildren: true': (id: number): RestQuery =>
      isTree ? { [`${property}[terms]`]: id, [`${property}[include_children]`]: true } : {},
  };
  const list = (field: string, of: readonly Kind[]) => ({
    on,
    owner,
    field,
    of,
    property,
    argument: property,
    more: includeChildren,
  });
  const order = { orderby: 'name', order: 'asc' };
  const posts = list(
    'posts',
    carried.filter(({ type }) => type === 'Post'),
  );
  if (on !== owner.type) return [posts, list('contents', carried)];
  return [
    posts,
    ...carried.filter(({ type }) => type !== 'Post').map((kind) => list(kind.many, [kind])),
    list('contents', carried),
    ...(isTree ? [{ on, owner, field: 'children', of: [owner], property: 'parent', argument: 'parent', order }] : []),
  ];
}

const author = kindOf('Author');
const withAuthors = contentKinds.filter(({ type }) => type !== 'Media' && type !== 'Recipe');
const replies = { property: 'parent', argument: 'parent', order: { order: 'asc' } };

/** All that the schema of the magazine has. */
export const connections: readonly Connected[] = [
  ...ofContent(kindOf('Post'), 'Content'),
  ...ofTerm(termKinds.find(({ type }) => type === 'Category') as never, 'Term'),
  ...contentKinds.flatMap((kind) => ofContent(kind)),
  ...termKinds.flatMap((kind) => ofTerm(kind)),
  ...withAuthors
    .filter(({ type }) => type !== 'Page')
    .map((kind) => ({
      on: 'Author',
      owner: author,
      field: kind.many,
      of: [kind],
      property: 'author',
      argument: 'author',
    })),
  {
    on: 'Author',
    owner: author,
    field: 'contents',
    of: withAuthors,
    property: 'author',
    argument: 'author',
  },
  { on: 'Comment', owner: comment, field: 'replies', of: [comment], ...replies },
];

/** What belongs to most of its kind, or any where nothing belongs to any. */
export async function ownerOf({ owner, of, property }: Connected, rest: RestReader): Promise<RestDocument> {
  const ownProperty = owner.family === 'term' && property !== 'parent' ? property : undefined;
  const [owners, ...lists] = await Promise.all([
    rest.list(owner.route),
    ...of.map(({ route }) => rest.list(route, { _fields: `id,${property}` })),
  ]);
  const counts = new Map<number, number>();
  for (const document of lists.flat()) {
    for (const id of [document[ownProperty ?? property] ?? []].flat() as number[])
      counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const [first] = owners;
  if (!first) throw new Error(`There is no ${owner.one}.`);
  const isOpen = ({ content }: RestDocument) => (content as { protected?: boolean } | undefined)?.protected !== true;
  // Of terms, one with others below it: what is theirs is not its own.
  const parents = owner.family === 'term' ? new Set(owners.map(({ parent }) => parent)) : new Set();
  const isFit = (each: RestDocument) => isOpen(each) && (parents.has(each.id) || owner.family !== 'term');
  const fit = owners.some(isFit) ? owners.filter(isFit) : owners;
  return fit.reduce(
    (most, each) => ((counts.get(each.id) ?? 0) > (counts.get(most.id) ?? 0) ? each : most),
    fit[0] ?? first,
  );
}

/** What belongs to a document, newest first or as it is ordered, and by what it is ordered. */
export async function belonging(
  { of, argument, order }: Connected,
  owner: number,
  query: RestQuery,
  rest: RestReader,
): Promise<readonly RestDocument[]> {
  const given = argument in query || Object.keys(query).some((name) => name.startsWith(`${argument}[`));
  const asked = { ...(given ? {} : { [argument]: owner }), ...order, ...query };
  const lists = await Promise.all(
    of.map(({ route }) =>
      rest.list(route, { _fields: 'id,date,modified,name,menu_order,author,parent,post', ...asked }),
    ),
  );
  if (lists.length === 1) return lists[0] ?? [];
  return lists.flat().sort((one, other) => (String(one.date) < String(other.date) ? 1 : -1));
}
