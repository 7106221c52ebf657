/** The newest posts, a page more for each click, as an application with Relay shows them. */
import { graphql, useLazyLoadQuery, usePaginationFragment } from 'react-relay';
import type { newestPosts_posts$key } from './__generated__/newestPosts_posts.graphql.ts';
import type { newestPostsPage } from './__generated__/newestPostsPage.graphql.ts';
import type { newestPostsQuery } from './__generated__/newestPostsQuery.graphql.ts';

export function NewestPosts() {
  const query = useLazyLoadQuery<newestPostsQuery>(
    graphql`
      query newestPostsQuery {
        ...newestPosts_posts
      }
    `,
    {},
  );
  return <Pages query={query} />;
}

function Pages({ query }: { query: newestPosts_posts$key }) {
  const { data, hasNext, loadNext } = usePaginationFragment<newestPostsPage, newestPosts_posts$key>(
    graphql`
      fragment newestPosts_posts on Query
      @argumentDefinitions(count: { type: "Int", defaultValue: 25 }, cursor: { type: "String" })
      @refetchable(queryName: "newestPostsPage") {
        posts(first: $count, after: $cursor) @connection(key: "newestPosts_posts") {
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
      {hasNext && (
        <button type="button" onClick={() => loadNext(25)}>
          More
        </button>
      )}
    </>
  );
}
