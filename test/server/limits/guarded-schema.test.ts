import {
  type ExecutionResult,
  execute,
  GraphQLInt,
  type GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  getNamedType,
  isAbstractType,
  isNonNullType,
  isObjectType,
  parse,
} from 'graphql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDialect } from '../../../src/dialects/pressgraph/schema.ts';
import { PressgraphError } from '../../../src/errors.ts';
import { EventLoop } from '../../../src/event-loop.ts';
import { GraphNode } from '../../../src/graph/node.ts';
import { Operation } from '../../../src/loaders/operation/operation.ts';
import { Execution } from '../../../src/server/limits/execution.ts';
import { guardSchema } from '../../../src/server/limits/guarded-schema.ts';
import { coreSite } from '../../../src/wordpress/resources.ts';

const unhandled: unknown[] = [];
const note = (reason: unknown) => void unhandled.push(reason);
beforeEach(() => void process.on('unhandledRejection', note));
afterEach(() => void process.off('unhandledRejection', note));

type Resolve = (item: number) => unknown;

/** A list of items, each with a field that fails as a test says. */
function schemaOf(
  fields: Record<string, { type: 'Int!' | 'Int' | '[Int!]' | 'Item!'; resolve: Resolve }>,
  items = 3,
): GraphQLSchema {
  const item: GraphQLObjectType = new GraphQLObjectType({
    name: 'Item',
    fields: () =>
      Object.fromEntries(
        Object.entries(fields).map(([name, { type, resolve }]) => {
          const types = {
            Int: GraphQLInt,
            'Int!': new GraphQLNonNull(GraphQLInt),
            '[Int!]': new GraphQLList(new GraphQLNonNull(GraphQLInt)),
            'Item!': new GraphQLNonNull(item),
          };
          return [name, { type: types[type], resolve }];
        }),
      ),
  });
  const query = new GraphQLObjectType({
    name: 'Query',
    fields: {
      items: {
        type: new GraphQLList(new GraphQLNonNull(item)),
        resolve: () => Array.from({ length: items }, (_, index) => index),
      },
      text: { type: GraphQLString, resolve: () => 'x'.repeat(1_000) },
    },
  });
  return guardSchema(new GraphQLSchema({ query }));
}

const generous = { maxDocuments: 1_000_000, maxAnswerBytes: 1_000_000 };

async function run(
  schema: GraphQLSchema,
  query: string,
  { limits = generous, timeout = 10_000, eventLoop = new EventLoop() } = {},
): Promise<ExecutionResult> {
  const execution = new Execution(
    limits,
    new Operation({ maxRequests: 1, timeout, line: eventLoop.line() }),
    eventLoop,
  );
  const result = await execution.run(
    () => execute({ schema, document: parse(query), contextValue: { execution } }) as never,
  );
  // Rejections that nobody handles are told after the promises of this moment.
  await new Promise((resolve) => setTimeout(resolve, 5));
  return result;
}

const codesOf = ({ errors }: ExecutionResult) =>
  errors?.map(
    ({ originalError, extensions }) => (originalError as PressgraphError | undefined)?.code ?? extensions.code,
  );

