// What a query takes when nothing that it is about is kept: lists, one document, terms with their posts.

import { equal } from 'node:assert/strict';
import { posts } from '../bed.ts';
import type { ComparingBench, Comparison, Measured } from '../comparison.ts';
import { pageRequestBody } from '../list-query.ts';
import { emptied, type QueryRunner, queryRunner, started } from '../runners.ts';
import { inTurns, timed } from '../turns.ts';

export interface ColdQuery {
  readonly what: string;
  /** What is sent in a round: as far as the site has more than one, another one in each. */
  body(round: number): string;
}

const warmUps = 10;

/** Compares queries of some kind, in both states that a gateway may be in. */
export function compareCold(queries: (runner: QueryRunner) => Promise<ColdQuery[]> | ColdQuery[]): Comparison {
  return async (bench) => {
    const measured: Measured[] = [];
    for (const state of [started, emptied] as const) {
      await withRunners(bench, state, async (runners) => {
        for (const query of await queries(runners[0])) {
          await checkEqual(runners, query);
          const what = `${query.what}, ${state.replace(/^.*, /, '')}`;
          bench.log(what);
          const go = (runner: QueryRunner, round: number) => coldTime(runner, query.body(round));
          await inTurns(runners, bench.quick ? 1 : warmUps, go);
          measured.push({ what, milliseconds: await inTurns(runners, bench.rounds, go) });
        }
      });
    }
    return measured;
  };
}

type Runners = readonly [QueryRunner, ...QueryRunner[]];

/** One runner for each variant, closed in the end. */
export async function withRunners(
  { site, variants }: ComparingBench,
  state: typeof started | typeof emptied,
  use: (runners: Runners) => Promise<void>,
): Promise<void> {
  const opened: QueryRunner[] = [];
  try {
    for (const variant of variants) opened.push(await queryRunner(site.url, state, variant));
    await use(opened as unknown as Runners);
  } finally {
    await Promise.all(opened.map((runner) => runner.close()));
  }
}

async function coldTime(runner: QueryRunner, body: string): Promise<number> {
  await runner.purge();
  return timed(() => runner.ask(body));
}

/** Before anything is timed, all have to answer the same; of posts that share a second, WordPress gives any. */
export async function checkEqual([first, ...others]: Runners, { what, body }: ColdQuery): Promise<void> {
  const withoutTitles = (answer: unknown) => JSON.stringify(answer, (key, value) => (key === 'title' ? null : value));
  const expected = await first.ask<object>(body(0));
  if ('errors' in expected) throw new Error(`${what}: ${JSON.stringify(expected.errors)}`);
  for (const runner of others) equal(withoutTitles(await runner.ask(body(0))), withoutTitles(expected), what);
}

export const lists = (): ColdQuery[] =>
  [10, 50, 100].map((size) => ({
    what: `list of ${size} posts`,
    // Far apart, and no two the same before the site has been gone through.
    body: (round) => pageRequestBody(size, (round * 613) % (posts - size)),
  }));

const documentQuery = `query Document($slug: String!) {
  post(by: { slug: $slug }) {
    title date content author { name } categories { name } tags { name } featuredMedia { sourceUrl altText }
  }
}`;

export async function documents(runner: QueryRunner): Promise<ColdQuery[]> {
  const query = '{ posts(first: 100, offset: 500) { nodes { slug } } }';
  const { data } = await runner.ask<{ data: { posts: { nodes: { slug: string }[] } } }>(JSON.stringify({ query }));
  const slugs = data.posts.nodes.map(({ slug }) => slug);
  const variables = (round: number) => ({ slug: slugs[round % slugs.length] });
  const body = (round: number) => JSON.stringify({ query: documentQuery, variables: variables(round) });
  return [{ what: 'one post by its slug', body }];
}

const termsQuery = '{ categories(first: 10) { nodes { name posts(first: 5) { nodes { title date } } } } }';

export const terms = (): ColdQuery[] => [
  { what: 'ten terms with five posts each', body: () => JSON.stringify({ query: termsQuery }) },
];
