/**
 * What routes say that are read as a whole: settings, menus, types of blocks.
 * Knows that each is kept as the one document of a collection of its own, with all pages of a list in it.
 */
import { PressgraphError } from '../../errors.ts';
import { allOf, andThen, type MaybePromise } from '../../maybe-promise.ts';
import type { RestDocument } from '../../wordpress/documents.ts';
import type { RestAnswer } from '../../wordpress/http/client.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import { askForPage } from '../../wordpress/joined-pages.ts';
import { Properties } from '../../wordpress/properties.ts';
import { readList, readMember } from '../../wordpress/values.ts';
import { wholePages } from '../../wordpress/whole-pages.ts';
import type { Audience } from '../operation/audience.ts';
import type { Operation } from '../operation/operation.ts';
import type { Source } from '../source/source.ts';
import { SingleDocuments } from './single-documents.ts';

/** The id of such a document. */
export const wholeId = 0;
const properties = Properties.of('body');
/** No site has lists of that kind with more rows than these make. */
const mostPages = 50;

export class WholeAnswers {
  readonly #source: Source;
  readonly #documents: SingleDocuments;

  constructor(source: Source) {
    this.#source = source;
    this.#documents = new SingleDocuments(source);
  }

  /** @param query with `per_page` for a list, of which all pages are read; the same for a route each time */
  load(operation: Operation, route: string, query: Query): MaybePromise<unknown> {
    const single = { route, collection: this.#source.collectionOf(route, query), id: wholeId, properties };
    const known = this.#documents.load(operation, single, async (audience) => {
      const { body, bytes } = await this.#ask(audience, route, query);
      return { document: { id: wholeId, body } as RestDocument, bytes };
    });
    return andThen(known, ({ document }) => readMember(document, 'body'));
  }

  async #ask(audience: Audience, route: string, query: Query): Promise<Pick<RestAnswer, 'body' | 'bytes'>> {
    const { limits } = this.#source;
    const get = wholePages((request) => this.#source.get(audience, request.route, request.query ?? {}), limits);
    const ask = (page: number) => askForPage(get, limits, { route, query: { ...query, ...(page > 1 && { page }) } });
    const { per_page: size } = query;
    if (typeof size !== 'number') return this.#source.get(audience, route, query);
    const first = await ask(1);
    const told = first.totalPages;
    if ((told ?? 1) > mostPages) throw tooLong(route, mostPages * size);
    const following =
      told === undefined ? await followingPages(first, size, ask) : await allOf(pagesFrom(2, told), ask);
    if (following.length >= mostPages) throw tooLong(route, mostPages * size);
    const answers = [first, ...following];
    return {
      body: answers.flatMap(({ body }) => readList(body) ?? []),
      bytes: answers.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  }
}

/** One after the other, where the site hides how many there are. */
async function followingPages(
  first: RestAnswer,
  size: number,
  ask: (page: number) => Promise<RestAnswer>,
): Promise<RestAnswer[]> {
  const following: RestAnswer[] = [];
  for (let latest = first; (readList(latest.body)?.length ?? 0) >= size && following.length < mostPages; ) {
    latest = await ask(following.length + 2);
    following.push(latest);
  }
  return following;
}

function pagesFrom(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function tooLong(route: string, most: number): PressgraphError {
  const message = `WordPress has more than ${most} rows at ${route}, which is read as a whole.`;
  return new PressgraphError('UPSTREAM_BAD_RESPONSE', message, { route });
}
