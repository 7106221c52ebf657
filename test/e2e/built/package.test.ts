import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedSampleSite, serveSampleSite } from '../../../src/sample/sample-site.ts';
import { version } from '../../../src/version.ts';
import { install, newFolder, type Packed, pack, removeFolder } from '../../support/packed.ts';

/** Pieces of a file, longer than the helpers that packages bring each for itself, that stand in another file too. */
function piecesElsewhere(
  path: string,
  text: string,
  all: readonly (readonly [path: string, text: string])[],
): string[] {
  const pieces = Array.from({ length: Math.floor(text.length / 1_200) }, (_, index) =>
    text.slice(index * 1_200, index * 1_200 + 600),
  );
  return all
    .filter(([other]) => other !== path)
    .flatMap(([other, content]) =>
      pieces.filter((piece) => content.includes(piece)).map((piece) => `${other}: ${piece}`),
    );
}

/** Where it has been installed, with nothing of this repository within reach. */
describe('the package', () => {
  const folder = newFolder('package');
  let packed: Packed;
  let installed: readonly string[];
  let site: ServedSampleSite;
  const at = (path: string) => join(folder, 'node_modules/pressgraph', path);
  // The site is served by this process, which must not stand still meanwhile.
  const run = async (command: string, args: readonly string[]) =>
    (await promisify(execFile)(command, args, { cwd: folder, encoding: 'utf8' })).stdout;
  const node = (...args: string[]) => run(process.execPath, args);

  beforeAll(async () => {
    packed = pack(folder);
    installed = install(folder, [packed.tarball]);
    site = await serveSampleSite({ host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await site.close();
    await removeFolder(folder);
  });

  it('brings one other with it, and stays small', () => {
    expect([...installed].sort()).toEqual(['graphql', 'pressgraph']);
    expect(packed.size).toBeLessThan(3_800_000);
    expect(packed.unpackedSize).toBeLessThan(8_000_000);
  });

  it('has each part once, and nothing of how it was made', () => {
    const others = packed.files.filter((path) => !path.startsWith('dist/data/'));
    expect(others.filter((path) => /\.(map|tsx?|br|gz)$/.test(path) && !path.endsWith('.d.ts'))).toEqual([]);
    const graphiql = others.filter((path) => /\/graphiql-[A-Z0-9]+\.js$/.test(path));
    expect(graphiql).toHaveLength(2);
    expect(others.filter((path) => path.startsWith('dist/')).length).toBeLessThan(50);
    // Those of a browser are made apart, each whole.
    const scripts = others.filter((path) => /^dist\/(?!graphiql|.*worker).*\.js$/.test(path));
    const texts = scripts.map((path) => [path, readFileSync(at(path), 'utf8')] as const);
    expect(texts.flatMap(([path, text]) => piecesElsewhere(path, text, texts))).toEqual([]);
  });

  it('tells the licences of what is in it', () => {
    const notices = readFileSync(at('dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    const named = ['graphql-yoga', '@graphql-yoga/render-graphiql', '@pothos/core', 'undici', 'dataloader', 'ioredis'];
    for (const name of [...named, 'pino', 'commander']) {
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+`, 'm'));
    }
    expect(notices).toContain('Permission is hereby granted');
  });

  it('has the command', async () => {
    expect(await run('npx', ['pressgraph', '--version'])).toBe(`${version}\n`);
  });

  it('reads nothing from its folder, and asks for nothing by `require`, as a library: frameworks bundle it again', () => {
    const seen = new Set<string>();
    const visit = (name: string) => {
      if (seen.has(name)) return;
      seen.add(name);
      for (const [, next] of readFileSync(at(`dist/${name}`), 'utf8').matchAll(/["']\.\/([\w.-]+\.js)["']/g)) {
        visit(String(next));
      }
    };
    visit('index.js');
    expect(seen.size).toBeGreaterThan(5);
    for (const name of seen) {
      expect(readFileSync(at(`dist/${name}`), 'utf8'), name).not.toMatch(/import\.meta|createRequire|readFileSync\(/);
    }
  });

  it('is a library that answers, and shares its `graphql` with who uses it', async () => {
    writeFileSync(
      join(folder, 'use.mjs'),
      `import { createGateway, listen } from 'pressgraph';
import { GraphQLSchema } from 'graphql';
const gateway = await createGateway({ site: ${JSON.stringify(site.url)} });
const ask = async (path, headers = {}) => (await gateway.fetch(new Request('http://a.test' + path, { headers }))).text();
const answer = await ask('/graphql?query={posts(first:1){totalCount}}');
const page = await ask('/graphql', { accept: 'text/html' });
const script = /src="([^"]*)"/.exec(page)[1];
const { length } = await ask('/graphql' + script);
const server = await listen(gateway, { port: 0 });
const overHttp = await (await fetch(server.url + '/graphql?query={__typename}')).text();
await server.close();
await gateway.close();
console.log(JSON.stringify({ answer, length, overHttp, isShared: gateway.schema instanceof GraphQLSchema }));
`,
    );
    const { answer, length, overHttp, isShared } = JSON.parse(await node('use.mjs'));
    expect(JSON.parse(answer)).toEqual({ data: { posts: { totalCount: 60 } } });
    expect(length).toBeGreaterThan(1_000_000);
    expect(JSON.parse(overHttp)).toEqual({ data: { __typename: 'Query' } });
    expect(isShared).toBe(true);
  });

  it('does nothing by being imported', async () => {
    const code = `await import('pressgraph');
setTimeout(() => console.log(process.getActiveResourcesInfo().filter((name) => name !== 'PipeWrap').join()), 50);`;
    expect(await node('--input-type=module', '-e', code)).toBe('Timeout\n');
  });

  it.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])('has types that hold with nothing skipped: module %s, resolution %s', async (module, moduleResolution) => {
    writeFileSync(
      join(folder, 'use.ts'),
      `import { createGateway, listen, type ErrorCode, type Gateway, type Observer, type Settings } from 'pressgraph';
import { possibleTypes } from 'pressgraph/client-cache';
const settings: Partial<Settings> = { path: '/api/graphql', maxDepth: 10 };
const observer: Observer = { request: (event) => void event.route.length };
const logger = { debug() {}, info() {}, warn(_details: object, _message?: string) {}, error() {} };
export const gateway: Gateway = await createGateway({ site: 'https://example.org', settings, observer, logger });
export const types: Record<string, readonly string[]> = possibleTypes;
export const answer: Response = await gateway.fetch(new Request('http://localhost/graphql'));
export const server = await listen(gateway, { port: 0 });
export const name: string = gateway.schema.getQueryType()?.name ?? '';
export const code: ErrorCode = 'FORBIDDEN';
// @ts-expect-error there is no such setting
export const wrong: Partial<Settings> = { maxDepht: 10 };
`,
    );
    const options = { module, moduleResolution, target: 'es2023', strict: true, exactOptionalPropertyTypes: true };
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: { ...options, lib: ['es2023', 'dom'], types: [], noEmit: true, skipLibCheck: false },
        files: ['use.ts'],
      }),
    );
    const tsc = new URL('../../../node_modules/typescript/bin/tsc', import.meta.url).pathname;
    expect(await node(tsc, '-p', 'tsconfig.json')).toBe('');
  });
});
