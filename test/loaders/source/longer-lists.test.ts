import { expect, it } from 'vitest';
import { keptKinds } from '../../../src/kept-kinds.ts';
import { Operation } from '../../../src/loaders/operation/operation.ts';
import { upstreamOf } from '../../../src/loaders/source/operation-source.ts';
import { Source } from '../../../src/loaders/source/source.ts';
import { createChanges } from '../../../src/store/changes.ts';
import { createDocumentCache } from '../../../src/store/document-cache.ts';
import type { Lifetimes } from '../../../src/store/freshness.ts';
import { learned } from '../../../src/store/known-document.ts';
import type { RemoteCache } from '../../../src/store/remote-cache.ts';
import { Properties } from '../../../src/wordpress/properties.ts';

const life = { fresh: 60_000, stale: 1_000, spare: 1_000 };
const properties = Properties.of('id', 'slug');

/** A source whose remote cache has a list of so many documents for whatever is asked. */
function sourceOf(listed: number) {
  const asked: number[] = [];
  const ids = Array.from({ length: listed }, (_, index) => index + 1);
  const now = Date.now();
  const remote: RemoteCache = {
    documents: async (_collection, wanted) => ({
      generation: '1',
      known: wanted.map((id) => learned({ id, slug: `p${id}` } as never, properties, now, 20)),
    }),
    list: async () => ({ generation: '1', list: { ids, total: listed, totalPages: 1, kind: 'content', at: now } }),
    keep: () => undefined,
    inUse: async () => [],
    ids: async () => [],
  };
  const lifetimes = Object.fromEntries(keptKinds.map((kind) => [kind, life])) as unknown as Lifetimes;
  const kindOf = () => 'content' as const;
  const source = new Source({
    async get({ query = {} }) {
      asked.push(Number(query.per_page));
      const body = [{ id: 7, slug: 'asked' }];
      return { body, total: 1, totalPages: 1, bytes: 20, date: now };
    },
    cache: createDocumentCache({ maxBytes: 10_000_000, lifetimes, kindOf, changes: createChanges(), remote }),
    kindOf,
    isIdle: () => true,
  });
  const rows = (per_page: number) =>
    upstreamOf(source, new Operation({ maxRequests: 10 })).rows('/wp/v2/posts', { per_page }, properties);
  return { asked, rows };
}

it('a list that is longer than the page that was asked for counts as not there, wherever it is known', async () => {
  const { asked, rows } = sourceOf(4);
  expect((await rows(3)).documents.map(({ document }) => document)).toEqual([{ id: 7, slug: 'asked' }]);
  expect((await rows(4)).documents).toHaveLength(4);
  expect((await rows(4)).documents).toHaveLength(4);
  expect(asked).toEqual([3]);
});
