/**
 * What an operation may be before it is executed: its depth, aliases, directives, tokens, and the size of its request.
 */
import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesPlugin } from '@escape.tech/graphql-armor-max-directives';
import type { Plugin } from 'graphql-yoga';

export interface OperationLimits {
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxDirectives: number;
  readonly maxTokens: number;
}

export function operationLimits({ maxDepth, maxAliases, maxDirectives, maxTokens }: OperationLimits): Plugin[] {
  return [
    maxDepthPlugin({ n: maxDepth, ignoreIntrospection: true, flattenFragments: true }) as Plugin,
    // GraphiQL's own introspection stays below; fragments count where they are spread.
    maxAliasesPlugin({ n: maxAliases, allowList: [] }) as Plugin,
    maxDirectivesPlugin({ n: maxDirectives }) as Plugin,
    {
      onParse({ params }) {
        params.options = { ...params.options, maxTokens };
      },
    },
  ];
}

/** The request with its body read, or an answer that refuses it: nothing larger than `limit` bytes is kept in memory. */
export async function withinSize(request: Request, limit: number): Promise<Request | Response> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return tooLarge(limit);
  if (!request.body || request.headers.has('content-length')) return request;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limit) return tooLarge(limit);
    chunks.push(chunk);
  }
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body: Buffer.concat(chunks),
    signal: request.signal,
  });
}

function tooLarge(limit: number): Response {
  const message = `The request is larger than ${limit} bytes.`;
  return Response.json({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] }, { status: 413 });
}
