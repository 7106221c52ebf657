/**
 * Neighbours that come in a document (`_embed`) instead of by a second round of requests.
 *
 * WordPress makes an inner request for each link that it embeds: for one document less work than starting WordPress once more,
 * for a list several times as much. Knows how that is asked for, when it is not, and how what came is taken apart.
 */
import { PressgraphError } from '../../errors.ts';
import type { KeptKind } from '../../kept-kinds.ts';
import { allOf } from '../../maybe-promise.ts';
import type { DocumentCache } from '../../store/document-cache.ts';
import { learned } from '../../store/known-document.ts';
import { type DocumentRow, type RestDocument, readDocument } from '../../wordpress/documents.ts';
import { isOutage } from '../../wordpress/http/failure.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import type { Properties } from '../../wordpress/properties.ts';
import type { ToOneRelation } from '../../wordpress/relations.ts';
import { readIds, readList, readMember } from '../../wordpress/values.ts';
import type { LoadedDocument } from '../loaded.ts';
import { Cooldown } from './cooldown.ts';
import type { Neighbours } from './document-list.ts';

/** A relation that is going to be followed from a document. */
export interface Embeddable extends ToOneRelation {
  /** Property of the document that holds the neighbour's id, or the ids of several. */
  readonly property: string;
  /** What is going to be read of the neighbours: no more than WordPress shows of what it embeds. */
  readonly properties: Properties;
}

/** Read from the selection only where WordPress is asked. */
export type Embeds = () => readonly Embeddable[];

/** Documents that are asked for. */
interface Request {
  readonly route: string;
  readonly query: Query;
  readonly properties: Properties;
}

const cooldownMilliseconds = 300_000;
/** With more documents than this, a request by slug is a list. */
const mostDocuments = 5;

export class Embedding {
  readonly #cache: DocumentCache;
  readonly #kindOf: (collection: string) => KeptKind;
  /** Of routes of collections whose documents come without. */
  readonly #cooldown = new Cooldown(cooldownMilliseconds);
  /** Collections of which the last document that leads there led to nothing new: authors as a rule, images hardly ever. */
  readonly #known = new Set<string>();

  constructor(cache: DocumentCache, kindOf: (collection: string) => KeptKind) {
    this.#cache = cache;
    this.#kindOf = kindOf;
  }

  /**
   * Asks for documents with their neighbours, and keeps these.
   * @returns nothing where there are none that are worth it, or WordPress fails at it
   */
  async ask<Answer extends { readonly rows: readonly DocumentRow[] }>(
    { route, query, properties }: Request,
    embeds: readonly Embeddable[],
    ask: (query: Query) => Promise<Answer>,
  ): Promise<(Answer & { readonly neighbours: readonly Neighbours[] }) | undefined> {
    if (this.#cooldown.isOn(route)) return undefined;
    const embedded = embeds.filter((relation) => !this.#known.has(relation.route));
    if (embedded.length === 0) return undefined;
    const recalled = await allOf(embedded, (relation) => this.#cache.recallDocuments(relation.route, []));
    const rels = [...new Set(embedded.map(({ rel }) => nameOf(rel)))];
    const fields = properties.with(...rels.map((rel) => `_links.${rel}`), '_embedded');
    const answer = await ask({ ...query, _embed: rels.join(), _fields: fields.print() }).catch((error: unknown) => {
      if (isFault(error) || isOutage(error)) this.#cooldown.begin(route);
      if (!isFault(error)) throw error;
    });
    if (!answer) return undefined;
    if (answer.rows.length > mostDocuments) this.#cooldown.begin(route);
    this.observe(answer.rows, embeds);
    const neighbours = embedded.map((relation, index): Neighbours => {
      const documents = answer.rows.flatMap(({ document }) => neighboursIn(document, relation));
      const asOf = recalled[index]?.asOf;
      for (const { document, bytes, properties: came } of documents)
        if (asOf) this.#cache.learn(relation.route, [{ document, bytes }], came, asOf);
      return { collection: relation.route, kind: this.#kindOf(relation.route), documents };
    });
    return { ...answer, rows: answer.rows.map(({ document }) => rowOf(document, properties)), neighbours };
  }

  /** Notes whether documents lead to others that are not known yet. */
  observe(rows: readonly DocumentRow[], embeds: readonly Embeddable[]): void {
    for (const relation of embeds) {
      const ids = rows.flatMap(({ document }) => idsIn(document, relation));
      if (ids.length === 0) continue;
      const isKnown = (id: number) => {
        const found = this.#cache.document(relation.route, id, relation.properties);
        return found !== undefined && found.stage !== 'spare';
      };
      if (ids.every(isKnown)) this.#known.add(relation.route);
      else this.#known.delete(relation.route);
    }
  }
}

/** A relation's name in `_links`: that of terms is told apart by their taxonomy, which the links have beside it. */
function nameOf(rel: string): string {
  return rel.split(' ', 1)[0] as string;
}

function idsIn(document: RestDocument, { property }: Pick<Embeddable, 'property'>): number[] {
  return readIds(readMember(document, property)) ?? [];
}

/** The neighbours that came in a document, of what was wanted of them as much as came. */
function neighboursIn(document: RestDocument, { rel, property, properties }: Embeddable): LoadedDocument[] {
  const ids = new Set(idsIn(document, { property }));
  const taxonomy = rel.split(' ')[1];
  const came = readList(readMember(readMember(document, '_embedded'), nameOf(rel))) ?? [];
  return came.flat().flatMap((each) => {
    // What may not be seen is an error in its place.
    const found = readDocument(each);
    if (!found || (taxonomy !== undefined && readMember(found, 'taxonomy') !== taxonomy)) return [];
    // Each once, however often a site sends it.
    if (!ids.delete(found.id)) return [];
    const there = properties.filter((name) => Object.hasOwn(found, name));
    const known = there.covers(properties) ? properties : there;
    const row = rowOf(found, known);
    return [learned(row.document, known, Date.now(), row.bytes) as LoadedDocument];
  });
}

/** A document with these properties and nothing else. */
function rowOf(whole: RestDocument, properties: Properties): DocumentRow {
  const document = properties.update<RestDocument>({ id: whole.id }, whole);
  return { document, bytes: properties.lengthIn(document) };
}

/** Whether WordPress, or what stands in front of it, may have failed at the neighbours: asked without them, it may answer. */
function isFault(error: unknown): boolean {
  if (!(error instanceof PressgraphError)) return false;
  const { code, status = 0, wordpressCode } = error;
  if (code === 'UPSTREAM_BAD_RESPONSE' || status === 500) return true;
  return wordpressCode === undefined && status >= 400 && status < 500 && ![408, 429].includes(status);
}
