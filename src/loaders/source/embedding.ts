/**
 * Neighbours that come in the list itself (`_embed`) instead of by a request of their own.
 *
 * WordPress makes an inner request for each neighbour that it embeds: for a page of a hundred that costs several times what
 * one request by ids does, for a few documents less than starting WordPress once more, and it saves a round.
 * Knows when that pays, how it is asked for, and how what came is told apart from the list.
 */
import type { LearnedRow } from '../../store/document-cache.ts';
import { type RestDocument, readDocument } from '../../wordpress/documents.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import { type Properties, topLevel } from '../../wordpress/properties.ts';
import type { ToOneRelation } from '../../wordpress/resources.ts';
import { readId, readIds, readList, readMember } from '../../wordpress/values.ts';

/** A relation that is going to be followed from each document of a list. */
export interface FollowedRelation extends ToOneRelation {
  /** Property of the list's documents that holds the neighbour's id; 0 for none. */
  readonly property: string;
  /** What is going to be read of the neighbours. */
  readonly properties: Properties;
  /** What WordPress shows of them where another document embeds them; nothing where that is not worth asking for. */
  readonly embedded: Properties;
}

/** Read from the selection only when a list has to be asked for. */
export type Follows = () => readonly FollowedRelation[];

/** Measured on WordPress 7.1 with images: five gain much, ten a little, a dozen nothing. One more tells of a further page. */
const mostRows = 11;
/** How much the last list tells of the next one. */
const weight = 0.5;
const restMilliseconds = 300_000;

/** Which neighbours are worth embedding in the lists of one source. */
export class Embedding {
  /** By route: how often lists have led to documents that had to be asked for, from 0 to 1, the last ones counting most. */
  readonly #lacking = new Map<string, number>();
  #restsUntil = 0;

  /**
   * The relation that is worth it, if there is one: what it leads to is not known as a rule, and all else that the list leads to
   * is, so that it saves the whole round.
   */
  chosen(follows: readonly FollowedRelation[], { per_page, context }: Query): FollowedRelation | undefined {
    if (!(Number(per_page) <= mostRows) || context !== undefined || Date.now() < this.#restsUntil) return undefined;
    const [only, ...others] = follows.filter(({ route }) => (this.#lacking.get(route) ?? 1) > 0.5);
    if (!only || others.length > 0) return undefined;
    const { properties, embedded } = only;
    return [...properties].every((property) => embedded.has(topLevel(property))) ? only : undefined;
  }

  /** Notes whether a list has led to documents that were not known before it came. */
  observe({ route }: FollowedRelation, isLacking: boolean): void {
    this.#lacking.set(route, (1 - weight) * (this.#lacking.get(route) ?? 1) + (isLacking ? weight : 0));
  }

  /** A neighbour that WordPress cannot render takes the whole list with it, so for a while none is embedded. */
  failed(): void {
    this.#restsUntil = Date.now() + restMilliseconds;
  }
}

/** What to ask of a list so that its neighbours come with it. */
export function withEmbedded(properties: Properties, { rel }: FollowedRelation): Properties {
  return new Set([...properties, `_links.${rel}`, '_embedded']);
}

/** The neighbours' ids, each once. */
export function neighbourIds(documents: readonly RestDocument[], { property }: FollowedRelation): number[] {
  return [...new Set(documents.flatMap((document) => readIds(readMember(document, property)) ?? []))];
}

type EmbeddingDocument = RestDocument & { readonly _embedded?: unknown };

/** A list's rows without what was embedded in them, and what that was. */
export interface TakenApart {
  readonly rows: readonly LearnedRow[];
  readonly neighbours: readonly LearnedRow[];
  /** What is known of all neighbours: of what was wanted, as much as came. */
  readonly known: Properties;
}

/** @param properties what was asked of the list's own documents */
export function takenApart(
  embedding: readonly LearnedRow[],
  properties: Properties,
  follows: FollowedRelation,
): TakenApart {
  const { rel, property, properties: wanted } = follows;
  const keepsLinks = [...properties].some((name) => topLevel(name) === '_links');
  const names = [...new Set(['id', ...wanted].map(topLevel))];
  const neighbours = new Map<number, LearnedRow>();
  const missing = new Set<string>();
  const rows = embedding.map(({ document: whole }) => {
    const { _embedded, _links, ...document } = whole as EmbeddingDocument;
    // What may not be seen is an error in its place.
    const found = readDocument(readList(readMember(_embedded, rel))?.[0]);
    if (found && found.id === readId(readMember(document, property)) && !neighbours.has(found.id)) {
      const there = names.filter((name) => Object.hasOwn(found, name));
      for (const name of names) if (!there.includes(name)) missing.add(name);
      neighbours.set(found.id, measured(Object.fromEntries(there.map((name) => [name, readMember(found, name)]))));
    }
    return measured(keepsLinks && _links ? { ...document, _links } : document);
  });
  const known = new Set(names.filter((name) => !missing.has(name)));
  return { rows, neighbours: [...neighbours.values()], known };
}

function measured(document: object): LearnedRow {
  return { document: document as RestDocument, bytes: JSON.stringify(document).length };
}
