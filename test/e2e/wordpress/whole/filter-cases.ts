// Filters of lists: for each member of `where` a value that tells documents apart, and REST's own argument for it.

import type { Json } from '../../../support/asked-fields.ts';
import type { RestDocument, RestQuery, RestReader } from '../rest-reader.ts';
import { editor, type Kind, kindOf, type ListCase, termKinds } from './kinds.ts';

/** @param where as a query has it */
function where(
  about: string,
  value: string,
  query: RestQuery,
  more: Partial<ListCase> & { beside?: string } = {},
): ListCase {
  const { beside = '', ...others } = more;
  return { about, arguments: `where: { ${about}: ${value} ${beside} }`, query, ...others };
}

const json = (value: unknown) => JSON.stringify(value);

/** A word of a title. */
function wordIn(value: Json | undefined): string {
  const words = String(value).match(/[A-Za-z]{4,}/g) ?? [];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), 'the');
}

const textIn = (document: RestDocument | undefined, name: string) =>
  String((document?.[name] as { rendered?: string } | undefined)?.rendered);

/** By ids, slugs and words, as all but comments are. */
function named(documents: readonly RestDocument[], property: 'title' | 'name'): ListCase[] {
  const [one, , other] = documents;
  const ids = [one, other].map((document) => document?.id);
  const slugs = [one, other].map((document) => String(document?.slug));
  const search = wordIn(property === 'title' ? textIn(other, 'title') : other?.name);
  return [
    where('search', json(search), { search }),
    where('include', json(ids), { include: ids as number[] }),
    where('exclude', json(ids), { exclude: ids as number[] }),
    where('slugs', json(slugs), { slug: slugs }),
  ];
}

function contentCases(documents: readonly RestDocument[]): ListCase[] {
  const middle = documents[Math.floor(documents.length / 2)];
  const [date, modified] = [String(middle?.date), String(middle?.modified)];
  const title = textIn(middle, 'title');
  const word = wordIn(title);
  return [
    ...named(documents, 'title'),
    where('after', json(date), { after: date }),
    where('before', json(date), { before: date }),
    where('modifiedAfter', json(modified), { modified_after: modified }),
    where('modifiedBefore', json(modified), { modified_before: modified }),
    ...(['TITLE', 'CONTENT', 'EXCERPT'] as const).map((column) =>
      where(
        'searchColumns',
        `[${column}]`,
        { search: 'sea', search_columns: `post_${column.toLowerCase()}` },
        {
          beside: 'search: "sea"',
        },
      ),
    ),
    where(
      'searchExactly',
      'true',
      { search: word, search_semantics: 'exact' },
      {
        beside: `search: ${json(word)}`,
        without: { search: word },
      },
    ),
  ];
}

/** A status that only editors may ask for. */
const statusCase = ({ type }: Kind): ListCase => {
  const status = type === 'Media' ? 'private' : 'draft';
  return where('status', `["${status}"]`, { status }, { login: editor });
};

async function byAuthors(documents: readonly RestDocument[], rest: RestReader): Promise<ListCase[]> {
  const users = await rest.list('/wp/v2/users');
  const writer = users.find(({ id }) => documents.some(({ author }) => author === id));
  if (!writer) return [];
  return [
    where('authors', `{ ids: [${writer.id}] }`, { author: writer.id }),
    where('authors', `{ slugs: [${json(writer.slug)}] }`, { author: writer.id }),
    where('excludeAuthors', `{ ids: [${writer.id}] }`, { author_exclude: writer.id }),
  ];
}

/** By the terms of one taxonomy: those of the document that has the most of them. */
function byTerms({ type, many, property }: (typeof termKinds)[number], documents: readonly RestDocument[]): ListCase[] {
  const held = documents.map((document) => document[property] as readonly number[]);
  const terms = held.reduce((most, each) => (each.length > most.length ? each : most), []);
  const [one] = terms;
  const exclude = `exclude${many.charAt(0).toUpperCase()}${many.slice(1)}`;
  const isTree = type === 'Category' || type === 'Genre';
  return [
    where(many, `{ ids: [${one}] }`, { [property]: one as number }),
    where(many, `{ ids: ${json(terms)}, operator: OR }`, { [property]: terms }),
    where(many, `{ ids: ${json(terms)}, operator: AND }`, {
      [`${property}[terms]`]: terms,
      [`${property}[operator]`]: 'AND',
    }),
    where(exclude, `{ ids: [${one}] }`, { [`${property}_exclude`]: one as number }),
    ...(isTree ? [withDescendants(many, property, documents)] : []),
  ];
}

/** The uppermost term has most below it. */
function withDescendants(many: string, property: string, documents: readonly RestDocument[]): ListCase {
  const top = Math.min(...documents.flatMap((document) => document[property] as readonly number[]));
  return where(many, `{ ids: [${top}], includeChildren: true }`, {
    [`${property}[terms]`]: top,
    [`${property}[include_children]`]: true,
  });
}

async function sorted(kind: Kind, documents: readonly RestDocument[], rest: RestReader): Promise<ListCase[]> {
  const taxonomies = termKinds.filter(({ type }) => kind.sortedBy?.includes(type));
  const cases = taxonomies.flatMap((taxonomy) => byTerms(taxonomy, documents));
  const bySlug = await Promise.all(
    taxonomies.map(async ({ many, route, property }) => {
      const terms = await rest.list(route);
      const term = terms.find(({ id }) =>
        documents.some((document) => (document[property] as readonly number[]).includes(id)),
      );
      return where(many, `{ slugs: [${json(term?.slug)}] }`, { [property]: term?.id ?? 0 });
    }),
  );
  // A term of each, which no document has both of.
  const [one, other = one] = taxonomies.map(({ many, property }, index) => {
    const held = documents
      .map((document) => document[property] as readonly number[])
      .filter(({ length }) => length > 0);
    return { many, property, term: held.at(index === 0 ? 0 : -1)?.[0] ?? 0 };
  });
  if (!one || !other) return [];
  const query = { [one.property]: one.term, [other.property]: other.term };
  const both = [one, other].map(({ many, term }) => `${many}: { ids: [${term}] }`).slice(0, taxonomies.length);
  return [
    ...cases,
    ...bySlug,
    where('taxonomyRelation', 'OR', { ...query, tax_relation: 'OR' }, { beside: both.join(' ') }),
    where('taxonomyRelation', 'AND', { ...query, tax_relation: 'AND' }, { beside: both.join(' ') }),
  ];
}

