/**
 * Values that operations ask with: those that answers gave out, and odd ones that no answer would.
 */
import type { Random } from './random.ts';

type Kind = 'id' | 'databaseId' | 'slug' | 'uri' | 'cursor' | 'name' | 'date';

const kindOfMember: Readonly<Record<string, Kind>> = {
  id: 'id',
  databaseId: 'databaseId',
  slug: 'slug',
  uri: 'uri',
  link: 'uri',
  cursor: 'cursor',
  startCursor: 'cursor',
  endCursor: 'cursor',
  name: 'name',
  date: 'date',
  modified: 'date',
};

const mostOfKind = 400;

/** What answers have shown so far, so that operations ask for what is there. */
export class Pools {
  readonly #values: Record<Kind, unknown[]> = {
    id: [],
    databaseId: [1, 2, 7],
    slug: ['hello'],
    uri: ['/'],
    cursor: [],
    name: ['post', 'page', 'category'],
    date: ['2024-05-16T16:00:28', '2026-10-10T16:00:00'],
  };

  /** That of the site, as a link shows it. */
  get host(): string {
    const link = this.#values.uri.find((uri) => URL.canParse(String(uri)));
    return link === undefined ? '127.0.0.1' : new URL(String(link)).host;
  }

  pick(kind: Kind, random: Random): unknown {
    const values = this.#values[kind];
    return values.length === 0 ? 'none' : random.pick(values);
  }

  /** Takes what an answer shows; member names tell of which kind it is. */
  learn(data: unknown): void {
    if (Array.isArray(data)) for (const entry of data.slice(0, 20)) this.learn(entry);
    else if (typeof data === 'object' && data !== null) {
      for (const [name, value] of Object.entries(data)) {
        const kind = kindOfMember[name];
        if (kind && (typeof value === 'string' || typeof value === 'number')) this.#add(kind, value);
        else if (typeof value === 'object' && name !== 'meta' && name !== 'mediaDetails') this.learn(value);
      }
    }
  }

  #add(kind: Kind, value: unknown): void {
    const values = this.#values[kind];
    if (values.length < mostOfKind && !values.includes(value)) values.push(value);
  }
}

/** What arguments of a name choose among, and members of lists of such: most of it is there. */
export const words: Readonly<Record<string, readonly string[]>> = {
  size: ['thumbnail', 'medium', 'large', 'full'],
  type: ['post', 'page', 'book', 'category', 'post_tag', 'genre', 'post_format', 'attachment', 'user', 'none'],
  query: ['the', 'sea', 'harbour', 'a b', 'é', '港', '"the sea"', '-sea', 'x'.repeat(300), '%', '<b>', ' ', 'aside'],
  inSame: ['category', 'post_tag', 'genre', 'post_format', 'none'],
  location: ['primary', 'footer', 'social', 'none'],
  name: ['core/image', 'image', 'core/paragraph', 'core/columns', 'none', 'core/', '/'],
};

const base64 = (text: string) => Buffer.from(text).toString('base64');
const cursorOf = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** Texts that are no good, each in its own way. */
export const oddTexts: readonly string[] = [
  '',
  ' ',
  'x',
  'y',
  '0',
  '-1',
  '1e9',
  '99999999999999999999',
  'null',
  'a,b',
  'a b',
  '%',
  '%zz',
  '%2f..%2f..',
  '../../etc/passwd',
  'http://[',
  'http://[x',
  'https://',
  '//elsewhere.test/x/',
  '/?p=1&cat=x',
  '/?page_id=99999999999999999999',
  'javascript:alert(1)',
  '\u0000',
  '\ud800',
  'half \udc00 pair',
  '港の朝',
  '\u202e\u200b',
  '<td colspan="1000000">',
  `${'<b>'.repeat(2_000)}x`,
  'a'.repeat(5_000),
  '['.repeat(2_000),
  '2024-99-99',
  '2024-99-99T99:99:99',
  '0000-00-00T00:00:00',
  '9999-12-31T23:59:59',
  'constructor',
  '__proto__',
  'toString',
  base64('Post:1'),
  base64('Post:-1'),
  base64('Post:1.5'),
  base64('Post:9007199254740993'),
  base64('Nothing:1'),
  base64('ContentType:constructor'),
  cursorOf('date', '2024-99-99T00:00:00', 5),
  cursorOf('date', '0000-00-00T00:00:00', 5),
  cursorOf('date', '9999-12-31T23:59:59', 1),
  cursorOf('date', '2024-05-16T16:00:28', -1),
  cursorOf('date', '2024-05-16T16:00:28', 1, 1),
  cursorOf('modified', '2024-05-16T16:00:28', 1),
  cursorOf(0),
  cursorOf(99),
  cursorOf(1e15),
  cursorOf({ toString: null }),
  'W10',
  'bnVsbA',
];

export const oddNumbers: readonly number[] = [-1, 0, 1, 2, 99, 100, 101, 2 ** 31 - 1, -(2 ** 31), 2 ** 31, 1.5];
