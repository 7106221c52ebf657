/**
 * What an answer must be whatever was asked, and when two answers say the same.
 */
import type { ClientAnswer, ClientRequest } from './requests.ts';

interface GraphqlError {
  readonly message?: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

export interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly GraphqlError[];
}

type AnswerFault = { readonly kind: 'hang' | 'broken' | 'status' | 'internal' | 'uncoded'; readonly detail: string };

/** The GraphQL answer in a body; `undefined` when it is none. */
export function graphqlOf(answer: ClientAnswer | 'none' | undefined): GraphqlAnswer | undefined {
  const json = jsonOf(answer);
  return isAnswer(json) ? json : undefined;
}

/** The answers in that to a batch; `undefined` when it is none. */
export function batchOf(answer: ClientAnswer | 'none' | undefined): GraphqlAnswer[] | undefined {
  const json = jsonOf(answer);
  return Array.isArray(json) && json.every(isAnswer) ? json : undefined;
}

function jsonOf(answer: ClientAnswer | 'none' | undefined): unknown {
  if (!answer || answer === 'none') return undefined;
  try {
    return JSON.parse(answer.body);
  } catch {
    return undefined;
  }
}

function isAnswer(json: unknown): json is GraphqlAnswer {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** What is wrong with an answer, whatever it answers. */
export function faultsOf(request: ClientRequest, answer: ClientAnswer | 'none' | undefined): AnswerFault[] {
  if (answer === undefined) return [];
  if (answer === 'none') return [{ kind: 'hang', detail: 'no answer' }];
  if (answer.status === 0 && request.raw === undefined && request.leavesAfter === undefined) {
    return [{ kind: 'broken', detail: 'the connection ended without an answer' }];
  }
  const faults: AnswerFault[] = [];
  if (answer.status === 500) faults.push({ kind: 'status', detail: answer.body.slice(0, 300) });
  if (/node_modules|\/src\/\w+|\.ts:\d+|\.js:\d+/.test(answer.body.slice(0, 5_000)) && answer.status >= 400) {
    faults.push({ kind: 'internal', detail: `a path in the answer: ${answer.body.slice(0, 300)}` });
  }
  const answers = batchOf(answer) ?? [graphqlOf(answer) ?? {}];
  for (const { message, path, extensions } of answers.flatMap(({ errors }) => errors ?? [])) {
    const where = `${fieldPath(path)}: ${message}`;
    if (extensions?.code === 'INTERNAL_SERVER_ERROR') faults.push({ kind: 'internal', detail: where });
    else if (extensions?.code === undefined) faults.push({ kind: 'uncoded', detail: where });
  }
  return faults;
}

function fieldPath(path: readonly (string | number)[] = []): string {
  return path.filter((part) => typeof part === 'string').join('.');
}

/** What depends on how much was known already, or on the load of the moment, says nothing of what is right. */
const codesOfTheMoment = new Set([
  'BUDGET_EXCEEDED',
  'OVERLOADED',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_UNAVAILABLE',
  'OPERATION_TOO_LARGE',
]);

export function isComparable({ errors }: GraphqlAnswer): boolean {
  return !errors?.some(({ extensions }) => codesOfTheMoment.has(extensions?.code ?? ''));
}

/** Whether the query of an operation was never kept, since it was found not to be one: nobody knows it by its hash. */
export function isUnknown({ errors }: GraphqlAnswer): boolean {
  return errors?.some(({ extensions }) => extensions?.code === 'PERSISTED_QUERY_NOT_FOUND') === true;
}

/** Where two answers to one operation differ; `undefined` when they say the same. */
export function difference(one: GraphqlAnswer, other: GraphqlAnswer): string | undefined {
  return differs(one.data, other.data, 'data') ?? differs(errorsOf(one), errorsOf(other), 'errors');
}

/**
 * Errors come in the order in which they happen, which is nobody's concern. Of very many the first are told, and how many there
 * are besides: that alone is the same then.
 */
function errorsOf({ errors = [] }: GraphqlAnswer): string[] {
  const untold = errors.find(({ message, path }) => path === undefined && /^\d+ further fields /.test(message ?? ''));
  if (untold?.message !== undefined) return [untold.message];
  return errors.map(({ message, path, extensions }) => JSON.stringify([path, extensions?.code, message])).sort();
}

/**
 * The place that a cursor names, of one list or of several. What it says besides is how many stood on either side, as far as that
 * was told with the page: one that is cut from what is known does not say it.
 */
function placeOf(cursor: unknown): string | undefined {
  if (typeof cursor !== 'string' || !cursor.startsWith('WyJ')) return undefined;
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!/^\["\w+",["{]/.test(text)) return undefined;
  return text.replaceAll(/("\d{4}-[^"]*",\d+),\d+,\d+(?=\])/g, '$1');
}

function differs(one: unknown, other: unknown, at: string): string | undefined {
  if (Object.is(one, other)) return undefined;
  const place = placeOf(one);
  if (place !== undefined && place === placeOf(other)) return undefined;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return `${at}: ${shown(one)} and ${shown(other)}`;
  }
  const [names, others] = [Object.keys(one), Object.keys(other)];
  if (names.join() !== others.join()) return `${at}: members ${shown(names)} and ${shown(others)}`;
  for (const name of names) {
    const found = differs(
      (one as Record<string, unknown>)[name],
      (other as Record<string, unknown>)[name],
      `${at}.${name}`,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 120);
}
