/**
 * What a front end asks around its documents: what stands at an address, lists over several types, archives, menus, paths, and
 * what is read out of a body.
 */
import type { GraphQLSchema } from 'graphql';
import type { Operation } from './operation.ts';
import { leavesOf } from './selections.ts';

/** Documents, terms, people, archives, redirects, what is nowhere. */
const uris = [
  '/2023/01/03/hello-harbour/',
  'http://magazine.test/about/team/history/?utm_source=x#more',
  '/category/coast-sea/harbours/',
  '/tag/salt/page/2/',
  '/author/marta-vale/',
  '/2023/02/',
  '/?s=harbour',
  '/?p=133',
  '/about',
  '/',
  '/no-such-address/',
];

/** Every filter of `contents`, two or three at a time. */
const filters = [
  'where: { search: "harbour", searchColumns: [TITLE], searchExactly: false }',
  'where: { authors: { ids: [1] }, exclude: [219] }',
  'where: { excludeAuthors: { ids: [1] }, status: ["publish"] }',
  'where: { include: [133, 150, 401] }',
  'where: { slugs: ["hello-harbour", "team"] }',
  'where: { after: "2023-06-01T00:00:00", before: "2026-01-01T00:00:00" }',
  'where: { modifiedAfter: "2023-06-01T00:00:00", modifiedBefore: "2026-12-01T00:00:00" }, orderBy: { field: MODIFIED }',
];

const anyNode = `__typename id ... on Content { databaseId uri } ... on Term { databaseId name } ... on Author { databaseId name } ... on DateArchive { year month }`;

export function frames(schema: GraphQLSchema): Operation[] {
  const leaves = (type: string) => leavesOf(schema, type);
  const page = `pageInfo { ${leaves('PageInfo')} }`;
  const resolution = `{ ${leaves('Resolution')} redirect { ${leaves('ResolvedRedirect')} } node { ${anyNode} } }`;
  const blocks = `nodes { __typename ${leaves('Block')} innerBlocks { __typename ${leaves('Block')} ... on OtherBlock { ${leaves('OtherBlock')} innerBlocks { __typename name } } } }`;
  const item = `${leaves('MenuItem')} node { ${anyNode} } parent { label }`;
  const menu = `${leaves('Menu')} items { ${item} children { label } }`;
  const archive = leaves('DateArchive');
  return [
    {
      name: 'addresses',
      asks: `{ ${uris.map((uri, index) => `f${index}: resolve(uri: ${JSON.stringify(uri)}) ${resolution}`).join(' ')} nodeByUri(uri: "/about/") { ${anyNode} } }`,
    },
    {
      name: 'archives of months',
      asks: `{ archives(type: "post") { ${archive} contentType { name } } march: nodeByUri(uri: "/2023/03/") { ... on DateArchive { ${archive} posts(first: 2) { totalCount nodes { databaseId } } contents(first: 2) { totalCount nodes { databaseId } } } } }`,
    },
    {
      name: 'contents: filters',
      asks: `{ ${filters.map((where, index) => `contents${index}: contents(first: 4, types: ["post", "page"], ${where}) { totalCount ${page} nodes { databaseId } }`).join(' ')} }`,
    },
    {
      name: 'contents of a type',
      asks: '{ contentTypes { name contents(first: 2) { totalCount edges { cursor node { databaseId } } } } }',
    },
    {
      name: 'search',
      asks: `{ search(query: "harbour", first: 8) { totalCount ${page} edges { cursor node { ${leaves('SearchResult')} } } nodes { ${leaves('SearchResult')} node { ${anyNode} } } } page: nodeByUri(uri: "/?s=harbour") { ... on SearchPage { ${leaves('SearchPage')} results(first: 3) { totalCount nodes { type } } } } }`,
    },
    {
      name: 'paths',
      asks: `{ paths(first: 40) { totalCount ${page} countsByType { ${leaves('SitePathCount')} } edges { cursor node { uri } } nodes { ${leaves('SitePath')} image { databaseId } node { ${anyNode} } } } }`,
    },
    {
      name: 'menus',
      asks: `{ menus { ${menu} } primary: menu(by: { location: "primary" }) { name } slug: menu(by: { slug: "main-navigation" }) { name } id: menu(by: { databaseId: 1 }) { name } none: menu(by: { id: "TWVudTox" }) { name } }`,
    },
    {
      name: 'frame of a page',
      asks: `{ site { frontPage { databaseId } postsPage { databaseId } privacyPage { databaseId } statuses { ${leaves('PostStatus')} } postFormats { ${leaves('PostFormat')} posts(first: 2) { totalCount } } } }`,
    },
    {
      name: 'related documents',
      asks: '{ posts(first: 4) { nodes { databaseId related(first: 3) { node { databaseId } terms { __typename databaseId } } previous(inSame: "category") { databaseId } } } }',
    },
    {
      name: 'what search engines are told',
      asks: `{ posts(first: 3) { nodes { databaseId seo { ${leaves('Seo')} } } } pages(first: 2) { nodes { databaseId seo { ${leaves('Seo')} } } } categories(first: 2) { nodes { databaseId seo { ${leaves('Seo')} } } } mediaItems(first: 1) { nodes { seo { title } } } tags(first: 1) { nodes { seo { title } } } authors(first: 1) { nodes { seo { title } } } }`,
    },
    {
      name: 'what bodies are made of',
      asks: `{ posts(first: 6) { nodes { databaseId blocks { ${leaves('BlockList')} ${blocks} } images { media { databaseId } } links { node { ${anyNode} } } } } }`,
    },
  ];
}
