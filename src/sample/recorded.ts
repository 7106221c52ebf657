/**
 * What the embedded site holds: documents that a real WordPress gave out, and the authored source that it was made from.
 * Knows the files below `data/`, and that `http://magazine.example` in them stands for wherever the site is served.
 */
import { readFile } from 'node:fs/promises';
import type { Magazine } from './magazine.ts';

/** A REST document as recorded: context `view`, with its links. */
export type RecordedDocument = Readonly<Record<string, unknown>> & { readonly id: number };

export const collectionNames = ['posts', 'pages', 'media', 'categories', 'tags', 'users', 'comments'] as const;
export type CollectionName = (typeof collectionNames)[number];

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

export interface RouteOptions {
  readonly endpoints: readonly { readonly args: Readonly<Record<string, ArgumentSchema>> }[];
  readonly schema: { readonly properties: Readonly<Record<string, PropertySchema>> };
}

export interface Recorded {
  readonly url: string;
  readonly documents: Readonly<Record<CollectionName, readonly RecordedDocument[]>>;
  readonly maps: Readonly<Record<MapName, Readonly<Record<string, unknown>>>>;
  readonly index: Readonly<Record<string, unknown>>;
  readonly options: Readonly<Record<string, RouteOptions>>;
  /** Password-protected documents in the form that the password opens. */
  readonly opened: readonly RecordedDocument[];
  readonly magazine: Magazine;
  /** The stored body of a post or page. */
  readonly bodies: ReadonlyMap<number, string>;
}

const recordedUrl = 'http://magazine.example';
const data = new URL('./data/', import.meta.url);

/** @param url where the site is served, without a slash at the end */
export async function loadRecorded(url: string): Promise<Recorded> {
  const read = async <T>(name: string): Promise<T> =>
    JSON.parse(moved(await readFile(new URL(`documents/${name}.json`, data), 'utf8'), url)) as T;
  const named = async <N extends string, T>(names: readonly N[]) =>
    Object.fromEntries(await Promise.all(names.map(async (name) => [name, await read<T>(name)]))) as Record<N, T>;

  const [documents, maps, index, options, opened, magazineText] = await Promise.all([
    named<CollectionName, RecordedDocument[]>(collectionNames),
    named<MapName, Record<string, unknown>>(mapNames),
    read<Record<string, unknown>>('index'),
    read<Record<string, RouteOptions>>('options'),
    read<RecordedDocument[]>('protected'),
    readFile(new URL('magazine.json', data), 'utf8'),
  ]);
  const magazine = JSON.parse(magazineText) as Magazine;
  const bodies = await Promise.all(
    [...magazine.posts, ...magazine.pages].map(
      async ({ id }) => [id, await readFile(new URL(`articles/${id}.html`, data), 'utf8')] as const,
    ),
  );
  return { url, documents, maps, index, options, opened, magazine, bodies: new Map(bodies) };
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