describe('a field that cannot be null', () => {
  const later = { type: 'Int!' as const, resolve: () => Promise.reject(new Error('late')) };
  const fails = {
    'throws at once': { type: 'Int!' as const, resolve: (item: number) => raise(item, () => new Error('now')) },
    'is null': { type: 'Int!' as const, resolve: (item: number) => (item === 0 ? 1 : null) },
    'is of another kind': { type: 'Int!' as const, resolve: (item: number) => (item === 0 ? 1 : 'abc') },
    'is too large for its type': { type: 'Int!' as const, resolve: (item: number) => (item === 0 ? 1 : 2 ** 40) },
    'is an object that is null': { type: 'Item!' as const, resolve: (item: number) => (item === 0 ? item : null) },
  };

  it.each(Object.entries(fails))(
    'and %s in a later item leaves no promise of an earlier one behind',
    async (_how, field) => {
      const selection = field.type === 'Item!' ? 'now { other }' : 'now';
      const schema = schemaOf({ late: later, now: field, other: { type: 'Int', resolve: () => 1 } });
      const { data, errors } = await run(schema, `{ items { ${selection} late } }`);
      expect(data).toEqual({ items: null });
      expect(errors).toHaveLength(1);
      expect(unhandled).toEqual([]);
    },
  );

  it('fails as one where a member of its list does', async () => {
    const schema = schemaOf({
      late: later,
      now: { type: '[Int!]', resolve: (item) => (item === 0 ? [1] : [1, null]) },
      odd: { type: '[Int!]', resolve: () => [1, 'abc'] },
      none: { type: '[Int!]', resolve: () => 5 },
    });
    const { data, errors } = await run(schema, '{ items { now odd none } }');
    expect(data?.items).toEqual([
      { now: [1], odd: null, none: null },
      { now: null, odd: null, none: null },
      { now: null, odd: null, none: null },
    ]);
    expect(errors?.every(({ path }) => path?.length === 3)).toBe(true);
    expect((await run(schema, '{ items { now late } }')).data).toEqual({ items: null });
    expect(unhandled).toEqual([]);
  });

  it('is no interface in the graph, whose type is looked for outside of the guard, but one that always has a type', () => {
    const { schema, registry } = createDialect().build(coreSite);
    const types = Object.values(schema.getTypeMap()).filter(isObjectType);
    const fields = types.flatMap((type) => Object.values(type.getFields()));
    const abstract = fields.filter(({ type }) => isNonNullType(type) && isAbstractType(getNamedType(type)));
    // Items of the last can be null each.
    const named = abstract.map(({ name, type }) => `${name}: ${type}`).sort();
    expect([...new Set(named)]).toEqual([
      'innerBlocks: [Block!]!',
      'node: Content!',
      'nodes: [Block!]!',
      'nodes: [Content!]!',
      'nodes: [Node]!',
      'terms: [Term!]!',
    ]);
    const isTypeOf = (name: string, value: unknown) => {
      const type = schema.getType(name) as GraphQLInterfaceType;
      const found = type.resolveType?.(value, {}, {} as never, type);
      return schema.isSubType(type, schema.getType(String(found)) as GraphQLObjectType);
    };
    const aDocument = { document: { id: 1 } };
    for (const resource of registry.ofFamily('content', 'media')) {
      expect(isTypeOf('Content', new GraphNode(resource, aDocument))).toBe(true);
    }
    for (const resource of registry.ofFamily('term')) {
      expect(isTypeOf('Term', new GraphNode(resource, aDocument))).toBe(true);
    }
    for (const name of ['core/image', 'acme/unheard-of', '__proto__', 'constructor', '']) {
      expect(isTypeOf('Block', { name })).toBe(true);
    }
  });
});

function raise(item: number, make: () => Error): number {
  if (item > 0) throw make();
  return 1;
}

describe('an answer beyond a limit', () => {
  const schema = schemaOf(
    { self: { type: 'Item!', resolve: (item) => item }, number: { type: 'Int', resolve: () => 1 } },
    100,
  );

  it('of documents is one error, and what is left of it is not executed', async () => {
    let resolved = 0;
    const counting = schemaOf({ number: { type: 'Int', resolve: () => ++resolved } }, 500);
    const result = await run(counting, '{ items { number } }', { limits: { ...generous, maxDocuments: 499 } });
    expect(result.data).toBeNull();
    expect(codesOf(result)).toEqual(['OPERATION_TOO_LARGE']);
    expect(result.errors?.[0]?.message).toContain('499 documents');
    expect(resolved).toBe(0);
  });

  it('of bytes is one error', async () => {
    const result = await run(schema, '{ items { self { number } } text }', {
      limits: { ...generous, maxAnswerBytes: 1_500 },
    });
    expect(result.data).toBeNull();
    expect(codesOf(result)).toEqual(['OPERATION_TOO_LARGE']);
    expect(result.errors?.[0]?.message).toContain('1500 bytes');
  });

  it('is told without waiting for what was asked for', async () => {
    const waiting = schemaOf({ late: { type: 'Int', resolve: () => new Promise(() => undefined) } }, 100);
    const result = await run(waiting, '{ items { late } text }', { limits: { ...generous, maxAnswerBytes: 1_200 } });
    expect(codesOf(result)).toEqual(['OPERATION_TOO_LARGE']);
  });
});

