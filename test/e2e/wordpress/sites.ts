// Knows the sites of the test bed: which generation shows which content, at which port, and what a stranger needs
// to use one. Installs a site and imports its content unless exactly that was done before.

import { createHash, randomBytes } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Magazine } from '../../../src/sample/magazine.ts';
import type { Database } from './mariadb.ts';
import type { Php } from './php.ts';
import { type Generation, generations, siteConfigurationVariable, type WordPressTree } from './wordpress-package.ts';
import { sampleData, type WorkDirectory } from './work-directory.ts';

/** `magazine` is exactly the sample content; `large` adds generated posts to it. */
export type Profile = 'magazine' | 'large';
export type SiteName = `${Profile}@${Generation}`;

export const defaultSites: readonly SiteName[] = ['magazine@7.1', 'large@6.1', 'large@6.8', 'large@7.1'];

/** A running site, as tests and benchmarks see it. */
export interface WordPressSite {
  readonly name: SiteName;
  readonly generation: Generation;
  /** The exact version, e.g. `7.1.4`. */
  readonly version: string;
  readonly profile: Profile;
  readonly url: string;
  readonly restRoot: string;
  /** By login: one of every role. */
  readonly users: Readonly<Record<string, { readonly role: string; readonly applicationPassword: string }>>;
  /** The folder behind `/wp-content/uploads`. */
  readonly uploads: string;
  /** One line per request: time, method, status, bytes, seconds, path. */
  readonly accessLog: string;
}

/** What a site remembers between runs. */
interface SiteState {
  readonly secret: string;
  readonly contentHash: string;
  readonly users: WordPressSite['users'];
}

export function parseSiteName(name: string): SiteName {
  const [profile, generation] = name.split('@');
  if ((profile !== 'magazine' && profile !== 'large') || generation === undefined || !(generation in generations)) {
    throw new Error(`No such site: ${name} (a site is magazine@7.1, large@6.8 or the like)`);
  }
  return `${profile}@${generation as Generation}`;
}

export function profileOf(name: SiteName): Profile {
  return name.startsWith('magazine@') ? 'magazine' : 'large';
}

export function generationOf(name: SiteName): Generation {
  return name.slice(name.indexOf('@') + 1) as Generation;
}

/** A site's files. The name serves for folders, pools and databases alike. */
export class SiteFolder {
  readonly id: string;
  readonly path: string;
  readonly configuration: string;
  readonly uploads: string;
  readonly accessLog: string;
  readonly stateFile: string;

  constructor(directory: WorkDirectory, name: SiteName) {
    this.id = name.replace('@', '-');
    this.path = join(directory.sites, this.id);
    this.configuration = join(this.path, 'wp-config.php');
    this.uploads = join(this.path, 'wp-content/uploads');
    this.accessLog = join(this.path, 'access.log');
    this.stateFile = join(this.path, 'state.json');
  }
}

/** Gives every site a port that is free now: the one it had before, if possible. */
export async function assignPorts(
  directory: WorkDirectory,
  names: readonly SiteName[],
): Promise<ReadonlyMap<SiteName, number>> {
  const file = join(directory.root, 'ports.json');
  const known = readJson<Record<string, number>>(file) ?? {};
  const ports = new Map<SiteName, number>();
  for (const name of names) {
    const port = (await freePort(known[name] ?? 0)) ?? (await freePort(0));
    if (port === undefined) throw new Error('No free port');
    known[name] = port;
    ports.set(name, port);
  }
  writeFileSync(file, JSON.stringify(known, null, 2));
  return ports;
}

export interface ContentOptions {
  readonly directory: WorkDirectory;
  readonly database: Database;
  readonly php: Php;
  readonly tree: WordPressTree;
  readonly name: SiteName;
  readonly port: number;
  /** How many published posts a large site has at least. */
  readonly posts: number;
  readonly log: (line: string) => void;
}

