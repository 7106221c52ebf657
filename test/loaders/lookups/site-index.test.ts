import { describe, expect, it } from 'vitest';
import { ClientGone } from '../../../src/errors.ts';
import { SiteIndex } from '../../../src/loaders/lookups/site-index.ts';
import { Operation } from '../../../src/loaders/operation/operation.ts';
import { Source } from '../../../src/loaders/source/source.ts';
import { Properties } from '../../../src/wordpress/properties.ts';
import { scriptedGet, shortStore, withheld } from '../../support/scripted-get.ts';

const name = Properties.of('name');

/** @param check may fail, told how many requests there have been */
function openIndex(check: (requests: number) => void = () => undefined) {
  const { released, release } = withheld();
  const { get, asked } = scriptedGet(async () => {
    await released;
    check(asked.length);
    return { body: { name: 'Magazine' }, total: undefined, totalPages: undefined, bytes: 20, date: Date.now() };
  });
  const { cache } = shortStore();
  const index = new SiteIndex(new Source({ get, cache, kindOf: () => 'site', isIdle: () => true }));
  return { index, asked, release };
}

const begin = () => new Operation({ maxRequests: 5 });

describe('the index, asked for by several operations at once', () => {
  it('is asked for once, on the account of each', async () => {
    const { index, asked, release } = openIndex();
    const operations = [begin(), begin(), begin()];
    const loading = operations.map((operation) => index.load(operation, name));
    release();
    expect(await Promise.all(loading)).toMatchObject([
      { name: 'Magazine' },
      { name: 'Magazine' },
      { name: 'Magazine' },
    ]);
    expect(asked).toHaveLength(1);
    expect(operations.map(({ record }) => record.requests.map(({ shared }) => shared))).toEqual([
      [false],
      [true],
      [true],
    ]);
  });

  it('is asked for again by who wants more of it', async () => {
    const { index, asked, release } = openIndex();
    const loading = [index.load(begin(), name), index.load(begin(), Properties.of('home'))];
    release();
    await Promise.all(loading);
    expect(asked.map(({ query }) => query?._fields)).toEqual(['name', 'home']);
  });

  it('is asked for by the second where the client of the first has gone', async () => {
    const { index, asked, release } = openIndex((requests) => {
      if (requests === 1) throw new ClientGone();
    });
    const loading = [index.load(begin(), name), index.load(begin(), name)];
    release();
    expect(await Promise.allSettled(loading)).toMatchObject([
      { status: 'rejected' },
      { status: 'fulfilled', value: { name: 'Magazine' } },
    ]);
    expect(asked).toHaveLength(2);
  });
});
