// Records the embedded site from the magazine in a real WordPress 7.1: npx tsx test/e2e/wordpress/record.ts
// Writes the REST documents that anonymous sees, what an administrator is told beside them, and the image sizes that WordPress made,
// into the sample data.
// Running it again changes nothing unless the magazine or WordPress did.

import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Magazine, OwnContent } from '../../../src/sample/magazine.ts';
import { provision, type TestBed } from './provision.ts';
import { findRunning } from './running.ts';
import type { SiteName, WordPressSite } from './sites.ts';
import { sampleData } from './work-directory.ts';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Document = { [name: string]: Json };

const recordedSite: SiteName = 'magazine@7.1';
/** Where the embedded site claims to live. */
const embeddedUrl = 'http://magazine.example';
/** Of core. Beside them stands whatever the magazine has documents of. */
const coreCollections = ['posts', 'pages', 'media', 'categories', 'tags', 'users', 'comments'];
const maps = ['types', 'taxonomies', 'statuses'] as const;
/** Classic menus: for those who may edit. */
const menuCollections = ['menus', 'menu-items'];
/** Routes for those who may edit that have no documents of their own. */
const accountRoutes = ['settings', 'menu-locations', 'block-types'];

/** Reads a site anonymously or as an administrator, and tells everything as if it lived at the embedded site's address. */
class Recorder {
  readonly #site: WordPressSite;
  readonly #addresses: readonly (readonly [string, string])[];
  readonly #headers: Readonly<Record<string, string>>;

  /** @param login of who reads; anonymous where there is none */
  constructor(site: WordPressSite, login?: string) {
    this.#site = site;
    const { applicationPassword } = (login && site.users[login]) || {};
    const credentials = Buffer.from(`${login}:${applicationPassword}`).toString('base64');
    this.#headers = login === undefined ? {} : { authorization: `Basic ${credentials}` };
    const host = (url: string): string => url.replace('http://', '');
    const forms = (url: string): string[] => [
      url,
      url.replaceAll('/', '\\/'),
      encodeURIComponent(url),
      host(url),
      encodeURIComponent(host(url)),
    ];
    const there = forms(embeddedUrl);
    this.#addresses = forms(site.url).map((form, index) => [form, there[index] ?? ''] as const);
  }

