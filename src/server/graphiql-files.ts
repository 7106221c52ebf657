/**
 * What GraphiQL is made of: files that a browser may keep for good, by the hash of their content.
 * Loaded when a browser first asks. From the sources they are taken as they come; `npm run build` puts a module with the same
 * names in the place of this one (tools/graphiql.ts), which holds them compressed.
 */
import { createHash } from 'node:crypto';
import { graphiqlScript } from './graphiql-script.ts';
import type { Encoding } from './http/encodings.ts';

export type GraphiqlFileName = 'graphiql.js' | 'graphiql.css' | `${'editor' | 'graphql' | 'json'}.worker.js`;

export interface GraphiqlFile {
  readonly hash: string;
  /** The one that it is stored in. */
  readonly encoding: Encoding;
  load(): Promise<Uint8Array>;
}

export type GraphiqlFiles = Readonly<Record<GraphiqlFileName, GraphiqlFile>>;

export async function loadGraphiqlFiles(): Promise<GraphiqlFiles> {
  const { js, css, editorWorkerService, graphqlWorker, jsonWorker } = await import(
    '@graphql-yoga/render-graphiql/graphiql'
  );
  return {
    'graphiql.js': plain(graphiqlScript(js)),
    'graphiql.css': plain(css),
    'editor.worker.js': plain(editorWorkerService),
    'graphql.worker.js': plain(graphqlWorker),
    'json.worker.js': plain(jsonWorker),
  };
}

function plain(text: string): GraphiqlFile {
  return { hash: hashOf(text), encoding: 'identity', load: async () => Buffer.from(text) };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
