// Knows PHP: a private configuration with a fixed set of extensions, the command line, and one FPM pool per site.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { type Daemon, run, startDaemon } from './process.ts';
import type { WorkDirectory } from './work-directory.ts';

/**
 * Debian builds these as shared objects; an extension comes after those it needs. Imagick is left out on purpose:
 * WordPress prefers it over GD wherever it is installed, and then writes other image files.
 */
const extensions = [
  'mysqlnd',
  'ctype',
  'curl',
  'dom',
  'exif',
  'fileinfo',
  'gd',
  'iconv',
  'intl',
  'mbstring',
  'mysqli',
  'posix',
  'simplexml',
  'tokenizer',
  'xml',
  'xmlreader',
  'xmlwriter',
  'zip',
];

export interface Php {
  readonly version: string;
  /** Runs a script to its end and answers what it printed. */
  script(file: string, args: readonly string[], environment: Readonly<Record<string, string>>): Promise<string>;
  /** Starts the process manager; a pool is named like its site and listens at the socket of that name. */
  startPools(names: readonly string[], children: number): Promise<Daemon>;
  socket(pool: string): string;
}

export async function preparePhp(directory: WorkDirectory): Promise<Php> {
  const [version = '', extensionFolder = ''] = (
    await run('php', ['-n', '-r', "echo PHP_MAJOR_VERSION . '.' . PHP_MINOR_VERSION . ' ' . ini_get('extension_dir');"])
  ).split(' ');
  const configuration = join(directory.configuration, 'php.ini');
  const present = extensions.filter((name) => existsSync(join(extensionFolder, `${name}.so`)));
  writeFileSync(
    configuration,
    `zend_extension = opcache
${present.map((name) => `extension = ${name}`).join('\n')}

; Enough for three generations of WordPress at once.
opcache.enable = 1
opcache.memory_consumption = 256
opcache.interned_strings_buffer = 16
opcache.max_accelerated_files = 20000

date.timezone = UTC
display_errors = stderr
error_reporting = E_ALL & ~E_DEPRECATED
log_errors = On
memory_limit = 256M
upload_max_filesize = 32M
post_max_size = 33M
max_execution_time = 120
; Mail ends here.
sendmail_path = /bin/true
session.save_path = ${directory.temporary}
sys_temp_dir = ${directory.temporary}
upload_tmp_dir = ${directory.temporary}
`,
  );
  // The machine's own conf.d would add extensions of its own.
  const isolated = { PHP_INI_SCAN_DIR: '' };
  const socket = (pool: string): string => join(directory.sockets, `${pool}.sock`);

  const script: Php['script'] = (file, args, environment) =>
    run('php', ['-c', configuration, '-d', 'memory_limit=1G', '-f', file, '--', ...args], {
      environment: { ...isolated, ...environment },
    });

  const startPools: Php['startPools'] = (names, children) => {
    const { username, gid } = userInfo();
    const poolConfiguration = join(directory.configuration, 'php-fpm.conf');
    writeFileSync(
      poolConfiguration,
      `[global]
daemonize = no
error_log = ${join(directory.logs, 'php-fpm-errors.log')}
${names
  .map(
    (name) => `
[${name}]
user = ${username}
group = ${gid}
listen = ${socket(name)}
listen.mode = 0600
; Static: no child comes or goes, so a pool's processor time is the sum over its children.
pm = static
pm.max_children = ${children}
catch_workers_output = yes
`,
  )
  .join('')}`,
    );
    return startDaemon(directory, {
      name: 'php-fpm',
      command: `/usr/sbin/php-fpm${version}`,
      // Everything runs as whoever started it, like the files it works on. FPM wants to be asked before it runs as
      // root; all of it listens on loopback or in a directory closed to others.
      args: ['-c', configuration, '-y', poolConfiguration, '--nodaemonize', '--allow-to-run-as-root'],
      environment: isolated,
      ready: names.map(socket),
    });
  };

  return { version, script, startPools, socket };
}

/** Seconds of processor time that the children of a process manager have used, by pool. */
export function processorSecondsByPool(managerPid: number): ReadonlyMap<string, number> {
  const ticksPerSecond = 100;
  const seconds = new Map<string, number>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      // The name in parentheses may hold blanks; the numbers after it count from field 3.
      const fields = readFileSync(`/proc/${entry}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      if (Number(fields[1]) !== managerPid) continue;
      const pool = /pool (\S+)/.exec(readFileSync(`/proc/${entry}/cmdline`, 'utf8').replaceAll('\0', ' '))?.[1];
      if (pool === undefined) continue;
      const ticks = Number(fields[11]) + Number(fields[12]);
      seconds.set(pool, (seconds.get(pool) ?? 0) + ticks / ticksPerSecond);
    } catch {
      // The process ended while we looked.
    }
  }
  return seconds;
}
