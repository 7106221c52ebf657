/**
 * Times the list query, cold, beside WordPress' own `_embed` of the same size: `npx tsx bench/list-query.ts <site> [rounds]`.
 * Both are asked in turn, so that a machine that slows down slows both; nothing is kept between two queries.
 */
import { createGateway } from '../src/gateway.ts';
import { createTransport } from '../src/wordpress/transport.ts';

const [site, rounds = '15'] = process.argv.slice(2);
if (!site) throw new Error('Usage: npx tsx bench/list-query.ts <site> [rounds]');

const query = `query List($first: Int!) {
  posts(first: $first) {
    nodes { title date excerpt author { name } categories { name } featuredMedia { sourceUrl } }
  }
}`;

const transport = createTransport({ connections: 8, timeout: 60_000, retries: 0, maxResponseBytes: 100_000_000 });
let requests = 0;
const gateway = await createGateway({
  site,
  send: (request) => {
    requests++;
    return transport.send(request);
  },
});

async function graph(first: number): Promise<number> {
  const body = JSON.stringify({ query, variables: { first } });
  const headers = { 'content-type': 'application/json' };
  const answer = await gateway.fetch(new Request('http://bench/graphql', { method: 'POST', headers, body }));
  const { data, errors } = (await answer.json()) as { data: { posts: { nodes: unknown[] } }; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data.posts.nodes.length;
}

async function embed(first: number): Promise<number> {
  const url = gateway.site.root.address('/wp/v2/posts', { per_page: first, _embed: true });
  const { body } = await transport.send({ method: 'GET', url, headers: { accept: 'application/json' } });
  return (JSON.parse(new TextDecoder().decode(body)) as unknown[]).length;
}

async function timed(work: () => Promise<number>, expected: number): Promise<number> {
  const start = performance.now();
  const found = await work();
  if (found !== expected) throw new Error(`${found} posts came, ${expected} were asked for.`);
  return performance.now() - start;
}

const median = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
const spread = (values: readonly number[]) => `${Math.min(...values).toFixed(0)}-${Math.max(...values).toFixed(0)}`;

console.log('| posts | pressgraph, ms (spread) | requests | REST `_embed`, ms (spread) | ratio |');
console.log('| --- | --- | --- | --- | --- |');
for (const first of [10, 50, 100]) {
  await Promise.all([graph(first), embed(first)]);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < Number(rounds); round++) {
    requests = 0;
    ours.push(await timed(() => graph(first), first));
    theirs.push(await timed(() => embed(first), first));
  }
  const ratio = (median(ours) / median(theirs)).toFixed(2);
  console.log(
    `| ${first} | ${median(ours).toFixed(0)} (${spread(ours)}) | ${requests} | ${median(theirs).toFixed(0)} (${spread(theirs)}) | ${ratio} |`,
  );
}
await gateway.close();
await transport.close();
