// Knows Debian: installs the servers on this machine, and fetches verified packages of other Debian suites
// without installing them and without touching the machine's own package lists.

import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './process.ts';
import type { WorkDirectory } from './work-directory.ts';

/** Oldest first: each suite's keyring package is the way to trust the next one's signature. */
const suites = ['bookworm', 'trixie', 'sid'] as const;
export type Suite = (typeof suites)[number];

const servers = [
  'mariadb-server',
  'nginx-light',
  'php-cli',
  'php-curl',
  'php-fpm',
  'php-gd',
  'php-intl',
  'php-mbstring',
  'php-mysql',
  'php-xml',
  'php-zip',
];

const installedKeyrings = ['gpg', 'pgp'].map((ending) => `/usr/share/keyrings/debian-archive-keyring.${ending}`);

/** Installs what is missing of nginx, PHP and MariaDB, and keeps the packages from starting their own services. */
export async function installServers(log: (line: string) => void): Promise<void> {
  const missing: string[] = [];
  for (const name of servers) {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg's own placeholder
    const status = await run('dpkg-query', ['--show', '--showformat=${Status}', name]).catch(() => '');
    if (!status.endsWith(' installed')) missing.push(name);
  }
  if (missing.length === 0) return;
  log(`Installing ${missing.join(' ')}`);
  await updateLists();
  // Maintainer scripts start services unless this file forbids it; a file that is already there is the machine's word.
  const policy = '/usr/sbin/policy-rc.d';
  const isOurs = !existsSync(policy);
  if (isOurs) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await run('apt-get', ['install', '--yes', '--no-install-recommends', ...missing], {
      environment: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  } finally {
    if (isOurs) rmSync(policy);
  }
}

/** Package lists of other suites, in folders of their own below the work directory. */
export class SuiteArchive {
  readonly #directory: WorkDirectory;
  readonly #indexed = new Map<Suite, Promise<string>>();
  #mirror: Promise<string> | undefined;

  constructor(directory: WorkDirectory) {
    this.#directory = directory;
  }

  /** The fields of one package's newest record, by name. */
  async show(suite: Suite, name: string): Promise<ReadonlyMap<string, string>> {
    await this.#index(suite);
    const record = await run('apt-cache', [...this.#options(suite), 'show', '--no-all-versions', name]);
    return new Map(
      [...record.matchAll(/^([A-Z][\w-]*): (.*)$/gm)].map(([, field, value]) => [field ?? '', value ?? ''] as const),
    );
  }

  /** Fetches packages, checked against the suite's signature, and unpacks them side by side. */
  async unpack(suite: Suite, names: readonly string[], target: string): Promise<void> {
    await this.#index(suite);
    const folder = join(this.#directory.apt, suite, 'downloads');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    mkdirSync(target, { recursive: true });
    await run('apt-get', [...this.#options(suite), 'download', ...names], { cwd: folder });
    for (const file of readdirSync(folder)) await run('dpkg', ['--extract', join(folder, file), target]);
    rmSync(folder, { recursive: true });
  }

  /** Reads a suite's signed package list once; answers the keyring that vouched for it. */
  #index(suite: Suite): Promise<string> {
    let indexed = this.#indexed.get(suite);
    if (indexed === undefined) {
      indexed = this.#verifiedIndex(suite);
      this.#indexed.set(suite, indexed);
    }
    return indexed;
  }

  async #verifiedIndex(suite: Suite): Promise<string> {
    const installed = installedKeyrings.find((path) => existsSync(path));
    if (installed === undefined) throw new Error('The package debian-archive-keyring is not installed');
    try {
      await this.#update(suite, installed);
      return installed;
    } catch (error) {
      // A suite newer than this machine may be signed with keys that its keyring does not know yet. Those keys arrive
      // in the keyring package of the suite before it, whose signature we can check: trust goes up step by step.
      const previous = suites[suites.indexOf(suite) - 1];
      if (previous === undefined || !String(error).includes('NO_PUBKEY')) throw error;
      const unpacked = join(this.#directory.apt, previous, 'keyring');
      await this.unpack(previous, ['debian-archive-keyring'], unpacked);
      const keyring = installedKeyrings.map((path) => join(unpacked, path)).find((path) => existsSync(path));
      if (keyring === undefined) throw error;
      await this.#update(suite, keyring);
      return keyring;
    }
  }

  async #update(suite: Suite, keyring: string): Promise<void> {
    const folder = join(this.#directory.apt, suite);
    mkdirSync(join(folder, 'state/lists/partial'), { recursive: true });
    mkdirSync(join(folder, 'cache/archives/partial'), { recursive: true });
    this.#mirror ??= debianMirror();
    writeFileSync(join(folder, 'sources.list'), `deb [signed-by=${keyring}] ${await this.#mirror} ${suite} main\n`);
    // "any": a list that could not be verified or fetched is an error here, not a warning about an older one.
    await run('apt-get', [...this.#options(suite), '-o', 'APT::Update::Error-Mode=any', 'update']);
  }

  #options(suite: Suite): string[] {
    const folder = join(this.#directory.apt, suite);
    const settings = {
      'Dir::Etc::sourcelist': join(folder, 'sources.list'),
      'Dir::Etc::sourceparts': '-',
      'Dir::State': join(folder, 'state'),
      'Dir::Cache': join(folder, 'cache'),
      'Acquire::Languages': 'none',
      // A mirror may be a snapshot, whose signatures are good but whose date has passed. All that an old list could do
      // is bring an older WordPress, which is what we are after anyway.
      'Acquire::Check-Valid-Until': 'false',
      'Acquire::Check-Date': 'false',
      // The work directory is closed to apt's own unprivileged user.
      'APT::Sandbox::User': 'root',
    };
    return Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  }
}

/** The mirror this machine already uses for Debian, so that no host name has to be written here. */
async function debianMirror(): Promise<string> {
  const given = process.env.PRESSGRAPH_DEBIAN_MIRROR;
  if (given !== undefined && given !== '') return given;
  const find = async (): Promise<string | undefined> => {
    const format = '$(CREATED_BY)|$(LABEL)|$(COMPONENT)|$(RELEASE)|$(REPO_URI)';
    for (const line of (await run('apt-get', ['indextargets', '--format', format])).split('\n')) {
      const [createdBy, label, component, release = '', uri] = line.split('|');
      // A dash marks -updates, -backports and -security, the last of which is another archive.
      if (createdBy === 'Packages' && label === 'Debian' && component === 'main' && !release.includes('-')) return uri;
    }
    return undefined;
  };
  let mirror = await find();
  if (mirror === undefined) {
    // Only lists that are there are shown; a fresh machine has none.
    await updateLists();
    mirror = await find();
  }
  if (mirror === undefined) throw new Error('No Debian mirror in the apt configuration; set PRESSGRAPH_DEBIAN_MIRROR');
  return mirror;
}

/** Lists of third parties may fail without harm: what we need is Debian's own. */
async function updateLists(): Promise<void> {
  await run('apt-get', ['update']).catch(() => undefined);
}
