/**
 * `_fields`: which properties of a document an answer holds.
 * Knows which paths each kind of document honours, and how core's filter goes wrong. Source: `rest_filter_response_fields`.
 */
import type { CollectionName } from './recorded.ts';

type Document = Readonly<Record<string, unknown>>;

/** Properties below which a path is honoured, by collection; elsewhere only top-level names are. */
const nested: Readonly<Record<string, ReadonlySet<string>>> = {
  posts: new Set(['title', 'content', 'excerpt', 'guid', 'meta', '_links']),
  pages: new Set(['title', 'content', 'excerpt', 'guid', 'meta', '_links']),
  media: new Set(['title', 'guid', 'meta', '_links']),
  index: new Set(['routes']),
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
  name: CollectionName | 'index' | 'other',
  document: Document,
  asked: readonly string[] | null,
  single: boolean,
): unknown {
  if (!asked) return document;
  const honoured = asked.filter((field) => isHonoured(name, field, asked));
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

function isHonoured(name: CollectionName | 'index' | 'other', field: string, asked: readonly string[]): boolean {
  const [top = field, ...below] = field.split('.');
  if (below.length === 0 || top === '_links') return true;
  return asked.includes(top) || (nested[name]?.has(top) ?? false);
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
  if (below.length === 0) {
    into[key] = value;
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const part = Array.isArray(value) ? [] : {};
  Object.assign(part, into[key]);
  copyPath(value as Document, part as Record<string, unknown>, below);
  into[key] = Object.keys(part).length === 0 ? [] : part;
}
