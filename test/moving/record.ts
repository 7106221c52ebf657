/**
 * Records what WPGraphQL itself answers to the queries of `docs/moving-from-wpgraphql.md`, from a site of the test bed with the plugin:
 *   npx tsx test/moving/record.ts http://127.0.0.1:44099/index.php?graphql
 */
import { writeFileSync } from 'node:fs';
import { pairs } from './pairs.ts';

const [, , endpoint] = process.argv;
if (!endpoint) throw new Error('Say at which address WPGraphQL answers.');
const answers: Record<string, unknown> = {};
for (const { wpgraphql } of pairs) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: wpgraphql }),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
  if (errors || !data) throw new Error(`WPGraphQL does not answer ${wpgraphql}: ${JSON.stringify(errors)}`);
  answers[wpgraphql] = data;
}
const text = JSON.stringify(answers, null, 2).replaceAll(new URL(endpoint).origin, 'http://magazine.test');
writeFileSync(new URL('../fixtures/wpgraphql-answers.json', import.meta.url), `${text}\n`);
