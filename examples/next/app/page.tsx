import { ask } from '../lib/gateway';

export const dynamic = 'force-dynamic';

interface Post {
  id: string;
  title: string;
  date: string;
  author: { name: string } | null;
}

export default async function Page() {
  const { posts } = await ask<{ posts: { nodes: Post[] } }>(
    '{ posts(first: 5) { nodes { id title(format: TEXT) date author { name } } } }',
  );
  return (
    <main>
      <h1>Posts</h1>
      <ul>
        {posts.nodes.map(({ id, title, date, author }) => (
          <li key={id}>{`${title}, ${date.slice(0, 10)}, ${author?.name}`}</li>
        ))}
      </ul>
    </main>
  );
}
