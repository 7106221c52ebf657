/**
 * What a site may answer in place of what it should: each fault is plain data, so that a corpus can hold it.
 */
import type { Random } from './random.ts';

export type Fault =
  /** A member of each document, or of the whole, is something else. */
  | { readonly kind: 'value'; readonly route: string; readonly path: readonly string[]; readonly value: unknown }
  | { readonly kind: 'removed'; readonly route: string; readonly path: readonly string[] }
  /** Bodies that are too long for a corpus are named. */
  | { readonly kind: 'body'; readonly route: string; readonly name: keyof typeof bodies; readonly status: number }
  | { readonly kind: 'header'; readonly route: string; readonly name: string; readonly value: string }
  | { readonly kind: 'rows'; readonly route: string; readonly change: keyof typeof rowChanges }
  /** The connection breaks within the answer, or is slow. */
  | { readonly kind: 'cut'; readonly route: string }
  | { readonly kind: 'slow'; readonly route: string; readonly milliseconds: number }
  | { readonly kind: 'hints'; readonly route: string }
  /** Every page is the first one, and there seem to be more for ever. */
  | { readonly kind: 'stuck'; readonly route: string }
  /** What the front end says in place of what it should. */
  | { readonly kind: 'front'; readonly route: string; readonly name: keyof typeof frontAnswers };

/** Stands for all addresses of the site's front end. */
export const frontEnd = 'front end';

export interface SiteAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly cut?: boolean;
  readonly hints?: boolean;
  readonly delay?: number;
}

const deep = (levels: number, open = '[', close = ']') => `${open.repeat(levels)}${close.repeat(levels)}`;

const bodies = {
  empty: () => '',
  null: () => 'null',
  text: () => '"text"',
  number: () => '7',
  emptyObject: () => '{}',
  emptyList: () => '[]',
  nullRows: () => '[null,null,7,"x",[],{}]',
  challenge: () => '<!doctype html><html><head><title>Are you human?</title></head></html>',
  notices: () => '<br />\n<b>Notice</b>: Undefined index in <b>/srv/x.php</b> on line 7<br />\n[]',
  manyBrackets: () => '['.repeat(2_000_000),
  deepLists: () => deep(100_000),
  deepObjects: () => deep(20_000, '{"a":', '}').replace(/\}/, 'null}'),
  manyStarts: () => 'x [{\n'.repeat(50_000),
  cutShort: () => '[{"id":1,"title":{"rendered":"x',
  wpError: () => '{"code":"rest_forbidden","message":"Sorry","data":{"status":401}}',
  oddError: () => '{"code":{"a":1},"message":["x"],"data":{"params":{"a":{"toString":null}},"details":{"a":null}}}',
  longMessage: () => JSON.stringify({ code: 'x', message: '<'.repeat(300_000), data: null }),
  controlMessage: () =>
    JSON.stringify({ code: 'x\u001b[31m', message: 'a\u001b[2J\u0007\r\nb', data: { status: 400 } }),
  manyRows: () => `[${'{"id":1},'.repeat(100_000)}{"id":2}]`,
  hugeId: () => '[{"id":99999999999,"title":{"rendered":"x"}},{"id":1.5},{"id":"12"},{"id":-1}]',
  notUtf8: () => '[{"id":1,"title":{"rendered":"\\ud800"}}]',
} as const;

const alternate = 'rel="alternate"; title="JSON"; type="application/json"';
const ofWordPress = '</wp-json/>; rel="https://api.w.org/"';
const linked = (href: string) => ({ status: 200, headers: { link: `${ofWordPress}, <${href}>; ${alternate}` } });
const led = (status: number, location: string) => ({ status, headers: { location } });
const said = (status: number, headers: Readonly<Record<string, string>> = {}) => ({ status, headers });

interface FrontAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly delay?: number;
}

