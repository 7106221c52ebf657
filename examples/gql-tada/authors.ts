/**
 * Lists the authors of a site with their newest posts: `npx tsx examples/gql-tada/authors.ts <endpoint>`.
 * Typed by gql.tada while it is written, sent by urql: nothing is generated but the schema's own types
 * (`npm run codegen:tada`).
 */
import { Client, fetchExchange } from '@urql/core';
import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';

const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { DateTime: string; LocalDateTime: string; JSON: unknown; SafeInt: number };
}>();

const Authors = graphql(`
  query Authors($first: Int!) {
    authors(first: $first) {
      nodes {
        name
        posts(first: 3) {
          totalCount
          nodes {
            date
            title(format: TEXT)
          }
        }
      }
    }
  }
`);

const [endpoint] = process.argv.slice(2);
if (!endpoint) {
  console.error('Usage: npx tsx examples/gql-tada/authors.ts <endpoint>');
  process.exit(2);
}

const client = new Client({ url: endpoint, exchanges: [fetchExchange], preferGetMethod: false });
const { data, error } = await client.query(Authors, { first: 20 }).toPromise();
if (error || !data?.authors) {
  const reasons = error?.graphQLErrors.map(({ message }) => message) ?? [];
  const reason = reasons.length > 0 ? reasons.join('; ') : (error?.networkError?.message ?? 'no authors');
  console.error(`${endpoint} did not answer as hoped: ${reason}`);
  process.exit(1);
}
for (const { name, posts } of data.authors.nodes) {
  console.log(`${name ?? '(unnamed)'} (${posts?.totalCount ?? 0} posts)`);
  for (const { date, title } of posts?.nodes ?? [])
    console.log(`  ${date?.slice(0, 10) ?? ''}  ${title || '(untitled)'}`);
}
