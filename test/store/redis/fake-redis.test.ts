import { beforeEach } from 'vitest';
import { type FakeRedis, fakeRedis } from '../../support/fake-redis.ts';
import { describeRedis } from './fleet.suite.ts';

let redis: FakeRedis;
beforeEach(() => {
  redis = fakeRedis();
});

describeRedis('in memory', async () => redis.connect());
