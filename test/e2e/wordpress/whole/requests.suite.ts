// What queries over a site's own types cost: how many requests, and in how many rounds.

import { describe, expect, it } from 'vitest';
import type { Graph } from '../../../support/graph.ts';
import type { RequestRounds } from '../../../support/request-rounds.ts';
import type { RestReader } from '../rest-reader.ts';

const books = `query ($without: [ID!]) { books(first: 100, where: { exclude: $without }) { nodes {
  title
  genres { name }
  author { name }
  featuredMedia { sourceUrl }
  acf { relatedPostsNodes { ... on Post { title } } }
} } }`;

/** The pictures of the magazine itself, which all books have theirs of. */
const pictureQuery = { include: Array.from({ length: 40 }, (_, index) => 300 + index) };

export function requestsSuite(graph: () => Graph, rest: RestReader, rounds: RequestRounds): void {
  describe('what is asked of WordPress', () => {
    it('100 books with genres, authors, images and the posts of a field of ACF take two rounds, and no request a book', async () => {
      // Pictures that are gone, or hidden, are asked for again, by themselves: nobody knows why they are missing.
      const [all, pictures] = await Promise.all([rest.list('/wp/v2/books'), rest.ids('/wp/v2/media', pictureQuery)]);
      const further = await rest.list('/wp/v2/books', { page: all.length === 100 ? 2 : 1 });
      const without = [...all, ...further].flatMap(({ id, featured_media: picture }) =>
        picture === 0 || pictures.includes(picture as number) ? [] : [id],
      );
      const variables = { without };
      rounds.reset();
      const cold = await graph().run(books, { variables });
      const routes = graph().requests.map(({ route }) => route);
      expect(rounds.count).toBe(2);
      expect(routes[0]).toBe('/wp/v2/books');
      expect([...new Set(routes)].sort()).toEqual([
        '/wp/v2/books',
        '/wp/v2/genres',
        '/wp/v2/media',
        '/wp/v2/posts',
        '/wp/v2/users',
      ]);
      // On a busy machine a batch may be sent in two: nobody waits longer than a moment for what others ask.
      expect(routes.length).toBeLessThanOrEqual(6);
      expect(cold.errors).toBeUndefined();
      expect(cold.data.books.nodes.flatMap(({ acf }: Book) => acf?.relatedPostsNodes ?? []).length).toBeGreaterThan(10);

      const warm = await graph().run(books, { variables, warm: true });
      expect(graph().requests).toEqual([]);
      expect(warm).toEqual(cold);
      const traced = (await graph().run(books, { variables, headers: { 'x-pressgraph-trace': '1' } })) as Traced;
      expect(traced.data).toEqual(cold.data);
      const upstream = traced.extensions.pressgraph.upstream.map(({ route }) => route);
      expect([...new Set(upstream)].sort()).toEqual([...new Set(routes)].sort());
    });

    it('the newest books of each of ten genres take no more than the newest posts of ten categories', async () => {
      await graph().data('{ categories(first: 10) { nodes { name posts(first: 5) { nodes { title } } } } }');
      const ofCategories = graph().requests.length;
      const { genres } = await graph().data(
        '{ genres(first: 10) { nodes { name books(first: 5) { nodes { title date } } } } }',
      );
      expect(genres.nodes).toHaveLength(7);
      for (const { books: page } of genres.nodes) {
        const dates = page.nodes.map(({ date }: { date: string }) => date);
        expect(dates).toEqual([...dates].sort().reverse());
      }
      expect(graph().requests.length).toBeLessThanOrEqual(ofCategories);
      expect(graph().requests[0]?.route).toBe('/wp/v2/genres');
    });

    it('what no schema names is asked for with the rest of the document', async () => {
      const { list } =
        await graph().data(`{ list: books(first: 2, where: { include: [601, 602] }, orderBy: { field: ID }) {
        nodes { title box: rest(property: "harbour_box") loan: rest(property: "on_loan_to") hero: rest(property: "acf.hero_title") }
      } }`);
      expect(graph().requests).toHaveLength(1);
      expect(list.nodes[0].box).toBeTruthy();
      expect(list.nodes[0].loan).toBeTruthy();
      expect([list.nodes[1].loan, typeof list.nodes[0].hero]).toEqual([null, 'string']);
    });
  });
}

interface Book {
  readonly acf: { readonly relatedPostsNodes: readonly unknown[] | null } | null;
}

interface Traced {
  readonly data: unknown;
  readonly extensions: { readonly pressgraph: { readonly upstream: readonly { readonly route: string }[] } };
}
