import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, openGraph, type TestSite } from '../../support/graph.ts';

interface Archive {
  readonly id: string;
  readonly year: number;
  readonly month: number;
  readonly count: number;
}

const monthOf = ({ year, month }: Archive) => `${year}-${String(month).padStart(2, '0')}`;

/** Months with what was published in them. */
export function archivesSuite(site: () => TestSite): void {
  describe('archives by date', () => {
    let graph: Graph;
    beforeAll(async () => {
      graph = await openGraph(site(), { settings: { maxUpstreamRequests: 500 } });
    });
    afterAll(() => graph.close());

    async function datesOf(list: string): Promise<string[]> {
      const dates: string[] = [];
      let after = '';
      for (let turn = 0; turn < 100; turn++) {
        const { found } = await graph.data(
          `{ found: ${list}(first: 100${after}) { nodes { date } pageInfo { hasNextPage endCursor } } }`,
        );
        dates.push(...found.nodes.map(({ date }: { date: string }) => date));
        if (!found.pageInfo.hasNextPage) return dates;
        after = `, after: "${found.pageInfo.endCursor}"`;
      }
      throw new Error('The walk does not end.');
    }

    it.each([
      ['post', 'posts'],
      ['page', 'pages'],
    ])('are all months in which a %s was published, newest first, each with their number', async (type, list) => {
      const counts = new Map<string, number>();
      for (const date of await datesOf(list)) {
        const month = date.slice(0, 7);
        counts.set(month, (counts.get(month) ?? 0) + 1);
      }
      const ask = `{ archives(type: "${type}") { year month day count contentType { name } } }`;
      const { archives } = await graph.data(ask);
      const told = archives.map((archive: Archive) => [monthOf(archive), archive.count]);
      expect(told).toEqual([...counts].sort(([one], [other]) => (one < other ? 1 : -1)));
      expect(archives[0]).toMatchObject({ day: null, contentType: { name: type } });
      const warm = await graph.data(ask, { warm: true });
      expect(warm.archives).toEqual(archives);
      expect(graph.requests).toEqual([]);
    });

    it('hold what was published in their month, and are found again by their ids', async () => {
      const { archives } = await graph.data('{ archives { id year month count } }');
      const [{ id }, archive] = [archives.at(-1), archives.at(-1)];
      const lists = `year month count
        posts(first: 100) { totalCount nodes { databaseId date } }
        contents(first: 100) { totalCount nodes { databaseId date } }`;
      const { node } = await graph.data(`{ node(id: "${id}") { ... on DateArchive { ${lists} } } }`);
      expect([node.year, node.month, node.count]).toEqual([archive.year, archive.month, archive.count]);
      expect(node.contents).toEqual(node.posts);
      expect(node.posts.totalCount).toBe(archive.count);
      for (const { date } of node.posts.nodes) expect(date.slice(0, 7)).toBe(monthOf(archive));
    });

    it('have the addresses that the site gives them, of which the newest post shows the form', async () => {
      const { archives, pages } = await graph.data(
        '{ archives { year month uri } pages: archives(type: "page") { uri } }',
      );
      for (const { uri, ...archive } of archives) {
        const [year, month] = monthOf(archive).split('-');
        expect([`/${year}/${month}/`, `/?m=${year}${month}`, `/index.php/${year}/${month}/`]).toContain(uri);
      }
      for (const { uri } of pages) expect(uri).toMatch(/[?&]post_type=page$/);
    });

    it('are of one type each, which lists what is in all of them, a page at a time', async () => {
      const ask = (list: string) => `${list}(first: 5) { totalCount nodes { uri } pageInfo { hasNextPage } }`;
      const { posts, contentType } = await graph.data(
        `{ ${ask('posts')} contentType(name: "post") { ${ask('contents')} } }`,
      );
      expect(posts.nodes).toHaveLength(5);
      expect(contentType.contents).toEqual(posts);
      const others = await graph.data(`{
        template: contentType(name: "wp_template") { name ${ask('contents')} }
        page: contentType(name: "page") { contents(first: 1) { nodes { __typename } } }
      }`);
      expect(others).toEqual({
        template: { name: 'wp_template', contents: null },
        page: { contents: { nodes: [{ __typename: 'Page' }] } },
      });
    });

    it('take filters besides their own bounds, whichever are narrower', async () => {
      const { archives } = await graph.data(
        '{ archives { id count posts(first: 100) { nodes { databaseId date } } } }',
      );
      const archive = archives.find(({ count }: Archive) => count > 1 && count < 100);
      const [newest, ...others] = archive.posts.nodes;
      const posts = (where: string) => `posts(first: 100, where: { ${where} }) { nodes { databaseId date } }`;
      const { node } = await graph.data(`{ node(id: "${archive.id}") { ... on DateArchive {
        narrower: ${posts(`before: "${newest.date}"`)} wider: ${posts('before: "2999-01-01T00:00:00"')}
      } } }`);
      const earlier = others.filter(({ date }: { date: string }) => date < newest.date);
      expect(node.narrower.nodes).toEqual(earlier);
      expect(node.wider.nodes).toEqual(archive.posts.nodes);
    });

    it('of a type that there is not is refused, and says which there are', async () => {
      const { data, errors } = await graph.run('{ archives(type: "attachment") { count } }');
      expect(data).toEqual({ archives: null });
      expect(errors).toMatchObject([
        { message: expect.stringMatching(/"attachment".*"post", "page"/), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    });
  });
}