/** Each by the address that was asked for. */
const frontAnswers = {
  nothing: () => said(200),
  silent: () => said(200, { link: ofWordPress }),
  noContent: () => said(204),
  wall: () => led(302, '/wp-login.php?redirect_to=%2F'),
  closed: () => said(401, { 'www-authenticate': 'Basic' }),
  forbidden: () => said(403),
  missing: () => said(404),
  missingOfWordPress: () => said(404, { link: ofWordPress }),
  gone: () => said(410, { link: ofWordPress }),
  noMethod: () => said(405),
  busy: () => said(429, { 'retry-after': '1' }),
  broken: () => said(500, { link: ofWordPress }),
  away: () => said(503),
  odd: () => said(999),
  hangs: () => ({ ...said(200), delay: 3_000 }),
  slow: () => ({ ...said(200, { link: ofWordPress }), delay: 300 }),
  toItself: (asked: string) => led(301, asked),
  toItsSlash: (asked: string) =>
    led(
      301,
      asked.replace(/\/?(\?.*)?$/, (end) => (end.startsWith('/') ? end.slice(1) : `/${end}`)),
    ),
  round: (asked: string) => led(302, `${asked}${asked.includes('?') ? '&' : '?'}again=1`),
  deeper: (asked: string) => led(307, `${asked.split('?')[0]}x/`),
  home: () => led(302, '/'),
  elsewhere: (asked: string) => led(301, `https://elsewhere.test${asked}`),
  toAnotherHost: (asked: string) => led(301, `//elsewhere.test${asked}`),
  toAnotherScheme: () => led(302, 'javascript:alert(1)'),
  toAFile: () => led(301, '/wp-content/uploads/x.png'),
  toRest: () => led(302, '/wp-json/wp/v2/users/1'),
  toNowhere: () => led(301, 'http://['),
  notLed: () => said(302),
  anotherPost: () => linked('/wp-json/wp/v2/posts/124'),
  anotherPage: () => linked('/wp-json/wp/v2/pages/401'),
  aTerm: () => linked('/wp-json/wp/v2/categories/2'),
  noPost: () => linked('/wp-json/wp/v2/posts/99999'),
  hugeId: () => linked('/wp-json/wp/v2/posts/99999999999999999999'),
  aPrivate: () => linked('/wp-json/wp/v2/users/12'),
  aList: () => linked('/wp-json/wp/v2/posts'),
  noCollection: () => linked('/wp-json/wp/v2/none/1'),
  settings: () => linked('/wp-json/wp/v2/settings'),
  ofAnotherHost: () => linked('https://elsewhere.test/wp-json/wp/v2/posts/124'),
  ofAnotherPath: () => linked('https://elsewhere.test/wp/v2/posts/124'),
  byQuery: () => linked('/?rest_route=/wp/v2/posts/124&password=x'),
  above: () => linked('/wp-json/wp/v2/posts/../settings'),
  noAddress: () => linked('http://['),
  manyLinks: () => said(200, { link: '<'.repeat(7_000) }),
  manyMembers: () => said(200, { link: `${'<x>; rel="alternate",'.repeat(300)}` }),
} as const satisfies Readonly<Record<string, (asked: string) => FrontAnswer>>;

const rowChanges = {
  none: (_rows: unknown[]) => [],
  /** The same rows whatever is asked: a walk never gets on. */
  doubled: (rows: unknown[]) => [...rows, ...rows],
  reversed: (rows: unknown[]) => [...rows].reverse(),
  firstOnly: (rows: unknown[]) => rows.slice(0, 1),
  withNulls: (rows: unknown[]) => rows.flatMap((row) => [null, row]),
  sameSecond: (rows: unknown[]) =>
    rows.map((row) => ({ ...(row as object), date: '2024-05-16T16:00:28', modified: '2024-05-16T16:00:28' })),
  /** Each is below the next one, and the last below the first. */
  inARing: (rows: unknown[]) =>
    rows.map((row, at) => ({ ...(row as object), parent: (rows[(at + 1) % rows.length] as { id?: unknown })?.id })),
  asObject: (rows: unknown[]) => Object.fromEntries(rows.map((row, index) => [index, row])),
} as const;

/** Values of every kind, for a member that promises one kind. */
const oddValues: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  24.5,
  1e18,
  3_221_225_472,
  2 ** 31,
  '',
  '0',
  '12',
  '12abc',
  '100.5',
  '100%',
  'x',
  '\ud800',
  '\u0000',
  '<td colspan="1000000">x</td>',
  '<table><tr><td rowspan="1000000">x</td></tr></table>',
  `${'<b>'.repeat(8_000)}x`,
  '&#x110000;&#xD800;&nonsense;',
  'http://[',
  '//x',
  '0000-00-00T00:00:00',
  '-0001-11-30T00:00:00',
  '9999-12-31T23:59:59',
  '2024-99-99T00:00:00',
  '9 May 2010',
  [],
  [[]],
  [null],
  [3, { toString: null }],
  [3, '5', 'x', 2 ** 40, -7],
  {},
  { 0: 3, 2: 5 },
  { toString: null },
  { rendered: 7 },
  { rendered: null, protected: 'x' },
  { rendered: { raw: [] } },
  { id: 7 },
  { ID: '7' },
  { allow: 'GET' },
  { href: 7 },
  [{ href: 'http://[' }],
  [{ href: null, targetHints: { allow: { 0: 'GET', 2: 'PUT' } } }],
];

