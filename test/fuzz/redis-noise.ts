/**
 * What somebody else may write into a Redis that gateways share: messages and values that no gateway would write.
 * None of it has a gateway's own form, so all of it must count as not there.
 */
import type { Redis } from 'ioredis';
import type { Random } from './random.ts';

const messages: readonly string[] = [
  '',
  'x',
  'null',
  '7',
  '[]',
  '{}',
  '{"from":"x"}',
  '{"from":7,"change":{}}',
  '{"from":"x","change":null}',
  '{"from":"x","change":"y"}',
  '{"from":"x","change":{"route":7}}',
  '{"from":"x","change":{"route":"*"}}',
  '{"from":"x","change":{"route":"/wp/v2/posts","ids":"y"}}',
  '{"from":"x","change":{"route":"/wp/v2/posts","ids":[null,"1",{}]}}',
  '{"from":"x","change":{"route":"/wp/v2/posts","kept":{"0":1}}}',
  '{"from":"x","change":{"route":"/wp/v2/posts","ids":[1,2,3]}}',
  '['.repeat(100_000),
  `{"from":"x","change":{"route":"${'y'.repeat(1_000_000)}"}}`,
];

/** Values in place of one that a gateway wrote, or of one of its members. */
const odd: readonly unknown[] = ['x', 7.5, -1, true, [], {}, [null], { toString: null }, [[[]]], 'y'.repeat(10_000)];

export async function makeNoise(redis: Redis, random: Random): Promise<void> {
  if (random.chance(0.4)) {
    const channels = (await redis.pubsub('CHANNELS', 'pressgraph*')) as string[];
    for (const channel of channels) await redis.publish(channel, random.pick(messages));
    return;
  }
  const [, keys] = await redis.scan('0', 'MATCH', 'pressgraph*', 'COUNT', 500);
  if (keys.length === 0) return;
  const key = random.pick(keys);
  if (random.chance(0.1)) {
    await redis.multi().del(key).lpush(key, 'x').pexpire(key, 2_000).exec();
    return;
  }
  // Another generation is a gateway's own form: it only makes what was written before it worthless.
  const text = await redis.get(key).catch(() => null);
  await redis.set(key, changed(text, random), 'PX', 5_000);
}

function changed(text: string | null, random: Random): string {
  const whole = random.chance(0.4) ? undefined : parsed(text);
  if (whole === undefined) return random.pick(['', 'x', 'null', '7', '[]', '{}', '{"a":', '['.repeat(50_000)]);
  const name = random.pick(Object.keys(whole));
  return JSON.stringify({ ...whole, [name]: random.pick(odd) });
}

function parsed(text: string | null): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
    return isMap ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
