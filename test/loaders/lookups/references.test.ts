import { afterEach, describe, expect, it, vi } from 'vitest';
import { References } from '../../../src/loaders/lookups/references.ts';
import { Operation } from '../../../src/loaders/operation/operation.ts';
import { upstreamOf } from '../../../src/loaders/source/operation-source.ts';
import { Source } from '../../../src/loaders/source/source.ts';
import type { RestAnswer, RestRequest } from '../../../src/wordpress/http/client.ts';
import { Properties } from '../../../src/wordpress/properties.ts';
import { ageOf, listed, scriptedGet, shortStore, withheld } from '../../support/scripted-get.ts';

afterEach(() => vi.useRealTimers());

const route = '/wp/v2/users';
const names = Properties.of('id', 'name');
const anOperation = () => new Operation({ maxRequests: 9 });
const includedIn = ({ query }: RestRequest) => (query?.include ?? []) as readonly number[];
const usersOf = (request: RestRequest) =>
  listed(
    request,
    includedIn(request)
      .filter((id) => id < 900)
      .map((id) => ({ id, name: `n${id}`, slug: `s${id}` })),
  );

function lookingUp(answer: (request: RestRequest) => RestAnswer | Promise<RestAnswer>, isPublic = true) {
  const { get, asked } = scriptedGet(answer);
  const store = shortStore();
  const cache = isPublic ? { cache: store.cache } : {};
  const source = new Source({ get, ...cache, kindOf: () => 'users', isIdle: () => false });
  const references = new References(source, route);
  const load = async (operation: Operation, id: number, wanted = names, all = wanted) =>
    (await references.load(operation, id, wanted, all))?.document ?? null;
  const list = async (operation: Operation, properties = names) =>
    upstreamOf(source, operation).rows(route, { per_page: 2, include: [1, 2] }, properties);
  return { load, list, asked, references };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('documents by their ids', () => {
  it('are asked for together, each with what all of them want', async () => {
    const { load, asked } = lookingUp(usersOf);
    const [one, other] = [anOperation(), anOperation()];
    const found = await Promise.all([load(one, 1), load(other, 2, Properties.of('id', 'slug')), load(one, 1)]);
    expect(found.map((document) => document?.id)).toEqual([1, 2, 1]);
    expect(asked.map(({ query }) => query)).toEqual([{ include: [1, 2], per_page: 2, _fields: 'id,name,slug' }]);
  });

  it('are asked for a hundred at a time', async () => {
    const { load, asked } = lookingUp(usersOf);
    const operation = anOperation();
    await Promise.all(Array.from({ length: 150 }, (_, index) => load(operation, index + 1)));
    expect(asked.map((request) => includedIn(request).length)).toEqual([100, 50]);
  });

  it('answer at once where the operation, or the store, knows them', async () => {
    const { load, asked, references } = lookingUp(usersOf);
    const operation = anOperation();
    await load(operation, 1);
    expect(references.load(operation, 1, names, names)).toMatchObject({ document: { name: 'n1' } });
    expect(references.load(anOperation(), 1, names, names)).toMatchObject({ document: { name: 'n1' } });
    expect(asked).toHaveLength(1);
  });

  it('are not answered of what a list has brought along from an earlier time, which nobody has looked at', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
    const { load, list, asked } = lookingUp(usersOf);
    const slugs = Properties.of('id', 'slug');
    await list(anOperation(), slugs);
    vi.setSystemTime(1_005_000);
    await list(anOperation());
    const [aged, late] = [anOperation(), anOperation()];
    await list(aged);
    expect(ageOf(aged)).toBe(0);
    await load(aged, 1, slugs);
    expect(ageOf(aged)).toBe(5_000);
    await turn();
    expect(asked.map(({ query }) => query?._fields)).toEqual(['id,slug', 'id,name', 'id,slug']);
    vi.setSystemTime(1_020_000);
    await list(late);
    await load(late, 1, slugs);
    expect(ageOf(late)).toBe(0);
    expect(asked).toHaveLength(5);
  });

  it('are refreshed with all that was read of them in one moment', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
    const { load, asked } = lookingUp(usersOf);
    const both = Properties.of('id', 'name', 'slug');
    await load(anOperation(), 1, both);
    vi.setSystemTime(1_005_000);
    const operation = anOperation();
    await Promise.all([load(operation, 1), load(operation, 1, Properties.of('id', 'slug')), load(anOperation(), 1)]);
    await turn();
    expect(asked.map(({ query }) => query?._fields)).toEqual(['id,name,slug', 'id,name,slug']);
    await load(anOperation(), 1, both);
    expect(asked).toHaveLength(2);
  });

  it('that are not there are null, and known to be: the answer lives as briefly', async () => {
    const { load, asked } = lookingUp(usersOf);
    const [missing, found] = [anOperation(), anOperation()];
    expect(await Promise.all([load(missing, 901), load(found, 1)])).toEqual([null, { id: 1, name: 'n1' }]);
    expect(await load(anOperation(), 901)).toBeNull();
    expect(asked).toHaveLength(1);
    expect(missing.provenance.ingredients.documents.get(route)).toEqual(new Set([901]));
  });

  it('are asked for one by one with credentials, where `include` leaves them out', async () => {
    const { load, asked } = lookingUp((request) => {
      if (request.route === route) return usersOf(request);
      return { ...listed(request, []), body: { id: 901, name: 'Private' } };
    }, false);
    expect(await load(anOperation(), 901)).toEqual({ id: 901, name: 'Private' });
    expect(asked.map(({ route: asked }) => asked)).toEqual([route, `${route}/901`]);
  });

  it('are read to their end for one who has joined, though the first has left', async () => {
    const { released, release } = withheld();
    let answers = 0;
    const { get } = scriptedGet(async (request) => {
      const isDeferred = ++answers === 2;
      if (isDeferred) await released;
      return listed(request, isDeferred ? [] : [{ id: 1, author: 3, content: 'c' }]);
    });
    const source = new Source({ get, cache: shortStore().cache, kindOf: () => 'content', isIdle: () => true });
    const references = new References(source, '/wp/v2/posts');
    const properties = Properties.of('id', 'author', 'content');
    const [first, other] = [new Operation({ maxRequests: 20 }), new Operation({ maxRequests: 20 })];
    await references.load(first, 1, properties, properties);
    const joined = await references.load(other, 1, properties, properties);
    first.budget.end();
    release();
    expect(await joined?.whole).toMatchObject({ content: 'c' });
    expect(answers).toBe(3);
  });

  it('are told of a failure all together', async () => {
    const { load } = lookingUp(() => {
      throw new Error('No.');
    });
    const operation = anOperation();
    const outcomes = await Promise.allSettled([load(operation, 1), load(operation, 2)]);
    expect(outcomes).toMatchObject([{ reason: { message: 'No.' } }, { reason: { message: 'No.' } }]);
  });
});
