/**
 * What is asked for together and fails together: halves are asked for, and halves of these, until what makes WordPress fail
 * stands alone and all else has come.
 * Knows when that leads nowhere, and what it may cost: a site that is down is not asked ten times instead of once.
 */
import { allOf } from '../../maybe-promise.ts';
import {
  isAbsence,
  isForbiddenArgument,
  isMissingRoute,
  isRefusalOfOne,
  mayBeOfOne,
} from '../../wordpress/http/failure.ts';
import type { Audience } from '../operation/audience.ts';
import { Cooldown } from './cooldown.ts';

/** Some of what was asked for, and what came of it. */
export interface Part<Item, Answer> {
  readonly items: readonly Item[];
  readonly answer: Answer | Error;
}

interface FailedPart<Item> extends Part<Item, never> {
  readonly answer: Error;
}

/** Requests that one look-up may take for it: two that fail of a hundred are found by so many. */
const mostRequests = 30;
/** Rounds in which nothing may be answered before that says that nothing will, refused by all alike or failing. */
const [mostRefused, mostFailing] = [1, 2];
/** For so long a route at which it was in vain is not asked like that again. */
const cooldownMilliseconds = 30_000;

export class Narrowing {
  /** Of routes. */
  readonly #vain = new Cooldown(cooldownMilliseconds);

  /**
   * Asks for all, and for parts of them where that fails.
   * @param ask makes one request for some of them
   * @returns parts that hold each of them once
   */
  async ask<Item, Answer>(
    audience: Pick<Audience, 'hasToSpare' | 'millisecondsLeft'>,
    route: string,
    items: readonly Item[],
    ask: (items: readonly Item[]) => Promise<Answer>,
  ): Promise<Part<Item, Answer>[]> {
    if (items.length === 0) return [];
    const began = performance.now();
    const whole = await outcomeOf(items, ask);
    return isFailed(whole) ? this.divide(audience, route, { whole, took: performance.now() - began }, ask) : [whole];
  }

  /** As `ask`, once all of them have been asked for and that has failed. @param took how long it took, in milliseconds */
  async divide<Item, Answer>(
    audience: Pick<Audience, 'hasToSpare' | 'millisecondsLeft'>,
    route: string,
    { whole, took }: { readonly whole: FailedPart<Item>; readonly took: number },
    ask: (items: readonly Item[]) => Promise<Answer>,
  ): Promise<Part<Item, Answer>[]> {
    let latest: Part<Item, Answer>[] = [whole];
    const parts: Part<Item, Answer>[] = [];
    let requests = 0;
    for (let rounds = 0; ; rounds++) {
      const isAnswered = [...parts, ...latest].some((part) => !isFailed(part));
      const failed = latest.filter(isFailed);
      parts.push(...latest.filter((part) => !isFailed(part)));
      requests += 2 * failed.length;
      const isAffordable =
        requests <= mostRequests &&
        audience.hasToSpare() &&
        took * Math.max(...failed.map(roundsFor)) <= audience.millisecondsLeft();
      const [divisible, left] = split(
        failed,
        ({ items: { length }, answer }) =>
          length > 1 && (isRefusalOfOne(answer) || (isAffordable && this.#mayLead(answer, route, rounds, isAnswered))),
      );
      parts.push(...left);
      // Where nothing has come, it was the same failure for all.
      if (divisible.length === 0) return parts.every(isFailed) ? [whole] : parts;
      latest = await allOf(
        divisible.flatMap(({ items: together }) => halvesOf(together)),
        (half) => outcomeOf(half, ask),
      );
    }
  }

  /** Whether some of what fails together may come without the others. */
  #mayLead(failure: Error, route: string, rounds: number, isAnswered: boolean): boolean {
    const isRefused = isAbsence(failure) && !isMissingRoute(failure) && !isForbiddenArgument(failure);
    if (!isRefused && !mayBeOfOne(failure)) return false;
    if (isAnswered) return true;
    if (this.#vain.isOn(route)) return false;
    if (rounds < (isRefused ? mostRefused : mostFailing)) return true;
    this.#vain.begin(route);
    return false;
  }
}

function outcomeOf<Item, Answer>(
  items: readonly Item[],
  ask: (items: readonly Item[]) => Promise<Answer>,
): Promise<Part<Item, Answer>> {
  return ask(items).then(
    (answer): Part<Item, Answer> => ({ items, answer }),
    (error: Error): Part<Item, Answer> => ({ items, answer: error }),
  );
}

export function halvesOf<Item>(items: readonly Item[]): (readonly Item[])[] {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)];
}

/** Rounds until each of them stands alone. */
function roundsFor({ items }: Part<unknown, unknown>): number {
  return Math.ceil(Math.log2(items.length));
}

export function isFailed<Item, Answer>(part: Part<Item, Answer>): part is FailedPart<Item> {
  return part.answer instanceof Error;
}

function split<T>(all: readonly T[], belongs: (each: T) => boolean): [T[], T[]] {
  const parts: [T[], T[]] = [[], []];
  for (const each of all) parts[belongs(each) ? 0 : 1].push(each);
  return parts;
}
