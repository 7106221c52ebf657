/**
 * Values of other kinds than WordPress has: filters of plugins and themes, imports of twenty years.
 */

import { type Bend, documents, isFewer, isMap, type Json, members, without } from '../bend.ts';
import type { Difference } from '../comparison.ts';

const content = ['posts', 'pages', 'media'];
const all = [...content, 'categories', 'tags', 'users', 'comments'];

const changed = (
  name: string,
  means: string,
  of: readonly string[],
  change: (document: Json, collection: string) => Json,
  allows?: Bend['allows'],
): Bend => ({ name, means, bend: documents(of, change), variant: variants.includes(name), ...(allows && { allows }) });

/** Members that hold one id or several. */
const idMembers = ['author', 'featured_media', 'parent', 'post'];
const idLists = ['categories', 'tags'];

function ids(document: Json, change: (id: number) => unknown): Json {
  const one = (value: unknown) => (typeof value === 'number' && value > 0 ? change(value) : value);
  const list = (value: unknown) => (Array.isArray(value) ? value.map(one) : value);
  return members(document, {
    ...Object.fromEntries(idMembers.map((name) => [name, one])),
    ...Object.fromEntries(idLists.map((name) => [name, list])),
  });
}

const rendered = (value: unknown) => (isMap(value) ? value.rendered : value);

const orFalse = (list: unknown) => (isNone(list) ? false : list);
const isNone = (value: unknown) => Array.isArray(value) && value.length === 0;

const nullAt =
  (...fields: string[]) =>
  ({ field, got }: Difference) =>
    fields.includes(field) && got === null;

/** One document of a collection is as it is nowhere else. */
const one = (id: number, change: (document: Json) => Json) => (document: Json) =>
  Number(document.id) === id ? change(document) : document;

const dates = ['date', 'date_gmt', 'modified', 'modified_gmt'];
const withDates = (change: (date: unknown) => unknown) => (document: Json) =>
  members(document, Object.fromEntries(dates.map((name) => [name, change])));
const noDates = (difference: Difference) =>
  // Without dates nobody knows where these stand among those of other types, and of their own.
  difference.path.some((part) => /^contents/.test(String(part))) ||
  nullAt('next', 'previous')(difference) ||
  lacksMonth(difference) ||
  (difference.path.includes('seo') && isDateless(difference)) ||
  nullAt('date', 'dateGmt', 'modified', 'modifiedGmt')(difference) ||
  lacksHidden(difference) ||
  (ofOneSecond.has(difference.wanted) && ofOneSecond.has(difference.got));

/** Nobody knows in which month it was published, nor how the site writes addresses of months. */
function lacksMonth({ operation, path, got }: Difference): boolean {
  if (operation !== 'archives of months') return false;
  return path[0] === 'archives' ? path.length === 1 : path.at(-1) === 'uri' && got === null;
}

/** What is said of a document has all but its dates. */
function isDateless({ field, wanted, got }: Difference): boolean {
  if (/Time$|^date/.test(field)) return got === null;
  if (!isMap(wanted) || !isMap(got)) return false;
  return JSON.stringify(without(wanted, ['datePublished', 'dateModified'])) === JSON.stringify(got);
}

/** Nothing tells the order of these without their dates. */
const ofOneSecond: ReadonlySet<unknown> = new Set([
  'Apples &#038; anchors',
  'October tides, &#038; what they leave behind',
]);

/** Without dates a page goes by the index, where a row that may not be seen counts. */
function lacksHidden({ operation, wanted, got }: Difference): boolean {
  if (!Array.isArray(wanted) || !Array.isArray(got) || /: walk /.test(operation)) return false;
  const ids = (nodes: readonly Json[]) => nodes.map(({ databaseId }) => databaseId).join();
  return got.length === wanted.length - 1 && ids(got) === ids(wanted.slice(0, -1));
}

/** The oldest ones, so that the order of the site stays as it was. */
const oldest = (change: (date: unknown) => unknown) => (document: Json, collection: string) =>
  Number(document.id) === (collection === 'posts' ? 101 : 60)
    ? members(document, { date: change, date_gmt: change })
    : document;

const newestPost = 260;

/** What stands beside another form of the same. */
const variants = [
  'related documents as objects with ID',
  'related documents as objects with term_id',
  'one image as a list',
  'dates null',
  'dates for people',
  'one date is 0000-00-00',
  'classes as a map',
  'links of REST empty',
  'avatars off',
];

