// What a second gateway has to ask WordPress for when both share a Redis.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { answers } from '../../test/e2e/wordpress/process.ts';
import { listed, listRequestBody, nodesOf } from '../list-query.ts';
import { installProgram } from '../packages.ts';
import { askGateway, type CountedGateway, countedGateway } from '../runners.ts';
import type { Bench } from '../section.ts';
import { type Table, verdict } from '../table.ts';

export async function redis({ site, log }: Bench): Promise<Table[]> {
  await installProgram('redis-server', 'redis-server');
  const server = await startRedis();
  const gateways: CountedGateway[] = [];
  try {
    log('redis: two gateways');
    const settings = { redis: server.url };
    const rows: string[][] = [];
    for (const name of ['first gateway', 'second gateway']) {
      const counted = await countedGateway({ site: site.url, settings });
      gateways.push(counted);
      const answer = nodesOf(await askGateway(counted.gateway, listRequestBody(100)));
      if (listed(answer).length !== 100) throw new Error(`${name}: ${answer.length} posts came.`);
      const requests = counted.asked.length;
      const must = name === 'second gateway' ? verdict('0', requests === 0) : '';
      rows.push([name, String(requests), must]);
      // What is learned is written after the answer has been given.
      await sleep(500);
    }
    return [
      {
        title: 'Two gateways on one Redis',
        meaning: `Both are asked the list query of 100 posts, one after the other, each with nothing in its own memory. What is read of a
site at the start is not counted.`,
        columns: ['', 'requests to WordPress', 'must'],
        rows,
      },
    ];
  } finally {
    await Promise.all(gateways.map((gateway) => gateway.close()));
    await server.stop();
  }
}

/** A Redis of our own that writes nothing to disk. */
async function startRedis(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', args, { stdio: 'ignore' });
  const ended = once(child, 'exit');
  for (let tries = 0; !(await answers(port)); tries++) {
    if (tries === 100 || child.exitCode !== null) throw new Error('redis-server does not start.');
    await sleep(50);
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
