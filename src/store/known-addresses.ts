/**
 * What is known of addresses on the site's front end: which document has said that one is its own, and what a page there has said
 * of itself. Both are public, and within a number of bytes.
 * Knows what a change makes worthless. A document may have moved since: whoever finds it by its link has to compare that.
 */
import { LRUCache } from 'lru-cache';
import type { KeptKind } from '../kept-kinds.ts';
import { comparablePath } from '../wordpress/address-path.ts';
import type { DocumentRow } from '../wordpress/documents.ts';
import type { Sight } from '../wordpress/http/front-end.ts';
import { readAddress, readMember } from '../wordpress/values.ts';
import type { AsOf } from './as-of.ts';
import type { Found } from './found.ts';
import { type Lifetimes, stageOf } from './freshness.ts';

/** A document by its collection. */
export interface Linked {
  readonly collection: string;
  readonly id: number;
}

interface KnownSight {
  readonly sight: Sight;
  readonly at: number;
  readonly asOf: AsOf;
  /** Collections of which no document may have changed since. */
  readonly of: readonly string[];
}

/** What an entry takes besides its key. */
const entryBytes = 300;
/** The part of the memory that addresses may take. */
const share = 0.05;

export class KnownAddresses {
  readonly #lifetimes: Lifetimes;
  readonly #linked: LRUCache<string, Linked>;
  readonly #sights: LRUCache<string, KnownSight>;

  /** @param maxBytes for all that is known, of which addresses take a part */
  constructor(maxBytes: number, lifetimes: Lifetimes) {
    this.#lifetimes = lifetimes;
    const maxSize = Math.max(1, Math.floor((maxBytes * share) / 2));
    const sizeCalculation = (_entry: unknown, key: string) => entryBytes + 2 * key.length;
    this.#linked = new LRUCache<string, Linked>({ maxSize, sizeCalculation });
    this.#sights = new LRUCache<string, KnownSight>({ maxSize, sizeCalculation });
  }

  /** Learns the links of documents: of those that are paths, which others have to be looked for by. */
  learnLinks(collection: string, rows: readonly DocumentRow[]): void {
    for (const { document } of rows) {
      const link = readAddress(readMember(document, 'link'));
      if (!link || link.includes('?') || link.includes('#') || !URL.canParse(link)) continue;
      this.#linked.set(comparablePath(new URL(link).pathname), { collection, id: document.id });
    }
  }

  /** The document whose link was that when it was last seen. @param path a comparable one */
  linkedAt(path: string): Linked | undefined {
    return this.#linked.get(path);
  }

  /** @param of collections that it was made of */
  learnSight(address: string, sight: Sight, of: readonly string[], asOf: AsOf): void {
    this.#sights.set(address, { sight, at: Date.now(), asOf, of });
  }

  sight(address: string): Found<Sight> | undefined {
    const known = this.#sights.get(address);
    if (!known?.of.every((collection) => known.asOf.isCurrent(collection))) return undefined;
    const kind = kindOf(known.sight);
    const stage = stageOf(this.#lifetimes[kind], known.at, Date.now());
    return stage === 'gone' ? undefined : { value: known.sight, stage, at: known.at, kind };
  }

  forget(): void {
    this.#linked.clear();
    this.#sights.clear();
  }
}

/** How long a sight is believed. */
export function kindOf({ kind }: Sight): KeptKind {
  return kind === 'missing' ? 'missing' : 'content';
}