  /** A whole collection, ordered by id; only the given fields, if any are given. */
  async collection(name: string, fields = ''): Promise<Document[]> {
    const documents: Document[] = [];
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const response = await this.#fetch(
        `wp/v2/${name}?per_page=100&orderby=id&order=asc&page=${page}${fields === '' ? '' : `&_fields=${fields}`}`,
      );
      pages = Number(response.headers.get('x-wp-totalpages'));
      documents.push(...((await this.#body(response)) as Document[]));
    }
    return documents;
  }

  /**
   * The same, but every document asked for by itself: in a list, some blocks are numbered through all bodies
   * (`wp-block-gallery-2`), so that a document would depend on its neighbours.
   */
  async items(name: string): Promise<Document[]> {
    const documents: Document[] = [];
    for (const { id } of await this.collection(name, 'id')) documents.push(await this.document(`wp/v2/${name}/${id}`));
    return documents;
  }

  async document(path: string, method = 'GET'): Promise<Document> {
    return (await this.#body(await this.#fetch(path, method))) as Document;
  }

  async list(path: string): Promise<Document[]> {
    return (await this.#body(await this.#fetch(path))) as Document[];
  }

  async #fetch(path: string, method = 'GET'): Promise<Response> {
    const response = await fetch(`${this.#site.restRoot}/${path}`, { method, headers: this.#headers });
    if (!response.ok) throw new Error(`${path} answers ${response.status}`);
    return response;
  }

  async #body(response: Response): Promise<Json> {
    return this.#moved((await response.json()) as Json);
  }

  #moved(value: Json): Json {
    if (typeof value === 'string') {
      const moved = this.#addresses.reduce((text, [from, to]) => text.replaceAll(from, to), value);
      if (moved.includes('127.0.0.1')) throw new Error(`An address in a form not known here: ${moved}`);
      return moved;
    }
    if (Array.isArray(value)) return value.map((item) => this.#moved(item));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, this.#moved(item)]));
  }
}

let own: TestBed | undefined;
let site = (await findRunning())?.sites.find(({ name }) => name === recordedSite);
if (site === undefined) {
  own = await provision({ sites: [recordedSite], log: (line) => console.log(line) });
  site = own.sites[0];
}
try {
  if (site === undefined) throw new Error(`${recordedSite} is not there`);
  await record(site);
} finally {
  await own?.stop();
}

async function record(site: WordPressSite): Promise<void> {
  const magazine = JSON.parse(readFileSync(join(sampleData, 'magazine.json'), 'utf8')) as Magazine;
  const own = JSON.parse(readFileSync(join(sampleData, 'own-types.json'), 'utf8')) as OwnContent;
  const [recorder, account] = [new Recorder(site), new Recorder(site, 'marta')];
  const folder = join(sampleData, 'documents');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);

  const [types, taxonomies] = [await recorder.document('wp/v2/types'), await recorder.document('wp/v2/taxonomies')];
  const restBase = (kind: Document, name: string): string => String((kind[name] as Document).rest_base);
  const articles = [
    ['posts', magazine.posts] as const,
    ['pages', magazine.pages] as const,
    ...Object.entries(own.types).map(([name, entries]) => [restBase(types, name), entries] as const),
  ];
  const terms = Object.keys(own.taxonomies).map((name) => restBase(taxonomies, name));
  const collections = [...new Set([...coreCollections, ...articles.map(([name]) => name), ...terms, 'navigation'])];

  for (const name of collections) write(folder, name, await recorder.items(name));
  for (const name of menuCollections) write(folder, name, await account.collection(name));
  for (const name of maps) write(folder, name, await recorder.document(`wp/v2/${name}`));
  const routes = [...collections, ...menuCollections, ...maps, 'search'];
  const indexed = [...routes, ...accountRoutes];
  const index = publicIndex(await recorder.document(''), magazine.site.timezone, indexed);
  write(folder, 'index', index);

  const help = (await recorder.document('wp/v2?context=help')).routes as Document;
  const options: Document = {};
  for (const name of routes) {
    const route = `/wp/v2/${name}`;
    const described = await recorder.document(route.slice(1), 'OPTIONS');
    options[name] = beyondIndex(described, (index.routes as Document)[route] as Document, help[route] as Document);
  }
  write(folder, 'options', options);

  write(folder, 'account', {
    me: {
      view: await account.document('wp/v2/users/me'),
      edit: await account.document('wp/v2/users/me?context=edit'),
    },
    settings: await account.document('wp/v2/settings'),
    statuses: await account.document('wp/v2/statuses'),
    menuLocations: await account.document('wp/v2/menu-locations'),
    blockTypes: usedBlocks(await account.list('wp/v2/block-types')),
  });

  const opened: Document[] = [];
  for (const [route, entries] of articles) {
    for (const { id, status, password } of entries) {
      if (password === '' || status !== 'publish') continue;
      opened.push(await recorder.document(`wp/v2/${route}/${id}?password=${encodeURIComponent(password)}`));
    }
  }
  write(folder, 'protected', opened);
  copyImageSizes(site.uploads, join(sampleData, 'uploads'), new Set(magazine.media.map(({ file }) => file)));
}

/** Types of blocks that the magazine has blocks of: of all, they would be as much as all else. */
function usedBlocks(types: readonly Document[]): Document[] {
  const folder = join(sampleData, 'articles');
  const bodies = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const used = new Set(
    bodies.flatMap((body) => [...body.matchAll(/<!-- wp:([\w/-]+) /g)].map(([, name = '']) => name)),
  );
  return types.filter(({ name }) => used.has(String(name).replace(/^core\//, '')));
}

/**
 * What `OPTIONS` of a route says that the index does not: its schema, and what that has which is told nowhere else. ACF makes the
 * schema of its property for the route that is asked, and with it an argument of the same description.
 */
function beyondIndex(described: Document, indexed: Document, helped: Document): Document {
  const { endpoints, schema, ...rest } = described;
  const { properties } = schema as { properties: Document };
  const told = (helped.schema as { properties: Document }).properties;
  const untold = Object.keys(properties).filter((name) => !(name in told));
  const index = structuredClone(indexed);
  for (const { methods, args } of index.endpoints as { methods: string[]; args: Document }[]) {
    if (!methods.includes('POST')) continue;
    for (const name of untold) args[name] = { ...(properties[name] as Document), required: false };
  }
  assert.deepEqual({ ...rest, endpoints }, index);
  return untold.length > 0 ? { schema: schema as Document, untold } : { schema: schema as Document };
}

/** The index without the routes that the embedded site does not have: those are most of its 200 kB. */
function publicIndex(index: Document, timezone: string, names: readonly string[]): Document {
  const kept = new RegExp(`^/$|^/wp/v2/(${names.join('|')})(/\\(\\?P<\\w+>[^/]*\\)|/me)?$`);
  const routes = Object.fromEntries(Object.entries(index.routes as Document).filter(([route]) => kept.test(route)));
  // WordPress answers today's offset, which summer time moves. In January there is none to move it.
  return { ...index, gmt_offset: winterOffset(timezone), routes };
}

function winterOffset(timeZone: string): number {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const name = format
    .formatToParts(new Date('2026-01-15T12:00:00Z'))
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign = '+', hours = '0', minutes = '0'] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name ?? '') ?? [];
  return Number(`${sign}1`) * (Number(hours) + Number(minutes) / 60);
}

/** One document per line: small, and a change shows as the documents that changed. */
function write(folder: string, name: string, content: Document | readonly Document[]): void {
  const [open, lines, close] = Array.isArray(content)
    ? ['[', content.map((item) => JSON.stringify(item)), ']']
    : ['{', Object.entries(content).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`), '}'];
  writeFileSync(join(folder, `${name}.json`), `${open}\n${lines.join(',\n')}\n${close}\n`);
  console.log(`${name}.json: ${lines.length}`);
}

/** The originals stay; beside them lies exactly what WordPress made of them. */
function copyImageSizes(from: string, to: string, originals: ReadonlySet<string>): void {
  const made = files(from).filter((file) => !originals.has(file));
  for (const file of files(to)) if (!originals.has(file) && !existsSync(join(from, file))) rmSync(join(to, file));
  for (const file of made) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    copyFileSync(join(from, file), join(to, file));
  }
  console.log(`Image sizes: ${made.length}`);
}

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
