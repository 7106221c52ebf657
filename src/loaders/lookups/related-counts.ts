/**
 * How many documents belong to each of many others: REST has no number for it, so they are counted.
 *
 * Where all that belongs to several fits on a page, that page tells it of each. Of more, the further pages are read, or each is
 * asked for its total, whichever are fewer requests.
 */
import { allOf, andThen, type MaybePromise } from '../../maybe-promise.ts';
import { isAbsence } from '../../wordpress/http/failure.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import { Properties } from '../../wordpress/properties.ts';
import type { ToManyRelation } from '../../wordpress/relations.ts';
import { largestPage } from '../../wordpress/resources.ts';
import type { Operation } from '../operation/operation.ts';
import { countAll } from '../pages/total.ts';
import { isWhole } from '../source/document-list.ts';
import { answersOf, type Upstream, upstreamFor } from '../source/operation-source.ts';
import type { Source } from '../source/source.ts';
import { type Batches, createBatches } from './batches.ts';
import { idsAt } from './owned-set.ts';

/** `null` where WordPress does not tell. */
type Count = number | null;

interface CountNeed {
  readonly operation: Operation;
  readonly owner: number;
}

/** Each page is the one after the other: of what is equal in another order, some would come twice. */
const byId = { orderby: 'id', order: 'asc' };

export class RelatedCounts {
  readonly #source: Source;
  readonly #relation: ToManyRelation;
  readonly #batches: Batches<CountNeed, Count>;

  constructor(source: Source, relation: ToManyRelation) {
    this.#source = source;
    this.#relation = relation;
    this.#batches = createBatches((needs) => this.#countMany(needs), { maxBatchSize: largestPage });
  }

  load(operation: Operation, owner: number): MaybePromise<Count> {
    const { route } = this.#relation;
    const answer = this.#source.readThrough.answer<Count, Operation>(
      operation,
      route,
      this.#known(owner),
      () => JSON.stringify([this.#relation, owner]),
      (asking) => this.#batches.load({ operation: asking, owner }),
    );
    return andThen(answer, (count) => {
      operation.learnList(route, { documents: [] });
      return count;
    });
  }

  #countMany(needs: readonly CountNeed[]): Promise<(Count | Error)[]> {
    const upstream = upstreamFor(this.#source, needs);
    const owners = [...new Set(needs.map(({ owner }) => owner))];
    const { route } = this.#relation;
    const asOf = this.#source.cache?.asOf;
    return answersOf<CountNeed, Count | Error>(upstream, needs, async () => {
      const parts = await this.#source.narrowing.ask(upstream.audience, route, owners, (some) =>
        this.#ask(upstream, some),
      );
      const counts = new Map(
        parts.flatMap(({ items, answer }) =>
          items.map((owner): [number, Count | Error] => {
            if (!(answer instanceof Error)) return [owner, answer.get(owner) ?? null];
            // What may not be read by one, nobody counts; of a failure all that wait for it are told.
            return [owner, isAbsence(answer) ? null : answer];
          }),
        ),
      );
      for (const [owner, count] of counts) {
        if (!asOf || count instanceof Error) continue;
        const rows = { documents: [], total: count ?? undefined, totalPages: count === null ? 0 : undefined };
        this.#source.keepList(route, this.#key(owner), rows, asOf);
      }
      return ({ owner }) => counts.get(owner) ?? null;
    });
  }

  async #ask(upstream: Upstream, owners: readonly number[]): Promise<ReadonlyMap<number, Count>> {
    const { route, filter, mirror } = this.#relation;
    if (owners.length === 1) return this.#askEach(upstream, owners);
    const size = this.#source.limits.largestPage(route);
    const read = (page: number) =>
      upstream.rows(
        route,
        { [filter]: owners, ...byId, per_page: size, ...(page > 1 && { page }) },
        Properties.of('id', mirror),
      );
    const first = await read(1);
    const { total } = first;
    const isAll = total === undefined ? await isWhole(first, size, () => read(2)) : total <= size;
    const further = total === undefined ? Number.POSITIVE_INFINITY : Math.ceil(total / size) - 1;
    if (!isAll && further >= owners.length) return this.#askEach(upstream, owners);
    const pages = isAll
      ? []
      : await allOf(
          Array.from({ length: further }, (_, index) => index + 2),
          read,
        );
    const counts = new Map(owners.map((owner) => [owner, 0]));
    const rows = [first, ...pages].flatMap(({ documents }) => documents);
    // A site that does not say whose they are still counts those of one.
    if (rows.some(({ document }) => idsAt(document, mirror).length === 0)) return this.#askEach(upstream, owners);
    for (const { document } of rows)
      for (const owner of idsAt(document, mirror)) counts.set(owner, (counts.get(owner) ?? 0) + 1);
    return counts;
  }

  async #askEach(upstream: Upstream, owners: readonly number[]): Promise<ReadonlyMap<number, Count>> {
    const { route, filter } = this.#relation;
    const counts = await allOf(owners, async (owner): Promise<[number, Count]> => {
      const total = await countAll(upstream, {
        route,
        query: { [filter]: owner },
        order: { orderby: 'id', direction: 'asc' },
      });
      return [owner, total ?? null];
    });
    return new Map(counts);
  }

  #known(owner: number) {
    const found = this.#source.known(this.#relation.route, this.#key(owner), Properties.id);
    return found && { ...found, value: found.value.total ?? null };
  }

  /** By what its number is kept, as no list is asked for. */
  #key(owner: number): Query {
    return { [this.#relation.filter]: owner, counted: true };
  }
}
