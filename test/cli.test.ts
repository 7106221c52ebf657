import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildASTSchema, parse } from 'graphql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { serveSampleSite } from '../src/sample/sample-site.ts';
import { type SettingName, settingOf, settings } from '../src/settings.ts';
import { version } from '../src/version.ts';
import { noMoreAnswers, runProgram, startProgram } from './support/program.ts';
import { list, scriptedSite, standardTypes, text } from './support/scripted-site.ts';

const cli = 'dist/cli.js';
const endpointOf = (output: string) => /GraphQL +(\S+)/.exec(output)?.[1] ?? '';
const ask = (endpoint: string, query: string) =>
  fetch(endpoint, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });

/** What the route of a type says of itself. */
const described = {
  endpoints: [{ methods: ['GET'], args: { per_page: { type: 'integer' }, include: { type: 'array' } } }],
  schema: {
    properties: {
      id: { type: 'integer' },
      title: { type: 'object' },
      meta: { type: 'object', properties: { running_time: { type: 'integer', minimum: 0, maximum: 900 } } },
    },
  },
};

/** A site with a type of its own, and a folder for the files that are written about it. */
async function serveOwnSite() {
  const { send } = scriptedSite(({ route, request }) => {
    const movie = { name: 'Movies', rest_base: 'movie', rest_namespace: 'wp/v2', hierarchical: false, taxonomies: [] };
    const block = { name: 'Blocks', rest_base: 'blocks', rest_namespace: 'wp/v2', hierarchical: false, taxonomies: [] };
    if (route === '/wp/v2/types') return { json: { ...standardTypes, movie, wp_block: block } };
    if (route !== '/wp/v2/movie') return undefined;
    return request.method === 'OPTIONS' ? { json: described } : list([]);
  });
  const gates = new Set<string | undefined>();
  const server = createServer((request, response) => {
    gates.add(request.headers['x-gate'] as string | undefined);
    const { method = 'GET', url = '' } = request;
    void send({ method, url: `https://site.test${url}`, headers: {} } as never).then(({ status, headers, body }) => {
      response.writeHead(status, headers as Record<string, string>).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const folder = mkdtempSync(join(tmpdir(), 'pressgraph-command-'));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/wp-json/`,
    gates,
    file(content: object): string {
      const path = join(folder, 'pressgraph.json');
      writeFileSync(path, JSON.stringify(content));
      return path;
    },
  };
}

describe('the command', { timeout: 30_000 }, () => {
  it('explains itself, and says its version', async () => {
    const help = await runProgram(cli, ['--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    for (const words of ['Usage: pressgraph', 'serve', 'schema', 'pressgraph serve --help'])
      expect(help.stdout).toContain(words);
    expect(await runProgram(cli, ['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('ends quietly where nobody reads what it prints', async () => {
    const program = startProgram(cli, ['schema']);
    program.process.stdout?.destroy();
    expect(await program.ended).toMatchObject({ code: 0, stderr: '' });
  });

  it('explains each setting, its variable and its default', async () => {
    const { code, stdout, stderr } = await runProgram(cli, ['serve', '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const words = stdout.replace(/\s+/g, ' ');
    for (const expected of ['WORDPRESS_URL', 'Examples:']) expect(words).toContain(expected);
    for (const name of Object.keys(settings) as SettingName[]) {
      const { flag, variable, default: standard, help } = settingOf(name);
      if (flag === undefined) {
        expect(words).toContain(`${variable}: ${help}`);
        continue;
      }
      const isSwitch = typeof standard === 'boolean';
      expect(words).toContain(isSwitch ? ` --${standard ? 'no-' : ''}${flag} ` : ` --${flag} <value>`);
      expect(words).toContain(`${help} (${variable}; ${standard === '' ? 'none' : standard})`);
    }
  });

  it('prints the schema, needing no site', async () => {
    const committed = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');
    expect(await runProgram(cli, ['schema'], { WORDPRESS_URL: 'http://127.0.0.1:9' })).toEqual({
      code: 0,
      stdout: committed,
      stderr: '',
    });
  });

  it("prints a site's own schema, with the names that a file gives", async () => {
    const site = await serveOwnSite();
    const { code, stdout, stderr } = await runProgram(cli, ['schema', site.url], {
      PRESSGRAPH_UPSTREAM_HEADERS: '{"X-Gate": "open"}',
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(Object.keys(buildASTSchema(parse(stdout)).getTypeMap())).toEqual(expect.arrayContaining(['Post', 'Movie']));
    expect(site.gates).toEqual(new Set(['open']));
    const config = site.file({ site: site.url, types: { movie: { name: 'Film', plural: 'films' }, none: {} } });
    const named = await runProgram(cli, ['schema', '--config', config]);
    expect(named).toMatchObject({ code: 0, stderr: expect.stringContaining('types.none: the site has nothing') });
    const query = buildASTSchema(parse(named.stdout)).getQueryType()?.getFields() ?? {};
    expect(Object.keys(query)).toEqual(expect.arrayContaining(['film', 'films']));
    expect(Object.keys(query)).not.toContain('movies');
  });

  it('prints what was found of a site, as tables and as JSON', async () => {
    const site = await serveOwnSite();
    const config = site.file({ site: 'http://127.0.0.1:9', types: { movie: { name: 'Film' } } });
    const tables = await runProgram(cli, ['inspect', site.url], { PRESSGRAPH_CONFIG: config });
    expect(tables).toMatchObject({ code: 0, stderr: '' });
    expect(tables.stdout).toMatch(
      /^Site {6}.*\nFound {5}1 type, 0 taxonomies and [1-9]\d* fields? of its own.*\n\nTypes/,
    );
    expect(tables.stdout).toMatch(/^movie +type +Film +film +films +1 +\d+ +\/wp\/v2\/movie$/m);
    expect(tables.stdout).toMatch(/^customFields\.runningTime +Int +meta\.running_time$/m);
    expect(tables.stdout).toMatch(/^wp_block +type +/m);
    const json = await runProgram(cli, ['inspect', '--json', site.url]);
    expect(json).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(json.stdout).types).toContainEqual(
      expect.objectContaining({ slug: 'movie', graph: { type: 'Movie', one: 'movie', many: 'movies' } }),
    );
  });

  it.each(['schema', 'inspect'])(
    'ends with 1 where there is no site to read, and with 2 for no address: %s',
    async (command) => {
      const gone = await runProgram(cli, [command, 'http://127.0.0.1:9']);
      expect(gone).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(/^pressgraph: .*cannot be reached.*\n$/),
      });
      const none = await runProgram(cli, [command, 'nonsense']);
      expect(none).toMatchObject({ code: 2, stdout: '' });
      expect(none.stderr).toMatch(/^pressgraph: site: must be the http or https address.*\n$/);
    },
  );

  it('serves what a file says, which flags and variables beat', async () => {
    const site = await serveOwnSite();
    const config = site.file({ site: site.url, port: 1, path: '/api', types: { movie: { name: 'Film' } } });
    const program = startProgram(cli, ['--config', config, '--port', '0'], { PRESSGRAPH_PATH: '/graph' });
    const output = await program.printed(/Found .*\n/);
    expect(endpointOf(output)).toMatch(/\/graph$/);
    const answer = await (await ask(endpointOf(output), '{ films { __typename } }')).json();
    expect(answer).toEqual({ data: { films: { __typename: 'FilmConnection' } } });
    program.process.kill('SIGTERM');
    expect(await program.ended).toMatchObject({ code: 0, stderr: '' });
  });

  it.each([
    ['a file that is not there', ['--config', 'none.json'], {}, 'none.json: there is no such file.'],
    ['the same in the variable', [], { PRESSGRAPH_CONFIG: 'none.json' }, 'none.json: there is no such file.'],
    ['a malformed flag', ['--port', 'abc'], {}, '--port: must be a whole number from 0 to 65535, not "abc".'],
    ['a malformed variable', [], { PORT: '99999' }, 'PORT: must be a whole number from 0 to 65535, not "99999".'],
    ['a level that is none', [], { LOG_LEVEL: 'loud' }, 'LOG_LEVEL: must be one of trace, debug, info, warn, error'],
    ['an unknown flag', ['--prot', '1'], {}, "unknown option '--prot'. Did you mean --port?"],
    ['an address that is none', ['nonsense'], {}, 'site: must be the http or https address of a WordPress site'],
    ['the same in the variable', [], { WORDPRESS_URL: 'nonsense' }, 'WORDPRESS_URL: must be the http or https address'],
    ['an address with a password', ['http://a:hunter2@127.0.0.1'], {}, 'site: must not hold a user name or password'],
    ['an empty flag', ['--port', ''], {}, '--port: must be a whole number from 0 to 65535, not "".'],
    [
      'a mistyped variable',
      [],
      { PRESSGRAPH_MAX_DEPHT: '3' },
      'PRESSGRAPH_MAX_DEPHT. Did you mean "PRESSGRAPH_MAX_DEPTH"?',
    ],
    [
      'a mistyped command',
      ['serv'],
      {},
      'Nor is it a command: there are serve, schema and inspect. Did you mean "serve"?',
    ],
    ['an empty host', ['--host', ''], {}, '--host: must be a host name or an address to listen at, not "".'],
    [
      'a port that there is not',
      ['--port', '70000'],
      {},
      '--port: must be a whole number from 0 to 65535, not "70000".',
    ],
    [
      'half a Redis',
      ['--redis', 'redis://h:99999'],
      {},
      '--redis: must be a redis:// or rediss:// address, as redis://h',
    ],
    ['two sites', ['http://127.0.0.1', 'http://127.0.0.1'], {}, 'too many arguments'],
  ])('ends with 2 and one line on %s', async (_what, args, env, message) => {
    const { code, stdout, stderr } = await runProgram(cli, args, env as Record<string, string>);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^pressgraph: .+\n$/);
    expect(stderr).not.toContain('hunter2');
  });

  it('ends with 1 and one line when the site cannot be reached, or is not WordPress', async () => {
    const server = createServer((_request, response) => response.end('<html>hello</html>'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const other = await runProgram(cli, ['--port', '0', url]);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    const gone = await runProgram(cli, ['--port', '0', url]);
    expect(other).toMatchObject({ code: 1, stdout: '' });
    expect(other.stderr).toMatch(/^pressgraph: .*not a WordPress site.*\n$/);
    expect(gone).toMatchObject({ code: 1, stdout: '' });
    expect(gone.stderr).toMatch(/^pressgraph: .*cannot be reached \(ECONNREFUSED\).*\n$/);
  });

  it('ends with 1 and one line when its port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { code, stdout, stderr } = await runProgram(cli, ['--port', String(port)]);
    await new Promise((resolve) => server.close(resolve));
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^pressgraph: .*EADDRINUSE.*Choose another port with --port, or 0 for a free one\.\n$/);
  });

  it('takes an empty variable for one that is not set', async () => {
    const program = startProgram(cli, ['--port', '0'], {
      PRESSGRAPH_MAX_DEPTH: '',
      PORT: '',
      WORDPRESS_URL: '',
      LOG_LEVEL: '',
    });
    expect(await program.printed(/Site .*\n/)).toContain('(the embedded sample site)');
    program.process.kill('SIGINT');
    expect(await program.ended).toMatchObject({ code: 0, stderr: '' });
  });

  it('turns on by a flag what production leaves off', async () => {
    const program = startProgram(cli, ['--graphiql', '--port', '0'], { NODE_ENV: 'production', LOG_LEVEL: 'debug' });
    onTestFinished(() => void program.process.kill('SIGKILL'));
    const endpoint = endpointOf(await program.printed(/GraphiQL .*\nSite .*\n/));
    expect(await (await ask(endpoint, '{ site { name } }')).json()).toMatchObject({ data: { site: {} } });
    program.process.kill('SIGTERM');
    const { code, stderr } = await program.ended;
    // The sample site lists a type that does not answer.
    const logged = stderr.split('\n').filter((line) => line !== '' && !line.includes('"route":"/wp/v2/berths"'));
    expect({ code, logged }, 'nothing is logged of requests that go well').toEqual({ code: 0, logged: [] });
  });

  it('does not name GraphiQL where it is switched off', async () => {
    const program = startProgram(cli, ['--no-graphiql', '--port', '0']);
    expect(await program.printed(/Site .*\n/)).not.toContain('GraphiQL');
    program.process.kill('SIGTERM');
    expect((await program.ended).code).toBe(0);
  });

  it('serves the sample site, and a flag beats its variable', async () => {
    const program = startProgram(cli, ['--port', '0'], { PORT: '1' });
    const output = await program.printed(/Found .*\n/);
    expect(output).toMatch(
      /^GraphQL {3}http:\/\/127\.0\.0\.1:\d+\/graphql\nGraphiQL {2}http.*\nSite {6}Harbour & Hinterland, http:\/\/127\.0\.0\.1:\d+\/wp-json\/ \(the embedded sample site\)\nFound {5}\d+ types?, \d+ taxonom(y|ies) and \d+ fields? of its own.*\n$/,
    );
    const answer = await (await ask(endpointOf(output), '{ posts { totalCount } }')).json();
    expect(answer).toEqual({ data: { posts: { totalCount: 60 } } });
    program.process.kill('SIGTERM');
    expect(await program.ended).toMatchObject({ code: 0, stderr: '' });
  });

  it('names the site that was found, not the address that was typed', async () => {
    const sample = await serveSampleSite({ host: '127.0.0.1', port: 0 });
    const program = startProgram(cli, ['--port', '0', `${sample.url}/?token=hunter2#about`]);
    const line = /Site .*\n/.exec(await program.printed(/Site .*\n/))?.[0];
    expect(line).toBe(`Site      Harbour & Hinterland, ${sample.url}/wp-json/\n`);
    program.process.kill('SIGTERM');
    expect((await program.ended).code).toBe(0);
    await sample.close();
  });

  it.each([
    ['production', {}, false],
    ['production', { PRESSGRAPH_TRACE: 'true' }, true],
    ['development', {}, true],
  ])('traces as the library does: NODE_ENV %s, %o', async (mode, env, isTraced) => {
    const program = startProgram(cli, ['--port', '0'], { NODE_ENV: mode, ...env });
    const endpoint = endpointOf(await program.printed(/Site .*\n/));
    const answer = await fetch(`${endpoint}?query={__typename}`, { headers: { 'x-pressgraph-trace': '1' } });
    expect('extensions' in ((await answer.json()) as object)).toBe(isTraced);
    program.process.kill('SIGTERM');
    expect((await program.ended).code).toBe(0);
  });

  it('goes on when a promise that nobody waits for fails, and says so', async () => {
    const forgetful = 'process.on("SIGUSR2", () => { Promise.reject(new Error("Left behind.")); })';
    const program = startProgram(cli, ['--port', '0'], {
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(forgetful)}`,
    });
    const endpoint = endpointOf(await program.printed(/Site .*\n/));
    const logged = new Promise((resolve) => program.process.stderr?.once('data', resolve));
    program.process.kill('SIGUSR2');
    expect(JSON.parse(String(await logged))).toMatchObject({ level: 50, err: { message: 'Left behind.' } });
    expect(await (await ask(endpoint, '{ posts { totalCount } }')).json()).toEqual({
      data: { posts: { totalCount: 60 } },
    });
    program.process.kill('SIGTERM');
    expect((await program.ended).code).toBe(0);
  });

  it('finishes what is under way when it is told to stop, then ends with 0', async () => {
    const scripted = scriptedSite();
    let slow = false;
    let [reach, release] = [() => {}, () => {}];
    const reached = new Promise<void>((resolve) => {
      reach = resolve;
    });
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const server = createServer(async (request, response) => {
      const isSlow = slow && request.url?.includes('/posts');
      if (isSlow) {
        reach();
        await released;
      }
      const answer = await scripted
        .send({ method: request.method as 'GET', url: `https://site.test${request.url}`, headers: {} })
        .catch(() => text('', 500));
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const program = startProgram(cli, [
      '--port',
      '0',
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/wp-json/`,
    ]);
    const output = await program.printed(/Site .*\n/);
    slow = true;
    const underWay = ask(endpointOf(output), '{ posts { nodes { title } } }');
    await reached;
    program.process.kill('SIGTERM');
    await noMoreAnswers(endpointOf(output));
    release();
    expect(await (await underWay).json()).toEqual({ data: { posts: { nodes: [] } } });
    const answered = Date.now();
    expect(await program.ended).toMatchObject({ code: 0, stderr: '' });
    const longest = Number(settingOf('shutdownTimeout').default);
    expect(Date.now() - answered, 'an idle connection must not hold it up').toBeLessThan(longest - 2_000);
    await expect(ask(endpointOf(output), '{ site { name } }')).rejects.toThrow();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
