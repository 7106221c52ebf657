import { describe, expect, it } from 'vitest';
import { References } from '../../../src/loaders/lookups/references.ts';
import { Operation } from '../../../src/loaders/operation/operation.ts';
import { Source } from '../../../src/loaders/source/source.ts';
import type { RestAnswer, RestRequest } from '../../../src/wordpress/http/client.ts';
import { Properties } from '../../../src/wordpress/properties.ts';
import { listed, scriptedGet, shortStore, withheld } from '../../support/scripted-get.ts';

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
  const references = new References(new Source({ get, ...cache, kindOf: () => 'users', isIdle: () => false }), route);
  const load = async (operation: Operation, id: number, wanted = names, all = wanted) =>
    (await references.load(operation, id, wanted, all))?.document ?? null;
  return { load, asked, references };
}

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
