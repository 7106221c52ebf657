// Knows the order of things: packages, trees, database, content, PHP, web server; and the way back.

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installServers, SuiteArchive } from './apt.ts';
import { startDatabase } from './mariadb.ts';
import { startWebServers } from './nginx.ts';
import { preparePhp, processorSecondsByPool } from './php.ts';
import { type Daemon, inParallel, isAlive, stopLeftovers } from './process.ts';
import {
  assignPorts,
  defaultSites,
  generationOf,
  prepareSite,
  SiteFolder,
  type SiteName,
  type WordPressSite,
} from './sites.ts';
import { type Generation, unpackWordPress, type WordPressTree } from './wordpress-package.ts';
import { createWorkDirectory, type WorkDirectory } from './work-directory.ts';

export interface ProvisionOptions {
  readonly sites?: readonly SiteName[];
  /** How many published posts a large site has; the magazine's own are among them. */
  readonly posts?: number;
  /** PHP processes of each site. */
  readonly children?: number;
  readonly log?: (line: string) => void;
}

export interface TestBed {
  readonly sites: readonly WordPressSite[];
  readonly posts: number;
  readonly phpVersion: string;
  readonly managerPid: number;
  /** Settles with the name of a program that ended by itself. */
  readonly broken: Promise<string>;
  stop(): Promise<void>;
}

export const defaultPosts = 500;

export async function provision(options: ProvisionOptions = {}): Promise<TestBed> {
  const { sites: names = defaultSites, posts = defaultPosts, children = 4, log = () => undefined } = options;
  const directory = createWorkDirectory();
  const release = claim(directory);
  const daemons: Daemon[] = [];
  let isStopping = false;
  const stop = async (): Promise<void> => {
    isStopping = true;
    // The other way round: nobody loses its database while it answers a request.
    for (const daemon of daemons.splice(0).reverse()) await daemon.stop();
    release();
  };
  try {
    await stopLeftovers(directory);
    await installServers(log);
    const archive = new SuiteArchive(directory);
    const trees = new Map<Generation, WordPressTree>();
    for (const generation of new Set(names.map(generationOf))) {
      trees.set(generation, await unpackWordPress(directory, archive, generation, log));
    }
    const php = await preparePhp(directory);
    const database = await startDatabase(directory);
    daemons.push(database.daemon);

    const ports = await assignPorts(directory, names);
    const sites = new Map<SiteName, WordPressSite>();
    await inParallel(2, names, async (name) => {
      const tree = trees.get(generationOf(name));
      const port = ports.get(name);
      if (tree === undefined || port === undefined) throw new Error(`${name} was not prepared`);
      sites.set(name, await prepareSite({ directory, database, php, tree, name, port, posts, log }));
    });

    const folders = names.map((name) => new SiteFolder(directory, name));
    const manager = await php.startPools(
      folders.map(({ id }) => id),
      children,
    );
    daemons.push(manager);
    daemons.push(
      await startWebServers(
        directory,
        names.map((name, index) => {
          const folder = folders[index];
          const tree = trees.get(generationOf(name));
          const port = ports.get(name);
          if (folder === undefined || tree === undefined || port === undefined) throw new Error(`${name} is lost`);
          return {
            port,
            documentRoot: tree.path,
            siteFolder: folder.path,
            siteConfiguration: folder.configuration,
            accessLog: folder.accessLog,
            socket: php.socket(folder.id),
          };
        }),
      ),
    );
    const broken = new Promise<string>((resolve) => {
      for (const { name, ended } of daemons) void ended.then(() => (isStopping ? undefined : resolve(name)));
    });
    const inOrder = names.flatMap((name) => sites.get(name) ?? []);
    await Promise.all(inOrder.map(greet));
    return { sites: inOrder, posts, phpVersion: php.version, managerPid: manager.pid, broken, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Processor time that PHP has spent so far on the sites of a test bed, by site name. */
export function wordpressProcessorSeconds(bed: Pick<TestBed, 'managerPid' | 'sites'>): Record<string, number> {
  const byPool = processorSecondsByPool(bed.managerPid);
  return Object.fromEntries(bed.sites.map(({ name }) => [name, byPool.get(name.replace('@', '-')) ?? 0]));
}

/** The first request compiles WordPress and makes the rewrite rules; let it not be a test's. */
async function greet(site: WordPressSite): Promise<void> {
  const response = await fetch(`${site.restRoot}/wp/v2/posts?per_page=1`);
  if (!response.ok)
    throw new Error(`${site.name} answers ${response.status}: ${(await response.text()).slice(0, 500)}`);
}

/** One test bed at a time works in a directory: two database servers on the same files destroy them. */
function claim(directory: WorkDirectory): () => void {
  const file = join(directory.root, 'owner.pid');
  if (existsSync(file)) {
    const owner = Number.parseInt(readFileSync(file, 'utf8'), 10);
    if (isAlive(owner)) throw new Error(`${directory.root} is in use by process ${owner}`);
    rmSync(file);
  }
  writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
  return () => rmSync(file, { force: true });
}
