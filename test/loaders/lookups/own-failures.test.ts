import { describe, expect, it } from 'vitest';
import { ClientGone, PressgraphError } from '../../../src/errors.ts';
import { References } from '../../../src/loaders/lookups/references.ts';
import { createSlugs } from '../../../src/loaders/lookups/slugs.ts';
import { createTermTree } from '../../../src/loaders/lookups/term-tree.ts';
import { Operation } from '../../../src/loaders/operation/operation.ts';
import { Source } from '../../../src/loaders/source/source.ts';
import type { RestGet } from '../../../src/wordpress/http/client.ts';
import { Properties } from '../../../src/wordpress/properties.ts';

const route = '/wp/v2/categories';
const properties = Properties.of('id', 'slug', 'parent');

function sourceOn(get: RestGet): Source {
  return new Source({ get, kindOf: () => 'terms', isIdle: () => true });
}

/** Who has left, and who may ask for nothing any more. */
function leftBehind(): Operation[] {
  const client = new AbortController();
  client.abort();
  return [new Operation({ maxRequests: 9, signal: client.signal }), new Operation({ maxRequests: 0 })];
}

const lookUps: readonly (readonly [
  string,
  (source: Source) => (operation: Operation, id: number) => Promise<unknown>,
])[] = [
  [
    'a slug',
    (source) => {
      const slugs = createSlugs(source, route);
      return (operation, id) => slugs.load(operation, `t${id}`, properties);
    },
  ],
  [
    'the children of a term',
    (source) => {
      const tree = createTermTree(source, route, new References(source, route));
      return (operation, id) => tree.children(operation, id, properties);
    },
  ],
];

describe.each(lookUps)('of operations that look up %s together', (_what, createLookUp) => {
  it('each is told of its own failure where none may go on', async () => {
    const lookUp = createLookUp(
      sourceOn(async () => {
        throw new Error('WordPress is asked for nobody.');
      }),
    );
    const [gone, spent] = await Promise.allSettled(
      leftBehind().map((operation, index) => lookUp(operation, index + 1)),
    );
    expect(gone).toMatchObject({ status: 'rejected', reason: expect.any(ClientGone) });
    expect(spent).toMatchObject({ status: 'rejected', reason: { code: 'BUDGET_EXCEEDED' } });
  });

  it('who was left behind is told so where the others are told that WordPress fails', async () => {
    const failure = new PressgraphError('UPSTREAM_UNAVAILABLE', 'WordPress is away.');
    const lookUp = createLookUp(
      sourceOn(async () => {
        throw failure;
      }),
    );
    const operations = [...leftBehind(), new Operation({ maxRequests: 9 })];
    const [gone, spent, other] = await Promise.allSettled(
      operations.map((operation, index) => lookUp(operation, index)),
    );
    expect(gone).toMatchObject({ status: 'rejected', reason: expect.any(ClientGone) });
    expect(spent).toMatchObject({ status: 'rejected', reason: { code: 'BUDGET_EXCEEDED' } });
    expect(other).toEqual({ status: 'rejected', reason: failure });
  });
});
