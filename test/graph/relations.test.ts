import type { GraphQLResolveInfo } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { GraphContext } from '../../src/graph/context.ts';
import { GraphNode } from '../../src/graph/node.ts';
import { Orders } from '../../src/graph/orders.ts';
import { follow, followAll, listRelated, lookUp, lookUpAmong } from '../../src/graph/relations.ts';
import type { Loaded, Loaders, PageNeeds, Wish } from '../../src/loaders/loaders.ts';
import { Properties } from '../../src/wordpress/properties.ts';
import { coreSite, type Resource } from '../../src/wordpress/resources.ts';
import { resourceOfType } from '../../src/wordpress/site.ts';

const users = resourceOfType(coreSite, 'user') as Resource;
const relation = { rel: 'author', route: '/taught/users' };
const wish: Wish = { wanted: Properties.of('name'), asked: Properties.of('name', 'slug') };
const needs: PageNeeds = {
  documents: Properties.of('name'),
  total: false,
  cursors: false,
  hasNextPage: false,
  hasPreviousPage: false,
};
const info = {} as GraphQLResolveInfo;

/** A context whose loaders know the users 1 to 3, and remember what they were asked. */
function contextOf() {
  const asked: unknown[] = [];
  const loaders = {
    reference(route: string, id: number, { wanted }: Wish): Loaded | null {
      asked.push([route, id, wanted.print()]);
      return id <= 3 ? { document: { id } } : null;
    },
    async related(set: unknown, owner: number, page: unknown) {
      asked.push([set, owner, page]);
      return { entries: [{ document: { id: 9 }, cursor: 'c' }], hasNextPage: false, hasPreviousPage: false, total: 1 };
    },
  } as unknown as Loaders;
  const selection = { wish: () => wish, page: () => needs };
  return { asked, context: { loaders, selection } as unknown as GraphContext };
}

describe('following the id that a document holds', () => {
  it('leads to a node of the resource, looked up where the relation leads', async () => {
    const { asked, context } = contextOf();
    const node = await follow(users, relation, '2', context, info);
    expect(node).toBeInstanceOf(GraphNode);
    expect(node).toMatchObject({ resource: users, document: { id: 2 } });
    expect(asked).toEqual([['/taught/users', 2, 'name']]);
  });

  it.each([0, null, false, '', 'x', -1, [], {}])('leads nowhere from %j, and asks nothing', (held) => {
    const { asked, context } = contextOf();
    expect(follow(users, relation, held, context, info)).toBeNull();
    expect(asked).toEqual([]);
  });

  it('gives what is known without a promise', () => {
    const { context } = contextOf();
    expect(follow(users, relation, 1, context, info)).toBeInstanceOf(GraphNode);
    expect(follow(users, relation, 7, context, info)).toBeNull();
  });

  it('keeps the promise of a document whose costly properties are on their way', () => {
    const whole = Promise.resolve({ id: 1, name: 'Ada' });
    const { context } = contextOf();
    const loaders = { reference: () => ({ document: { id: 1 }, whole }) } as unknown as Loaders;
    expect(follow(users, relation, 1, { ...context, loaders }, info)).toMatchObject({ whole });
  });

  it('leaves out of many those that are not there, in their order', async () => {
    const { context } = contextOf();
    const nodes = await followAll(users, relation, [3, 7, '1', 'x'], context, info);
    expect(nodes?.map(({ document }) => document.id)).toEqual([3, 1]);
    expect(followAll(users, relation, 'x', context, info)).toBeNull();
  });
});

describe('looking up an id that a client gave', () => {
  it('asks even if only the id is read, at the place of the resource itself', async () => {
    const { asked, context } = contextOf();
    expect(await lookUp(users, 3, context, info)).toMatchObject({ resource: users, document: { id: 3 } });
    expect(await lookUp(users, 4, context, info)).toBeNull();
    expect(lookUp(users, null, context, info)).toBeNull();
    expect(asked).toEqual([
      ['/wp/v2/users', 3, 'name'],
      ['/wp/v2/users', 4, 'name'],
    ]);
  });
});

describe('looking up an id of which only a few resources can be', () => {
  const [posts, pages, media] = ['post', 'page', 'attachment'].map(
    (type) => resourceOfType(coreSite, type) as Resource,
  );
  const among = [posts, pages, media] as Resource[];

  /** Loaders of a site where each route has one document, or fails. */
  function contextOf(answers: Readonly<Record<string, number | Error>>) {
    const asked: string[] = [];
    const loaders = {
      async reference(route: string, id: number): Promise<Loaded | null> {
        asked.push(route);
        const answer = answers[route];
        if (answer instanceof Error) throw answer;
        return answer === id ? { document: { id } } : null;
      },
    } as unknown as Loaders;
    return { asked, context: { loaders, selection: { wish: () => wish } } as unknown as GraphContext };
  }

  it('asks the first, and the others only where that has none', async () => {
    const { asked, context } = contextOf({ '/wp/v2/posts': 5, '/wp/v2/media': 6 });
    expect(await lookUpAmong(among, 5, context, info)).toMatchObject({ resource: posts, document: { id: 5 } });
    expect(asked).toEqual(['/wp/v2/posts']);
    expect(await lookUpAmong(among, 6, context, info)).toMatchObject({ resource: media, document: { id: 6 } });
    expect(await lookUpAmong(among, 7, context, info)).toBeNull();
    expect(asked).toHaveLength(1 + 3 + 3);
    expect(await lookUpAmong([], 7, context, info)).toBeNull();
  });

  it('finds what one of them has where another fails, and says so where none has it', async () => {
    const down = new Error('down');
    const { context } = contextOf({ '/wp/v2/posts': down, '/wp/v2/pages': 5, '/wp/v2/media': new Error('later') });
    expect(await lookUpAmong(among, 5, context, info)).toMatchObject({ resource: pages });
    await expect(lookUpAmong(among, 6, context, info)).rejects.toBe(down);
  });
});

describe('a list of what belongs to a node', () => {
  const owner = new GraphNode(users, { document: { id: 5 } });
  const many = { rel: null, route: '/wp/v2/posts', filter: 'author', mirror: 'author' };
  const set = { node: owner, relation: many };
  const offer = { resource: users, filters: [], orders: Orders.of(users), identities: {} as never };

  it('is asked for by the id of the node, and gives nodes of its resource', async () => {
    const { asked, context } = contextOf();
    const page = await listRelated(offer, set, { first: 2, after: 'c' }, context, info);
    const order = { orderby: 'name', direction: 'asc' };
    expect(asked).toEqual([[{ relation: many, order, query: {} }, 5, { first: 2, after: 'c' }]]);
    expect(page.nodes()).toMatchObject([{ resource: users, document: { id: 9 } }]);
    expect(page.edges()).toMatchObject([{ cursor: 'c', node: { document: { id: 9 } } }]);
  });

  it('takes no arguments that cannot be met', async () => {
    const { asked, context } = contextOf();
    await expect(listRelated(offer, set, { first: 101 }, context, info)).rejects.toThrow('must be between 0 and 100');
    await expect(listRelated(offer, set, { first: 1, last: 1 }, context, info)).rejects.toThrow('last');
    expect(asked).toEqual([]);
  });
});
