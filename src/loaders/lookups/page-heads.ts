/**
 * What Rank Math says of the pages of documents: one request for each, and kept with the document, so that whatever changes the
 * one drops the other.
 * Knows that a site may take the route away, or refuse it: then documents say it themselves.
 */
import { andThen, type MaybePromise } from '../../maybe-promise.ts';
import type { RestDocument } from '../../wordpress/documents.ts';
import { rankMathRoute } from '../../wordpress/head-plugins.ts';
import { isAbsence, isMissingRoute } from '../../wordpress/http/failure.ts';
import { Properties } from '../../wordpress/properties.ts';
import { type ReadMap, readMap, readMember, readText } from '../../wordpress/values.ts';
import type { Audience } from '../operation/audience.ts';
import type { Operation } from '../operation/operation.ts';
import { Cooldown } from '../source/cooldown.ts';
import type { Source } from '../source/source.ts';
import { type AskedSingle, SingleDocuments } from './single-documents.ts';

/** A name that no property can be asked for by: that of what is kept beside them. */
const kept = 'rank math head';
const properties = Properties.of('id', kept);

/** Pages one after the other: a site that refuses so many refuses all. */
const mostRefused = 3;
/** For so long a route that was refused is not asked again. */
const cooldownMilliseconds = 60_000;

export class PageHeads {
  readonly #source: Source;
  readonly #documents: SingleDocuments;
  readonly #vain = new Cooldown(cooldownMilliseconds);
  #refused = 0;

  constructor(source: Source) {
    this.#source = source;
    this.#documents = new SingleDocuments(source);
  }

  /**
   * @param route of the document's collection
   * @param address of its page
   * @returns the parts of its head by name; `null` where the plugin does not say any
   */
  load(operation: Operation, route: string, id: number, address: string): MaybePromise<ReadMap | null> {
    const single = { route: rankMathRoute, collection: route, id, properties };
    const known = this.#documents.load(operation, single, async (audience) => {
      const { head, ...asked } = await this.#ask(audience, address);
      return { ...asked, document: { id, ...(head && { [kept]: head }) } as RestDocument };
    });
    return andThen(known, ({ document }) => readMap(readMember(document, kept)));
  }

  async #ask(audience: Audience, url: string): Promise<{ readonly head?: ReadMap } & Omit<AskedSingle, 'document'>> {
    if (this.#vain.isOn()) return { bytes: 0, isUnasked: true };
    try {
      const { body, bytes } = await this.#source.get(audience, rankMathRoute, { url });
      this.#refused = 0;
      const html = readText(readMember(body, 'head'));
      if (!html) return { bytes };
      // Nobody's start waits for the parser.
      const { readHeadTags } = await import('../../wordpress/head-tags.ts');
      return { head: readHeadTags(html), bytes };
    } catch (error) {
      if (!isAbsence(error)) throw error;
      // A site may refuse some pages alone.
      if (isMissingRoute(error) || ++this.#refused === mostRefused) {
        this.#refused = 0;
        this.#vain.begin();
        this.#source.observer.untold?.({ routes: [rankMathRoute] });
      }
      return { bytes: 0 };
    }
  }
}
