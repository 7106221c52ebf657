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
  scalars: { DateTime: string; LocalDateTime: string; JSON: unknown };
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
  console.error(`${endpoint} did not answer as hoped: ${error?.message ?? 'no authors'}`);
  process.exit(1);
}
for (const { name, posts } of data.authors.nodes) {
  console.log(`${name} (${posts?.totalCount} posts)`);
  for (const post of posts?.nodes ?? []) console.log(`  ${post.date?.slice(0, 10)}  ${post.title}`);
}