const oddHeaders: readonly (readonly [string, string])[] = [
  ['x-wp-total', '1000000'],
  ['x-wp-total', '1000000000000000000'],
  ['x-wp-total', '-5'],
  ['x-wp-total', 'x'],
  ['x-wp-total', '0'],
  ['x-wp-totalpages', '1000000'],
  ['x-wp-totalpages', '0'],
  ['x-wp-totalpages', '-1'],
  ['content-type', 'text/html'],
  ['content-encoding', 'gzip'],
  ['content-encoding', 'GZIP'],
  ['content-encoding', 'nonsense'],
  ['date', 'nonsense'],
  ['date', 'Fri, 31 Dec 9999 23:59:59 GMT'],
  ['retry-after', 'nonsense'],
  ['location', 'http://['],
];

const members: Readonly<Record<string, readonly string[]>> = {
  '/': [
    'name',
    'home',
    'url',
    'timezone_string',
    'gmt_offset',
    'site_icon',
    'site_icon_url',
    'site_logo',
    'description',
  ],
  posts: ['categories', 'tags', 'sticky', 'format'],
  pages: ['parent', 'menu_order'],
  content: [
    'id',
    'date',
    'date_gmt',
    'modified',
    'modified_gmt',
    'guid',
    'guid.rendered',
    'slug',
    'status',
    'type',
    'link',
    'title',
    'title.rendered',
    'content',
    'content.rendered',
    'content.protected',
    'excerpt',
    'excerpt.rendered',
    'author',
    'featured_media',
    'comment_status',
    'template',
    'meta',
    'class_list',
    '_links',
    '_links.self',
    '_links.version-history',
  ],
  media: [
    'alt_text',
    'caption',
    'description',
    'media_type',
    'mime_type',
    'media_details',
    'media_details.width',
    'media_details.filesize',
    'media_details.sizes',
    'media_details.sizes.thumbnail',
    'media_details.sizes.thumbnail.width',
    'media_details.sizes.thumbnail.source_url',
    'media_details.image_meta',
    'media_details.image_meta.created_timestamp',
    'media_details.image_meta.keywords',
    'media_details.image_meta.iso',
    'post',
    'source_url',
    'filesize',
  ],
  terms: ['id', 'count', 'description', 'link', 'name', 'slug', 'taxonomy', 'parent', 'meta'],
  users: ['id', 'name', 'url', 'description', 'link', 'slug', 'avatar_urls', 'avatar_urls.96', 'meta'],
  comments: [
    'id',
    'post',
    'parent',
    'author',
    'author_name',
    'author_url',
    'author_avatar_urls',
    'date',
    'date_gmt',
    'content',
    'content.rendered',
    'link',
    'status',
    'type',
    'meta',
    '_links',
    '_links.up',
  ],
  menus: ['id', 'name', 'slug', 'description', 'locations'],
  menuItems: [
    'id',
    'title',
    'title.rendered',
    'url',
    'attr_title',
    'description',
    'type',
    'object',
    'object_id',
    'parent',
    'menu_order',
    'target',
    'classes',
    'xfn',
    'invalid',
    'menus',
  ],
  settings: [
    'language',
    'date_format',
    'time_format',
    'start_of_week',
    'posts_per_page',
    'show_on_front',
    'page_on_front',
    'page_for_posts',
    'wp_page_for_privacy_policy',
  ],
  search: ['id', 'title', 'url', 'type', 'subtype'],
};

const routes: Readonly<Record<string, readonly string[]>> = {
  [frontEnd]: ['content'],
  '/': ['/'],
  '/wp/v2/posts': ['content', 'content', 'posts'],
  '/wp/v2/pages': ['content', 'pages'],
  '/wp/v2/media': ['content', 'media', 'media'],
  '/wp/v2/categories': ['terms'],
  '/wp/v2/tags': ['terms'],
  '/wp/v2/users': ['users'],
  '/wp/v2/comments': ['comments'],
  '/wp/v2/menus': ['menus'],
  '/wp/v2/menu-items': ['menuItems'],
  '/wp/v2/navigation': ['content'],
  '/wp/v2/settings': ['settings'],
  '/wp/v2/search': ['search'],
};

/** Root fields that lead to what is at a route. */
export function rootsOf(route: string): readonly string[] {
  return roots[route] ?? [];
}

