import { beforeEach, expect, it } from 'vitest';
import type { Change } from '../../../src/store/change.ts';
import { SiteNews } from '../../../src/store/feed/site-news.ts';

const index = { name: 'Plums', description: 'Sour', show_on_front: 'posts', page_on_front: 0, namespaces: ['wp/v2'] };

let changes: Change[];
let news: SiteNews;
beforeEach(() => {
  changes = [];
  news = new SiteNews(index, { announce: (change) => changes.push(change) });
});

it('announces once what the site says otherwise of itself', () => {
  news.hear(index);
  expect(changes).toEqual([]);
  news.hear({ ...index, description: 'Sweet' });
  news.hear({ ...index, description: 'Sweet' });
  expect(changes).toEqual([{ route: '/' }]);
  news.hear(index);
  expect(changes).toHaveLength(2);
});

it('announces everything where another page stands in front: addresses have changed with it', () => {
  news.hear({ ...index, show_on_front: 'page', page_on_front: 7 });
  expect(changes).toEqual([{ route: '*' }]);
});

it('takes other routes, and an index that is refused, for no news', () => {
  news.hear({ ...index, namespaces: ['wp/v2', 'yoast/v1'], routes: {} });
  news.hear({});
  expect(changes).toEqual([]);
});
