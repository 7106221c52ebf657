import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type KeptKind, keptKinds } from '../../src/kept-kinds.ts';
import type { Loaded } from '../../src/loaders/loaded.ts';
import { createLoaders, type Loaders } from '../../src/loaders/loaders.ts';
import type { Addresses } from '../../src/loaders/lookups/addresses.ts';
import { createLookups } from '../../src/loaders/lookups/lookups.ts';
import { Operation } from '../../src/loaders/operation/operation.ts';
import type { PageNeeds } from '../../src/loaders/pages/page.ts';
import { Source } from '../../src/loaders/source/source.ts';
import { createChanges } from '../../src/store/changes.ts';
import { createDocumentCache } from '../../src/store/document-cache.ts';
import { lifetimesOf } from '../../src/store/freshness.ts';
import { Properties } from '../../src/wordpress/properties.ts';
import type { Site } from '../../src/wordpress/site.ts';
import { type Members, readPath } from '../support/asked-fields.ts';
import { fc } from '../support/chance.ts';
import { PerfectMemory } from '../support/perfect-memory.ts';
import { comments, posts, slugOf, versionedSite } from '../support/versioned-site.ts';

/**
 * Any sequence of look-ups, against a model that never forgets: what is read is what was said last, what is known and fresh is
 * not asked for, and what was never said is not served.
 */

const freshFor = 10_000;
const staleFor = 100_000;
/** What is asked for within a moment counts as old as the first of it. */
const moment = 1_000;

const of = (milliseconds: number) =>
  Object.fromEntries(keptKinds.map((kind) => [kind, milliseconds])) as Record<KeptKind, number>;
const lifetimes = lifetimesOf({ fresh: of(freshFor), stale: of(staleFor), spare: of(0) });

type Look = { readonly wanted: readonly string[] } & (
  | { readonly by: 'reference'; readonly id: number; readonly more: readonly string[] }
  | { readonly by: 'slug'; readonly id: number }
  | { readonly by: 'list'; readonly first: number }
  | { readonly by: 'related'; readonly owner: number; readonly first: number }
);

type Step =
  /** Look-ups of one moment, in one operation or each in its own. */
  | { readonly do: 'look'; readonly looks: readonly Look[]; readonly inOne: boolean }
  | { readonly do: 'wait'; readonly milliseconds: number }
  | {
      readonly do: 'change';
      readonly route: string;
      readonly id: number;
      readonly how: 'edit' | 'toggle';
      readonly isAnnounced: boolean;
    };

/** What a look-up gave: documents by id, `null` for one that is not there. */
type Given = readonly (readonly [id: number, document: Members | null])[];

/** The one place that knows what loaders give out. */
async function given(loaders: Loaders, look: Look): Promise<Given> {
  const arrived = async ({ document, whole }: Loaded) =>
    [document.id, ((await whole) ?? document) as unknown as Members] as const;
  const wanted = Properties.of(...look.wanted);
  const needs: PageNeeds = {
    documents: wanted,
    total: false,
    cursors: false,
    hasNextPage: false,
    hasPreviousPage: false,
  };
  const order = { orderby: 'date', direction: 'desc', dated: 'date' } as const;
  switch (look.by) {
    case 'reference': {
      const wish = { wanted, asked: wanted.with(...look.more) };
      const document = await loaders.reference(posts, look.id, wish);
      return [document ? await arrived(document) : [look.id, null]];
    }
    case 'slug':
      return Promise.all((await loaders.bySlug(posts, slugOf(look.id), wanted)).map(arrived));
    case 'list': {
      const page = await loaders.page({ route: posts, query: {}, order }, { first: look.first }, needs);
      return Promise.all(page.entries.map(arrived));
    }
    case 'related': {
      const relation = { rel: 'replies', route: comments, filter: 'post', mirror: 'post' };
      const page = await loaders.related({ relation, query: {}, order }, look.owner, { first: look.first }, needs);
      return Promise.all(page.entries.map(arrived));
    }
  }
}

const routeOf = (look: Look) => (look.by === 'related' ? comments : posts);

