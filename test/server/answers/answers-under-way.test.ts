import { type ExecutionArgs, parse } from 'graphql';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keptKinds } from '../../../src/kept-kinds.ts';
import { Operation } from '../../../src/loaders/operation/operation.ts';
import { AnswerCache } from '../../../src/server/answers/answer-cache.ts';
import { Answers } from '../../../src/server/answers/answers.ts';
import { Compression } from '../../../src/server/http/compression.ts';
import { ReadRequest } from '../../../src/server/http/read-request.ts';
import { RequestHead } from '../../../src/server/http/request-head.ts';
import { WrittenAnswer } from '../../../src/server/http/written-answer.ts';
import type { ServerContext } from '../../../src/server/server-context.ts';
import { createChanges } from '../../../src/store/changes.ts';
import type { Lifetimes } from '../../../src/store/freshness.ts';

afterEach(() => {
  vi.useRealTimers();
});

const posts = '/wp/v2/posts';
const lifetime = { fresh: 60_000, stale: 600_000, spare: 0 };
const lifetimes = Object.fromEntries(keptKinds.map((kind) => [kind, lifetime])) as Lifetimes;
const staying = new AbortController().signal;

/** GraphQL, each of whose executions ends when it is told how. */
function scripted() {
  const executions: (ServerContext & { finish(text: string, errors?: object[]): void; fail(): void })[] = [];
  const changes = createChanges();
  const cache = new AnswerCache(1_000_000);
  changes.listen((change) => cache.drop(change));
  const answers = new Answers({
    execute: (_request, context) =>
      new Promise((resolve, reject) => {
        const finish = (text: string, errors?: object[]) => {
          context.operation.provenance.addList(posts);
          context.operation.uses('content', Date.now());
          const result = { data: {}, ...(errors && { errors }) } as Parameters<
            NonNullable<ServerContext['outcome']>['judge']
          >[1];
          context.outcome?.judge({ document: parse('{ a }') } as ExecutionArgs, result);
          resolve(new Response(text, { headers: { 'content-type': 'application/json' } }));
        };
        executions.push({ ...context, finish, fail: () => reject(new Error('No')) });
      }),
    beginOperation: (own) => new Operation({ maxRequests: 1, timeout: 60_000, ...own }),
    fetchAPI: { Request, Response },
    maxRequestBytes: 1_000,
    keeps: true,
    cache,
    lifetimes,
    changes,
    compression: new Compression(),
    observer: {},
    graphqlPath: '/graphql',
    traces: false,
  });
  const request = () => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ a }"}' };
    return new ReadRequest(RequestHead.ofFetch(new Request('http://gateway.test/graphql', init)), init.body);
  };
  const textOf = async (answer: WrittenAnswer | Response | undefined) =>
    answer instanceof WrittenAnswer ? String(answer.body) : answer?.text();
  return {
    executions,
    changes,
    compression: new Compression(),
    observer: {},
    ask: async (client = staying) => textOf(await answers.answer(request(), client)),
    known: () => textOf(answers.find(request())),
  };
}

/** What was set off has happened. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('an answer that is being made', () => {
  it('is waited for by all who ask the same, in the same moment and later', async () => {
    const { executions, ask, known } = scripted();
    const asked = [ask(), ask()];
    await settled();
    asked.push(ask());
    await settled();
    expect(executions).toHaveLength(1);
    executions[0]?.finish('made');
    expect(await Promise.all(asked)).toEqual(['made', 'made', 'made']);
    expect(await known()).toBe('made');
  });

  it('is not waited for once something has changed, nor kept where that concerns it', async () => {
    const { executions, changes, ask, known } = scripted();
    const first = ask();
    changes.announce({ route: posts });
    const second = ask();
    await settled();
    expect(executions).toHaveLength(2);
    executions[0]?.finish('before');
    expect(await first).toBe('before');
    expect(await known()).toBeUndefined();
    executions[1]?.finish('after');
    expect(await second).toBe('after');
    expect(await known()).toBe('after');
  });

  it('is of use to nobody else where it has errors or fails: each asks for itself', async () => {
    const { executions, ask, known } = scripted();
    const asked = [ask(), ask()];
    executions[0]?.finish('mine', [{}]);
    await settled();
    executions[1]?.fail();
    await expect(asked[1]).rejects.toThrow('No');
    expect(await asked[0]).toBe('mine');
    expect(await known()).toBeUndefined();
  });

  it('is given up when all who wait for it have left, and then waited for by nobody', async () => {
    const { executions, ask } = scripted();
    const [one, other] = [new AbortController(), new AbortController()];
    const asked = [ask(one.signal), ask(other.signal)];
    await settled();
    one.abort();
    expect(executions[0]?.operation.budget.isOver).toBe(false);
    other.abort();
    expect(executions[0]?.operation.budget.isOver).toBe(true);
    const late = ask();
    await settled();
    executions[1]?.finish('anew');
    expect(await late).toBe('anew');
    executions[0]?.finish('for nobody');
    await Promise.all(asked);
  });
});

describe('an answer that is getting old', () => {
  it('is given at once, and made anew by one at a time; after a failure not for a while', async () => {
    const { executions, ask, known } = scripted();
    vi.useFakeTimers({ now: 0, toFake: ['Date'] });
    const first = ask();
    executions[0]?.finish('old');
    await first;
    vi.setSystemTime(61_000);
    expect([await known(), await known()]).toEqual(['old', 'old']);
    expect(executions).toHaveLength(2);
    expect(executions[1]?.operation.demandsFresh).toBe(true);
    executions[1]?.fail();
    await settled();
    vi.setSystemTime(65_000);
    expect(await known()).toBe('old');
    expect(executions).toHaveLength(2);
    vi.setSystemTime(67_000);
    expect(await known()).toBe('old');
    expect(executions).toHaveLength(3);
    executions[2]?.finish('new');
    await settled();
    expect(await known()).toBe('new');
  });

  it('is not waited for where somebody needs it now', async () => {
    const { executions, ask, known } = scripted();
    vi.useFakeTimers({ now: 0, toFake: ['Date'] });
    const first = ask();
    executions[0]?.finish('old');
    await first;
    vi.setSystemTime(61_000);
    await known();
    vi.setSystemTime(661_000);
    expect(await known()).toBeUndefined();
    const now = ask();
    expect(executions).toHaveLength(3);
    executions[2]?.finish('now');
    expect(await now).toBe('now');
  });
});
