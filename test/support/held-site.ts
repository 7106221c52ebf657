/**
 * A site that answers no list before it is told to: a test sees what is under way, in which order it came, and lets it go on.
 */
import type { TestSite } from './graph.ts';
import { type Answer, isSample, list, scriptedSite } from './scripted-site.ts';

export interface HeldSite extends TestSite {
  /** Lists that it was asked for so far, as `route?search`; those of the start are not among them. */
  readonly asked: string[];
  /** How many of them it has not answered. */
  readonly underWay: number;
  /** Answers the one that has waited longest, and gives way until what follows from that has happened. */
  answer(): Promise<void>;
  /** Answers whatever there is until something has settled, and says how many answers that took. */
  answerUntil(settled: Promise<unknown>): Promise<number>;
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

export function heldSite(): HeldSite {
  const asked: string[] = [];
  const held: (() => void)[] = [];
  const site = scriptedSite(async ({ route, query }) => {
    if (isSample(query) || !/(posts|users|categories)$/.test(route)) return undefined;
    asked.push(`${route}?${query.get('search') ?? query.get('include') ?? ''}`);
    await new Promise<void>((resolve) => held.push(resolve));
    return answerOf(route);
  });
  const answer = async () => {
    held.shift()?.();
    // An answer is read and its operation goes on over a few turns of the event loop.
    for (let count = 0; count < 5; count++) await turn();
  };
  return {
    ...site,
    asked,
    get underWay() {
      return held.length;
    },
    answer,
    async answerUntil(settled) {
      let isSettled = false;
      const note = () => {
        isSettled = true;
      };
      settled.then(note, note);
      await turn();
      let count = 0;
      for (; !isSettled; count++) await answer();
      return count;
    },
  };
}

function answerOf(route: string): Answer {
  if (route === '/wp/v2/users') return list([{ id: 1, name: 'Ada' }]);
  return list([{ id: 1, date: '2026-01-01T00:00:00', type: 'post', title: { rendered: 'One' }, author: 1 }]);
}
