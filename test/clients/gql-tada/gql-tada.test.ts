import { expect, expectTypeOf, inject, it } from 'vitest';
import { makeClient } from '../urql/client.ts';
import { type FragmentOf, graphql, type ResultOf, readFragment, type VariablesOf } from './graphql.ts';

const PostCard = graphql(`
  fragment PostCard on Post {
    title(format: TEXT)
    date
    dateGmt
    meta
    featuredMedia {
      id
      fileSize
    }
  }
`);

const NewestCards = graphql(
  `
    query NewestCards($first: Int!, $where: PostWhere) {
      posts(first: $first, where: $where) {
        totalCount
        nodes {
          id
          ...PostCard
        }
      }
    }
  `,
  [PostCard],
);

const titleOf = (post: FragmentOf<typeof PostCard>) => readFragment(PostCard, post).title;

it('queries of gql.tada are asked by any client, with the types of their answers', async () => {
  const variables = { first: 2, where: { categories: { slugs: ['coast-sea'] } } };
  const { data } = await makeClient(inject('endpoint')).query(NewestCards, variables);
  expect(data?.posts?.nodes.map(titleOf)).toEqual([expect.any(String), expect.any(String)]);
});

// Checked by the compiler (types.test.ts): scalars are what they are in JSON.
it('scalars have the types that are given to initGraphQLTada', () => {
  type Card = ResultOf<typeof PostCard>;
  expectTypeOf<Card['date']>().toEqualTypeOf<string | null>();
  expectTypeOf<Card['dateGmt']>().toEqualTypeOf<string | null>();
  expectTypeOf<Card['meta']>().toEqualTypeOf<unknown>();
  expectTypeOf<NonNullable<Card['featuredMedia']>['fileSize']>().toEqualTypeOf<number | null>();
  expectTypeOf<VariablesOf<typeof NewestCards>['first']>().toEqualTypeOf<number>();
  // @ts-expect-error the schema has no such field
  expectTypeOf<Card['nothing']>().toBeNever();
});
