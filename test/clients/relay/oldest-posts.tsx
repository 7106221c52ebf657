/** The oldest posts, with a page ahead of them for each click, as an application with Relay shows them. */
import { graphql, useLazyLoadQuery, usePaginationFragment } from 'react-relay';
import type { oldestPosts_posts$key } from './__generated__/oldestPosts_posts.graphql.ts';
import type { oldestPostsPage } from './__generated__/oldestPostsPage.graphql.ts';
import type { oldestPostsQuery } from './__generated__/oldestPostsQuery.graphql.ts';

export function OldestPosts() {
  const query = useLazyLoadQuery<oldestPostsQuery>(
    graphql`
      query oldestPostsQuery {
        ...oldestPosts_posts
      }
    `,
    {},
  );
  return <Pages query={query} />;
}

function Pages({ query }: { query: oldestPosts_posts$key }) {
  const { data, hasPrevious, loadPrevious } = usePaginationFragment<oldestPostsPage, oldestPosts_posts$key>(
    graphql`
      fragment oldestPosts_posts on Query
      @argumentDefinitions(count: { type: "Int", defaultValue: 25 }, cursor: { type: "String" })
      @refetchable(queryName: "oldestPostsPage") {
        posts(last: $count, before: $cursor) @connection(key: "oldestPosts_posts") {
          edges {
            node {
              id
              title(format: TEXT)
            }
          }
        }
      }
    `,
    query,
  );
  return (
    <>
      {data.posts?.edges.map(({ node }) => (
        <li key={node.id}>{node.title}</li>
      ))}
      {hasPrevious && (
        <button type="button" onClick={() => loadPrevious(25)}>
          More
        </button>
      )}
    </>
  );
}
