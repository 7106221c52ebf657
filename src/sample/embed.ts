/**
 * `_embed` and `context=embed`: neighbours in the document itself, and the smaller form of a document.
 * Knows which links are embeddable and which properties the smaller form has, both from what was recorded.
 */
import type { PropertySchema } from './recorded.ts';

type Document = Readonly<Record<string, unknown>>;

interface EmbeddableLink {
  readonly href: string;
  readonly embeddable?: boolean;
}

/** The relations to embed: all embeddable ones for a bare `_embed`, `null` when it was not asked. */
export function embeddedRelations(value: unknown): readonly string[] | 'all' | null {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map(String);
  const text = String(value);
  if (['', '0', '1', 'true', 'false'].includes(text)) return 'all';
  return text.split(/[\s,]+/).filter((name) => name !== '');
}

/**
 * What `_embedded` holds; `undefined` when every relation came out empty.
 * @param fetch the document or list at an href, or the error in its place
 */
export function embedded(
  links: Readonly<Record<string, readonly EmbeddableLink[]>>,
  relations: readonly string[] | 'all',
  fetch: (href: string) => unknown,
): Document | undefined {
  const result: Record<string, unknown> = {};
  for (const [relation, entries] of Object.entries(links)) {
    if (relations !== 'all' && !relations.includes(relation)) continue;
    if (!entries.some(({ embeddable }) => embeddable)) continue;
    const found = entries.map((entry) => (entry.embeddable ? fetch(entry.href) : []));
    if (found.some((item) => !Array.isArray(item) || item.length > 0)) result[relation] = found;
  }
  return Object.keys(result).length > 0 ? result : undefined;
}

/** A document as another one embeds it: properties of context `embed`, and its links. */
export function inContext(
  document: Document,
  properties: Readonly<Record<string, PropertySchema>>,
  context: string,
): Document {
  if (context === 'view') return document;
  return Object.fromEntries(
    Object.entries(document).flatMap(([name, value]) => {
      if (name === '_links') return [[name, value]];
      const schema = properties[name];
      if (!schema || (schema.context && !schema.context.includes(context))) return schema ? [] : [[name, value]];
      const below = schema.properties;
      const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
      if (!below || Array.isArray(below) || !isMap) return [[name, value]];
      return [[name, inContext(value as Document, below as Readonly<Record<string, PropertySchema>>, context)]];
    }),
  );
}
