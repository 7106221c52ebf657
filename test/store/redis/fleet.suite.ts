/**
 * What gateways expect of a Redis, asked of a real one and of the fake: what holds for one holds for the other.
 */
import { describe, expect, it } from 'vitest';
import { type Change, everything } from '../../../src/store/change.ts';
import { createChanges } from '../../../src/store/changes.ts';
import { learned } from '../../../src/store/known-document.ts';
import type { RedisConnection } from '../../../src/store/redis/connection.ts';
import { createFleet } from '../../../src/store/redis/fleet.ts';
import { Properties } from '../../../src/wordpress/properties.ts';
import { soon } from '../../support/soon.ts';

const [posts, longer] = ['/wp/v2/posts', '/wp/v2/posts-more'];
const site = 'https://site.test/';
const minute = 60_000;

/** @param connect a further connection to the Redis of this test, which is empty at first */
export function describeRedis(name: string, connect: () => Promise<RedisConnection>): void {
  /** One gateway's part, which hears of changes. */
  async function member() {
    const fleet = createFleet(await connect(), site);
    const changes = createChanges();
    const [heard, looks, sites]: [Change[], string[], string[]] = [[], [], []];
    changes.listen((change) => heard.push(change));
    const onLook = () => void looks.push('look');
    fleet.channel.join(changes, {
      isKnown: () => true,
      onLook,
      onSite: (fingerprint) => void sites.push(fingerprint),
      onGap: () => undefined,
      observer: {},
    });
    return { ...fleet, changes, heard, looks, sites };
  }

  const documentOf = (id: number, milliseconds = minute) => ({
    id,
    known: learned({ id, slug: `post-${id}` } as never, Properties.of('id', 'slug'), Date.now(), 20),
    milliseconds,
  });
  const list = { ids: [7], total: 1, totalPages: 1, kind: 'content' as const, at: Date.now() };

  /** Keeps documents, and waits until they are there. */
  async function keep(cache: Awaited<ReturnType<typeof member>>['cache'], collection: string, ...ids: number[]) {
    const { generation = '' } = await cache.documents(collection, ids);
    cache.keep(
      collection,
      generation,
      ids.map((id) => documentOf(id)),
    );
    await soon(async () => expect(await known(cache, collection, ...ids)).toEqual(ids));
  }

  async function known(cache: Awaited<ReturnType<typeof member>>['cache'], collection: string, ...ids: number[]) {
    const answer = await cache.documents(collection, ids);
    return answer.known.flatMap((document) => document?.document?.id ?? []);
  }

  describe(`a Redis (${name})`, () => {
    it('gives one gateway what another has kept, until a change of the collection', async () => {
      const [one, other] = [await member(), await member()];
      await keep(one.cache, posts, 7, 8);
      await keep(one.cache, longer, 9);
      const { generation = '' } = await one.cache.list(posts, 'all');
      one.cache.keep(posts, generation, [{ key: 'all', list, milliseconds: minute }]);
      await soon(async () => expect((await other.cache.list(posts, 'all')).list).toEqual(list));
      expect([...(await other.cache.ids(posts))].sort()).toEqual([7, 8]);

      one.changes.announce({ route: posts, ids: [7] });
      await soon(() => expect(other.heard).toEqual([{ route: posts, ids: [7] }]));
      expect(await known(other.cache, posts, 7, 8)).toEqual([8]);
      expect((await other.cache.list(posts, 'all')).list).toBeUndefined();
      expect(await known(other.cache, longer, 9)).toEqual([9]);
      expect(one.heard).toHaveLength(1);
    });

    it('keeps nothing that was asked for before a change', async () => {
      const [one, other] = [await member(), await member()];
      const { generation = '' } = await one.cache.documents(posts, [7]);
      other.changes.announce({ route: posts, ids: [1] });
      await soon(() => expect(one.heard).toHaveLength(1));
      one.cache.keep(posts, generation, [documentOf(7)]);
      await keep(one.cache, posts, 8);
      expect(await known(one.cache, posts, 7, 8)).toEqual([8]);
    });

    it('forgets all but what gateways need of each other when everything changes, and what is past its time', async () => {
      const [one, other] = [await member(), await member()];
      await keep(one.cache, posts, 7);
      expect([await one.isFirst('a signature', 60), await other.isFirst('a signature', 60)]).toEqual([true, false]);
      one.changes.announce(everything);
      await soon(() => expect(other.heard).toEqual([everything]));
      expect(await known(other.cache, posts, 7)).toEqual([]);
      expect(await other.isFirst('a signature', 60)).toBe(false);
      const { generation = '' } = await one.cache.documents(posts, []);
      one.cache.keep(posts, generation, [documentOf(8, 300)]);
      await soon(async () => expect(await known(other.cache, posts, 8)).toEqual([8]));
      await soon(async () => expect(await known(other.cache, posts, 8)).toEqual([]));
    });

    it('gives one gateway the queries that another has kept, whatever changes on the site', async () => {
      const [one, other] = [await member(), await member()];
      const hash = 'a'.repeat(64);
      expect(await other.queries.find(hash)).toBeUndefined();
      one.queries.keep(hash, '{ site { name } }');
      await soon(async () => expect(await other.queries.find(hash)).toBe('{ site { name } }'));
      one.changes.announce(everything);
      await soon(() => expect(other.heard).toEqual([everything]));
      expect(await other.queries.find(hash)).toBe('{ site { name } }');
      expect(await other.queries.find('b'.repeat(64))).toBeUndefined();
    });

    it('has one gateway look, which the others can ask to', async () => {
      const [one, other] = [await member(), await member()];
      const [lease, otherLease] = [one.lease(30), other.lease(30)];
      expect((await lease.acquire())?.isOurs).toBe(true);
      expect(await otherLease.acquire()).toEqual({ isOurs: false, sights: undefined, site: undefined });
      await lease.save({ [posts]: { total: 3, date: 5 } }, 'a-site');
      expect((await lease.acquire())?.isOurs).toBe(true);
      expect(await otherLease.acquire()).toEqual({
        isOurs: false,
        sights: { [posts]: { total: 3, date: 5 } },
        site: 'a-site',
      });
      expect(await otherLease.passOn()).toBe(true);
      await soon(() => expect(one.looks).toEqual(['look']));
      expect(other.looks).toEqual([]);
    });

    it('knows of which collections something may be known: those that some gateway has asked for', async () => {
      const [one, other] = [await member(), await member()];
      expect(await other.cache.inUse([posts, '/wp/v2/books'])).toEqual([]);
      await one.cache.documents(posts, [1]);
      expect(await other.cache.inUse([posts, '/wp/v2/books'])).toEqual([posts]);
    });

    it('hears what the site has become', async () => {
      const [one, other] = [await member(), await member()];
      await one.channel.tellSite('a-site');
      await soon(() => expect(other.sites).toEqual(['a-site']));
      expect(one.sites).toEqual([]);
    });

    it('gives a gateway that starts the site as another one found it', async () => {
      const [one, other] = [await member(), await member()];
      expect(await other.snapshots.find()).toBeUndefined();
      const root = { url: 'https://site.test/wp-json/', ownUrl: 'https://site.test/wp-json/' };
      const facts = { index: {}, types: {}, taxonomies: {}, collections: {} };
      await one.snapshots.keep({ root, facts, at: 5 }, minute);
      expect(await other.snapshots.find()).toEqual({ root, facts, at: 5 });
    });
  });
}
