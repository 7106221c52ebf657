import { readFileSync } from 'node:fs';
import { buildSchema, execute, type GraphQLScalarType, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSampleSite } from '../../src/sample/sample-site.ts';
import type { Send } from '../../src/wordpress/http/send.ts';
import { randomFrom } from '../fuzz/random.ts';
import { type Graph, openGraph } from '../support/graph.ts';
import { placeOf, siteAddress } from './bend.ts';
import { differences, faultsOfErrors } from './comparison.ts';
import { mutated } from './mutations.ts';
import { ask, type Operation } from './operation.ts';
import { operations } from './operations.ts';

/** How many answers are changed; `npm run test:mutated` changes 10,000. */
const count = Number(process.env.MUTATIONS ?? 300);
const seed = Number(process.env.SEED ?? 1);

/** What takes few requests, so that many can be tried. */
const quick = operations.filter(
  ({ name, asks }) => typeof asks === 'string' && !/filters|orders|all around|media of/.test(name),
);

describe('one answer of a site that is changed by chance', () => {
  let healthy: Send;
  let graph: Graph;
  /** Which of the next answers is changed, by which seed; the same address is answered the same then. */
  let turn = { left: 0, seed: 0, by: '', agrees: true, changed: new Map<string, ReturnType<Send>>() };
  beforeAll(async () => {
    healthy = (await createSampleSite(siteAddress)).send;
    let isStarted = false;
    const send: Send = async (request) => {
      const known = turn.changed.get(request.url);
      if (known) return known;
      const answer = await healthy(request);
      if (!isStarted || placeOf(request).route === undefined || turn.left-- !== 0) return answer;
      const { answer: other, by, agrees } = mutated(answer, randomFrom(turn.seed));
      turn.agrees = agrees;
      turn.by = `${request.url}: ${by}`;
      turn.changed.set(request.url, Promise.resolve(other));
      return other;
    };
    graph = await openGraph({ url: siteAddress, send }, { settings: { responseCacheBytes: 0 } });
    isStarted = true;
  });
  afterAll(() => graph.close());

  it(`is served as far as it goes, ${count} times`, async () => {
    const faults: string[] = [];
    for (let step = 0; step < count; step++) {
      const random = randomFrom(seed * 1_000_003 + step);
      const operation = random.pick(quick);
      const left = random.pick([0, 0, 0, 1, 1, 2, 3]);
      turn = { left, seed: seed * 7_000_003 + step, by: 'nothing', agrees: true, changed: new Map() };
      const found = await tried(graph, operation, () => turn.agrees);
      // A site that says that it was asked the wrong way is believed, and one with two documents of one slug.
      const blamed = /\b400\b|rest_invalid_param|a row more/.test(turn.by) ? 'BAD_USER_INPUT' : 'nothing';
      const wrong = found.filter((fault) => !fault.includes(`${blamed} `));
      faults.push(...wrong.map((fault) => `step ${step}, ${operation.name}, ${turn.by}: ${fault}`));
    }
    expect(faults).toEqual([]);
  }, 600_000);
});

/** What is wrong with an answer whatever the site has said, and whether it is another one with what it has taught. */
async function tried(graph: Graph, operation: Operation, agrees: () => boolean): Promise<string[]> {
  const cold = await ask(graph, operation);
  const warm = await ask(graph, operation, { warm: true });
  const faults = [cold, warm].flatMap((answer) => [
    ...faultsOfErrors(answer.errors ?? [], () => true),
    ...wrongTypes(String(operation.asks), answer.data),
  ]);
  if (cold.errors || warm.errors || !agrees()) return faults;
  const other = differences(cold.data, warm.data).slice(0, 1);
  return [
    ...faults,
    ...other.map(({ path, wanted, got }) => `${path.join('.')} is ${wanted} at first and ${got} then`),
  ];
}

/** The schema of the sample site as clients know it, without anything that resolves. */
const written = buildSchema(readFileSync(new URL('../../examples/own-types/schema.graphql', import.meta.url), 'utf8'));
const forms: Readonly<Record<string, RegExp>> = {
  LocalDateTime: /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
  DateTime: /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
};
for (const [name, form] of Object.entries(forms)) {
  (written.getType(name) as GraphQLScalarType).serialize = (value) => {
    if (typeof value !== 'string' || !form.test(value)) throw new Error(`${value} is no ${name}.`);
    return value;
  };
}

/** Gives an answer out once more, by the types of the schema: what does not fit is an error. */
function wrongTypes(query: string, data: unknown): string[] {
  const again = execute({
    schema: written,
    document: parse(query),
    rootValue: data ?? {},
    fieldResolver: (source, _args, _context, { path }) => (source as Record<string, unknown>)[path.key],
    typeResolver: (value) => (value as { __typename?: string }).__typename ?? 'Post',
  });
  const errors = 'errors' in again ? (again.errors ?? []) : [];
  // Where the whole is null, an error has said so.
  return data === null ? [] : errors.map(({ message, path }) => `${path?.join('.')}: ${message}`);
}
