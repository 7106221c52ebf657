/**
 * `_fields`: which properties of a document an answer holds.
 * Knows which paths each kind of document honours, and how core's filter goes wrong. Source: `rest_filter_response_fields`.
 */
import type { Family } from './collections.ts';

type Document = Readonly<Record<string, unknown>>;

/** What an answer is about. */
export type Subject = Family | 'index' | 'other';

/**
 * Properties of core below which no path is honoured, by kind of document. Content alone looks for paths wherever it has something
 * below; what plugins add is found by paths everywhere.
 */
const whole: Readonly<Partial<Record<Subject, ReadonlySet<string>>>> = {
  media: new Set(['caption', 'description', 'media_details']),
  term: new Set(['meta']),
  user: new Set(['avatar_urls', 'meta']),
  comment: new Set(['author_avatar_urls', 'content', 'meta']),
};

/** The names asked for, `null` for all. */
export function askedFields(value: unknown): string[] | null {
  const names = Array.isArray(value) ? value.map(String) : String(value ?? '').split(/[\s,]+/);
  const asked = names.map((name) => name.trim()).filter((name) => name !== '');
  return asked.length === 0 ? null : asked;
}

/**
 * A document with the asked properties only; `[]` when there are none, as PHP prints an empty map.
 * @param single whether it was asked for by itself: its links are then attached whole
 */
export function withFields(
  subject: Subject,
  document: Document,
  asked: readonly string[] | null,
  single: boolean,
): unknown {
  if (!asked) return document;
  const honoured = asked.filter((field) => isHonoured(subject, field, asked));
  const filtered: Record<string, unknown> = {};
  for (const field of broken(honoured)) {
    const [top = field, ...below] = field.split('.');
    if (!(top in document)) continue;
    if (below.length === 0 || (top === '_links' && single)) filtered[top] = document[top];
    else copyPath(document, filtered, [top, ...below]);
  }
  const ordered = Object.fromEntries(
    Object.keys(document)
      .filter((key) => key in filtered)
      .map((key) => [key, filtered[key]]),
  );
  return Object.keys(ordered).length === 0 ? [] : ordered;
}

function isHonoured(subject: Subject, field: string, asked: readonly string[]): boolean {
  const [top = field, ...below] = field.split('.');
  if (below.length === 0 || top === '_links') return true;
  return asked.includes(top) || !whole[subject]?.has(top);
}

/** Core leaves its loop at a path that follows its own parent: what comes after it is lost. */
function broken(fields: readonly string[]): readonly string[] {
  const end = fields.findIndex((field, index) =>
    fields.slice(0, index).some((earlier) => field.startsWith(`${earlier}.`)),
  );
  return end === -1 ? fields : fields.slice(0, end);
}

function copyPath(from: Document, into: Record<string, unknown>, [key = '', ...below]: readonly string[]): void {
  const value = from[key];
  if (value === undefined) return;
  // Below what has nothing below it, core no longer looks.
  if (below.length === 0 || typeof value !== 'object' || value === null) {
    into[key] = value;
    return;
  }
  const part = Array.isArray(value) ? [] : {};
  Object.assign(part, into[key]);
  copyPath(value as Document, part as Record<string, unknown>, below);
  into[key] = Object.keys(part).length === 0 ? [] : part;
}

/**
 * The document with the links that it gets where these properties are asked for. Plugins write links while they make a property of
 * their own, and under its name (`acf:post`): they come with that property, and core's own where links are asked for.
 */
export function withLinksFor<D extends Document>(document: D, asked: readonly string[] | null): D {
  if (!asked) return document;
  const isAsked = (name: string) => asked.some((field) => field === name || field.startsWith(`${name}.`));
  const links = Object.entries((document._links ?? {}) as Document).filter(([relation]) => {
    const owner = relation.slice(0, Math.max(0, relation.indexOf(':')));
    return owner in document ? isAsked(owner) : isAsked('_links') || isAsked('_embedded');
  });
  return { ...document, _links: Object.fromEntries(links) };
}

/** What an answer with one document holds: whatever links it has got are printed, asked for or not. */
export function withItsLinks(document: Document, asked: readonly string[] | null): readonly string[] | null {
  return asked && Object.keys(document._links ?? {}).length > 0 ? [...asked, '_links'] : asked;
}