function inTree(documents: readonly RestDocument[]): ListCase[] {
  const parent = documents.find((document) => document.parent !== 0)?.parent as number;
  return [
    where('parents', `[${parent}]`, { parent }),
    where('excludeParents', `[${parent}]`, { parent_exclude: parent }),
    where('topLevel', 'true', { parent: 0 }),
    where('topLevel', 'false', { parent_exclude: 0 }),
    where('menuOrder', '1', { menu_order: 1 }),
  ];
}

const mediaCases = async (rest: RestReader): Promise<ListCase[]> => {
  const parent = (await rest.list('/wp/v2/media')).find(({ post }) => typeof post === 'number')?.post as number;
  return [
    where('parents', `[${parent}]`, { parent }),
    where('excludeParents', `[${parent}]`, { parent_exclude: parent }),
    ...['IMAGE', 'VIDEO', 'TEXT', 'APPLICATION', 'AUDIO'].map((kind) =>
      where('mediaType', kind, { media_type: kind.toLowerCase() }),
    ),
    where('mimeType', '"image/png"', { mime_type: 'image/png' }),
  ];
};

/** Only those that the magazine has. */
const own: Readonly<Record<string, readonly ListCase[]>> = {
  Post: [
    where('sticky', 'true', { sticky: true }),
    where('sticky', 'false', { sticky: false }),
    where('formats', '["quote"]', { format: 'quote' }),
  ],
  Book: [
    ...['en', 'de', 'pt', 'ja'].map((language) => where('language', language, { language })),
    where('pagesMin', '200', { pages_min: 200 }),
  ],
};

async function termCases(kind: Kind, documents: readonly RestDocument[], rest: RestReader): Promise<ListCase[]> {
  const property = termKinds.find(({ type }) => type === kind.type)?.property ?? '';
  const sortedKind = kind.type === 'Category' || kind.type === 'Tag' ? 'Post' : 'Recipe';
  const carriers = await rest.list(kindOf(sortedKind).route);
  const post = carriers.find((document) => (document[property] as readonly number[]).length > 0)?.id ?? 0;
  const parent = documents.find((document) => document.parent)?.parent as number;
  return [
    ...named(documents, 'name'),
    where('hideEmpty', 'true', { hide_empty: true }),
    where('post', json(String(post)), { post }),
    ...(parent ? [where('parent', json(String(parent)), { parent }), where('parent', '"0"', { parent: 0 })] : []),
  ];
}

function commentCases(documents: readonly RestDocument[]): ListCase[] {
  const [one, other] = documents;
  const middle = documents[Math.floor(documents.length / 2)];
  const parent = documents.find((document) => document.parent !== 0)?.parent as number;
  const writer = documents.find(({ author }) => author !== 0)?.author as number;
  const asEditor = { login: editor };
  const ids = [one?.id as number, other?.id as number];
  const search = wordIn(textIn(middle, 'content').replace(/<[^>]*>/g, ''));
  return [
    where('search', json(search), { search }),
    where('include', json(ids), { include: ids }),
    where('exclude', json(ids), { exclude: ids }),
    where('posts', `[${one?.post}]`, { post: one?.post as number }),
    where('parents', `[${parent}]`, { parent }),
    where('excludeParents', `[${parent}]`, { parent_exclude: parent }),
    where('topLevel', 'true', { parent: 0 }),
    where('authors', `[${writer}]`, { author: writer }, asEditor),
    where('excludeAuthors', `[${writer}]`, { author_exclude: writer }, asEditor),
    where('authorEmail', '"ada@example.com"', { author_email: 'ada@example.com' }, asEditor),
    where('after', json(middle?.date), { after: String(middle?.date) }),
    where('before', json(middle?.date), { before: String(middle?.date) }),
    where('status', '"hold"', { status: 'hold' }, asEditor),
    where('type', '"pingback"', { type: 'pingback' }, asEditor),
  ];
}

/** For each member that a `where` of the magazine has, and some of the values that it takes. */
export async function filterCases(kind: Kind, rest: RestReader): Promise<readonly ListCase[]> {
  const documents = await rest.list(kind.route);
  switch (kind.family) {
    case 'term':
      return termCases(kind, documents, rest);
    case 'user':
      return [
        ...named(documents, 'name'),
        where('roles', '["editor"]', { roles: 'editor' }, { login: editor }),
        where('capabilities', '["edit_others_posts"]', { capabilities: 'edit_others_posts' }, { login: editor }),
        where('hasPublishedPosts', '["place"]', { has_published_posts: 'place' }, { login: editor }),
      ];
    case 'comment':
      return commentCases(documents);
    case 'content':
      return [
        ...contentCases(documents),
        statusCase(kind),
        ...(kind.type === 'Recipe' ? [] : await byAuthors(documents, rest)),
        ...(kind.type === 'Page' || kind.type === 'Place' ? inTree(documents) : []),
        ...(kind.type === 'Media' ? await mediaCases(rest) : []),
        ...(await sorted(kind, documents, rest)),
        ...(own[kind.type] ?? []),
      ];
  }
}
