/** The title of a post that is asked for anew, by the id of the post and nothing else. */
import { graphql, useLazyLoadQuery, useRefetchableFragment } from 'react-relay';
import type { postTitle_post$key } from './__generated__/postTitle_post.graphql.ts';
import type { postTitleQuery } from './__generated__/postTitleQuery.graphql.ts';
import type { postTitleRefetch } from './__generated__/postTitleRefetch.graphql.ts';

export function PostTitle({ slug }: { slug: string }) {
  const { post } = useLazyLoadQuery<postTitleQuery>(
    graphql`
      query postTitleQuery($slug: String!) {
        post(by: { slug: $slug }) {
          ...postTitle_post
        }
      }
    `,
    { slug },
  );
  return post && <Title post={post} />;
}

function Title({ post }: { post: postTitle_post$key }) {
  const [{ title }, refetch] = useRefetchableFragment<postTitleRefetch, postTitle_post$key>(
    graphql`
      fragment postTitle_post on Post
      @argumentDefinitions(format: { type: "TextFormat", defaultValue: HTML })
      @refetchable(queryName: "postTitleRefetch") {
        title(format: $format)
      }
    `,
    post,
  );
  return (
    <button type="button" onClick={() => refetch({ format: 'TEXT' })}>
      {title}
    </button>
  );
}