describe('many fields that fail', () => {
  it('are told one by one up to a number, and the rest at once', async () => {
    const failing = {
      type: 'Int' as const,
      resolve: () => Promise.reject(new PressgraphError('UPSTREAM_TIMEOUT', 'No answer.')),
    };
    const result = await run(schemaOf({ failing }, 1_000), '{ items { failing } }');
    expect(result.data?.items).toHaveLength(1_000);
    expect(result.errors).toHaveLength(201);
    expect(result.errors?.at(-1)?.message).toContain('800 further fields');
    expect(codesOf(result)?.at(-1)).toBe('UPSTREAM_TIMEOUT');
  });
});

describe('an operation whose time is over', () => {
  it('answers with what is there, and its timer goes with it', async () => {
    const never = { type: 'Int' as const, resolve: () => new Promise(() => undefined) };
    const result = await run(
      schemaOf({ never, number: { type: 'Int', resolve: () => 1 } }),
      '{ items { never number } text }',
      {
        timeout: 20,
      },
    );
    expect(result.data?.items).toEqual(Array.from({ length: 3 }, () => ({ never: null, number: 1 })));
    expect(codesOf(result)).toEqual(Array.from({ length: 3 }, () => 'BUDGET_EXCEEDED'));
    expect(result.errors?.[0]?.message).toContain('20 milliseconds');
  });
});

describe('an execution that is done', () => {
  it('leaves nothing behind that waits: a field has failed whose siblings still wait for something', async () => {
    const eventLoop = new EventLoop();
    const operation = new Operation({ maxRequests: 1 });
    const execution = new Execution(generous, operation, eventLoop);
    const schema = schemaOf({
      never: { type: 'Int', resolve: () => new Promise(() => undefined) },
      failing: { type: 'Int!', resolve: () => Promise.reject(new Error('late')) },
    });
    const { signal } = operation;
    const contextValue = { execution };
    const done = execution.run(
      () => execute({ schema, document: parse('{ items { never failing } }'), contextValue }) as never,
    );
    expect(signal.aborted).toBe(false);
    expect((await done).data).toEqual({ items: null });
    expect(signal.aborted).toBe(true);
  });
});

describe('a long execution', () => {
  it('lets others have their turn, and answers the same', async () => {
    const busy = (item: number) => {
      const end = performance.now() + 1;
      while (performance.now() < end);
      return item;
    };
    const schema = schemaOf(
      { self: { type: 'Item!', resolve: busy }, number: { type: 'Int', resolve: (item) => item } },
      120,
    );
    const query = '{ items { self { self { number } } } }';
    let turns = 0;
    let isDone = false;
    const other = () => {
      turns++;
      if (!isDone) setImmediate(other);
    };
    setImmediate(other);
    const result = await run(schema, query);
    isDone = true;
    expect(result.errors).toBeUndefined();
    expect(result.data?.items).toEqual(Array.from({ length: 120 }, (_, number) => ({ self: { self: { number } } })));
    // At least every 25 of some 240 milliseconds.
    expect(turns).toBeGreaterThan(5);
  });

  it.each([
    [10, 0],
    [11, 1],
  ])('that only what is small may prolong puts a list of %i off %i times', async (items, times) => {
    class BusyLoop extends EventLoop {
      override isDue(isSmall = false): boolean {
        return !isSmall;
      }
    }
    const later = vi.spyOn(Execution.prototype, 'postpone');
    const schema = schemaOf({ number: { type: 'Int', resolve: (item) => item } }, items);
    const { data } = await run(schema, '{ items { number } }', { eventLoop: new BusyLoop() });
    expect(data?.items).toHaveLength(items);
    expect(later).toHaveBeenCalledTimes(times);
    later.mockRestore();
  });
});
