import { afterEach, describe, expect, it, vi } from 'vitest';
import { References } from '../../../src/loaders/lookups/references.ts';
import { Operation } from '../../../src/loaders/operation/operation.ts';
import { Source } from '../../../src/loaders/source/source.ts';
import { learned } from '../../../src/store/known-document.ts';
import type { RemoteCache } from '../../../src/store/remote-cache.ts';
import type { RestAnswer, RestRequest } from '../../../src/wordpress/http/client.ts';
import { Properties } from '../../../src/wordpress/properties.ts';
import { listed, scriptedGet, shortStore, withheld } from '../../support/scripted-get.ts';

afterEach(() => vi.useRealTimers());

const route = '/wp/v2/posts';
const rows = [1, 2].map((id) => ({ id, title: `Title ${id}`, slug: `s${id}` }));
const titles = Properties.of('id', 'title');
const anOperation = (maxRequests = 9) => new Operation({ maxRequests });

function aSource(answer: (request: RestRequest) => RestAnswer | Promise<RestAnswer>, isIdle = false) {
  const { get, asked } = scriptedGet(answer);
  const store = shortStore();
  const source = new Source({ get, cache: store.cache, kindOf: () => 'content', isIdle: () => isIdle });
  const rowsFor = async (operation: Operation, properties = titles) =>
    (await source.rows(operation, { route, query: { per_page: 2 }, properties })).documents.map(
      ({ document }) => document,
    );
  return { source, asked, rowsFor, ...store };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a list that is under way', () => {
  it('is joined by those that want no more of it, and each is told of its requests', async () => {
    const { released, release } = withheld();
    const { asked, rowsFor } = aSource(async (request) => {
      await released;
      return listed(request, rows);
    });
    const operations = [anOperation(), anOperation(), anOperation()] as const;
    const answers = [
      rowsFor(operations[0]),
      rowsFor(operations[1], Properties.of('id')),
      rowsFor(operations[2], Properties.of('id', 'slug')),
    ];
    await turn();
    release();
    await Promise.all(answers);
    expect(asked.map(({ query }) => query?._fields)).toEqual(['id,status,title,type', 'id,slug,status,type']);
    expect(operations.map(({ record }) => record.requests.map(({ shared }) => shared))).toEqual([
      [false],
      [true],
      [false],
    ]);
  });

  it('is not joined after a change', async () => {
    const { released, release } = withheld();
    const { asked, rowsFor, changes } = aSource(async (request) => {
      await released;
      return listed(request, rows);
    });
    const first = rowsFor(anOperation());
    await turn();
    changes.announce({ route, ids: [1] });
    const second = rowsFor(anOperation());
    release();
    await Promise.all([first, second]);
    expect(asked).toHaveLength(2);
  });

  it('is asked for again by one that has joined, where the first may wait no longer', async () => {
    const { released, release } = withheld();
    const spent = anOperation(0);
    const { asked, rowsFor } = aSource(async (request) => {
      await released;
      return listed(request, rows);
    });
    const answers = [rowsFor(spent), rowsFor(anOperation())];
    release();
    const [first, second] = await Promise.allSettled(answers);
    expect(first).toMatchObject({ status: 'rejected', reason: { code: 'BUDGET_EXCEEDED' } });
    expect(second).toMatchObject({ status: 'fulfilled', value: [{ id: 1 }, { id: 2 }] });
    expect(asked).toHaveLength(1);
  });
});

describe('the deferred properties of a list that is under way', () => {
  it('come for one that has joined, though the first has left and a document has left the list', async () => {
    const { released, release } = withheld();
    const bodied = rows.map((row) => ({ ...row, author: 3, content: `c${row.id}` }));
    const { source } = aSource(async (request) => {
      const { _fields, include } = request.query ?? {};
      if (_fields !== 'content,id,status,type' || include) return listed(request, bodied);
      await released;
      return listed(request, bodied.slice(0, 1));
    }, true);
    const properties = Properties.of('id', 'author', 'content');
    const load = async (operation: Operation) =>
      (await source.rows(operation, { route, query: { per_page: 2 }, properties })).documents;
    const [first, other] = [new Operation({ maxRequests: 20 }), new Operation({ maxRequests: 20 })];
    await load(first);
    const joined = await load(other);
    first.budget.end();
    release();
    const wholes = await Promise.all(joined.map(({ whole }) => whole));
    expect(wholes).toMatchObject([{ content: 'c1' }, { content: 'c2' }]);
  });
});

describe('what other gateways have kept', () => {
  it('is as old for one that joins its recalling as for the one that began it', async () => {
    const at = Date.now() - 400;
    const known = rows.slice(0, 1).map((row) => learned(row, titles, at));
    const remote: RemoteCache = {
      list: async () => ({ list: { ids: [1], total: 1, totalPages: 1, kind: 'content', at }, generation: 'g' }),
      documents: async () => ({ known, generation: 'g' }),
      inUse: async () => [],
      ids: async () => [],
      keep: () => undefined,
    };
    const { get } = scriptedGet((request) => listed(request, rows));
    const options = { get, kindOf: () => 'content' as const, isIdle: () => false };
    const [lists, documents] = [shortStore(remote), shortStore(remote)];
    const source = new Source({ ...options, cache: lists.cache });
    const references = new References(new Source({ ...options, cache: documents.cache }), route);
    const [one, other, third, fourth] = [anOperation(), anOperation(), anOperation(), anOperation()] as const;
    await Promise.all([
      ...[one, other].map((operation) => source.rows(operation, { route, query: { per_page: 2 }, properties: titles })),
      ...[third, fourth].map((operation) => references.load(operation, 1, titles, titles)),
    ]);
    const ends = [one, other, third, fourth].map(
      ({ provenance }) => provenance.lifetime(lists.lifetimes, Date.now()).fresh,
    );
    expect(ends).toEqual([at, at, at, at].map((start) => start + 1_000));
  });
});

describe('a list that is kept', () => {
  it('is served as far as its documents are known, refreshed when it is stale, and dropped by a change', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
    const { asked, rowsFor, changes } = aSource((request) => listed(request, rows));
    await rowsFor(anOperation());
    await rowsFor(anOperation());
    expect(asked).toHaveLength(1);
    await rowsFor(anOperation(), Properties.of('id', 'slug'));
    expect(asked).toHaveLength(2);
    vi.setSystemTime(1_005_000);
    const stale = anOperation();
    await rowsFor(stale);
    expect(stale.record).toMatchObject({ hits: 1, requests: [] });
    expect(asked).toHaveLength(3);
    await turn();
    changes.announce({ route, ids: [1] });
    await rowsFor(anOperation());
    expect(asked).toHaveLength(4);
  });
});
