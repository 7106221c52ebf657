// Knows MariaDB: a private server without network, reachable only through its socket in the work directory.

import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { type Daemon, run, startDaemon } from './process.ts';
import type { WorkDirectory } from './work-directory.ts';

export interface Database {
  readonly daemon: Daemon;
  readonly socket: string;
  execute(statements: string): Promise<void>;
}

export async function startDatabase(directory: WorkDirectory): Promise<Database> {
  const socket = join(directory.sockets, 'mariadb.sock');
  const account = userInfo().username;
  const configuration = join(directory.configuration, 'mariadb.cnf');
  writeFileSync(
    configuration,
    `[mariadbd]
user = ${account}
datadir = ${directory.database}
socket = ${socket}
pid-file = ${join(directory.pids, 'mariadbd-own.pid')}
tmpdir = ${directory.temporary}
skip-networking
skip-name-resolve
skip-log-bin
character-set-server = utf8mb4
performance-schema = off
innodb-buffer-pool-size = 256M
innodb-log-file-size = 64M
# A lost second of test data costs nothing; waiting for the disk at every commit does.
innodb-flush-log-at-trx-commit = 0
max-connections = 100

[client]
socket = ${socket}
user = ${account}
`,
  );
  if (!existsSync(directory.database)) {
    const unfinished = `${directory.database}.part`;
    rmSync(unfinished, { recursive: true, force: true });
    await run('mariadb-install-db', [
      '--no-defaults',
      `--user=${account}`,
      `--datadir=${unfinished}`,
      '--skip-test-db',
      '--auth-root-authentication-method=socket',
      // The socket tells the server who we are: no password for the account that runs all this, no entry for others.
      `--auth-root-socket-user=${account}`,
    ]);
    renameSync(unfinished, directory.database);
  }
  const daemon = await startDaemon(directory, {
    name: 'mariadbd',
    command: '/usr/sbin/mariadbd',
    args: [`--defaults-file=${configuration}`],
    ready: [socket],
  });
  const execute = async (statements: string): Promise<void> => {
    await run('mariadb', [`--defaults-file=${configuration}`, '--execute', statements]);
  };
  return { daemon, socket, execute };
}
