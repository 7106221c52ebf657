import { print } from 'graphql';
import { expect, expectTypeOf, inject, it } from 'vitest';
import { makeClient, makeHttpLink } from '../apollo/client.ts';
import type { NewestPostsQuery, NewestPostsQueryVariables } from './generated/graphql.ts';
import { cardOf, NewestPosts, type PostCardFragment } from './newest-posts.ts';

it('documents of graphql-codegen are asked by any client, with the types of their answers', async () => {
  const client = makeClient(makeHttpLink(inject('endpoint')));
  const variables: NewestPostsQueryVariables = { first: 2, where: { categories: { slugs: ['coast-sea'] } } };
  const { data } = await client.query({ query: NewestPosts, variables });
  const cards = data?.posts?.nodes.map(cardOf) ?? [];
  expect(cards).toHaveLength(2);
  for (const { title, date, dateGmt } of cards) {
    expect(title).toEqual(expect.any(String));
    expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    expect(new Date(dateGmt ?? '').getTime()).toBeGreaterThan(0);
  }
  expect(print(NewestPosts)).toContain('fragment PostCard on Post');
});

// Checked by the compiler (types.test.ts): scalars are what they are in JSON.
it('scalars have the types that codegen.ts gives them', () => {
  expectTypeOf<PostCardFragment['date']>().toEqualTypeOf<string | null>();
  expectTypeOf<PostCardFragment['dateGmt']>().toEqualTypeOf<string | null>();
  expectTypeOf<PostCardFragment['meta']>().toEqualTypeOf<unknown>();
  expectTypeOf<NonNullable<PostCardFragment['featuredMedia']>['fileSize']>().toEqualTypeOf<number | null>();
  expectTypeOf<NonNullable<NewestPostsQuery['posts']>['totalCount']>().toEqualTypeOf<number | null>();
  // @ts-expect-error `first` is wanted
  expectTypeOf<NewestPostsQueryVariables>().toEqualTypeOf<{ where?: null }>();
});
