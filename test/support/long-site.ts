/**
 * A site with thousands of posts, which come and go while it is read.
 */
import type { TestSite } from './graph.ts';
import { type Answer, scriptedSite } from './scripted-site.ts';

export interface LongSite extends TestSite {
  /** Ids of its posts, in any order. */
  posts: number[];
  /** By the id of a tag, how many posts carry it. */
  readonly tags: Map<number, number>;
  /** Of posts at which WordPress fails. */
  readonly broken: Set<number>;
  /** Whether it shows nobody its users. */
  hidesUsers: boolean;
  /** Whether it says how many there are. */
  hidesTotals: boolean;
  /** Told of each request for posts, before it is answered. */
  onPosts: (query: URLSearchParams) => void;
  /** The most requests for posts that were under way at the same time. */
  mostAtOnce: number;
}

const forbidden: Answer = {
  json: { code: 'rest_user_cannot_view', message: 'No.', data: { status: 401 } },
  status: 401,
};
const failed: Answer = { json: { code: 'internal_server_error', message: 'No.' }, status: 500 };

export function longSite(posts: number): LongSite {
  const state: Omit<LongSite, 'url' | 'send'> = {
    posts: Array.from({ length: posts }, (_, index) => 1_000 + 2 * index),
    tags: new Map([
      [3, 12],
      [4, 0],
      [5, 1],
    ]),
    broken: new Set(),
    hidesUsers: false,
    hidesTotals: false,
    onPosts: () => undefined,
    mostAtOnce: 0,
  };
  let underWay = 0;
  const page = (rows: readonly { readonly id: number }[], query: URLSearchParams): Answer => {
    const include = query.get('include')?.split(',').map(Number);
    const number = (name: string, byDefault: number) => Number(query.get(name) ?? byDefault);
    const size = number('per_page', 10);
    const start = query.has('offset') ? number('offset', 0) : (number('page', 1) - 1) * size;
    const sorted = rows.filter(({ id }) => include?.includes(id) ?? true).sort((one, other) => one.id - other.id);
    if (query.get('order') === 'desc') sorted.reverse();
    const found = sorted.slice(start, start + size);
    if (found.some(({ id }) => state.broken.has(id))) return failed;
    const total = found.length > 0 || start === 0 ? sorted.length : 0;
    const totals = { 'x-wp-total': String(total), 'x-wp-totalpages': String(Math.ceil(total / size)) };
    return { json: found, headers: state.hidesTotals ? {} : totals };
  };
  const site = scriptedSite(async ({ route, query }) => {
    if (route === '/wp/v2/posts') {
      underWay++;
      state.mostAtOnce = Math.max(state.mostAtOnce, underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay--;
      state.onPosts(query);
      return page(state.posts.map(postOf), query);
    }
    if (route === '/wp/v2/media')
      return page(
        state.posts.map((id) => mediaOf(id + 1)),
        query,
      );
    if (route === '/wp/v2/tags') {
      const rows = [...state.tags].map(([id, count]) => ({ id, count, link: `https://site.test/tag/${id}/` }));
      return page(query.get('hide_empty') === 'true' ? rows.filter(({ count }) => count > 0) : rows, query);
    }
    if (route === '/wp/v2/users') {
      return state.hidesUsers ? forbidden : page([{ id: 1, link: 'https://site.test/author/ann/' }] as never, query);
    }
    return undefined;
  });
  return Object.assign(state, site);
}

function postOf(id: number) {
  return {
    id,
    type: 'post',
    status: 'publish',
    link: `https://site.test/post-${id}/`,
    title: { rendered: `Post ${id}` },
    date: '2024-05-01T10:00:00',
    modified: '2024-05-02T10:00:00',
    modified_gmt: '2024-05-02T08:00:00',
    featured_media: id + 1,
  };
}

function mediaOf(id: number) {
  return { id, type: 'attachment', source_url: `https://site.test/${id}.jpg` };
}
