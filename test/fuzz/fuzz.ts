/**
 * `npm run fuzz`: random operations, valid and hostile, against gateways in processes of their own.
 *
 * It looks for what must never happen, whatever anybody sends: an exit, a rejection that nobody waits for, an event loop that stands
 * still, memory beyond what is configured, no answer, an error without a code or with INTERNAL_SERVER_ERROR, and an answer that
 * is not the same cold, warm, traced, together with others, in one request with them, and by the hash of its query. The same seed makes
 * the same choices.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { sampleAccount } from '../../src/sample/account.ts';
import { graphqlOf } from './answers.ts';
import { readCorpus, replay } from './corpus.ts';
import { Findings } from './findings.ts';
import { type GatewayName, startGateway } from './gateway.ts';
import { type Lane, sharedLane, spoiltLane, steadyLane } from './lanes.ts';
import { Pools } from './pools.ts';
import { randomFrom } from './random.ts';
import { graphqlRequest, sent } from './requests.ts';
import { serveFaultySite } from './site.ts';
import { Watch } from './watch.ts';

const { values: flags } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '120' },
    /** Ends it earlier, once so many requests have been sent. */
    operations: { type: 'string', default: 'Infinity' },
    /** Goes on from a step of an earlier run of the same seed. */
    from: { type: 'string', default: '0' },
    /** Only what stands in the corpus. */
    corpus: { type: 'boolean', default: false },
  },
});

const megabytes = (count: number) => count * 1_000_000;
/** For documents, for answers and for parsed queries, each as configured below or less. */
const configured = megabytes(3 * 16);
const mostBytes = configured + megabytes(150);
const secret = 'a secret of the fuzzer';
const kept = ['--store-bytes', String(megabytes(16)), '--response-cache-bytes', String(megabytes(16))];
const nothing = ['--store-bytes', '0', '--response-cache-bytes', '0', '--poll-interval', '0'];
/** So that what is kept is soon asked for again. */
const short = ['--fresh-for', '1', '--stale-for', '2', '--stale-if-error', '2', '--poll-interval', '2'];

process.stdout.write(`Seed ${flags.seed}, ${flags.seconds} seconds.\n`);
const findings = new Findings();
const watch = new Watch(findings);
const ending: (() => Promise<unknown>)[] = [];

try {
  const site = await serveFaultySite();
  const faulty = await serveFaultySite();
  ending.push(site.close, faulty.close);
  const start = async (name: GatewayName, address: string, settings: readonly string[]) => {
    const gateway = await startGateway({
      name,
      site: address,
      flags: ['--max-upstream-requests', '1000', ...settings],
      environment: {
        PRESSGRAPH_WEBHOOK_SECRET: secret,
        PRESSGRAPH_DOCUMENT_CACHE_BYTES: String(megabytes(16)),
        PRESSGRAPH_OPERATION_TIMEOUT: '5000',
        PRESSGRAPH_SERVICE_ACCOUNT: sampleAccount,
        PRESSGRAPH_SERVICE_ACCOUNT_OPENS: 'menus,settings,blocks,block-types',
      },
      mostBytes,
      onTold: (kind, detail) => watch.told(name, kind, detail),
      beforeStart() {
        if (address === faulty.url) faulty.faults = [];
      },
    });
    ending.push(gateway.stop);
    return gateway;
  };
  const steady = await start('steady', site.url, [...kept, '--poll-interval', '5', '--fresh-for', '5']);
  const forgetful = await start('forgetful', site.url, nothing);
  const spoilt = await start('spoilt', faulty.url, [...kept, ...short, '--upstream-timeout', '1000']);
  const spoiltAnew = await start('spoiltAnew', faulty.url, [...nothing, '--upstream-timeout', '1000']);

  const introspection = graphqlOf(await sent(steady.port, graphqlRequest(getIntrospectionQuery({ oneOf: true }))));
  const schema = buildClientSchema(introspection?.data as IntrospectionQuery);
  const bench = { schema, watch, secret, steady, forgetful, spoilt, spoiltAnew, faulty, pools: new Pools() };
  await replay(readCorpus(), bench);

  if (!flags.corpus) {
    const lanes: Lane[] = [steadyLane(bench), spoiltLane(bench)];
    const redisServer = await import('../e2e/redis/redis-server.ts');
    if (existsSync(redisServer.program)) {
      const redis = await redisServer.startRedis();
      ending.push(redis.kill);
      const first = await start('first', site.url, [...kept, ...short, '--redis', redis.url]);
      const second = await start('second', site.url, [...nothing, '--redis', redis.url]);
      lanes.push(sharedLane(bench, { first, second, redis: redis.client() }));
    } else {
      process.stdout.write(`There is no Redis at ${redisServer.program}: what others write there is not tried.\n`);
    }

    const end = performance.now() + Number(flags.seconds) * 1000;
    const progress = setInterval(() => process.stdout.write(`${watch.progress(faulty.spoilt)}\n`), 30_000);
    await Promise.all(
      lanes.map(async (lane, number) => {
        for (let step = Number(flags.from); performance.now() < end; step++) {
          if (watch.operations >= Number(flags.operations)) break;
          await lane(randomFrom(Number(flags.seed) * 1_000_003 + number * 500_000_003 + step), step);
        }
      }),
    );
    clearInterval(progress);
  }
  process.stdout.write(`${watch.progress(faulty.spoilt)}\n`);
} finally {
  for (const end of ending.reverse()) await end();
}

process.stdout.write(findings.report());
process.exit(findings.size === 0 ? 0 : 1);
