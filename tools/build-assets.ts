/**
 * Puts beside the compiled program what the compiler leaves behind: the sample site's data, and GraphiQL's files,
 * compressed once so that the gateway only hands them out. Run by `npm run build`.
 */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { css, editorWorkerService, graphqlWorker, js, jsonWorker } from '@graphql-yoga/render-graphiql/graphiql';

const dist = new URL('../dist/', import.meta.url);
cpSync(new URL('../src/sample/data/', import.meta.url), new URL('sample/data/', dist), { recursive: true });

const files = {
  'graphiql.js': js,
  'graphiql.css': css,
  'editor.worker.js': editorWorkerService,
  'graphql.worker.js': graphqlWorker,
  'json.worker.js': jsonWorker,
};

const folder = new URL('graphiql/', dist);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_LGWIN]: 22 } };

/** The served name carries the content's hash, so that a browser may keep the file for good. */
const named = await Promise.all(
  Object.entries(files).map(async ([name, text]) => {
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
    const served = name.replace(/\.(\w+)$/, `.${hash}.$1`);
    const [small, compatible] = await Promise.all([
      promisify(brotliCompress)(text, brotli),
      promisify(gzip)(text, { level: 6 }),
    ]);
    writeFileSync(new URL(`${served}.br`, folder), small);
    writeFileSync(new URL(`${served}.gz`, folder), compatible);
    return [name, served] as const;
  }),
);
writeFileSync(new URL('files.json', folder), `${JSON.stringify(Object.fromEntries(named), null, 2)}\n`);
