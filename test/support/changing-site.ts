/**
 * A site in memory whose posts, pages, comments and terms a test may change as an editor would: what WordPress tells of
 * changes (times of modification, totals, what `include` still finds) follows from that.
 */
import type { TestSite } from './graph.ts';
import { list, type Script, scriptedSite } from './scripted-site.ts';

export interface ChangingPost {
  readonly id: number;
  title: string;
  /** Milliseconds since the epoch. */
  modified: number;
  categories: number[];
  published: boolean;
}

export interface ChangingSite extends TestSite {
  readonly posts: Map<number, ChangingPost>;
  readonly categories: Map<number, { id: number; name: string; count: number }>;
  readonly comments: Map<number, { id: number; post: number; date: number }>;
  /** Milliseconds that each answer takes. */
  delay: number;
  /** Whether every request is answered by an error. */
  isDown: boolean;
  /** Requests so far, as `route?query`. */
  readonly requests: string[];
  /** Ids of the documents that were asked for by id or came in a list, in order. */
  readonly served: { route: string; id: number }[];
  /** Has requests wait from now on until what it returns is called; then those that have waited are answered in one moment. */
  hold(): () => void;
  publish(title: string): ChangingPost;
  edit(id: number, title: string): void;
  unpublish(id: number): void;
}

const second = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 19);
const epoch = Date.UTC(2026, 0, 1);

/** @param posts how many there are at first; their titles are `Post 1` and so on */
export function changingSite(posts = 12): ChangingSite {
  const state = {
    posts: new Map<number, ChangingPost>(),
    categories: new Map([[7, { id: 7, name: 'Food', count: 1 }]]),
    comments: new Map<number, { id: number; post: number; date: number }>(),
    delay: 0,
    isDown: false,
    requests: [] as string[],
    served: [] as { route: string; id: number }[],
  };
  let last = 0;
  let held: Promise<void> | undefined;
  const add = (title: string, modified: number): ChangingPost => {
    const post = { id: ++last, title, modified, categories: [7], published: true };
    state.posts.set(post.id, post);
    return post;
  };
  for (let number = 1; number <= posts; number++) add(`Post ${number}`, epoch + number * 60_000);

  const rowsOf = (route: string) => {
    if (route === '/wp/v2/posts') {
      return [...state.posts.values()]
        .filter(({ published }) => published)
        .map(({ id, title, modified, categories }) => ({
          id,
          slug: `post-${id}`,
          type: 'post',
          title: { rendered: title },
          content: { rendered: `<p>${title}</p>`, protected: false },
          excerpt: { rendered: `<p>${title}</p>`, protected: false },
          date: second(epoch + id * 60_000),
          date_gmt: second(epoch + id * 60_000),
          modified: second(modified),
          modified_gmt: second(modified),
          author: 1,
          categories,
        }));
    }
    if (route === '/wp/v2/users') return [{ id: 1, name: 'Ada', slug: 'ada' }];
    if (route === '/wp/v2/categories') return [...state.categories.values()];
    if (route === '/wp/v2/comments') {
      return [...state.comments.values()]
        .filter(({ post }) => state.posts.get(post)?.published)
        .map(({ id, post, date }) => ({
          id,
          post,
          author: 0,
          author_name: `Reader ${id}`,
          content: { rendered: `Comment ${id}` },
          date: second(date),
          date_gmt: second(date),
        }));
    }
    return undefined;
  };

  const script: Script = async ({ route, query }) => {
    state.requests.push(`${route}?${decodeURIComponent(query.toString())}`);
    await held;
    if (state.delay > 0) await new Promise((resolve) => setTimeout(resolve, state.delay));
    if (state.isDown) return { json: { code: 'wp_die', message: 'down' }, status: 503 };
    const rows = rowsOf(route) as Record<string, unknown>[] | undefined;
    if (!rows) return undefined;
    const matching = filtered(rows, query);
    const size = Number(query.get('per_page') ?? 10);
    const start = query.has('offset') ? Number(query.get('offset')) : (Number(query.get('page') ?? 1) - 1) * size;
    const fields = query.get('_fields')?.split(',');
    const page = matching.slice(start, start + size);
    for (const { id } of page) state.served.push({ route, id: Number(id) });
    const picked = page.map((row) =>
      Object.fromEntries(
        Object.entries(row).filter(([name]) => !fields || fields.some((field) => field.split('.')[0] === name)),
      ),
    );
    return {
      ...list(picked, matching.length),
      headers: {
        'x-wp-total': String(matching.length),
        'x-wp-totalpages': String(Math.ceil(matching.length / size)),
        date: new Date().toUTCString(),
      },
    };
  };

  return Object.assign(state, scriptedSite(script), {
    hold() {
      let release = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      return () => {
        held = undefined;
        release();
      };
    },
    publish: (title: string) => add(title, Date.now()),
    edit(id: number, title: string) {
      const post = state.posts.get(id);
      if (!post) throw new Error(`There is no post ${id}.`);
      post.title = title;
      post.modified = Date.now();
    },
    unpublish(id: number) {
      const post = state.posts.get(id);
      if (!post) throw new Error(`There is no post ${id}.`);
      post.published = false;
    },
  });
}

function filtered(rows: readonly Record<string, unknown>[], query: URLSearchParams): Record<string, unknown>[] {
  const listed = (name: string) => query.get(name)?.split(',');
  const [include, exclude, slugs, posts] = ['include', 'exclude', 'slug', 'post'].map(listed);
  const [after, before] = [query.get('after'), query.get('before')];
  const order = query.get('order') ?? 'desc';
  const by = (query.get('orderby') ?? 'date').replace('include', 'date');
  const key = by in { modified: 1, date: 1, date_gmt: 1, id: 1, name: 1 } ? by : 'id';
  const sign = order === 'asc' ? 1 : -1;
  return rows
    .filter(({ id }) => !include || include.includes(String(id)))
    .filter(({ id }) => !exclude?.includes(String(id)))
    .filter(({ slug }) => !slugs || slugs.includes(String(slug)))
    .filter(({ post }) => !posts || posts.includes(String(post)))
    .filter(({ date }) => (!after || String(date) > after) && (!before || String(date) < before))
    .sort((one, other) => {
      const [a, b] = [one[key], other[key]];
      if (a === b) return (Number(one.id) - Number(other.id)) * sign;
      return ((a as string | number) < (b as string | number) ? -1 : 1) * sign;
    });
}
