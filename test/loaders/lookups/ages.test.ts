import { afterEach, describe, expect, it, vi } from 'vitest';
import { PressgraphError } from '../../../src/errors.ts';
import { References } from '../../../src/loaders/lookups/references.ts';
import { RelatedSets } from '../../../src/loaders/lookups/related-sets.ts';
import { createSlugs } from '../../../src/loaders/lookups/slugs.ts';
import { Operation } from '../../../src/loaders/operation/operation.ts';
import { Source } from '../../../src/loaders/source/source.ts';
import type { RestAnswer, RestRequest } from '../../../src/wordpress/http/client.ts';
import { Properties } from '../../../src/wordpress/properties.ts';
import { SiteClock } from '../../../src/wordpress/site-clock.ts';
import { ageOf, listed, scriptedGet, shortStore } from '../../support/scripted-get.ts';

/** What a look-up says of the age of what it gives: see also `answer-ages.test.ts`. */

afterEach(() => vi.useRealTimers());

const anOperation = () => new Operation({ maxRequests: 9 });
const turn = () => new Promise((resolve) => setImmediate(resolve));
const at = (milliseconds: number) => vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 + milliseconds });

function aSource(answer: (request: RestRequest) => RestAnswer) {
  const { get, asked } = scriptedGet(answer);
  return {
    asked,
    source: new Source({ get, cache: shortStore().cache, kindOf: () => 'content', isIdle: () => false }),
  };
}

const down = () => new PressgraphError('UPSTREAM_UNAVAILABLE', 'It is down.', { status: 503 });

describe('the age of what is looked up', () => {
  it('is that of the list of which a slug was told, where WordPress could not be asked again', async () => {
    let isDown = false;
    const { source } = aSource((request) => {
      if (isDown) throw down();
      return listed(request, []);
    });
    const slugs = createSlugs(source, '/wp/v2/posts');
    const load = (operation: Operation) =>
      Promise.all(['a', 'b'].map((slug) => slugs.load(operation, slug, Properties.id)));
    at(0);
    await load(anOperation());
    isDown = true;
    at(5_000);
    await load(anOperation());
    for (let turns = 0; turns < 6; turns++) await turn();
    const operation = anOperation();
    await load(operation);
    expect(ageOf(operation)).toBe(5_000);
  });

  it('is now, where the related documents of one are refused', async () => {
    const { source } = aSource(() => {
      throw new PressgraphError('FORBIDDEN', 'No.', { status: 403, wordpressCode: 'rest_forbidden' });
    });
    const relation = { rel: 'replies', route: '/wp/v2/comments', filter: 'post', mirror: 'post' };
    const sets = new RelatedSets(
      source,
      { relation, query: {}, order: { orderby: 'date', direction: 'desc', dated: 'date' } },
      new SiteClock(),
    );
    const needs = {
      documents: Properties.id,
      total: false,
      cursors: false,
      hasNextPage: false,
      hasPreviousPage: false,
    };
    at(0);
    const operations = [anOperation(), anOperation(), anOperation()];
    const load = (operation: Operation, owner: number) => sets.load({ operation, owner, page: { first: 2 }, needs });
    const pages = await Promise.all(operations.map((operation, index) => load(operation, index === 0 ? 1 : 2)));
    expect(pages.map(({ entries }) => entries)).toEqual([[], [], []]);
    expect(operations.map(ageOf)).toEqual([0, 0, 0]);
  });

  it('is not that of related documents that were known, and not used since WordPress has been asked again', async () => {
    let ids = [11, 12];
    const { source, asked } = aSource((request) =>
      listed(
        request,
        ids
          .filter((id) => !request.query?.include || [request.query.include].flat().includes(id as never))
          .map((id) => ({ id, post: 1, date: `2024-01-01T00:00:${id}`, status: 'x' })),
      ),
    );
    const route = '/wp/v2/comments';
    const relation = { rel: 'replies', route, filter: 'post', mirror: 'post' };
    const sets = new RelatedSets(
      source,
      { relation, query: {}, order: { orderby: 'date', direction: 'desc', dated: 'date' } },
      new SiteClock(),
    );
    const wanted = Properties.of('id', 'status');
    const needs = { documents: wanted, total: false, cursors: false, hasNextPage: false, hasPreviousPage: false };
    const load = (operation: Operation) => sets.load({ operation, owner: 1, page: { first: 5 }, needs });
    at(0);
    await load(anOperation());
    ids = [11];
    at(50_000);
    const operation = anOperation();
    expect((await load(operation)).entries).toHaveLength(1);
    expect(ageOf(operation)).toBe(0);
    const references = new References(source, route);
    expect(await references.load(operation, 12, wanted, wanted)).toBeNull();
    expect(asked).toHaveLength(3);
  });
});