export const values: readonly Bend[] = [
  changed('ids as strings', 'A filter casts what it touches: every id is its digits.', all, (document) => ({
    ...ids(document, String),
    ...('id' in document && { id: String(document.id) }),
  })),
  ...[
    ['id', (id: number) => ({ id, link: 'https://x.test/' })],
    ['ID', (ID: number) => ({ ID: String(ID), post_title: 'x' })],
    ['term_id', (term_id: number) => ({ term_id, name: 'x' })],
  ].map(([name, change]) =>
    changed(
      `related documents as objects with ${name}`,
      'A theme puts whole documents where WordPress has their ids.',
      all,
      (document) => ids(document, change as (id: number) => unknown),
    ),
  ),
  changed('one image as a list', 'A plugin gives the image as a list of one.', content, (document) =>
    members(document, { featured_media: (id) => (id ? [{ id }] : id) }),
  ),
  changed(
    'texts as plain strings',
    'A filter flattens `{ rendered }`.',
    all,
    (document) =>
      members(
        document,
        Object.fromEntries(
          ['title', 'content', 'excerpt', 'guid', 'caption', 'description'].map((name) => [name, rendered]),
        ),
      ),
    // Whether a password is needed stands beside the text.
    ({ field, document }) => ['isProtected', 'content', 'excerpt'].includes(field) && isProtected(document),
  ),
  changed(
    'dates removed',
    'A filter hides when something was written.',
    [...content, 'comments'],
    (document) => without(document, dates),
    noDates,
  ),
  changed(
    'dates null',
    'A filter empties them.',
    [...content, 'comments'],
    withDates(() => null),
    noDates,
  ),
  changed(
    'dates for people',
    'A filter writes them as the theme shows them.',
    [...content, 'comments'],
    withDates(() => '9 May 2010'),
    noDates,
  ),
  changed(
    'one date is 0000',
    'An import has left a date empty; WordPress prints it as year -1.',
    ['posts', 'comments'],
    oldest(() => '-0001-11-30T00:00:00'),
    noDates,
  ),
  changed(
    'one date is 0000-00-00',
    'A plugin prints it as it is stored.',
    ['posts', 'comments'],
    oldest(() => '0000-00-00T00:00:00'),
    noDates,
  ),
  changed(
    'one date is 9999',
    'An event that never ends.',
    ['posts'],
    one(
      newestPost,
      withDates(() => '9999-12-31T23:59:59'),
    ),
    ({ operation, path, field, got }) =>
      (/^(date|modified)|Time$/.test(field) && /^9999-/.test(String(got))) ||
      (operation === 'archives of months' && path.join('.').startsWith('archives.0.')),
  ),
  {
    ...changed('slugs removed', 'A filter hides names.', all, (document) => without(document, ['slug']), slugless),
    errors: ({ message, extensions }) =>
      extensions?.code === 'UPSTREAM_BAD_RESPONSE' && message.endsWith('so none can be found by its slug.'),
  },
  changed('links removed', 'A filter hides addresses.', all, (document) => without(document, ['link']), linkless),
  changed(
    'classes null',
    'A theme empties `class_list`.',
    content,
    (document) => members(document, { class_list: () => null }),
    ({ field, got }) => field === 'classList' && (got === null || isNone(got)),
  ),
  changed('classes as a map', 'PHP prints a list with holes as a map.', content, (document) =>
    members(document, {
      class_list: (list) =>
        Array.isArray(list) ? Object.fromEntries(list.map((name, index) => [index * 2, name])) : list,
    }),
  ),
  changed('terms false', 'Pods says `false` for none.', ['posts'], (document) =>
    members(document, { categories: orFalse, tags: orFalse }),
  ),
  changed(
    'meta empty',
    'PHP prints an empty map as a list.',
    all,
    (document) => members(document, { meta: () => [] }),
    ({ field }) => field === 'meta',
  ),
  changed(
    'links of REST removed',
    'A filter strips `_links`.',
    all,
    (document) => without(document, ['_links']),
    nullAt('revisionCount', 'allowedMethods', 'restUrl'),
  ),
  changed(
    'links of REST empty',
    'A filter empties them.',
    all,
    (document) => members(document, { _links: () => [] }),
    nullAt('revisionCount', 'allowedMethods', 'restUrl'),
  ),
  changed(
    'avatars off',
    'The operator shows none.',
    ['users', 'comments'],
    (document) => without(document, ['avatar_urls', 'author_avatar_urls']),
    nullAt('avatar'),
  ),
  hugeId('tags', 50, ['tags']),
  hugeId('comments', 125, []),
];

/** Which of several was meant by a name cannot be told. */
function slugless({ operation, field, got }: Difference): boolean {
  return got === null && (field === 'slug' || /by (slug|uri)$/.test(operation));
}

function linkless({ operation, path, field, wanted, got }: Difference): boolean {
  // What is relative to an address that nobody knows stays as it is written.
  if (field === 'url' && path.includes('links')) return String(wanted).endsWith(String(got));
  if (operation === 'paths') return isFewer(wanted, got) || (field === 'hasNextPage' && got === false);
  return (
    got === null &&
    (path.includes('seo') || path.at(-1) === 'node' || ['link', 'uri'].includes(field) || operation.endsWith('by uri'))
  );
}

function isProtected(document: unknown): boolean {
  const databaseId = isMap(document) ? document.databaseId : undefined;
  return databaseId === 142 || databaseId === undefined;
}

/** An import gave one document an id beyond 32 bits. No operation asks for it by its id. */
function hugeId(collection: string, id: number, lists: readonly string[]): Bend {
  const huge = 3_000_000_000 + id;
  const globalId = (databaseId: number) => new RegExp(`:${databaseId}$`);
  const bent = documents([collection, ...(lists.length > 0 ? ['posts'] : [])], (document, own) => {
    const put = (value: unknown) => (value === id ? huge : value);
    if (own === collection) return members(document, { id: put });
    return members(
      document,
      Object.fromEntries(lists.map((list) => [list, (value) => (Array.isArray(value) ? value.map(put) : value)])),
    );
  });
  return {
    name: `an id beyond 32 bits in ${collection}`,
    means: 'One imported row has lifted all later ids.',
    bend: (send) => bent((request) => send({ ...request, url: request.url.replaceAll(String(huge), String(id)) })),
    allows: ({ field, wanted, got }) =>
      (field === 'databaseId' && wanted === id && got === huge) ||
      (field === 'id' && globalId(id).test(atob(String(wanted))) && globalId(huge).test(atob(String(got)))),
  };
}
