/**
 * What clients ask of a magazine, over the whole schema: every field of every type, look-ups, lists in each order and filter,
 * walks to the end in both directions, relations both ways. Derived from the schema where it can be, so that no field is forgotten.
 */
import { buildSchema } from '../../src/dialects/pressgraph/schema.ts';
import { frames } from './frames.ts';
import { handwritten } from './handwritten.ts';
import type { Operation, Walk } from './operation.ts';
import { connectionsOf, leavesOf, orderFieldsOf, relationsOf, summaryOf } from './selections.ts';

export const schema = buildSchema();

const lists = [
  { type: 'Post', one: 'post', many: 'posts', size: 13 },
  { type: 'Page', one: 'page', many: 'pages', size: 2 },
  { type: 'Media', one: 'media', many: 'mediaItems', size: 5 },
  { type: 'Category', one: 'category', many: 'categories', size: 6 },
  { type: 'Tag', one: 'tag', many: 'tags', size: 6 },
  { type: 'Author', one: 'author', many: 'authors', size: 4 },
  { type: 'Comment', one: 'comment', many: 'comments', size: 25 },
] as const;

const ofType = lists.flatMap(({ type, many, size }): Operation[] => {
  const page = `pageInfo { ${leavesOf(schema, 'PageInfo')} }`;
  const summary = summaryOf(schema, type);
  const relations = relationsOf(schema, type);
  const connections = connectionsOf(schema, type);
  const orders = orderFieldsOf(schema, many).map(
    (field) => `${field}: ${many}(first: 3, orderBy: { field: ${field} }) { ${page} nodes { ${summary} } }`,
  );
  const turned = orderFieldsOf(schema, many).map(
    (field) => `${field}_LAST: ${many}(last: 2, orderBy: { field: ${field} }) { ${page} nodes { ${summary} } }`,
  );
  const walk = (direction: 'first' | 'last'): Walk => ({ list: many, size, direction, nodes: summary });
  return [
    {
      name: `${many}: values`,
      asks: `{ ${many}(first: 6) { totalCount ${page} nodes { ${leavesOf(schema, type)} } } }`,
    },
    ...(relations
      ? [{ name: `${many}: relations`, asks: `{ ${many}(first: 5) { nodes { databaseId ${relations} } } }` }]
      : []),
    ...(connections
      ? [{ name: `${many}: connections`, asks: `{ ${many}(first: 4) { nodes { databaseId ${connections} } } }` }]
      : []),
    { name: `${many}: walk forward`, asks: walk('first') },
    { name: `${many}: walk backward`, asks: walk('last') },
    { name: `${many}: orders`, asks: `{ ${[...orders, ...turned].join(' ')} }` },
    {
      name: `${many}: numbered page`,
      asks: `{ ${many}(first: 3, offset: 2) { totalCount ${page} edges { cursor node { ${summary} } } } }`,
    },
    { name: `${many}: total`, asks: `{ ${many} { totalCount } }` },
    { name: `${many}: all at once`, asks: `{ ${many}(first: 100) { ${page} nodes { ${summary} } } }` },
  ];
});

export const operations: readonly Operation[] = [...ofType, ...handwritten(schema), ...frames(schema)];