const roots: Readonly<Record<string, readonly string[]>> = {
  '/': ['site'],
  [frontEnd]: ['resolve', 'nodeByUri', 'resolve', 'page', 'post'],
  '/wp/v2/posts': ['posts', 'post', 'category', 'author', 'contents', 'archives', 'paths', 'resolve', 'search'],
  '/wp/v2/pages': ['pages', 'page', 'contents', 'paths', 'resolve', 'site'],
  '/wp/v2/media': ['mediaItems', 'media', 'posts'],
  '/wp/v2/categories': ['categories', 'category', 'posts'],
  '/wp/v2/tags': ['tags', 'tag', 'posts'],
  '/wp/v2/users': ['authors', 'author', 'posts'],
  '/wp/v2/comments': ['comments', 'comment', 'posts'],
  '/wp/v2/menus': ['menus', 'menu'],
  '/wp/v2/menu-items': ['menus', 'menu'],
  '/wp/v2/navigation': ['menus', 'menu'],
  '/wp/v2/settings': ['site'],
  '/wp/v2/search': ['search'],
};

export function randomFault(random: Random): Fault {
  const route = random.pick(Object.keys(routes));
  if (route === frontEnd && random.chance(0.9)) {
    return { kind: 'front', route, name: random.pick(Object.keys(frontAnswers) as (keyof typeof frontAnswers)[]) };
  }
  const member = () => random.pick(members[random.pick(routes[route] ?? ['content'])] ?? ['id']).split('.');
  if (random.chance(0.6)) return { kind: 'value', route, path: member(), value: random.pick(oddValues) };
  const statuses = [200, 200, 200, 400, 401, 403, 404, 410, 500, 502, 503];
  return random.pick<() => Fault>([
    () => ({ kind: 'removed', route, path: member() }),
    () => ({
      kind: 'body',
      route,
      name: random.pick(Object.keys(bodies) as (keyof typeof bodies)[]),
      status: random.pick(statuses),
    }),
    () => {
      const [name, value] = random.pick(oddHeaders);
      return { kind: 'header', route, name, value };
    },
    () => ({ kind: 'rows', route, change: random.pick(Object.keys(rowChanges) as (keyof typeof rowChanges)[]) }),
    () => ({ kind: 'cut', route }),
    () => ({ kind: 'slow', route, milliseconds: random.int(1, 400) }),
    () => ({ kind: 'hints', route }),
    () => ({ kind: 'stuck', route }),
  ])();
}

/** The answer with a fault in it. @param asked the address that it answers, from the host on */
export function spoilt(answer: SiteAnswer, fault: Fault, asked: string): SiteAnswer {
  switch (fault.kind) {
    case 'front':
      return { body: Buffer.from(''), ...(frontAnswers[fault.name](asked) as FrontAnswer) };
    case 'body':
      return { ...answer, status: fault.status, body: Buffer.from(bodies[fault.name]()) };
    case 'header':
      return { ...answer, headers: { ...answer.headers, [fault.name]: fault.value } };
    case 'cut':
      return { ...answer, cut: true };
    case 'hints':
      return { ...answer, hints: true };
    case 'stuck':
      return { ...answer, headers: { ...answer.headers, 'x-wp-total': '1000000', 'x-wp-totalpages': '10000' } };
    case 'slow':
      return { ...answer, delay: (answer.delay ?? 0) + fault.milliseconds };
    case 'rows':
      return changed(answer, (json) => (Array.isArray(json) ? rowChanges[fault.change](json) : json));
    case 'value':
      return changed(answer, (json) => eachDocument(json, (document) => put(document, fault.path, fault.value)));
    case 'removed':
      return changed(answer, (json) => eachDocument(json, (document) => put(document, fault.path, undefined)));
  }
}

function changed(answer: SiteAnswer, change: (json: unknown) => unknown): SiteAnswer {
  try {
    return { ...answer, body: Buffer.from(JSON.stringify(change(JSON.parse(answer.body.toString())))) };
  } catch {
    // Another fault has left no JSON: this one has nothing to spoil.
    return answer;
  }
}

function eachDocument(json: unknown, change: (document: unknown) => unknown): unknown {
  return Array.isArray(json) ? json.map(change) : change(json);
}

/** Only what is there is spoilt: what was not asked for does not come. */
function put(target: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  if (typeof target !== 'object' || target === null || !(name in target)) return target;
  return { ...target, [name]: put((target as Record<string, unknown>)[name], rest, value) };
}