/** Makes a site ready to be served: database, configuration, content. */
export async function prepareSite(options: ContentOptions): Promise<WordPressSite> {
  const { name, directory, tree, port, log } = options;
  const folder = new SiteFolder(directory, name);
  const profile = profileOf(name);
  const url = `http://127.0.0.1:${port}`;
  const posts = profile === 'large' ? options.posts : 0;
  const contentHash = hashContent(tree, posts);
  let state = readJson<SiteState>(folder.stateFile);
  if (state?.contentHash === contentHash) {
    // The port may have changed, and only the configuration knows it; so may the place of all of it.
    writeConfiguration(folder, options.database, state.secret, url);
    linkThemes(folder, tree);
  } else {
    const started = Date.now();
    state = await importContent(folder, options, url, posts, contentHash);
    log(`Imported ${name} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
  return {
    name,
    generation: tree.generation,
    version: tree.version,
    profile,
    url,
    restRoot: `${url}/wp-json`,
    users: state.users,
    uploads: folder.uploads,
    accessLog: folder.accessLog,
  };
}

async function importContent(
  folder: SiteFolder,
  { database, php, tree }: ContentOptions,
  url: string,
  posts: number,
  contentHash: string,
): Promise<SiteState> {
  rmSync(folder.path, { recursive: true, force: true });
  mkdirSync(folder.uploads, { recursive: true });
  mkdirSync(join(folder.path, 'wp-content/plugins'));
  linkThemes(folder, tree);
  installMustUse(join(folder.path, 'wp-content/mu-plugins'));
  const secret = randomBytes(24).toString('hex');
  const databaseName = `\`${folder.id}\``;
  await database.execute(`
    DROP DATABASE IF EXISTS ${databaseName};
    CREATE DATABASE ${databaseName} CHARACTER SET utf8mb4;
    CREATE OR REPLACE USER '${folder.id}'@'localhost' IDENTIFIED BY '${secret}';
    GRANT ALL ON ${databaseName}.* TO '${folder.id}'@'localhost';
  `);
  writeConfiguration(folder, database, secret, url);
  const job = join(folder.path, 'import.json');
  const password = randomBytes(12).toString('hex');
  writeFileSync(job, JSON.stringify({ wordpress: tree.path, data: sampleData, posts, password }));
  const environment = { [siteConfigurationVariable]: folder.configuration };
  await php.script(script('install.php'), [job], environment);
  const users = parseReport(await php.script(script('import.php'), [job], environment));
  const state = { secret, contentHash, users, password };
  // Written last: without it the next run imports again.
  writeFileSync(folder.stateFile, JSON.stringify(state, null, 2));
  return state;
}

/** Where the link leads nowhere, WordPress goes on with no theme, and with other HTML than with one. */
function linkThemes(folder: SiteFolder, tree: WordPressTree): void {
  const link = join(folder.path, 'wp-content/themes');
  rmSync(link, { force: true });
  symlinkSync(tree.themes, link);
}

/** Types, fields, places of menus and what tests change for a request: there from the first request on. */
function installMustUse(plugins: string): void {
  mkdirSync(plugins);
  for (const name of mustUse()) copyFileSync(script(name), join(plugins, name.replace('/', '-')));
}

/** Scripts that are must-use plugins of every site. */
function mustUse(): string[] {
  return ['must-use', 'own-types'].flatMap((folder) => {
    const names = readdirSync(script(folder)).sort();
    return names.map((name) => `${folder}/${name}`);
  });
}

/** The importer's last line is its report; whatever PHP complains about before it is an error in the importer. */
function parseReport(output: string): WordPressSite['users'] {
  const lines = output.trim().split('\n');
  const report = lines.pop() ?? '';
  if (lines.length > 0 || !report.startsWith('{')) throw new Error(`The importer said: ${output.slice(0, 4000)}`);
  return JSON.parse(report);
}

function writeConfiguration(folder: SiteFolder, database: Database, secret: string, url: string): void {
  const salts = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((name) => [`${name}_KEY`, `${name}_SALT`]);
  const constants: Record<string, string | boolean> = {
    DB_NAME: folder.id,
    DB_USER: folder.id,
    DB_PASSWORD: secret,
    DB_HOST: `localhost:${database.socket}`,
    DB_CHARSET: 'utf8mb4',
    DB_COLLATE: '',
    ...Object.fromEntries(
      salts.map((name) => [
        name,
        createHash('sha256')
          .update(name + secret)
          .digest('hex'),
      ]),
    ),
    WP_HOME: url,
    WP_SITEURL: url,
    WP_CONTENT_DIR: join(folder.path, 'wp-content'),
    WP_CONTENT_URL: `${url}/wp-content`,
    // Without TLS, WordPress offers application passwords only where it knows that it is a developer's machine.
    WP_ENVIRONMENT_TYPE: 'local',
    WP_DEBUG: false,
    DISABLE_WP_CRON: true,
    WP_HTTP_BLOCK_EXTERNAL: true,
    AUTOMATIC_UPDATER_DISABLED: true,
  };
  const quote = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const lines = Object.entries(constants).map(
    ([name, value]) => `define( '${name}', ${typeof value === 'string' ? quote(value) : value} );`,
  );
  mkdirSync(folder.path, { recursive: true });
  writeFileSync(folder.configuration, `<?php\n${lines.join('\n')}\n$table_prefix = 'wp_';\n`);
}

/** Changes with everything that decides a site's content. */
function hashContent(tree: WordPressTree, posts: number): string {
  const hash = createHash('sha256').update(`${tree.version} ${posts}`);
  const scripts = ['install.php', 'import.php', 'own-content.php', 'menu-content.php', 'bulk.php', ...mustUse()];
  for (const name of scripts) hash.update(readFileSync(script(name)));
  const magazine = readFileSync(join(sampleData, 'magazine.json'), 'utf8');
  hash.update(magazine);
  for (const name of ['own-types.json', 'menus.json']) hash.update(readFileSync(join(sampleData, name)));
  const articles = join(sampleData, 'articles');
  for (const name of readdirSync(articles).sort()) hash.update(name).update(readFileSync(join(articles, name)));
  // Only the originals: what WordPress makes of them may lie in the same folder.
  for (const { file } of (JSON.parse(magazine) as Magazine).media) {
    hash.update(file).update(readFileSync(join(sampleData, 'uploads', file)));
  }
  return hash.digest('hex');
}

function script(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

function readJson<T>(file: string): T | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** The wanted port, or any for 0; undefined if somebody else has it. */
function freePort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined));
    });
  });
}
