/**
 * What Rank Math says of the pages of documents: one request for each, and kept with the document, so that whatever changes the
 * one drops the other.
 * Knows that a site may take the route away, or refuse it: then documents say it themselves.
 */
import { andThen, type MaybePromise } from '../../maybe-promise.ts';
import { learned } from '../../store/known-document.ts';
import type { RestDocument } from '../../wordpress/documents.ts';
import { rankMathRoute } from '../../wordpress/head-plugins.ts';
import { isAbsence } from '../../wordpress/http/failure.ts';
import { Properties } from '../../wordpress/properties.ts';
import { type ReadMap, readMap, readMember, readText } from '../../wordpress/values.ts';
import type { LookedUp } from '../loaded.ts';
import type { Audience } from '../operation/audience.ts';
import type { Operation } from '../operation/operation.ts';
import { Flights } from '../source/flights.ts';
import { isFreshEnough } from '../source/fresh-enough.ts';
import type { Source } from '../source/source.ts';

/** A name that no property can be asked for by: that of what is kept beside them. */
const kept = 'rank math head';
const properties = Properties.of('id', kept);

/** For so long a route that was refused is not asked again. */
const cooldownMilliseconds = 60_000;

export class PageHeads {
  readonly #source: Source;
  readonly #flights = new Flights<LookedUp>();
  #vainUntil = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  /**
   * @param route of the document's collection
   * @param address of its page
   * @returns the parts of its head by name; `null` where the plugin does not say any
   */
  load(operation: Operation, route: string, id: number, address: string): MaybePromise<ReadMap | null> {
    const { readThrough, cache } = this.#source;
    const own = operation.memory.document(route, id, properties);
    if (own) return headIn(own);
    const known = readThrough.answer<LookedUp, Audience>(
      operation,
      rankMathRoute,
      cache?.document(route, id, properties),
      () => `${rankMathRoute} ${route}/${id}`,
      (asking) => {
        const key = `${route}/${id}`;
        const sought = { route: rankMathRoute, collection: route, key, properties, asOf: cache?.asOf };
        return this.#flights.joinOrAsk(asking, sought, (audience) => this.#ask(audience, route, id, address));
      },
    );
    return andThen(known, (lookedUp) => {
      operation.learn(route, id, lookedUp);
      return headIn(lookedUp);
    });
  }

  async #ask(audience: Audience, route: string, id: number, address: string): Promise<LookedUp> {
    const { cache, readThrough, kindOf } = this.#source;
    const recalled = await cache?.recallDocuments(route, [id]);
    const found = recalled?.find(id, properties);
    if (found && isFreshEnough(found, audience)) {
      readThrough.serve(audience, found);
      return found.value;
    }
    const { head, bytes } = await this.#askPlugin(audience, address);
    const document = { id, ...(head && { [kept]: head }) } as RestDocument;
    if (recalled) cache?.learn(route, [{ document, bytes }], properties, recalled.asOf);
    audience.uses(kindOf(route), Date.now());
    return learned(document, properties, Date.now(), bytes);
  }

  async #askPlugin(audience: Audience, url: string): Promise<{ readonly head?: ReadMap; readonly bytes: number }> {
    if (Date.now() < this.#vainUntil) return { bytes: 0 };
    try {
      const { body, bytes } = await this.#source.get(audience, rankMathRoute, { url });
      const html = readText(readMember(body, 'head'));
      if (!html) return { bytes };
      // Nobody's start waits for the parser.
      const { readHeadTags } = await import('../../wordpress/head-tags.ts');
      return { head: readHeadTags(html), bytes };
    } catch (error) {
      if (!isAbsence(error)) throw error;
      this.#vainUntil = Date.now() + cooldownMilliseconds;
      this.#source.observer.untold?.({ routes: [rankMathRoute] });
      return { bytes: 0 };
    }
  }
}

function headIn({ document }: LookedUp): ReadMap | null {
  return readMap(readMember(document, kept));
}
