/**
 * What an operation may be and may become: parsed, validated and executed within the limits of the settings.
 * Knows in which order the limits are looked at, and how an operation beyond one of them is answered.
 */
import {
  type ASTNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  OverlappingFieldsCanBeMergedRule,
  type ParseOptions,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { ErrorCode } from '../../errors.ts';
import type { EventLoop } from '../../event-loop.ts';
import type { MaybePromise } from '../../maybe-promise.ts';
import type { Settings } from '../../settings.ts';
import type { ContextFor, RequestContext } from '../execution-context.ts';
import { Execution, refusal, tooManyBytes, tooManyDocuments } from '../limits/execution.ts';
import { writeJson } from '../limits/json.ts';
import { MergeableFieldsRule } from '../limits/mergeable-fields.ts';
import { OfferedOperationsRule } from '../limits/offered-operations.ts';
import { createMeasure, type OperationSize } from '../limits/operation-size.ts';
import { Tally } from '../limits/tally.ts';
import { malformedVariable } from '../limits/variables.ts';
import type { ServerContext } from '../server-context.ts';

/** Characters from which on a document may take several milliseconds to be parsed and validated. */
const longDocument = 3_000;

/** Below it an answer is written at once: that takes no time worth speaking of. */
const writtenAtOnce = 200_000;

export interface OperationLimitsOptions {
  readonly schema: GraphQLSchema;
  readonly settings: Settings;
  readonly eventLoop: EventLoop;
  readonly contextFor: ContextFor;
}

export function useOperationLimits(options: OperationLimitsOptions): Plugin<object, ServerContext> {
  const { schema, settings, eventLoop, contextFor } = options;
  const { maxTokens, maxAnswerBytes, introspection } = settings;
  const hideSuggestions = !introspection;
  const measure = createMeasure(schema);
  const rules = [
    ...specifiedRules.map((rule) => (rule === OverlappingFieldsCanBeMergedRule ? MergeableFieldsRule : rule)),
    OfferedOperationsRule,
    ...(introspection ? [] : [NoSchemaIntrospectionCustomRule]),
  ];

  /** Why an operation is not executed. */
  function reasonToRefuse(
    { document, operationName, variableValues }: ExecutionArgs,
    tally: Tally,
  ): GraphQLError | undefined {
    const operation = getOperationAST(document, operationName);
    if (!operation) return undefined;
    const variables = variableValues ?? {};
    const malformed = malformedVariable(variables);
    if (malformed) {
      const named = operation.variableDefinitions?.find(({ variable }) => variable.name.value === malformed.name);
      return badRequest('BAD_USER_INPUT', malformed.message, named);
    }
    const size = measure(document, operation, variables);
    const message = beyond(size, settings, tally);
    if (message !== undefined) return badRequest('OPERATION_TOO_LARGE', message);
    tally.asked += size.documents;
    return undefined;
  }

  async function executeWithin(args: ExecutionArgs): Promise<ExecutionResult> {
    const asked = args.contextValue as RequestContext;
    const { operation, tally = new Tally() } = asked;
    const error = reasonToRefuse(args, tally);
    if (error) return { errors: [error] };
    const execution = new Execution(settings, operation, eventLoop, tally);
    const contextValue = contextFor(asked, execution);
    // The reference implementation answers in the order of the query, as the specification asks; Yoga's own does not.
    const result = await execution.run(
      () => execute({ ...args, contextValue, hideSuggestions }) as MaybePromise<ExecutionResult>,
    );
    if (tally.bytes < writtenAtOnce || !result.data) return result;
    const data = await writeJson(result.data, maxAnswerBytes - tally.written, eventLoop, operation.budget);
    if (!data || tally.written + data.length > maxAnswerBytes) return refusal(tooManyBytes(maxAnswerBytes));
    tally.written += data.length;
    return written(result, data);
  }

  return {
    // Parsing and validating cannot be interrupted: those of several long documents, or of many in one batch, are not done in one
    // turn. Short ones are, so that what their operations need at one moment is asked for together.
    onParams({ params: { query }, context: { tally = new Tally() } }) {
      if (typeof query === 'string') tally.characters += query.length;
      return tally.characters > longDocument ? eventLoop.pause() : undefined;
    },
    onParse({ setParseFn }) {
      setParseFn((source: string, options?: ParseOptions) => parseWithin(source, { ...options, maxTokens }));
    },
    onValidate({ setValidationFn }) {
      setValidationFn((validated, document) => validate(validated, document, rules, { hideSuggestions }));
    },
    onExecute({ setExecuteFn }) {
      setExecuteFn(executeWithin);
    },
  };
}

function parseWithin(source: string, options: ParseOptions & { readonly maxTokens: number }) {
  try {
    return parse(source, options);
  } catch (error) {
    const isTooLong = error instanceof GraphQLError && /more that \d+ tokens/.test(error.message);
    if (isTooLong || error instanceof RangeError) {
      const message = `The GraphQL document has more than ${options.maxTokens} tokens.`;
      throw badRequest('OPERATION_TOO_LARGE', isTooLong ? message : 'The GraphQL document is nested too deeply.');
    }
    throw error;
  }
}

function beyond(
  { depth, aliases, directives, documents }: OperationSize,
  { maxDepth, maxAliases, maxDirectives, maxDocuments }: Settings,
  { owner, asked }: Tally,
): string | undefined {
  if (depth > maxDepth) return `Query depth limit of ${maxDepth} exceeded, found ${depth}.`;
  if (aliases > maxAliases) return `Aliases limit of ${maxAliases} exceeded, found ${aliases}.`;
  if (directives > maxDirectives) return `Directives limit of ${maxDirectives} exceeded, found ${directives}.`;
  const found = asked + documents;
  return found > maxDocuments ? tooManyDocuments(maxDocuments, owner, found).message : undefined;
}

/** An error by which an operation is not executed at all. */
function badRequest(code: ErrorCode, message: string, nodes?: ASTNode): GraphQLError {
  return new GraphQLError(message, { nodes: nodes ?? null, extensions: { code, http: { status: 400, spec: true } } });
}

/** A result whose data are written already; Yoga asks it to write itself. */
function written(result: ExecutionResult, data: Buffer): ExecutionResult {
  const stringify = (shown: ExecutionResult): Buffer => {
    const parts = Object.entries(shown)
      .filter(([, value]) => value !== undefined && typeof value !== 'function')
      .flatMap(([name, value], index) => [
        Buffer.from(`${index === 0 ? '{' : ','}${JSON.stringify(name)}:`),
        name === 'data' ? data : Buffer.from(JSON.stringify(value)),
      ]);
    return Buffer.concat([...parts, Buffer.from('}')]);
  };
  return Object.assign({ ...result }, { stringify });
}
