import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, startProgram } from '../../support/program.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const command = manifest.bin.pressgraph as string;

describe('the bundled command', () => {
  let program: Program;
  let endpoint: string;
  const ask = async (query: string) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return answer.json();
  };
  beforeAll(async () => {
    // Nothing listens there: the client of Redis is loaded, tries, and is done without.
    program = startProgram(command, ['--port', '0'], { REDIS_URL: 'redis://127.0.0.1:9' });
    endpoint = /GraphQL +(\S+)/.exec(await program.printed(/Site .*\n/))?.[1] ?? '';
  });
  afterAll(async () => {
    program.process.kill('SIGTERM');
    const { code, stderr } = await program.ended;
    expect(code).toBe(0);
    expect(stderr).toContain('Redis is away');
  });

  it('is what package.json says it is', () => {
    expect(command).toBe('dist/cli.js');
    expect(readFileSync(`${root}${command}`, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it('stands beside rules for client caches, which a client finds by the name of the package', async () => {
    const name = 'pressgraph/client-cache';
    const { possibleTypes } = (await import(name)) as { possibleTypes: Record<string, string[]> };
    expect(possibleTypes.Term).toEqual(['Category', 'Tag']);
  });

  it('finds the sample site, and the parts that it loads when they are needed', async () => {
    const query = '{ post(by: { databaseId: 150 }) { title content(format: TEXT) } }';
    const { data } = (await ask(query)) as { data: { post: { title: string; content: string } } };
    expect(data.post.content.length).toBeGreaterThan(200);
    expect(data.post.content).not.toMatch(/<p>|&amp;/);
  });

  it('finds the files of GraphiQL', async () => {
    const page = await (await fetch(endpoint, { headers: { accept: 'text/html' } })).text();
    const [, script] = /<script[^>]* src="([^"]+)"/.exec(page) ?? [];
    const answer = await fetch(new URL(script ?? '?graphiql=missing', endpoint));
    expect(answer.status).toBe(200);
    expect((await answer.text()).length).toBeGreaterThan(100_000);
  });
});
