/**
 * What an operation may be before it is executed: its depth, aliases, directives, tokens, and the size of its request.
 */
import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesPlugin } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, type ParseOptions, parse, type ValidationContext } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { ErrorCode } from '../errors.ts';

export interface OperationLimits {
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxDirectives: number;
  readonly maxTokens: number;
}

export function operationLimits({ maxDepth, maxAliases, maxDirectives, maxTokens }: OperationLimits): Plugin[] {
  return [
    // Introspection nests deeper than any query has to; fragments count where they are spread.
    maxDepthPlugin({ n: maxDepth, ignoreIntrospection: true, flattenFragments: true, ...coded }) as Plugin,
    maxAliasesPlugin({ n: maxAliases, allowList: [], ...coded }) as Plugin,
    maxDirectivesPlugin({ n: maxDirectives, ...coded }) as Plugin,
    {
      onParse({ setParseFn }) {
        setParseFn((source: string, options?: ParseOptions) => parse(source, { ...options, maxTokens }));
      },
    },
  ];
}

/** The plugins call what they refuse a syntax error; it is none, and clients are told the difference. */
const coded = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, error: GraphQLError) => {
      const code: ErrorCode = 'OPERATION_TOO_LARGE';
      const message = error.message.replace(/^Syntax Error: /, '');
      context?.reportError(new GraphQLError(message, { extensions: { code } }));
    },
  ],
};

/** The text of a request's body; `undefined` when it is larger than `limit` bytes: no more than that is kept in memory. */
export function textWithin(request: Request, limit: number): Promise<string | undefined> {
  const length = request.headers.get('content-length');
  if (length === null) return bytesWithin(request, limit).then((bytes) => bytes?.toString());
  return Number(length) <= limit ? request.text() : Promise.resolve(undefined);
}

/** The request, with its body read where it does not say how long that is; `undefined` when it is too large. */
export async function withinSize(
  request: Request,
  limit: number,
  FetchRequest: typeof Request,
): Promise<Request | undefined> {
  const length = request.headers.get('content-length');
  if (length !== null) return Number(length) <= limit ? request : undefined;
  if (request.method === 'GET' || request.method === 'HEAD' || !request.body) return request;
  const bytes = await bytesWithin(request, limit);
  if (!bytes) return undefined;
  const { url, method, headers, signal } = request;
  return new FetchRequest(url, { method, headers, body: bytes.toString(), signal });
}

async function bytesWithin(request: Request, limit: number): Promise<Buffer | undefined> {
  if (!request.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
