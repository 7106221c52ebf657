import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway, type Gateway } from '../../src/gateway.ts';
import { type ServedSampleSite, serveSampleSite } from '../../src/sample/sample-site.ts';
import { type ListeningServer, listen } from '../../src/server/http/listen.ts';
import { runProgram } from '../support/program.ts';

/** The examples, run as their README says, over HTTP. */
describe('the examples', { timeout: 30_000 }, () => {
  let site: ServedSampleSite;
  let gateway: Gateway;
  let server: ListeningServer;
  /** Serves the same graph, but refuses operations that go as deep as those of the examples. */
  let strict: ListeningServer;
  let strictGateway: Gateway;
  beforeAll(async () => {
    site = await serveSampleSite({ host: '127.0.0.1', port: 0 });
    gateway = await createGateway({ site: site.url });
    server = await listen(gateway, { host: '127.0.0.1', port: 0, shutdownTimeout: 0 });
    strictGateway = await createGateway({ site: site.url, settings: { maxDepth: 2 } });
    strict = await listen(strictGateway, { host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    for (const { close } of [server, strict, gateway, strictGateway]) await close();
    await site.close();
  });

  it('the generated client pages through the posts and prints a table', async () => {
    const { code, stdout, stderr } = await runProgram('examples/codegen/latest-posts.ts', [
      `${server.url}/graphql`,
      '45',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const rows = stdout.trimEnd().split('\n');
    expect(rows).toHaveLength(45);
    expect(new Set(rows).size).toBe(45);
    expect(rows[0]).toMatch(
      /^2026-10-10 {2}October’s last plum — & what to do with it +Yannis Karellas +Food, Preserving$/,
    );
  });

  it.each([[[]], [['500']]])('it stops where there are no more, given the numbers %j', async (count) => {
    const { stdout } = await runProgram('examples/codegen/latest-posts.ts', [`${server.url}/graphql`, ...count]);
    expect(stdout.trimEnd().split('\n')).toHaveLength(60);
  });

  it('gql.tada and urql list the authors with their newest posts', async () => {
    const { code, stdout, stderr } = await runProgram('examples/gql-tada/authors.ts', [`${server.url}/graphql`]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.match(/^\S.* \(\d+ posts\)$/gm)).toHaveLength(6);
    expect(stdout).toContain("Tom O'Brannock & Daughter");
  });

  it('a client of the site of its own asks for a type that only that site has', async () => {
    const { code, stdout, stderr } = await runProgram('examples/own-types/books.ts', [`${server.url}/graphql`, '200']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.match(/^\S.*$/gm)).toHaveLength(3);
    expect(stdout).toMatch(/^The ferry that waited\n {4}\S.* · \d+ pages · en\n {4}see: \S/m);
  });

  it.each(['examples/codegen/latest-posts.ts', 'examples/gql-tada/authors.ts', 'examples/own-types/books.ts'])(
    '%s says how it is used, and when it fails',
    async (file) => {
      expect(await runProgram(file, [])).toMatchObject({ code: 2, stderr: expect.stringContaining('Usage:') });
      const gone = await runProgram(file, ['http://127.0.0.1:9/graphql']);
      expect(gone.code).toBe(1);
      expect(gone.stderr).toMatch(/^http:\/\/127\.0\.0\.1:9\/graphql did not answer as hoped: .+\n$/);
      const wrong = await runProgram(file, [site.url]);
      expect(wrong).toMatchObject({ code: 1, stdout: '' });
      expect(wrong.stderr).toMatch(/^http\S+ did not answer as hoped: .+\n$/);
      const limited = await runProgram(file, [`${strict.url}/graphql`]);
      expect(limited).toMatchObject({ code: 1, stdout: '' });
      expect(limited.stderr).toMatch(/^http\S+ did not answer as hoped: .*depth.*\n$/i);
    },
  );
});
