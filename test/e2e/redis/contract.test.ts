import { afterEach, beforeAll, beforeEach } from 'vitest';
import { connectRedis, type RedisConnection } from '../../../src/store/redis/connection.ts';
import { describeRedis } from '../../store/redis/fleet.suite.ts';
import { installRedis, type RedisServer, startRedis } from './redis-server.ts';

let redis: RedisServer;
const open: RedisConnection[] = [];
beforeAll(installRedis);
beforeEach(async () => {
  redis = await startRedis();
});
afterEach(async () => {
  for (const connection of open.splice(0)) await connection.close();
  await redis.kill();
});

describeRedis('a real server', async () => {
  const connection = await connectRedis(redis.url, {});
  open.push(connection);
  return connection;
});
