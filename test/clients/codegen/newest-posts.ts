/** What a component asks for, typed by what graphql-codegen generates (`graphql-codegen --config codegen.ts`). */
import { type FragmentType, getFragmentData } from './generated/fragment-masking.ts';
import { graphql } from './generated/gql.ts';

export type { PostCardFragment } from './generated/graphql.ts';

export const PostCard = graphql(`
  fragment PostCard on Post {
    title(format: TEXT)
    date
    dateGmt
    meta
    featuredMedia {
      fileSize
    }
  }
`);

export const NewestPosts = graphql(`
  query NewestPosts($first: Int!, $where: PostWhere) {
    posts(first: $first, where: $where) {
      totalCount
      nodes {
        id
        ...PostCard
      }
    }
  }
`);

export const cardOf = (post: FragmentType<typeof PostCard>) => getFragmentData(PostCard, post);
