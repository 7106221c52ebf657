/**
 * What the embedded site holds: documents that a real WordPress gave out, and the authored source that it was made from.
 * Knows the files below `data/`, and that `http://magazine.example` in them stands for wherever the site is served.
 */
import { readFile } from 'node:fs/promises';
import { type Collection, collectionsOf, type Descriptions } from './collections.ts';
import type { Magazine, MagazineArticle, MagazineMenus, OwnArticle, OwnContent, OwnFilter } from './magazine.ts';

/** A REST document as recorded: context `view`, with its links. */
export type RecordedDocument = Readonly<Record<string, unknown>> & { readonly id: number };

export const mapNames = ['types', 'taxonomies', 'statuses'] as const;
export type MapName = (typeof mapNames)[number];

/** The description of an argument, as `OPTIONS` on a route gives it. */
export interface ArgumentSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: ArgumentSchema;
  readonly oneOf?: readonly (ArgumentSchema & { readonly title?: string })[];
  readonly properties?: Readonly<Record<string, ArgumentSchema>>;
}

export interface PropertySchema {
  readonly context?: readonly string[];
  readonly properties?: Readonly<Record<string, PropertySchema>> | readonly never[];
}

/** What `OPTIONS` of a route says beyond what the index has of it. */
export interface RouteOptions {
  readonly schema: { readonly properties: Readonly<Record<string, PropertySchema>> };
  /** Properties that nothing tells but `OPTIONS` of their route: neither the index nor `context=help`. */
  readonly untold?: readonly string[];
}

/** A route as the index has it. */
export interface IndexedRoute {
  readonly endpoints: readonly {
    readonly methods: readonly string[];
    readonly args: Readonly<Record<string, ArgumentSchema>>;
  }[];
}

type Told = Readonly<Record<string, unknown>>;

/** What an administrator is told, and no visitor. */
export interface AccountDocuments {
  /** By context. */
  readonly me: Readonly<Record<'view' | 'edit', Told>>;
  readonly settings: Told;
  readonly statuses: Told;
  readonly menuLocations: Told;
  readonly blockTypes: readonly (Told & { readonly name: string })[];
}

/** A post, a page or a document of a type of the site's own, as it was authored. */
export type Article = MagazineArticle & Partial<Pick<OwnArticle, 'meta'>>;

export interface Recorded {
  readonly url: string;
  readonly collections: ReadonlyMap<string, Collection>;
  /** By the name of their collection, as whatever is named so below. */
  readonly documents: ReadonlyMap<string, readonly RecordedDocument[]>;
  readonly maps: Readonly<Record<MapName, Readonly<Record<string, unknown>>>>;
  readonly index: Readonly<Record<string, unknown>> & { readonly routes: Readonly<Record<string, IndexedRoute>> };
  readonly options: Readonly<Record<string, RouteOptions>>;
  /** Password-protected documents in the form that the password opens. */
  readonly opened: readonly RecordedDocument[];
  /** What the site's account is told, and no visitor. */
  readonly account: AccountDocuments;
  /** With media and comments of all types. */
  readonly magazine: Magazine;
  readonly articles: ReadonlyMap<string, readonly Article[]>;
  /** Arguments of a plugin's own. */
  readonly filters: ReadonlyMap<string, Readonly<Record<string, OwnFilter>>>;
  /** The stored body of an article, where it has one. */
  readonly bodies: ReadonlyMap<number, string>;
}

const recordedUrl = 'http://magazine.example';
const data = new URL('./data/', import.meta.url);

/** @param url where the site is served, without a slash at the end */
export async function loadRecorded(url: string): Promise<Recorded> {
  const read = async <T>(name: string): Promise<T> =>
    JSON.parse(moved(await readFile(new URL(`documents/${name}.json`, data), 'utf8'), url)) as T;
  const readText = (name: string) => readFile(new URL(name, data), 'utf8');
  const [types, taxonomies, statuses, index, options, opened, account, magazineText, ownText, menusText] =
    await Promise.all([
      read<Descriptions>('types'),
      read<Descriptions>('taxonomies'),
      read<Record<string, unknown>>('statuses'),
      read<Recorded['index']>('index'),
      read<Record<string, RouteOptions>>('options'),
      read<RecordedDocument[]>('protected'),
      read<AccountDocuments>('account'),
      readText('magazine.json'),
      readText('own-types.json'),
      readText('menus.json'),
    ]);
  const collections = collectionsOf(types, taxonomies, (name) => name in options);
  const [magazine, own] = [JSON.parse(magazineText) as Magazine, JSON.parse(ownText) as OwnContent];
  const nameOf = (type: string) => types[type]?.rest_base ?? type;
  const articles = new Map<string, readonly Article[]>([
    ['posts', magazine.posts],
    ['pages', magazine.pages],
    ['navigation', (JSON.parse(menusText) as MagazineMenus).navigation],
    ...Object.entries(own.types).map(([type, entries]) => [nameOf(type), entries] as const),
  ]);
  const withBodies = [...articles].filter(([name]) => 'content' in (options[name]?.schema.properties ?? {}));
  const [documents, bodies] = await Promise.all([
    Promise.all([...collections.keys()].map(async (name) => [name, await read<RecordedDocument[]>(name)] as const)),
    Promise.all(
      withBodies
        .flatMap(([, entries]) => entries)
        .map(async ({ id }) => [id, await readText(`articles/${id}.html`)] as const),
    ),
  ]);
  return {
    url,
    collections,
    documents: new Map(documents),
    maps: { types, taxonomies, statuses },
    index,
    options,
    opened,
    account,
    magazine: {
      ...magazine,
      media: [...magazine.media, ...own.media],
      comments: [...magazine.comments, ...own.comments],
    },
    articles,
    filters: new Map(Object.entries(own.filters).map(([type, filters]) => [nameOf(type), filters])),
    bodies: new Map(bodies),
  };
}

/** The bytes of an uploaded file, `null` when there is none at that path below `uploads/`. */
export async function readUpload(path: string): Promise<Uint8Array | null> {
  if (!/^(?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)+$/.test(path)) return null;
  try {
    return await readFile(new URL(`uploads/${path}`, data));
  } catch {
    return null;
  }
}

function moved(text: string, url: string): string {
  return text
    .replaceAll(recordedUrl, url)
    .replaceAll(encodeURIComponent(recordedUrl), encodeURIComponent(url))
    .replaceAll(new URL(recordedUrl).host, new URL(url).host);
}