/** A list that was given out. It was told at `at` or later, and at `latest` or earlier: of several in one moment, nobody knows. */
interface HeardList {
  readonly ids: readonly number[];
  readonly isWhole: boolean;
  readonly at: number | undefined;
  readonly latest: number | undefined;
}

/** A site, the look-ups over it, and the model of what they should know. */
class World {
  readonly #heard = new PerfectMemory();
  #requests = 0;
  readonly #site = versionedSite((said) => {
    this.#requests++;
    this.#heard.hear(said, Date.now());
  });
  readonly #changes = createChanges();
  readonly #lookups;
  /** What lists have been given out since the last change that was announced, by the look-up that they answer. */
  readonly #lists = new Map<string, HeardList>();
  /** How often nothing had to be asked: a test of nothing is seen. */
  hits = 0;

  constructor() {
    const kindOf = (route: string) => (route === comments ? 'comments' : 'content');
    const cache = createDocumentCache({ maxBytes: 1e9, lifetimes, kindOf, changes: this.#changes });
    const source = new Source({ get: this.#site.get, cache, kindOf, isIdle: () => true });
    // Nothing that is looked up here follows what a site says of its relations.
    this.#lookups = createLookups({ resources: [], links: new Map() } as unknown as Site, source, {} as Addresses);
  }

  async take(step: Step): Promise<void> {
    if (step.do === 'look') await this.#look(step.looks, step.inOne);
    else if (step.do === 'wait') vi.setSystemTime(Date.now() + step.milliseconds);
    else this.#change(step);
  }

  #change({ route, id, how, isAnnounced }: Step & { readonly do: 'change' }): void {
    this.#site[how](route, id);
    if (!isAnnounced) return;
    this.#heard.forget(route, id);
    for (const key of this.#lists.keys()) if (key.startsWith(`${route} `)) this.#lists.delete(key);
    this.#changes.announce({ route, ids: [id] });
  }

  async #look(looks: readonly Look[], inOne: boolean): Promise<void> {
    const before = this.#heard.copy();
    const needless = looks.every((look) => this.#isKnown(look));
    const shared = new Operation({ maxRequests: 1_000 });
    const asked = looks.map((look) => ({ look, operation: inOne ? shared : new Operation({ maxRequests: 1_000 }) }));
    const start = this.#requests;
    const answers = await Promise.all(
      asked.map(({ look, operation }) => given(createLoaders({ lookups: this.#lookups, operation }), look)),
    );
    await this.#settled();
    const requests = this.#requests - start;
    if (requests === 0) this.hits++;
    if (needless) expect(requests, 'requests for what is known').toBe(0);
    for (const [index, { look, operation }] of asked.entries()) {
      const answer = answers[index] ?? [];
      const left = inOne ? looks.flatMap((one, place) => this.#left(one, answers[place])) : this.#left(look, answer);
      this.#check(look, answer, before, operation, left);
      if (look.by === 'reference' && looks.length === 1) await this.#checkAgain(look, answer, operation);
    }
    await this.#checkKnown(looks, answers, requests > 0);
  }

  /** What is read is what was said last, or what was known in time before it was refreshed. */
  #check(
    look: Look,
    answer: Given,
    before: PerfectMemory,
    operation: Operation,
    left: readonly number[] = this.#left(look, answer),
  ): void {
    const route = routeOf(look);
    const told = operation.provenance.lifetime(lifetimes, Date.now()).fresh - freshFor;
    if (look.by !== 'reference') {
      expect([this.#idsOf(look), ...this.#listsOf(look)], 'what a list holds').toContainEqual(answer.map(([id]) => id));
    }
    for (const [id, document] of answer) {
      const [old, now] = [before.of(route, id), this.#heard.of(route, id)];
      const [then, since] = [old.since(look.wanted), now.since(look.wanted)];
      const isUsable = then !== undefined && Date.now() - then < freshFor + staleFor;
      const isRead = (memory: typeof now) => look.wanted.every((path) => memory.agrees(document, path));
      const message = `${JSON.stringify(document)} is read of ${route}/${id}`;
      expect(since ?? (isUsable ? then : undefined), `${message}, of which nobody said that much`).toBeDefined();
      const isLast = since !== undefined && isRead(now);
      expect(isLast || (isUsable && isRead(old)), message).toBe(true);
      expect(told, `${message}, and the answer counts as fresher than it is`).toBeLessThanOrEqual(
        (isLast ? since : then) ?? 0,
      );
      // What is back since: nothing keeps it away from who asks next for what nobody has said of it yet.
      const isBack = document === null && !now.isAbsent;
      if (left.includes(id) || isBack) continue;
      // Whatever was getting old has been refreshed by now.
      expect(Date.now() - (since ?? then ?? 0), `${message}, and stays old`).toBeLessThan(freshFor);
    }
  }

  /** Documents that a list has shown though they have left it: asked for anew, it brings them no more. */
  #left(look: Look, answer: Given = []): readonly number[] {
    if (look.by === 'reference') return [];
    return answer.map(([id]) => id).filter((id) => !this.#idsOf(look).includes(id));
  }

  /** What a list has been told to hold, by itself or by the first few of a longer one, and may be shown to hold still. */
  #listsOf(look: Look): (readonly number[])[] {
    return [...this.#lists].flatMap(([key, { ids, isWhole, latest }]) => {
      const isSame = key.startsWith(placeOf(look)) && (isWhole || ids.length >= firstOf(look));
      const isUsable = latest === undefined || Date.now() - latest < freshFor + staleFor;
      return isSame && isUsable ? [ids.slice(0, firstOf(look))] : [];
    });
  }

  /** An operation reads the same again, whatever others have learned since. */
  async #checkAgain(look: Look, answer: Given, operation: Operation): Promise<void> {
    const start = this.#requests;
    const again = await given(createLoaders({ lookups: this.#lookups, operation }), look);
    expect(this.#requests - start, 'requests of one operation for what it has').toBe(0);
    const read = ([found]: Given) => found?.[1] && look.wanted.map((path) => readPath(found[1] ?? {}, path.split('.')));
    expect(read(again), 'what one operation reads twice').toEqual(read(answer));
  }

  /** What has just been looked up is known. */
  async #checkKnown(looks: readonly Look[], answers: readonly Given[], hasAsked: boolean): Promise<void> {
    for (const [index, look] of looks.entries()) {
      // Of several in one moment, one may hear that a document is gone which another one has, or is back.
      const isSure = looks.length === 1 || this.#isStillSo(look, answers[index] ?? []);
      const [start, before] = [this.#requests, this.#heard.copy()];
      const operation = new Operation({ maxRequests: 1_000 });
      const answer = await given(createLoaders({ lookups: this.#lookups, operation }), look);
      await this.#settled();
      const message = `requests for what ${JSON.stringify(look)} has just asked`;
      if (isSure) expect(this.#requests - start, message).toBe(0);
      this.#check(look, answer, before, operation);
      this.#note(look, answer, hasAsked, looks.length === 1);
    }
  }

  /** Whether nothing else has been said of the documents of an answer, and all that is wanted of them not long ago. */
  #isStillSo(look: Look, answer: Given): boolean {
    return answer.every(([id, document]) => {
      const now = this.#heard.of(routeOf(look), id);
      return now.isAbsent === (document === null) && Date.now() - (now.since(look.wanted) ?? 0) < freshFor;
    });
  }

  /** Whether all that a look-up reads was said lately enough. */
  #isKnown(look: Look): boolean {
    const isFresh = (at: number | undefined) => at !== undefined && Date.now() - at < freshFor - moment;
    const areFresh = (ids: readonly number[], wanted: readonly string[]) =>
      ids.every((id) => isFresh(this.#heard.of(routeOf(look), id).since(wanted)));
    if (look.by === 'reference') return areFresh([look.id], look.wanted);
    const list = this.#lists.get(keyOf(look));
    if (!list || !isFresh(list.at)) return false;
    if (list.ids.some((id) => this.#heard.of(routeOf(look), id).isAbsent)) return false;
    return areFresh(list.ids, [...look.wanted, 'id', look.by === 'slug' ? 'slug' : 'date']);
  }

  #note(look: Look, answer: Given, hasAsked: boolean, isAlone: boolean): void {
    if (look.by === 'reference') return;
    const known = this.#lists.get(keyOf(look));
    const at = hasAsked && isAlone ? Date.now() : known?.at;
    const latest = hasAsked ? Date.now() : known?.latest;
    const ids = answer.map(([id]) => id);
    const isWhole = ids.length < firstOf(look) || ids.length === this.#idsOf(look, 100).length;
    this.#lists.set(keyOf(look), { ids, isWhole: isWhole || (known?.isWhole ?? false), at, latest });
  }

  /** The first few of what a list holds on the site. */
  #idsOf(look: Look, first = firstOf(look)): readonly number[] {
    if (look.by === 'related') return this.#site.ids(comments, look.owner).slice(0, first);
    const ids = this.#site.ids(posts);
    return look.by === 'list' ? ids.slice(0, first) : ids.filter((id) => id === look.id);
  }

  /** Until nothing is asked for in the background any more. */
  async #settled(): Promise<void> {
    for (let [quiet, seen] = [0, this.#requests]; quiet < 6; quiet++) {
      await new Promise((resolve) => setImmediate(resolve));
      if (seen !== this.#requests) [quiet, seen] = [0, this.#requests];
    }
  }
}

const firstOf = (look: Look) => ('first' in look ? look.first : 100);

/** The list that is looked up, however much of it. */
const placeOf = (look: Look) =>
  `${routeOf(look)} ${look.by} ${'owner' in look ? look.owner : 'id' in look ? look.id : ''}:`;

const keyOf = (look: Look) => `${placeOf(look)} ${firstOf(look)}`;

const paths = [
  'slug',
  'author',
  'title',
  'content',
  'content.rendered',
  'content.protected',
  'excerpt',
  'meta',
  'meta.x',
  'meta.x.a',
  'meta.y',
  'acf.hero',
  'acf.hero.title',
];

const wanted = fc.uniqueArray(fc.constantFrom(...paths), { minLength: 1, maxLength: 2 });
const post = fc.constantFrom(1, 1, 1, 2, 3);
const first = fc.constantFrom(2, 2, 5);

const look: fc.Arbitrary<Look> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      by: fc.constant('reference' as const),
      id: post,
      wanted,
      more: fc.oneof(fc.constant([]), wanted),
    }),
  },
  fc.record({ by: fc.constant('slug' as const), id: post, wanted }),
  fc.record({ by: fc.constant('list' as const), first, wanted }),
  fc.record({ by: fc.constant('related' as const), owner: fc.constantFrom(1, 1, 2, 3), first, wanted }),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('look' as const),
      looks: fc.oneof(
        { weight: 3, arbitrary: fc.tuple(look) },
        { weight: 1, arbitrary: fc.array(look, { minLength: 2, maxLength: 4 }) },
      ),
      inOne: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      milliseconds: fc.constantFrom(1, 400, 900, 1_900, 5_000, 8_200, 9_200, 20_000, 200_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        do: fc.constant('change' as const),
        route: fc.constantFrom(posts, comments),
        id: fc.integer({ min: 1, max: 4 }),
        how: fc.constantFrom('edit' as const, 'edit' as const, 'toggle' as const),
        isAnnounced: fc.boolean(),
      })
      .map((change) => (change.route === comments ? { ...change, id: change.id + 10 } : change)),
  },
);

describe('what is looked up', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000_000 }));
  afterEach(() => void vi.useRealTimers());

  it('is what was said last, asked for once, and never what nobody said', { timeout: 60_000 }, async () => {
    let hits = 0;
    const sequences = fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 24, size: 'max' }), async (steps) => {
      vi.setSystemTime(1_000_000_000);
      const world = new World();
      for (const one of steps) await world.take(one);
      hits += world.hits;
    });
    // The same sequences each time: what fails here has something to do with what was changed.
    await fc.assert(sequences, { numRuns: 300, unbiased: true });
    expect(hits).toBeGreaterThan(100);
  });
});
